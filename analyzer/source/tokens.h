// Python's tokens, roughly: for questions about a text that need no parse.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace tfscope {

struct Token {
  enum class Kind : uint8_t { kName, kNumber, kString, kOperator };
  Kind kind;
  std::string_view text;
  uint32_t depth = 0;  ///< open brackets around it; a bracket itself counts as outside
};

/// A line as Python's grammar sees it: joined over brackets, backslashes and strings of several lines.
struct LogicalLine {
  uint32_t indentation = 0;  ///< in columns
  std::vector<Token> tokens;
};

/// The logical lines of `code` that hold anything. Never fails: what is no token is skipped.
std::vector<LogicalLine> Tokenize(std::string_view code);

/// The length of the string literal's quotes and body at the start of `text`, which begins with a quote; the rest of
/// the line, or of the text for three quotes, if it does not end.
size_t StringLength(std::string_view text);

}  // namespace tfscope
