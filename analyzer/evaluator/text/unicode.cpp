#include "analyzer/evaluator/text/unicode.h"

namespace tfscope {

namespace {
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

}  // namespace tfscope
