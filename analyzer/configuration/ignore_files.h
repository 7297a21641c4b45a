// What .gitignore and .ignore files say about the files below them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tfscope {

/// The patterns of one ignore file.
class IgnoreFile {
 public:
  enum class Verdict { kNone, kIgnored, kKept };

  /// `base`: the folder that the patterns are relative to.
  IgnoreFile(std::filesystem::path base, std::string_view text);

  /// What the last pattern that matches `path`, which lies below the base, says.
  Verdict Judge(const std::filesystem::path& path, bool is_folder) const;
  bool empty() const { return patterns_.empty(); }

 private:
  struct Pattern {
    std::string text;
    bool negated = false;
    bool folders_only = false;
    bool anchored = false;  ///< relative to the base; else about a name at any depth
  };
  std::filesystem::path base_;
  std::vector<Pattern> patterns_;
};

/// The ignore files that hold in a folder, outermost first. Folders are entered and left as a walk does.
class IgnoreStack {
 public:
  /// Reads what lies above `folder`, up to the root of its git repository, with the repository's own and the user's
  /// list of ignored files.
  void EnterFromAbove(const std::filesystem::path& folder);
  /// Reads the ignore files of a folder; gives what `Leave` takes.
  size_t Enter(const std::filesystem::path& folder);
  void Leave(size_t mark) { files_.erase(files_.begin() + static_cast<std::ptrdiff_t>(mark), files_.end()); }

  /// Whether a path in the folder entered last is ignored: the innermost file with an opinion decides.
  bool IsIgnored(const std::filesystem::path& path, bool is_folder) const;

 private:
  void Read(const std::filesystem::path& file, const std::filesystem::path& base);

  std::vector<IgnoreFile> files_;
};

}  // namespace tfscope
