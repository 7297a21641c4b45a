// Reading the small files that configure a run.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace tfscope {

/// The bytes of a regular file of at most a megabyte; nothing for anything else.
std::optional<std::string> ReadSmallFile(const std::filesystem::path& file);

}  // namespace tfscope
