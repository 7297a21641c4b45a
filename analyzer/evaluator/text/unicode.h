// Code points of UTF-8 text: decoding, classes and case, of all of Unicode as CPython 3.7 knows it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tfscope {

/// The code point at `position`, which moves past it. An invalid byte is a code point of its own (U+DC80 + low bits).
uint32_t DecodeCodePoint(std::string_view text, size_t& position);
void AppendCodePoint(std::string& text, uint32_t code_point);
/// Bytes of the code point that starts at `position`.
size_t CodePointSize(std::string_view text, size_t position);
/// Byte offset of the code point with this index; the end if there are fewer.
size_t ByteOffset(std::string_view text, size_t index);

bool IsSpace(uint32_t c);
bool IsAlpha(uint32_t c);
bool IsDecimal(uint32_t c);
/// A decimal or another digit, as a superscript or a circled one.
bool IsDigit(uint32_t c);
/// A digit, a fraction or another character that stands for a number.
bool IsNumeric(uint32_t c);
bool IsUpper(uint32_t c);
bool IsLower(uint32_t c);
/// Two letters in one character of which the first is upper case; it is neither upper nor lower case.
bool IsTitleLetter(uint32_t c);
/// A letter of any of the three cases.
bool IsCased(uint32_t c);
/// Does not count where one looks for the letter before or behind: apostrophes, stops, accents.
bool IsCaseIgnorable(uint32_t c);
/// May begin a name.
bool IsIdentifierStart(uint32_t c);
/// May stand within a name.
bool IsIdentifierPart(uint32_t c);
/// Shown as it is by `repr`.
bool IsPrintable(uint32_t c);
/// The value of a decimal digit of any script; -1 for other characters.
int DecimalValue(uint32_t c);
/// Decimal digits of other scripts as those of ASCII.
std::string WithAsciiDigits(std::string_view text);
/// Append a character in another case, where it may be several.
void AppendUpper(std::string& result, uint32_t c);
void AppendLower(std::string& result, uint32_t c);
void AppendTitle(std::string& result, uint32_t c);
void AppendFolded(std::string& result, uint32_t c);

}  // namespace tfscope
