// Classes of bytes in Python source.
#pragma once

namespace tfscope {

/// Letters and `_`; bytes of characters beyond ASCII count as letters.
constexpr bool IsNameStart(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
constexpr bool IsDigit(char c) { return c >= '0' && c <= '9'; }
constexpr bool IsNamePart(char c) { return IsNameStart(c) || IsDigit(c); }
constexpr bool IsQuote(char c) { return c == '"' || c == '\''; }

/// Whitespace that does not end a line.
constexpr bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\f'; }

}  // namespace tfscope
