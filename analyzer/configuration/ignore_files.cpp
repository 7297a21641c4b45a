#include "analyzer/configuration/ignore_files.h"

#include <algorithm>
#include <cstdlib>

#include "analyzer/configuration/glob.h"
#include "analyzer/configuration/read_file.h"

namespace tfscope {
namespace {

namespace fs = std::filesystem;

/// Cuts blanks at the end that no backslash keeps.
std::string_view TrimRight(std::string_view line) {
  while (line.ends_with('\r')) line.remove_suffix(1);
  while (line.ends_with(' ') && !line.ends_with("\\ ")) line.remove_suffix(1);
  return line;
}

}  // namespace

IgnoreFile::IgnoreFile(fs::path base, std::string_view text) : base_(std::move(base)) {
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = TrimRight(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line.front() == '#') continue;
    Pattern pattern;
    pattern.negated = line.front() == '!';
    if (pattern.negated) line.remove_prefix(1);
    pattern.folders_only = line.ends_with('/');
    while (line.ends_with('/')) line.remove_suffix(1);
    if (line.empty()) continue;
    pattern.anchored = line.find('/') != std::string_view::npos;
    pattern.text = line;
    patterns_.push_back(std::move(pattern));
  }
}

IgnoreFile::Verdict IgnoreFile::Judge(const fs::path& path, bool is_folder) const {
  const std::string relative = path.lexically_relative(base_).generic_string();
  const std::string name = path.filename().generic_string();
  for (auto pattern = patterns_.rbegin(); pattern != patterns_.rend(); ++pattern) {
    if (pattern->folders_only && !is_folder) continue;
    const bool matches = pattern->anchored ? MatchesPath(pattern->text, relative) : MatchesName(pattern->text, name);
    if (matches) return pattern->negated ? Verdict::kKept : Verdict::kIgnored;
  }
  return Verdict::kNone;
}

void IgnoreStack::Read(const fs::path& file, const fs::path& base) {
  const auto text = ReadSmallFile(file);
  if (!text) return;
  IgnoreFile ignore(base, *text);
  if (!ignore.empty()) files_.push_back(std::move(ignore));
}

void IgnoreStack::EnterFromAbove(const fs::path& folder) {
  std::vector<fs::path> above;
  std::error_code error;
  for (fs::path parent = folder;; parent = parent.parent_path()) {
    if (parent != folder) above.push_back(parent);
    if (fs::exists(parent / ".git", error)) break;
    if (!parent.has_relative_path()) return;  // no repository: what lies above is none of its business
  }
  const fs::path root = above.empty() ? folder : above.back();
  if (const char* home = std::getenv("XDG_CONFIG_HOME"); home != nullptr && *home != '\0') {
    Read(fs::path(home) / "git" / "ignore", root);
  } else if (home = std::getenv("HOME"); home != nullptr && *home != '\0') {
    Read(fs::path(home) / ".config" / "git" / "ignore", root);
  }
  Read(root / ".git" / "info" / "exclude", root);
  for (auto parent = above.rbegin(); parent != above.rend(); ++parent) Enter(*parent);
}

size_t IgnoreStack::Enter(const fs::path& folder) {
  const size_t mark = files_.size();
  Read(folder / ".gitignore", folder);
  Read(folder / ".ignore", folder);
  return mark;
}

bool IgnoreStack::IsIgnored(const fs::path& path, bool is_folder) const {
  for (auto file = files_.rbegin(); file != files_.rend(); ++file) {
    const IgnoreFile::Verdict verdict = file->Judge(path, is_folder);
    if (verdict != IgnoreFile::Verdict::kNone) return verdict == IgnoreFile::Verdict::kIgnored;
  }
  return false;
}

}  // namespace tfscope
