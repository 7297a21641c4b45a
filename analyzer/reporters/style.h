// Colours and columns of terminal text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tfscope {

enum class Paint : uint8_t { kPlain, kBold, kError, kWarning, kInfo, kFrame, kHelp, kDim };

/// Wraps text in escape sequences, or leaves it alone.
class Style {
 public:
  explicit Style(bool color) : color_(color) {}
  std::string operator()(Paint paint, std::string_view text) const;

 private:
  bool color_;
};

/// Columns that a terminal needs for `text`: wide characters take two, combining ones none.
size_t DisplayWidth(std::string_view text);

/// `text` and blanks up to `width` columns.
std::string PadRight(std::string_view text, size_t width);

/// `1 variable`, `2 variables`; `plural` replaces the ending `s`.
std::string Counted(uint64_t count, std::string_view singular, std::string_view plural = {});

}  // namespace tfscope
