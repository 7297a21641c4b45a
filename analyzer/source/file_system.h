// The disk as the programs of a run see it, and a record of what they saw there.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tfscope {

/// What stands at a path, links followed. `kOther` is a device, a pipe or a socket, which is never opened.
enum class FileKind : uint8_t { kAbsent, kFile, kFolder, kOther };

/// What a run learnt about one path: of what it did not ask, nothing. Whoever learns the same runs the same way.
struct FileFacts {
  std::optional<FileKind> kind;
  std::optional<bool> is_link;
  std::optional<uint64_t> size;     ///< bytes
  std::optional<uint64_t> content;  ///< digest; 0: not readable
  std::optional<uint64_t> names;    ///< digest of the sorted names in a folder; 0: not readable
};

/// Questions about absolute paths. What stands at a path is asked once; a program that changes under a run is a race
/// that nobody can win.
class FileSystem {
 public:
  FileKind KindOf(const std::filesystem::path& path);
  bool IsFile(const std::filesystem::path& path) { return KindOf(path) == FileKind::kFile; }
  bool IsFolder(const std::filesystem::path& path) { return KindOf(path) == FileKind::kFolder; }

  /// The path itself is a symbolic link, whatever it leads to.
  bool IsLink(const std::filesystem::path& path);

  /// Bytes of a regular file; nothing of anything else.
  std::optional<uint64_t> SizeOf(const std::filesystem::path& path);

  /// The content of a regular file of at most `max_size` bytes. Never waits for the other end of a pipe.
  std::optional<std::string> Read(const std::filesystem::path& path, uint64_t max_size);

  /// Sorted names in a folder of at most kMaxNames entries.
  std::optional<std::vector<std::string>> List(const std::filesystem::path& path);
  static constexpr size_t kMaxNames = 10'000;

  /// Somebody read a file, or could not.
  void NoteContent(const std::string& path, std::optional<std::string_view> bytes);

  /// All that was learnt, by absolute path; nothing if it was about more than kMaxPaths paths.
  const std::unordered_map<std::string, FileFacts>* facts() const { return overflows_ ? nullptr : &facts_; }
  static constexpr size_t kMaxPaths = 100'000;

  /// Whether a run that asks the same today learns the same. What this run has read is not read again.
  bool Holds(const std::string& path, const FileFacts& facts);

 private:
  /// Where to note what is learnt about a path.
  FileFacts& FactsOf(const std::string& path);

  std::unordered_map<std::string, FileFacts> facts_;
  bool overflows_ = false;
  FileFacts unrecorded_;
};

}  // namespace tfscope
