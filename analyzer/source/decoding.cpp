#include "analyzer/source/decoding.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>

#include <fmt/format.h>
#include <iconv.h>

namespace tfscope {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

bool IsContinuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

// Length of the well-formed UTF-8 sequence at `at` (Unicode 15, table 3-7), 0 if there is none.
size_t SequenceLength(std::string_view text, size_t at) {
  const auto byte = [&](size_t index) -> unsigned char {
    return at + index < text.size() ? static_cast<unsigned char>(text[at + index]) : 0;
  };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return IsContinuation(byte(1)) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const unsigned char low = lead == 0xE0 ? 0xA0 : 0x80;
    const unsigned char high = lead == 0xED ? 0x9F : 0xBF;
    return byte(1) >= low && byte(1) <= high && IsContinuation(byte(2)) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const unsigned char low = lead == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = lead == 0xF4 ? 0x8F : 0xBF;
    return byte(1) >= low && byte(1) <= high && IsContinuation(byte(2)) && IsContinuation(byte(3)) ? 4 : 0;
  }
  return 0;
}

std::string WithLineFeeds(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const size_t end = text.find('\r');
    out.append(text.substr(0, end));
    if (end == std::string_view::npos) break;
    out += '\n';
    text.remove_prefix(end + 1);
    if (!text.empty() && text.front() == '\n') text.remove_prefix(1);
  }
  return out;
}

size_t LineOf(std::string_view bytes, size_t offset) {
  return 1 + static_cast<size_t>(std::count(bytes.begin(), bytes.begin() + static_cast<ptrdiff_t>(offset), '\n'));
}

std::string FromLatin1(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (const char c : bytes) AppendUtf8(static_cast<unsigned char>(c), out);
  return out;
}

// By the C library's tables; nothing if it does not know the encoding or the bytes are not in it.
std::optional<std::string> FromOtherEncoding(const std::string& encoding, std::string_view bytes) {
  const iconv_t converter = iconv_open("UTF-8", encoding.c_str());
  if (converter == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
  std::string out(bytes.size() * 4 + 16, '\0');
  char* from = const_cast<char*>(bytes.data());
  char* to = out.data();
  size_t from_left = bytes.size();
  size_t to_left = out.size();
  const size_t status = iconv(converter, &from, &from_left, &to, &to_left);
  iconv_close(converter);
  if (status == static_cast<size_t>(-1) || from_left > 0) return std::nullopt;
  out.resize(out.size() - to_left);
  return out;
}

bool IsOneOf(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// What a PEP 263 line says, found by hand as the expression of the PEP: ^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)
std::string EncodingOfLine(std::string_view line) {
  const size_t hash = line.find_first_not_of(" \t\f");
  if (hash == std::string_view::npos || line[hash] != '#') return "";
  for (size_t at = line.find("coding", hash); at != std::string_view::npos; at = line.find("coding", at + 1)) {
    size_t begin = at + 6;
    if (begin >= line.size() || (line[begin] != ':' && line[begin] != '=')) continue;
    begin = line.find_first_not_of(" \t", begin + 1);
    if (begin == std::string_view::npos) continue;
    std::string name;
    for (; begin < line.size() &&
           (std::isalnum(static_cast<unsigned char>(line[begin])) || std::strchr("-_.", line[begin]) != nullptr);
         ++begin) {
      const char c = line[begin];
      name += c == '_' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    if (!name.empty()) return name;
  }
  return "";
}

bool IsBlankOrComment(std::string_view line) {
  const size_t first = line.find_first_not_of(" \t\f");
  return first == std::string_view::npos || line[first] == '#';
}

}  // namespace

void AppendUtf8(uint32_t code_point, std::string& out) {
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) code_point = 0xFFFD;
  if (code_point < 0x80) {
    out += static_cast<char>(code_point);
    return;
  }
  if (code_point < 0x800) {
    out += static_cast<char>(0xC0 | (code_point >> 6));
  } else {
    if (code_point < 0x10000) {
      out += static_cast<char>(0xE0 | (code_point >> 12));
    } else {
      out += static_cast<char>(0xF0 | (code_point >> 18));
      out += static_cast<char>(0x80 | ((code_point >> 12) & 0x3F));
    }
    out += static_cast<char>(0x80 | ((code_point >> 6) & 0x3F));
  }
  out += static_cast<char>(0x80 | (code_point & 0x3F));
}

size_t CountCodePoints(std::string_view text) {
  return static_cast<size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !IsContinuation(static_cast<unsigned char>(c)); }));
}

