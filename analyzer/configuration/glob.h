// Patterns of paths, as .gitignore files and configuration have them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tfscope {

/// Whether `name`, which has no slash, matches: `*` any characters, `?` one, `[a-z]` one of a set (`!` or `^`: of
/// none), a backslash takes the next character as it is. Time is bounded by the product of the two lengths.
bool MatchesName(std::string_view pattern, std::string_view name);

/// Whether a path with forward slashes matches a pattern with slashes, in which `**` stands for any number of folders.
bool MatchesPath(std::string_view pattern, std::string_view path);

/// Whether a relative path matches a pattern of the configuration: without a slash, it is about the last name.
bool MatchesPattern(std::string_view pattern, std::string_view path);

/// Whether a relative path or a folder above it matches.
bool CoversPath(std::string_view pattern, std::string_view path);

}  // namespace tfscope
