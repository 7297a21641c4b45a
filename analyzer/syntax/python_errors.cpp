#include "analyzer/syntax/python_errors.h"

#include <algorithm>

#include <fmt/format.h>

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

/// An issue that CPython reports where it is found, whatever else stands in the text.
PythonSyntaxError ErrorOfIssue(const SyntaxIssue& issue, std::string_view text) {
  const int64_t line = LineAt(text, issue.begin);
  if (issue.message.find("indent") != std::string::npos) return {kIndentationError, issue.message, line};
  if (issue.message == "unterminated string literal") {
    return {kSyntaxError, "EOL while scanning string literal", line};
  }
  if (issue.message == "unterminated triple-quoted string literal") {
    return {kSyntaxError, "EOF while scanning triple-quoted string literal", LineAt(text, Trimmed(text).size())};
  }
  if (issue.message.ends_with("was never closed")) {
    return {kSyntaxError, std::string(kUnexpectedEnd), LineAt(text, Trimmed(text).size())};
  }
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
