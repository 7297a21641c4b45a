#include "analyzer/source/data_files.h"

#include <system_error>

namespace tfscope {

namespace fs = std::filesystem;

DataFiles::DataFiles(FileSystem& disk, std::vector<fs::path> folders) : disk_(disk), folders_(std::move(folders)) {
  std::error_code error;
  working_folder_ = fs::current_path(error);
}

fs::path DataFiles::Resolve(std::string_view text) const {
  const fs::path path = working_folder_ / text;  // `text` itself if that is absolute
  if (fs::path(text).is_absolute() || disk_.KindOf(path) != FileKind::kAbsent) return path;
  for (const fs::path& folder : folders_) {
    if (disk_.KindOf(folder / text) != FileKind::kAbsent) return folder / text;
  }
  return path;
}

FileKind DataFiles::KindOf(std::string_view path) const {
  if (path.empty() || path.find('\0') != std::string_view::npos) return FileKind::kAbsent;
  return disk_.KindOf(Resolve(path));
}

bool DataFiles::IsLink(std::string_view path) const { return disk_.IsLink(Resolve(path)); }

std::optional<uint64_t> DataFiles::SizeOf(std::string_view path) const {
  if (KindOf(path) != FileKind::kFile) return std::nullopt;
  return disk_.SizeOf(Resolve(path));
}

std::optional<std::string> DataFiles::Read(std::string_view path) const {
  if (KindOf(path) != FileKind::kFile) return std::nullopt;
  return disk_.Read(Resolve(path), kMaxDataFile);
}

std::optional<std::vector<std::string>> DataFiles::List(std::string_view path) const {
  if (KindOf(path) != FileKind::kFolder) return std::nullopt;
  return disk_.List(Resolve(path));
}

}  // namespace tfscope
