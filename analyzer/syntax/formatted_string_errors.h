// What CPython 3.7 says of f-strings that it cannot read.
#pragma once

#include <optional>
#include <string_view>

namespace tfscope {

/// The error of an f-string's text between its quotes; nothing if its fields are well-formed, whatever their
/// expressions.
std::optional<std::string_view> FormattedStringError(std::string_view content);

}  // namespace tfscope
