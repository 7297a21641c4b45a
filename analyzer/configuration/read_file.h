// Reading the small files that configure a run.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace tfscope {

/// The bytes of a regular file of at most `max_size` bytes; nothing for anything else.
std::optional<std::string> ReadSmallFile(const std::filesystem::path& file, uintmax_t max_size = uintmax_t{1} << 20);

}  // namespace tfscope
