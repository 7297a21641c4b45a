#include "analyzer/source/file_system.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <system_error>

#include "analyzer/support/hash.h"

namespace tfscope {
namespace {

namespace fs = std::filesystem;

/// No file that is read is larger.
constexpr uint64_t kMaxSize = uint64_t{64} << 20;

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

FileKind AskKind(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) return FileKind::kAbsent;
  if (fs::is_regular_file(status)) return FileKind::kFile;
  return fs::is_directory(status) ? FileKind::kFolder : FileKind::kOther;
}

bool AskIsLink(const fs::path& path) {
  std::error_code error;
  return fs::is_symlink(fs::symlink_status(path, error));
}

uint64_t AskSize(const fs::path& path) {
  std::error_code error;
  const uint64_t size = fs::file_size(path, error);
  return error ? 0 : size;
}

std::optional<std::string> AskContent(const fs::path& path, uint64_t max_size) {
  const Descriptor file(path);
  if (!file.IsRegular()) return std::nullopt;
  std::string bytes;
  char buffer[1 << 16];
  while (true) {
    const ssize_t count = file.Read(buffer, sizeof buffer);
    if (count < 0) return std::nullopt;
    if (count == 0) return bytes;
    bytes.append(buffer, static_cast<size_t>(count));
    if (bytes.size() > max_size) return std::nullopt;
  }
}

std::optional<std::vector<std::string>> AskNames(const fs::path& path) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry(path, error), end; !error && entry != end; entry.increment(error)) {
    names.push_back(entry->path().filename().string());
    if (names.size() > FileSystem::kMaxNames) return std::nullopt;
  }
  if (error) return std::nullopt;
  std::ranges::sort(names);
  return names;
}

uint64_t DigestOf(const std::optional<std::vector<std::string>>& names) {
  if (!names) return 0;
  Hash hash;
  for (const std::string& name : *names) hash.Add(name);
  return hash.value();
}

uint64_t DigestOf(std::optional<std::string_view> bytes) { return bytes ? HashOf(*bytes) : 0; }

}  // namespace

FileFacts& FileSystem::FactsOf(const std::string& path) {
  if (facts_.size() < kMaxPaths) return facts_[path];
  if (const auto known = facts_.find(path); known != facts_.end()) return known->second;
  overflows_ = true;
  unrecorded_ = {};
  return unrecorded_;
}

FileKind FileSystem::KindOf(const fs::path& path) {
  std::optional<FileKind>& kind = FactsOf(path.native()).kind;
  if (!kind) kind = AskKind(path);
  return *kind;
}

bool FileSystem::IsLink(const fs::path& path) {
  std::optional<bool>& is_link = FactsOf(path.native()).is_link;
  if (!is_link) is_link = AskIsLink(path);
  return *is_link;
}

std::optional<uint64_t> FileSystem::SizeOf(const fs::path& path) {
  if (!IsFile(path)) return std::nullopt;
  std::optional<uint64_t>& size = FactsOf(path.native()).size;
  if (!size) size = AskSize(path);
  return size;
}

std::optional<std::string> FileSystem::Read(const fs::path& path, uint64_t max_size) {
  const std::optional<uint64_t> size = SizeOf(path);
  if (!size || *size > max_size) return std::nullopt;
  std::optional<std::string> bytes = AskContent(path, max_size);
  NoteContent(path.native(), bytes);
  return bytes;
}

std::optional<std::vector<std::string>> FileSystem::List(const fs::path& path) {
  if (!IsFolder(path)) return std::nullopt;
  std::optional<std::vector<std::string>> names = AskNames(path);
  FactsOf(path.native()).names = DigestOf(names);
  return names;
}

void FileSystem::NoteContent(const std::string& path, std::optional<std::string_view> bytes) {
  FactsOf(path).content = DigestOf(bytes);
}

bool FileSystem::Holds(const std::string& path, const FileFacts& facts) {
  if (facts.kind && *facts.kind != KindOf(path)) return false;
  if (facts.is_link && *facts.is_link != IsLink(path)) return false;
  if (facts.size && *facts.size != SizeOf(path).value_or(0)) return false;
  if (facts.names && *facts.names != DigestOf(AskNames(path))) return false;
  if (!facts.content) return true;
  std::optional<uint64_t>& content = FactsOf(path).content;
  if (!content) content = DigestOf(AskContent(path, kMaxSize));
  return *content == *facts.content;
}

}  // namespace tfscope
