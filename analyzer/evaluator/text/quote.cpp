#include "analyzer/evaluator/text/quote.h"

#include <fmt/format.h>

#include "analyzer/evaluator/heap.h"
#include "analyzer/evaluator/text/symbolic_text.h"
#include "analyzer/evaluator/text/unicode.h"

namespace tfscope {

namespace {

char QuoteFor(std::string_view text) {
  bool has_single = text.find('\'') != text.npos;
  return has_single && text.find('"') == text.npos ? '"' : '\'';
}

void AppendEscape(std::string& result, uint32_t c) {
  if (c < 0x100) {
    result += fmt::format("\\x{:02x}", c);
  } else if (c < 0x10000) {
    result += fmt::format("\\u{:04x}", c);
  } else {
    result += fmt::format("\\U{:08x}", c);
  }
}

/// The two-character escape of `c`, if it has one.
bool AppendShortEscape(std::string& result, uint32_t c, char quote) {
  switch (c) {
    case '\n':
      result += "\\n";
      return true;
    case '\r':
      result += "\\r";
      return true;
    case '\t':
      result += "\\t";
      return true;
    case '\\':
      result += "\\\\";
      return true;
    default:
      break;
  }
  if (c != static_cast<uint32_t>(quote)) return false;
  result += '\\';
  result += quote;
  return true;
}

}  // namespace

std::string QuoteText(std::string_view text, bool ascii_only) {
  char quote = QuoteFor(text);
  std::string result(1, quote);
  for (size_t position = 0; position < text.size();) {
    if (size_t end = PlaceholderEnd(text, position); end != position) {
      result += text.substr(position, end - position);
      position = end;
      continue;
    }
    uint32_t c = DecodeCodePoint(text, position);
    if (AppendShortEscape(result, c, quote)) continue;
    if (IsPrintable(c) && (c < 0x80 || !ascii_only)) {
      AppendCodePoint(result, c);
    } else {
      AppendEscape(result, c);
    }
  }
  return result + quote;
}

std::string QuoteBytes(std::string_view data, bool is_bytearray) {
  char quote = QuoteFor(data);
  std::string result = std::string("b") + quote;
  for (char c : data) {
    auto byte = static_cast<unsigned char>(c);
    if (AppendShortEscape(result, byte, quote)) continue;
    if (is_bytearray && c == '\'') result += '\\';
    if (byte >= 0x20 && byte < 0x7F) {
      result += c;
    } else {
      AppendEscape(result, byte);
    }
  }
  return result + quote;
}

std::string EscapeNonAscii(std::string_view text) {
  std::string result;
  for (size_t position = 0; position < text.size();) {
    uint32_t c = DecodeCodePoint(text, position);
    if (c < 0x80) {
      result += static_cast<char>(c);
    } else {
      AppendEscape(result, c);
    }
  }
  return result;
}

}  // namespace tfscope
