// Format specifications: `[[fill]align][sign][#][0][width][grouping][.precision][type]`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace tfscope {

/// Widths and precisions past this are not laid out.
inline constexpr int64_t kLargestText = 16 << 20;

struct FormatSpec {
  std::string fill = " ";
  bool has_fill = false;
  char align = 0;  ///< one of < > = ^, or 0: the type's default
  char sign = 0;   ///< + - or space, 0: none given
  bool alternate = false;
  int64_t width = -1;
  char grouping = 0;  ///< , or _
  int64_t precision = -1;
  char type = 0;

  bool too_large() const { return width > kLargestText || precision > kLargestText; }
};

/// The error is the message of a ValueError.
tl::expected<FormatSpec, std::string> ParseFormatSpec(std::string_view text);

/// `text` filled to the width; `default_align` is the type's own alignment.
std::string Pad(const FormatSpec& spec, std::string_view text, char default_align);

/// A number laid out: sign, prefix (`0x`), digits with grouping, the rest (`.5e+10`), filled to the width.
struct NumberText {
  bool negative = false;
  std::string prefix;
  std::string digits;  ///< integral digits, which are grouped
  std::string rest;
  size_t group_size = 3;
};
std::string PadNumber(const FormatSpec& spec, const NumberText& number);

}  // namespace tfscope
