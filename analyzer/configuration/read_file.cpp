#include "analyzer/configuration/read_file.h"

#include <fstream>
#include <iterator>
#include <system_error>

namespace tfscope {

std::optional<std::string> ReadSmallFile(const std::filesystem::path& file, uintmax_t max_size) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error)) return std::nullopt;
  if (const uintmax_t size = std::filesystem::file_size(file, error); error || size > max_size) return std::nullopt;
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

}  // namespace tfscope
