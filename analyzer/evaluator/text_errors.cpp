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

/// The line of an error. What a file lacks at its end, CPython misses behind the last line.
int64_t LineOf(const PythonSyntaxError& error, std::string_view text) {
  const auto newlines = std::ranges::count(text, '\n');
  if (error.message.starts_with("EOF while scanning")) return newlines + 2;
  if (error.message.starts_with("unexpected EOF")) return newlines + (text.ends_with('\n') ? 1 : 2);
  return error.line;
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

std::optional<PythonSyntaxError> ErrorOfFile(Program& program, FileId file) {
  const SyntaxTree& tree = program.Tree(file);
  if (tree.python2()) return std::nullopt;
  const std::string_view text = program.sources().file(file).text;
  std::optional<PythonSyntaxError> error;
  if (tree.issues().empty()) {
    error = CompileErrorOf(tree, program.interner(), text);
  } else if (tree.issues().front().kind != SyntaxIssue::Kind::kTooDeep) {
    constexpr bool kIsExpression = false;
    error = ErrorOfText(program, kIsExpression, text, false);
  }
  if (error) error->line = LineOf(*error, text);
  return error;
}

Result RaiseSyntaxError(Machine& machine, const PythonSyntaxError& error, std::string_view file,
                        std::string_view text) {
  Heap& heap = machine.heap();
  size_t begin = 0;
  for (int64_t line = 1; line < error.line && begin != std::string_view::npos; ++line) {
    begin = text.find('\n', begin);
    if (begin != std::string_view::npos) ++begin;
  }
  Value shown = Value::None();
  if (begin != std::string_view::npos) {
    shown = heap.Text(std::string(text.substr(begin, text.find('\n', begin) - begin)) + "\n");
  }
  const Value place = heap.NewTuple({heap.Text(file), Value::Int(error.line), machine.Fresh(TypeHint::kInt), shown});
  const Types& types = machine.types();
  const std::string_view name = error.type;
  Class* type = name == "IndentationError" ? types.indentation_error
                : name == "TabError"       ? types.tab_error
                                           : types.syntax_error;
  return machine.RaiseObject(machine.NewException(type, {heap.Text(error.message), place}));
}

}  // namespace tfscope
