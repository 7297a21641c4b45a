#include "analyzer/syntax/python_errors.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include <fmt/format.h>

#include "analyzer/source/tokens.h"
#include "analyzer/syntax/formatted_string_errors.h"
#include "analyzer/syntax/literals.h"

namespace tfscope {
namespace {

constexpr const char* kSyntaxError = "SyntaxError";
constexpr const char* kIndentationError = "IndentationError";
constexpr std::string_view kInvalid = "invalid syntax";
constexpr std::string_view kUnexpectedEnd = "unexpected EOF while parsing";

int64_t LineAt(std::string_view text, size_t offset) {
  return 1 + std::ranges::count(text.substr(0, std::min(offset, text.size())), '\n');
}

std::string_view Trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n\f";
  const size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

bool IsOneLine(std::string_view text) { return Trimmed(text).find('\n') == std::string_view::npos; }

/// At most one name or number is left behind `offset`.
bool IsLastWord(std::string_view text, size_t offset) {
  if (offset >= text.size()) return true;
  return std::ranges::all_of(Trimmed(text.substr(offset)), [](char c) {
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
}

/// A statement that only Python 2 has.
PythonSyntaxError ErrorOfPython2(std::string_view text) {
  int64_t line = 1;
  for (size_t begin = 0; begin < text.size(); ++line) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view statement = Trimmed(text.substr(begin, end - begin));
    if (statement.starts_with("exec ")) return {kSyntaxError, "Missing parentheses in call to 'exec'", line};
    if (statement.starts_with("print ")) {
      const std::string_view printed = Trimmed(statement.substr(6, statement.find(';') - 6));
      const bool goes_on = printed.ends_with(',');
      return {kSyntaxError,
              fmt::format("Missing parentheses in call to 'print'. Did you mean print({}{})?", printed,
                          goes_on ? " end=\" \"" : ""),
              line};
    }
    begin = end + 1;
  }
  return {kSyntaxError, std::string(kInvalid), 1};
}

bool IsNameByte(char c) {
  return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// A number that CPython 3.7 reads to its end and refuses, rather than to where a name begins.
bool IsInvalidToken(std::string_view text, size_t begin) {
  size_t end = begin;
  while (end < text.size() && IsNameByte(text[end])) ++end;
  const std::string_view token = text.substr(begin, end - begin);
  const bool prefixed = token.size() > 1 && token[0] == '0' && token[1] != '.';
  return prefixed || token.ends_with('_') || token.find("__") != std::string_view::npos;
}

/// The literal that CPython fails to decode, in its words: with the bytes of the first escape that is cut short.
std::string CutEscape(std::string_view content) {
  for (size_t i = 0; i + 1 < content.size(); ++i) {
    if (content[i] != '\\') continue;
    const char letter = content[i + 1];
    const size_t digits = letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
    size_t count = 0;
    while (count < digits && i + 2 + count < content.size() &&
           std::isxdigit(static_cast<unsigned char>(content[i + 2 + count])) != 0) {
      ++count;
    }
    if (count < digits) {
      return fmt::format(
          "(unicode error) 'unicodeescape' codec can't decode bytes in position {}-{}: truncated \\{}{} escape", i,
          i + 1 + count, letter, std::string(digits, 'X'));
    }
    ++i;
  }
  return std::string(kInvalid);
}

/// The first f-string with an error of its own.
std::optional<PythonSyntaxError> ErrorOfFormattedStrings(std::string_view text) {
  for (const LogicalLine& line : Tokenize(text)) {
    for (const Token& token : line.tokens) {
      if (token.kind != Token::Kind::kString) continue;
      const StringLiteral literal = ReadStringLiteral(token.text);
      if (!literal.formatted) continue;
      std::optional<std::string_view> error =
          FormattedStringError(token.text.substr(literal.content_begin, literal.content_end - literal.content_begin));
      if (!error) continue;
      return PythonSyntaxError{kSyntaxError, std::string(*error),
                               LineAt(text, static_cast<size_t>(token.text.data() - text.data()))};
    }
  }
  return std::nullopt;
}

/// `f(None=1)`, `f(a.b=1)`: an `=` in brackets behind what is no plain name.
bool HasExpressionAsKeyword(std::string_view text) {
  for (const LogicalLine& line : Tokenize(text)) {
    for (size_t i = 1; i < line.tokens.size(); ++i) {
      const Token& token = line.tokens[i];
      if (token.text != "=" || token.depth == 0) continue;
      const Token& before = line.tokens[i - 1];
      const bool is_word = before.text == "None" || before.text == "True" || before.text == "False";
      const bool is_attribute = i > 1 && line.tokens[i - 2].text == ".";
      if (before.kind != Token::Kind::kName || is_word || is_attribute) return true;
    }
  }
  return false;
}

/// An issue that CPython reports where it is found, whatever else stands in the text.
PythonSyntaxError ErrorOfIssue(const SyntaxIssue& issue, std::string_view text) {
  const int64_t line = LineAt(text, issue.begin);
  const std::string_view message = issue.message;
  const int64_t last_line = LineAt(text, Trimmed(text).size());
  const size_t end = static_cast<size_t>(Trimmed(text).data() - text.data()) + Trimmed(text).size();
  if (message == "expected an indented block" && issue.begin >= end) {
    return {kSyntaxError, std::string(kUnexpectedEnd), last_line};
  }
  if (message.find("indent") != std::string_view::npos) return {kIndentationError, issue.message, line};
  if (message == "unterminated string literal") return {kSyntaxError, "EOL while scanning string literal", line};
  if (message == "unterminated triple-quoted string literal") {
    return {kSyntaxError, "EOF while scanning triple-quoted string literal", last_line};
  }
  if (message == "cannot mix bytes and nonbytes literals") return {kSyntaxError, issue.message, line};
  if (message == "positional argument follows keyword argument") {
    const size_t call = text.rfind('(', issue.begin);
    const bool unpacked = text.substr(call == std::string_view::npos ? 0 : call, issue.begin).find("**") <
                          issue.begin - (call == std::string_view::npos ? 0 : call);
    return {kSyntaxError, issue.message + (unpacked ? " unpacking" : ""), line};
  }
  if (message.starts_with("truncated `")) {
    return {kSyntaxError, CutEscape(text.substr(issue.begin, issue.end - issue.begin)), line};
  }
  if (message.find("literal") != std::string_view::npos && IsInvalidToken(text, issue.begin)) {
    return {kSyntaxError, "invalid token", line};
  }
  if (std::optional<PythonSyntaxError> error = ErrorOfFormattedStrings(text)) return *error;
  const bool continues = text.size() > end && end > 0 && text[end - 1] == '\\';
  if (continues) return {kSyntaxError, "unexpected character after line continuation character", line};
  if (end > 0 && text[end - 1] == '\\') return {kSyntaxError, std::string(kUnexpectedEnd), last_line};
  if (message.ends_with("was never closed")) {
    const bool cut = Trimmed(text).ends_with(':') && IsOneLine(text);
    return {kSyntaxError, std::string(cut ? kInvalid : kUnexpectedEnd), last_line};
  }
  if (HasExpressionAsKeyword(text)) return {kSyntaxError, "keyword can't be an expression", line};
  return {kSyntaxError, std::string(kInvalid), line};
}

}  // namespace

PythonSyntaxError ErrorOfStatements(const SyntaxTree& tree, std::string_view text) {
  if (tree.issues().empty()) return ErrorOfPython2(text);
  return ErrorOfIssue(tree.issues().front(), text);
}

PythonSyntaxError ErrorOfExpression(const SyntaxTree& tree, std::string_view text) {
  const std::string_view trimmed = Trimmed(text);
  if (trimmed.empty()) return {kSyntaxError, std::string(kUnexpectedEnd), 0};
  const size_t end = static_cast<size_t>(trimmed.data() - text.data()) + trimmed.size();
  if (!tree.issues().empty()) {
    const SyntaxIssue& issue = tree.issues().front();
    PythonSyntaxError error = ErrorOfIssue(issue, text);
    const bool at_end = error.message == kInvalid && IsLastWord(text.substr(0, end), issue.end) && IsOneLine(text);
    return at_end ? PythonSyntaxError{kSyntaxError, std::string(kUnexpectedEnd), 1} : error;
  }
  // A statement. One of a single word ends where it fails.
  const bool is_word = std::ranges::none_of(trimmed, [](char c) { return c == ' ' || c == '\t' || c == '='; });
  return {kSyntaxError, std::string(is_word ? kUnexpectedEnd : kInvalid), 1};
}

}  // namespace tfscope
