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

namespace {

constexpr Range kOtherDigits[] = {{0xB2, 0xB3},     {0xB9, 0xB9},     {0x1369, 0x1371}, {0x19DA, 0x19DA},
                                  {0x2070, 0x2070}, {0x2074, 0x2079}, {0x2080, 0x2089}, {0x2460, 0x2468},
                                  {0x2474, 0x247C}, {0x2488, 0x2490}, {0x24EA, 0x24EA}, {0x24F5, 0x24FD},
                                  {0x24FF, 0x24FF}, {0x2776, 0x277E}, {0x2780, 0x2788}, {0x278A, 0x2792}};

constexpr Range kOtherNumbers[] = {
    {0xBC, 0xBE},     {0x9F4, 0x9F9},   {0xB72, 0xB77},   {0xBF0, 0xBF2},   {0xC78, 0xC7E},   {0xD58, 0xD5E},
    {0xD70, 0xD78},   {0xF2A, 0xF33},   {0x1372, 0x137C}, {0x16EE, 0x16F0}, {0x17F0, 0x17F9}, {0x2150, 0x2182},
    {0x2185, 0x2189}, {0x2469, 0x2473}, {0x247D, 0x2487}, {0x2491, 0x249B}, {0x24EB, 0x24F4}, {0x24FE, 0x24FE},
    {0x277F, 0x277F}, {0x2789, 0x2789}, {0x2793, 0x2793}, {0x2CFD, 0x2CFD}, {0x3007, 0x3007}, {0x3021, 0x3029},
    {0x3038, 0x303A}, {0x3192, 0x3195}, {0x3220, 0x3229}, {0x3248, 0x324F}, {0x3251, 0x325F}, {0x3280, 0x3289},
    {0x32B1, 0x32BF}, {0x3405, 0x3405}, {0x3483, 0x3483}, {0x382A, 0x382A}, {0x3B4D, 0x3B4D}, {0x4E00, 0x4E00},
    {0x4E03, 0x4E03}, {0x4E07, 0x4E07}, {0x4E09, 0x4E09}, {0x4E5D, 0x4E5D}, {0x4E8C, 0x4E8C}, {0x4E94, 0x4E94},
    {0x4E96, 0x4E96}, {0x4EBF, 0x4EC0}, {0x4EDF, 0x4EDF}, {0x4EE8, 0x4EE8}, {0x4F0D, 0x4F0D}, {0x4F70, 0x4F70},
    {0x5104, 0x5104}, {0x5146, 0x5146}, {0x5169, 0x5169}, {0x516B, 0x516B}, {0x516D, 0x516D}, {0x5341, 0x5341},
    {0x5343, 0x5345}, {0x534C, 0x534C}, {0x53C1, 0x53C4}, {0x56DB, 0x56DB}, {0x58F1, 0x58F1}, {0x58F9, 0x58F9},
    {0x5E7A, 0x5E7A}, {0x5EFE, 0x5EFF}, {0x5F0C, 0x5F0E}, {0x5F10, 0x5F10}, {0x62FE, 0x62FE}, {0x634C, 0x634C},
    {0x67D2, 0x67D2}, {0x6F06, 0x6F06}, {0x7396, 0x7396}, {0x767E, 0x767E}, {0x8086, 0x8086}, {0x842C, 0x842C},
    {0x8CAE, 0x8CAE}, {0x8CB3, 0x8CB3}, {0x8D30, 0x8D30}, {0x9621, 0x9621}, {0x9646, 0x9646}, {0x964C, 0x964C},
    {0x9678, 0x9678}, {0x96F6, 0x96F6}, {0xA6E6, 0xA6EF}, {0xA830, 0xA835}, {0xF96B, 0xF96B}, {0xF973, 0xF973},
    {0xF978, 0xF978}, {0xF9B2, 0xF9B2}, {0xF9D1, 0xF9D1}, {0xF9D3, 0xF9D3}, {0xF9FD, 0xF9FD}};

}  // namespace

bool IsDigit(uint32_t c) { return IsDecimal(c) || InRanges(kOtherDigits, c); }
bool IsNumeric(uint32_t c) { return IsDigit(c) || InRanges(kOtherNumbers, c); }

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

namespace {

/// The upper case of the pair of letters (as U+01C4) whose three cases stand in a row; 0 if it is no such pair.
uint32_t UpperOfPair(uint32_t c) {
  if (c >= 0x1C4 && c <= 0x1CC) return c - (c - 0x1C4) % 3;
  return c >= 0x1F1 && c <= 0x1F3 ? 0x1F1 : 0;
}

}  // namespace

uint32_t ToUpper(uint32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z' ? c - 32 : c;
  if (c == 0xB5) return 0x39C;
  if (c == 0xFF) return 0x178;
  if ((c >= 0xE0 && c <= 0xFE && c != 0xF7) || (c >= 0x430 && c <= 0x44F)) return c - 32;
  if (c >= 0x450 && c <= 0x45F) return c - 80;
  if (c == 0x3C2) return 0x3A3;
  if (UpperOfPair(c) != 0) return UpperOfPair(c);
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
  if (UpperOfPair(c) != 0) return UpperOfPair(c) + 2;
  if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x410 && c <= 0x42F)) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  if (c >= 0x391 && c <= 0x3A9 && c != 0x3A2) return c + 32;
  bool odd_is_lower = (c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177) || (c >= 0x460 && c <= 0x481);
  if (odd_is_lower && c != 0x130) return (c & 1) == 0 ? c + 1 : c;
  bool even_is_lower = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
  if (even_is_lower) return (c & 1) != 0 ? c + 1 : c;
  return c;
}

bool IsTitleLetter(uint32_t c) { return UpperOfPair(c) != 0 && c == UpperOfPair(c) + 1; }

uint32_t ToTitle(uint32_t c) { return UpperOfPair(c) != 0 ? UpperOfPair(c) + 1 : ToUpper(c); }

bool IsUpper(uint32_t c) { return (ToLower(c) != c && !IsTitleLetter(c)) || c == 0x130; }
bool IsLower(uint32_t c) { return (ToUpper(c) != c && !IsTitleLetter(c)) || !SpecialUpper(c).empty(); }

}  // namespace tfscope