size_t FindInvalidUtf8(std::string_view text) {
  size_t at = 0;
  while (at < text.size()) {
    uint64_t eight;
    if (at + sizeof eight <= text.size()) {
      std::memcpy(&eight, text.data() + at, sizeof eight);
      if ((eight & 0x8080808080808080u) == 0) {
        at += sizeof eight;
        continue;
      }
    }
    const size_t length = SequenceLength(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::string_view::npos;
}

std::string DeclaredEncoding(std::string_view bytes) {
  for (int line_number = 0; line_number < 2; ++line_number) {
    const size_t end = bytes.find_first_of("\r\n");
    const std::string_view line = bytes.substr(0, end);
    if (std::string name = EncodingOfLine(line); !name.empty()) return name;
    if (end == std::string_view::npos || !IsBlankOrComment(line)) return "";
    bytes.remove_prefix(end + (bytes.substr(end, 2) == "\r\n" ? 2 : 1));
  }
  return "";
}

tl::expected<std::string, std::string> DecodePython(std::string_view bytes) {
  if (bytes.substr(0, 2) == "\xff\xfe" || bytes.substr(0, 2) == "\xfe\xff") {
    return tl::unexpected(std::string("the file is UTF-16, which Python does not read"));
  }
  const bool marked = bytes.substr(0, kByteOrderMark.size()) == kByteOrderMark;
  if (marked) bytes.remove_prefix(kByteOrderMark.size());
  const std::string encoding = marked ? "" : DeclaredEncoding(bytes);

  if (IsOneOf(encoding, {"latin-1", "iso-8859-1", "iso8859-1", "latin1", "l1", "8859", "cp819", "iso-latin-1"})) {
    return WithLineFeeds(FromLatin1(bytes));
  }
  const bool ascii = IsOneOf(encoding, {"ascii", "us-ascii", "646"});
  if (encoding.empty() || ascii || encoding == "utf8" || encoding.starts_with("utf-8")) {
    size_t invalid = FindInvalidUtf8(bytes);
    if (ascii) {
      const auto high = std::find_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; });
      invalid = high == bytes.end() ? std::string_view::npos : static_cast<size_t>(high - bytes.begin());
    }
    if (invalid == std::string_view::npos) return WithLineFeeds(bytes);
    return tl::unexpected(fmt::format(
        "byte 0x{:02x} on line {} is not {}{}", static_cast<unsigned char>(bytes[invalid]), LineOf(bytes, invalid),
        ascii ? "ASCII" : "UTF-8",
        encoding.empty() ? ", and no coding line names another encoding" : ", which the coding line names"));
  }
  const std::optional<std::string> text = FromOtherEncoding(encoding, bytes);
  if (!text) return tl::unexpected(fmt::format("the file cannot be read in the encoding `{}` that it names", encoding));
  return WithLineFeeds(*text);
}

std::string DecodeLeniently(std::string_view bytes) {
  if (bytes.substr(0, kByteOrderMark.size()) == kByteOrderMark) bytes.remove_prefix(kByteOrderMark.size());
  std::string out;
  while (true) {
    const size_t invalid = FindInvalidUtf8(bytes);
    out += WithLineFeeds(bytes.substr(0, invalid));
    if (invalid == std::string_view::npos) return out;
    AppendUtf8(0xFFFD, out);
    bytes.remove_prefix(invalid + 1);
  }
}

}  // namespace tfscope
