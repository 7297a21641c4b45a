#include "analyzer/source/data_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <system_error>

namespace tfscope {
namespace {

namespace fs = std::filesystem;

/// An open file, closed at the end of its scope.
class Descriptor {
 public:
  // Without O_NONBLOCK opening a pipe, put there between the question and the opening, would wait for its other end.
  explicit Descriptor(const fs::path& path) : number_(open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }

  bool IsRegular() const {
    struct stat status {};
    return number_ >= 0 && fstat(number_, &status) == 0 && S_ISREG(status.st_mode);
  }

  ssize_t Read(char* buffer, size_t size) const { return read(number_, buffer, size); }

 private:
  int number_;
};

bool Exists(const fs::path& path) {
  std::error_code error;
  return fs::exists(fs::status(path, error));
}

}  // namespace

fs::path DataFiles::Resolve(std::string_view text) const {
  fs::path path(text);
  if (path.is_absolute() || Exists(path)) return path;
  for (const fs::path& folder : folders_) {
    if (Exists(folder / path)) return folder / path;
  }
  return path;
}

DataKind DataFiles::KindOf(std::string_view path) const {
  if (path.empty() || path.find('\0') != std::string_view::npos) return DataKind::kAbsent;
  std::error_code error;
  const fs::file_status status = fs::status(Resolve(path), error);
  if (!fs::exists(status)) return DataKind::kAbsent;
  if (fs::is_regular_file(status)) return DataKind::kFile;
  return fs::is_directory(status) ? DataKind::kFolder : DataKind::kOther;
}

bool DataFiles::IsLink(std::string_view path) const {
  std::error_code error;
  return fs::is_symlink(fs::symlink_status(Resolve(path), error));
}

std::optional<uint64_t> DataFiles::SizeOf(std::string_view path) const {
  if (KindOf(path) != DataKind::kFile) return std::nullopt;
  std::error_code error;
  const uint64_t size = fs::file_size(Resolve(path), error);
  return error ? std::nullopt : std::optional(size);
}

std::optional<std::string> DataFiles::Read(std::string_view path) const {
  const std::optional<uint64_t> size = SizeOf(path);
  if (!size || *size > kMaxDataFile) return std::nullopt;
  const Descriptor file(Resolve(path));
  if (!file.IsRegular()) return std::nullopt;
  std::string bytes;
  char buffer[1 << 16];
  while (true) {
    const ssize_t count = file.Read(buffer, sizeof buffer);
    if (count < 0) return std::nullopt;
    if (count == 0) return bytes;
    bytes.append(buffer, static_cast<size_t>(count));
    if (bytes.size() > kMaxDataFile) return std::nullopt;  // it grew
  }
}

std::optional<std::vector<std::string>> DataFiles::List(std::string_view path) const {
  if (KindOf(path) != DataKind::kFolder) return std::nullopt;
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry(Resolve(path), error), end; !error && entry != end; entry.increment(error)) {
    names.push_back(entry->path().filename().string());
    if (names.size() > kMaxDataFolder) return std::nullopt;
  }
  if (error) return std::nullopt;
  std::ranges::sort(names);
  return names;
}

}  // namespace tfscope
