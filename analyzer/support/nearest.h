// The nearest of some names to one that was mistyped, for error messages.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace tfscope {

/// Number of inserted, deleted, replaced or exchanged characters that turn `left` into `right`; case is ignored.
size_t EditDistance(std::string_view left, std::string_view right);

/// The candidate nearest to `name`, the first among equals; empty if none is near enough to be meant.
std::string NearestName(std::string_view name, std::span<const std::string> candidates);

}  // namespace tfscope
