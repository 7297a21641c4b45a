#include "analyzer/reporters/style.h"

#include <algorithm>
#include <span>

#include <fmt/format.h>

namespace tfscope {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// The blocks that matter, not the whole of Unicode's tables: a wrong width only shifts a mark.
constexpr Range kWide[] = {{0x1100, 0x115F},   {0x2E80, 0xA4CF},   {0xAC00, 0xD7A3},  {0xF900, 0xFAFF},
                           {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},  {0x1F300, 0x1F64F},
                           {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};
constexpr Range kCombining[] = {{0x300, 0x36F}, {0x200B, 0x200F}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}};

bool IsIn(std::span<const Range> ranges, char32_t code_point) {
  return std::ranges::any_of(ranges,
                             [&](Range range) { return code_point >= range.first && code_point <= range.last; });
}

std::string_view Escape(Paint paint) {
  switch (paint) {
    case Paint::kPlain:
      return "";
    case Paint::kBold:
      return "\x1b[1m";
    case Paint::kError:
      return "\x1b[1;31m";
    case Paint::kWarning:
      return "\x1b[1;33m";
    case Paint::kInfo:
      return "\x1b[1;36m";
    case Paint::kFrame:
      return "\x1b[34m";
    case Paint::kHelp:
      return "\x1b[32m";
    case Paint::kDim:
      return "\x1b[2m";
  }
  return "";
}

}  // namespace

std::string Style::operator()(Paint paint, std::string_view text) const {
  if (!color_ || paint == Paint::kPlain || text.empty()) return std::string(text);
  return fmt::format("{}{}\x1b[0m", Escape(paint), text);
}

size_t DisplayWidth(std::string_view text) {
  size_t width = 0;
  for (size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
    char32_t code_point = length == 1 ? byte : byte & (0xFFu >> (length + 1));
    for (size_t index = 1; index < length && at + index < text.size(); ++index) {
      code_point = code_point << 6 | (static_cast<unsigned char>(text[at + index]) & 0x3Fu);
    }
    width += IsIn(kCombining, code_point) ? 0 : IsIn(kWide, code_point) ? 2 : 1;
    at += length;
  }
  return width;
}

std::string PadRight(std::string_view text, size_t width) {
  const size_t used = DisplayWidth(text);
  return std::string(text) + std::string(width > used ? width - used : 0, ' ');
}

std::string Counted(uint64_t count, std::string_view singular, std::string_view plural) {
  if (count == 1) return fmt::format("1 {}", singular);
  return plural.empty() ? fmt::format("{} {}s", count, singular) : fmt::format("{} {}", count, plural);
}

}  // namespace tfscope
