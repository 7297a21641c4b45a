// The files and folders that a program asks for: which there are, and what small ones contain. Never written to.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/source/file_system.h"

namespace tfscope {

/// Relative paths are looked up in the working folder and in the folders given, in this order. The first that exists is
/// taken, else the path in the working folder.
class DataFiles {
 public:
  /// `folders` are absolute.
  DataFiles(FileSystem& disk, std::vector<std::filesystem::path> folders);

  FileKind KindOf(std::string_view path) const;

  /// The path itself is a symbolic link, whatever it leads to.
  bool IsLink(std::string_view path) const;

  /// Bytes of a regular file; nothing of anything else.
  std::optional<uint64_t> SizeOf(std::string_view path) const;

  /// The content of a regular file of at most kMaxDataFile bytes.
  std::optional<std::string> Read(std::string_view path) const;

  /// Sorted names in a folder of at most FileSystem::kMaxNames entries.
  std::optional<std::vector<std::string>> List(std::string_view path) const;

 private:
  std::filesystem::path Resolve(std::string_view path) const;

  FileSystem& disk_;
  std::filesystem::path working_folder_;
  std::vector<std::filesystem::path> folders_;
};

inline constexpr uint64_t kMaxDataFile = uint64_t{4} << 20;

}  // namespace tfscope
