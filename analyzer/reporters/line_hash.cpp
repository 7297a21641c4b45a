#include "analyzer/reporters/line_hash.h"

#include <cstdint>
#include <map>

#include <fmt/format.h>

namespace tfscope {
namespace {

constexpr size_t kWindow = 100;
constexpr uint64_t kBase = 37;
constexpr uint16_t kEndOfFile = 0xFFFF;

/// The code point at `at`, which moves past it; U+FFFD for a byte that belongs to none.
uint32_t TakeCodePoint(std::string_view text, size_t& at) {
  const auto first = static_cast<unsigned char>(text[at++]);
  if (first < 0x80) return first;
  const size_t more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
  if (more == 0 || at + more > text.size()) return 0xFFFD;
  uint32_t code_point = first & (0x3Fu >> more);
  for (size_t index = 0; index < more; ++index) {
    code_point = (code_point << 6) | (static_cast<unsigned char>(text[at + index]) & 0x3Fu);
  }
  at += more;
  return code_point;
}

/// What is hashed: the UTF-16 units that are not blanks or tabs, and where the lines begin among them.
struct Units {
  std::vector<uint16_t> units;
  std::vector<size_t> lines;
};

Units UnitsOf(std::string_view text) {
  Units result;
  bool starts_line = true;
  const auto add = [&](uint32_t unit) {
    if (starts_line) result.lines.push_back(result.units.size());
    starts_line = unit == '\n';
    result.units.push_back(static_cast<uint16_t>(unit));
  };
  for (size_t at = 0; at < text.size();) {
    const uint32_t code_point = TakeCodePoint(text, at);
    if (code_point == ' ' || code_point == '\t') continue;
    if (code_point >= 0x10000) {
      add(0xD800 + ((code_point - 0x10000) >> 10));
      add(0xDC00 + (code_point & 0x3FF));
    } else {
      add(code_point);
    }
  }
  add(kEndOfFile);
  return result;
}

}  // namespace

std::vector<std::string> LineHashes(std::string_view text) {
  const Units units = UnitsOf(text);
  std::map<uint64_t, uint32_t> counts;
  std::vector<std::string> hashes;
  for (const size_t begin : units.lines) {
    uint64_t hash = 0;
    for (size_t index = begin; index < begin + kWindow; ++index) {
      hash = hash * kBase + (index < units.units.size() ? units.units[index] : 0);
    }
    hashes.push_back(fmt::format("{:x}:{}", hash, ++counts[hash]));
  }
  return hashes;
}

}  // namespace tfscope
