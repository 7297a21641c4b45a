#include "analyzer/evaluator/text_errors.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "analyzer/source/tokens.h"
#include "analyzer/syntax/compile_errors.h"

namespace tfscope {

namespace {

/// The error of a line that assigns to what it cannot, which the grammar refuses without a reason.
std::optional<std::string> ErrorOfTarget(Program& program, std::string_view text, int64_t number) {
  for (const LogicalLine& line : Tokenize(text)) {
    const std::string_view first = line.tokens.front().text;
    const auto begin = static_cast<size_t>(first.data() - text.data());
    if (1 + std::ranges::count(text.substr(0, begin), '\n') != number) continue;
    for (const Token& token : line.tokens) {
      constexpr std::string_view kComparisons[] = {"==", "<=", ">=", "!="};
      const bool assigns = token.kind == Token::Kind::kOperator && token.depth == 0 && token.text.ends_with('=') &&
                           std::ranges::find(kComparisons, token.text) == std::end(kComparisons);
      if (!assigns) continue;
      const std::string_view target = text.substr(begin, static_cast<size_t>(token.text.data() - text.data()) - begin);
      const SyntaxTree& tree = program.Tree(program.sources().Add("<string>", target));
      if (!tree.issues().empty()) return std::nullopt;
      std::optional<CompileError> error = TargetError(tree, program.interner(), target);
      return error ? std::optional(std::move(error->message)) : std::nullopt;
    }
  }
  return std::nullopt;
}

}  // namespace

PythonSyntaxError ErrorOfText(Program& program, bool is_expression, std::string_view text, bool python2) {
  const SyntaxTree& tree = program.Tree(program.sources().Add("<string>", text), python2);
  if (tree.issues().empty()) {
    std::optional<PythonSyntaxError> error = CompileErrorOf(tree, program.interner(), text);
    if (error && (!tree.python2() || error->message.starts_with("Generator expression"))) return *error;
  }
  PythonSyntaxError error = is_expression ? ErrorOfExpression(tree, text) : ErrorOfStatements(tree, text);
  if (!is_expression && error.message == "invalid syntax") {
    if (auto message = ErrorOfTarget(program, text, error.line)) error.message = std::move(*message);
  }
  return error;
}

}  // namespace tfscope
