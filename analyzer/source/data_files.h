// The files and folders that a program asks for: which there are, and what small ones contain. Never written to.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tfscope {

/// What stands at a path. `kOther` is a device, a pipe or a socket, which is never opened.
enum class DataKind : uint8_t { kAbsent, kFile, kFolder, kOther };

/// Relative paths are looked up in the working folder and in the folders given, in this order. The first that exists is
/// taken, else the path in the working folder.
class DataFiles {
 public:
  explicit DataFiles(std::vector<std::filesystem::path> folders) : folders_(std::move(folders)) {}

  DataKind KindOf(std::string_view path) const;

  /// The path itself is a symbolic link, whatever it leads to.
  bool IsLink(std::string_view path) const;

  /// Bytes of a regular file; nothing of anything else.
  std::optional<uint64_t> SizeOf(std::string_view path) const;

  /// The content of a regular file of at most kMaxDataFile bytes.
  std::optional<std::string> Read(std::string_view path) const;

  /// Sorted names in a folder of at most kMaxDataFolder entries.
  std::optional<std::vector<std::string>> List(std::string_view path) const;

 private:
  std::filesystem::path Resolve(std::string_view path) const;

  std::vector<std::filesystem::path> folders_;
};

inline constexpr uint64_t kMaxDataFile = uint64_t{4} << 20;
inline constexpr size_t kMaxDataFolder = 10'000;

}  // namespace tfscope
