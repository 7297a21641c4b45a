#include "analyzer/evaluator/text/unicode.h"

#include <algorithm>

namespace tfscope {

namespace {
struct Range {
  uint32_t first;
  uint32_t last;
};

template <size_t N>
bool InRanges(const Range (&ranges)[N], uint32_t c) {
  return std::any_of(std::begin(ranges), std::end(ranges),
                     [c](const Range& range) { return c >= range.first && c <= range.last; });
}

/// The zero of each row of decimal digits.
constexpr uint32_t kDecimalZeros[] = {'0',    0x660,  0x6F0,   0x7C0,   0x966,   0x9E6,   0xA66,  0xAE6,  0xB66,
                                      0xBE6,  0xC66,  0xCE6,   0xD66,   0xE50,   0xED0,   0xF20,  0x1040, 0x17E0,
                                      0x1810, 0xFF10, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6};

unsigned char ByteAt(std::string_view text, size_t position) { return static_cast<unsigned char>(text[position]); }

/// Length that the first byte announces; 0 if it cannot start a code point.
size_t AnnouncedSize(unsigned char first) {
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first < 0xE0) return 2;
  if (first >= 0xE0 && first < 0xF0) return 3;
  return first >= 0xF0 && first < 0xF5 ? 4 : 0;
}
}  // namespace

size_t CodePointSize(std::string_view text, size_t position) {
  size_t size = AnnouncedSize(ByteAt(text, position));
  if (size == 0 || position + size > text.size()) return 1;
  for (size_t i = 1; i < size; ++i) {
    if ((ByteAt(text, position + i) & 0xC0) != 0x80) return 1;
  }
  return size;
}

uint32_t DecodeCodePoint(std::string_view text, size_t& position) {
  size_t size = CodePointSize(text, position);
  uint32_t first = ByteAt(text, position);
  uint32_t result = first;
  if (size == 1 && first >= 0x80) result = 0xDC00 + first;
  if (size > 1) result = first & (0x7Fu >> size);
  for (size_t i = 1; i < size; ++i) result = result << 6 | (ByteAt(text, position + i) & 0x3Fu);
  position += size;
  return result;
}

void AppendCodePoint(std::string& text, uint32_t c) {
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else if (c < 0x800) {
    text += static_cast<char>(0xC0 | c >> 6);
    text += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    text += static_cast<char>(0xE0 | c >> 12);
    text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    text += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    text += static_cast<char>(0xF0 | c >> 18);
    text += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    text += static_cast<char>(0x80 | (c & 0x3F));
  }
}

size_t ByteOffset(std::string_view text, size_t index) {
  size_t position = 0;
  while (index > 0 && position < text.size()) {
    position += CodePointSize(text, position);
    --index;
  }
  return position;
}

bool IsSpace(uint32_t c) {
  constexpr Range kSpaces[] = {{0x09, 0x0D},     {0x1C, 0x20},     {0x85, 0x85},     {0xA0, 0xA0},
                               {0x1680, 0x1680}, {0x2000, 0x200A}, {0x2028, 0x2029}, {0x202F, 0x202F},
                               {0x205F, 0x205F}, {0x3000, 0x3000}};
  return InRanges(kSpaces, c);
}

bool IsPrintable(uint32_t c) {
  constexpr Range kHidden[] = {{0, 0x1F},        {0x7F, 0xA0},     {0xAD, 0xAD},     {0x1680, 0x1680},
                               {0x180E, 0x180E}, {0x2000, 0x200F}, {0x2028, 0x202F}, {0x205F, 0x206F},
                               {0x3000, 0x3000}, {0xD7A4, 0xD7AF}, {0xD7C7, 0xD7CA}, {0xD7FC, 0xF8FF},
                               {0xFEFF, 0xFEFF}, {0xFFF0, 0xFFFB}, {0xFFFE, 0xFFFF}, {0xE0000, UINT32_MAX}};
  return !InRanges(kHidden, c);
}

bool IsAlpha(uint32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  constexpr Range kOthers[] = {
      {0x80, 0xA9},     {0xAB, 0xB4},       {0xB6, 0xB9},         {0xBB, 0xBF},     {0xD7, 0xD7},     {0xF7, 0xF7},
      {0x300, 0x36F},   {0x660, 0x669},     {0x2000, 0x2BFF},     {0x3000, 0x3004}, {0x3007, 0x3030}, {0xD7A4, 0xD7AF},
      {0xD7C7, 0xD7CA}, {0xD7FC, 0xF8FF},   {0xFE00, 0xFE6F},     {0xFF00, 0xFF20}, {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65},
      {0xFFE0, 0xFFFF}, {0x1F000, 0x1FAFF}, {0xE0000, UINT32_MAX}};
  return !InRanges(kOthers, c);
}

bool IsDecimal(uint32_t c) { return DecimalValue(c) >= 0; }

int DecimalValue(uint32_t c) {
  for (uint32_t zero : kDecimalZeros) {
    if (c >= zero && c < zero + 10) return static_cast<int>(c - zero);
  }
  return -1;
}

std::string WithAsciiDigits(std::string_view text) {
  std::string result;
  for (size_t position = 0; position < text.size();) {
    const size_t begin = position;
    const uint32_t c = DecodeCodePoint(text, position);
    const int digit = c < 0x80 ? -1 : DecimalValue(c);
    if (digit >= 0) {
      result += static_cast<char>('0' + digit);
    } else {
      result += text.substr(begin, position - begin);
    }
  }
  return result;
}

std::string_view SpecialUpper(uint32_t c) {
  switch (c) {
    case 0xDF:
      return "SS";
    case 0x149:
      return "\u02BCN";
    case 0xFB00:
      return "FF";
    case 0xFB01:
      return "FI";
    case 0xFB02:
      return "FL";
    case 0xFB03:
      return "FFI";
    case 0xFB04:
      return "FFL";
    case 0xFB05:
    case 0xFB06:
      return "ST";
    default:
      return {};
  }
}

uint32_t ToUpper(uint32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z' ? c - 32 : c;
  if (c == 0xB5) return 0x39C;
  if (c == 0xFF) return 0x178;
  if ((c >= 0xE0 && c <= 0xFE && c != 0xF7) || (c >= 0x430 && c <= 0x44F)) return c - 32;
  if (c >= 0x450 && c <= 0x45F) return c - 80;
  if (c == 0x3C2) return 0x3A3;
  if (c >= 0x3B1 && c <= 0x3C9) return c - 32;
  bool odd_is_lower = (c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177) || (c >= 0x460 && c <= 0x481);
  if (odd_is_lower && c != 0x131) return (c & 1) != 0 ? c - 1 : c;
  bool even_is_lower = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
  if (even_is_lower) return (c & 1) == 0 ? c - 1 : c;
  return c;
}

uint32_t ToLower(uint32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (c == 0x178) return 0xFF;
  if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x410 && c <= 0x42F)) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  if (c >= 0x391 && c <= 0x3A9 && c != 0x3A2) return c + 32;
  bool odd_is_lower = (c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177) || (c >= 0x460 && c <= 0x481);
  if (odd_is_lower && c != 0x130) return (c & 1) == 0 ? c + 1 : c;
  bool even_is_lower = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
  if (even_is_lower) return (c & 1) != 0 ? c + 1 : c;
  return c;
}

bool IsUpper(uint32_t c) { return ToLower(c) != c || c == 0x130; }
bool IsLower(uint32_t c) { return ToUpper(c) != c || !SpecialUpper(c).empty(); }

}  // namespace tfscope
