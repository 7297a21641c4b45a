// The values of string and number literals.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tfscope {

/// The parts of one string literal: prefix, quotes, and where its content lies in the literal.
struct StringLiteral {
  bool raw = false;
  bool bytes = false;
  bool formatted = false;
  bool unicode = false;  ///< `u` prefix
  uint32_t content_begin = 0;
  uint32_t content_end = 0;
};

/// Reads prefix and quotes of `literal`; a missing end quote is forgiven.
StringLiteral ReadStringLiteral(std::string_view literal);

/// How the content of a literal is to be read.
struct EscapeRules {
  bool raw = false;
  bool bytes = false;      ///< result is bytes: `\x` and octal escapes give bytes, no `\u`
  bool formatted = false;  ///< `{{` and `}}` stand for one brace
};

/// Appends the value of `content` to `out`. Returns what is wrong with an escape, if any; the escape then stays as
/// written.
std::optional<std::string> DecodeStringContent(std::string_view content, const EscapeRules& rules, std::string& out);

/// A number as `Int`, `Float` and `Imaginary` hold it.
struct NumberLiteral {
  enum class Kind : uint8_t { kInt, kFloat, kImaginary };
  Kind kind = Kind::kInt;
  std::string digits;
  bool python2 = false;         ///< `0755` or `10L`
  const char* error = nullptr;  ///< what is wrong with it, or null
};

NumberLiteral ReadNumber(std::string_view literal);

}  // namespace tfscope
