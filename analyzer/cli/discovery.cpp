#include "analyzer/cli/discovery.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

#include "analyzer/configuration/glob.h"
#include "analyzer/configuration/ignore_files.h"
#include "analyzer/diagnostics/places.h"

namespace tfscope {
namespace {

namespace fs = std::filesystem;

/// Folders nested deeper than this are not entered: file systems can be cyclic by mounts.
constexpr int kMaxFolderDepth = 128;

/// Whether a path itself matches one of the patterns, not only a folder above it. A slash at the end asks for a folder.
bool MatchesAny(const std::vector<PathPattern>& patterns, const fs::path& path, bool is_folder) {
  return std::ranges::any_of(patterns, [&](const PathPattern& pattern) {
    if (pattern.pattern.ends_with('/') && !is_folder) return false;
    if (pattern.base.empty()) return MatchesName(pattern.pattern, path.filename().generic_string());
    const fs::path relative = path.lexically_relative(pattern.base);
    return !relative.empty() && *relative.begin() != ".." && MatchesPattern(pattern.pattern, relative.generic_string());
  });
}

bool IsExcluded(const Settings& settings, const fs::path& path, bool is_folder) {
  return MatchesAny(settings.exclude, path, is_folder) || MatchesAny(settings.extend_exclude, path, is_folder);
}

bool IsReadInFolders(const fs::path& path) {
  const std::string suffix = path.extension().string();
  return suffix == ".py" || suffix == ".ipynb" || suffix == ".md" || suffix == ".rst";
}

std::string PathText(const fs::path& path) { return Printable(path.string()); }

class Walk {
 public:
  Walk(Discovery& discovery, Configuration& configuration) : discovery_(discovery), configuration_(configuration) {
    std::error_code error;
    working_folder_ = fs::current_path(error);
  }

  /// The first mistake in a configuration file; empty if there is none.
  const std::string& mistake() const { return mistake_; }

  void AddNamed(const fs::path& path) {
    const Settings* settings = SettingsFor(path.parent_path());
    if (settings != nullptr && !IsLeftOut(*settings, path)) AddFile(path, true, settings);
  }

  /// Whether a path is excluded although it is named. Empty is the name of what has none.
  bool IsLeftOut(const Settings& settings, const fs::path& path) const {
    return settings.force_exclude && !path.empty() && IsAnyPartExcluded(settings, path);
  }

  void AddFolder(const fs::path& folder) {
    files_.clear();
    excluded_ = 0;
    IgnoreStack ignores;
    const fs::path absolute = Absolute(folder);
    const Settings* settings = SettingsFor(folder);
    if (settings != nullptr && IsLeftOut(*settings, folder)) return;
    ignores.EnterFromAbove(absolute);
    AddFolder(folder, ignores, 0);
    std::ranges::sort(files_, {}, &Input::path);
    for (const Input& file : files_) AddFile(file.path, false, file.settings);
    // A folder of documents is fine, too; what counts is known once they are read.
    if (files_.empty() && excluded_ == 0) {
      discovery_.warnings.push_back(fmt::format("warning: no Python files in {}", PathText(folder)));
    } else if (files_.empty()) {
      discovery_.warnings.push_back(
          fmt::format("warning: all Python files in {} are excluded or ignored", PathText(folder)));
    }
  }

 private:
  fs::path Absolute(const fs::path& path) const {
    fs::path absolute = (working_folder_ / path).lexically_normal();
    if (!absolute.has_filename() && absolute.has_relative_path()) absolute = absolute.parent_path();
    return absolute;
  }

  const Settings* SettingsFor(const fs::path& folder) {
    const Configuration::Result settings = configuration_.ForFolder(folder);
    if (settings) return *settings;
    if (mistake_.empty()) mistake_ = settings.error();
    return nullptr;
  }

  /// A path that is named is excluded by what would have excluded a folder on the way to it.
  bool IsAnyPartExcluded(const Settings& settings, const fs::path& path) const {
    const fs::path absolute = Absolute(path);
    const fs::path start = settings.file.empty() ? working_folder_ : settings.file.parent_path();
    for (fs::path part = absolute; part.has_relative_path() && part != start; part = part.parent_path()) {
      std::error_code error;
      if (IsExcluded(settings, part, fs::is_directory(part, error))) return true;
    }
    return false;
  }

  void AddFile(const fs::path& path, bool named, const Settings* settings) {
    std::error_code error;
    fs::path identity = fs::canonical(path, error);
    if (error) identity = fs::absolute(path, error);
    if (seen_.insert(identity.string()).second) {
      discovery_.inputs.push_back({path.lexically_normal(), KindOf(path), named, settings});
    }
  }

  void AddFolder(const fs::path& folder, IgnoreStack& ignores, int depth) {
    const Settings* settings = SettingsFor(folder);
    if (depth > kMaxFolderDepth || settings == nullptr) return;
    const size_t mark = ignores.Enter(Absolute(folder));
    std::error_code error;
    fs::directory_iterator iterator(folder, error);
    for (; !error && iterator != fs::directory_iterator(); iterator.increment(error)) {
      std::error_code ignored;
      const fs::path& path = iterator->path();
      const bool is_folder = iterator->is_directory(ignored);
      // A link to a folder may lead back up; what it shows is found at its own place.
      if (is_folder && iterator->is_symlink(ignored)) continue;
      if (!is_folder && !(IsReadInFolders(path) && iterator->is_regular_file(ignored))) continue;
      const fs::path absolute = Absolute(path);
      if (IsExcluded(*settings, absolute, is_folder) ||
          (settings->respect_gitignore && ignores.IsIgnored(absolute, is_folder))) {
        if (!is_folder) ++excluded_;
      } else if (is_folder) {
        AddFolder(path, ignores, depth + 1);
      } else {
        files_.push_back({path, KindOf(path), false, settings});
      }
    }
    ignores.Leave(mark);
    if (error) discovery_.errors.push_back(fmt::format("{}: {}", PathText(folder), error.message()));
  }

  Discovery& discovery_;
  Configuration& configuration_;
  fs::path working_folder_;
  std::string mistake_;
  std::set<std::string> seen_;
  std::vector<Input> files_;  // of the folder that is walked
  size_t excluded_ = 0;
};

}  // namespace

InputKind KindOf(const fs::path& path) {
  const std::string suffix = path.extension().string();
  const bool is_document = suffix == ".md" || suffix == ".markdown" || suffix == ".rst" || suffix == ".ipynb";
  return is_document ? InputKind::kDocument : InputKind::kPython;
}

tl::expected<Discovery, std::string> Discover(const std::vector<std::string>& paths, Configuration& configuration,
                                              const std::string& stdin_filename) {
  Discovery discovery;
  Walk walk(discovery, configuration);
  for (const std::string& text : paths) {
    if (text == "-") {
      const Configuration::Result settings = configuration.ForFile(stdin_filename);
      if (!settings) return tl::unexpected(settings.error());
      if (walk.IsLeftOut(**settings, stdin_filename)) continue;
      discovery.inputs.push_back({"-", InputKind::kStandardInput, true, *settings});
      continue;
    }
    const fs::path path(text);
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) {
      return tl::unexpected(fmt::format("{}: no such file or folder", PathText(path)));
    }
    if (fs::is_directory(status)) {
      discovery.folders.push_back(path);
      walk.AddFolder(path);
    } else {
      walk.AddNamed(path);
    }
    if (!walk.mistake().empty()) return tl::unexpected(walk.mistake());
  }
  return discovery;
}

namespace {

/// The folder that holds the outermost package around `folder`, within its repository: folders in a package need no
/// `__init__.py` of their own. Empty if there is none.
fs::path AboveOutermostPackage(fs::path folder) {
  constexpr int kMostLevels = 8;
  fs::path above;
  std::error_code error;
  for (int level = 0; level < kMostLevels && folder.has_relative_path(); ++level, folder = folder.parent_path()) {
    if (fs::exists(folder / "__init__.py", error)) above = folder.parent_path();
    if (fs::exists(folder / ".git", error)) break;
  }
  return above;
}

}  // namespace

std::vector<fs::path> SearchPathOf(const fs::path& file, const std::vector<fs::path>& search_path,
                                   const std::vector<fs::path>& folders) {
  std::vector<fs::path> result;
  const auto add = [&](const fs::path& folder) {
    std::error_code error;
    fs::path absolute = fs::absolute(folder.empty() ? fs::path(".") : folder, error).lexically_normal();
    if (!absolute.has_filename() && absolute.has_relative_path()) absolute = absolute.parent_path();
    if (std::ranges::find(result, absolute) == result.end()) result.push_back(std::move(absolute));
  };
  add(file.parent_path());
  fs::path root = result.front();
  std::error_code error;
  while (root.has_relative_path() && fs::exists(root / "__init__.py", error)) root = root.parent_path();
  add(root);
  if (const fs::path above = AboveOutermostPackage(root); !above.empty()) add(above);
  for (const fs::path& folder : search_path) add(folder);
  for (const fs::path& folder : folders) add(folder);
  return result;
}

}  // namespace tfscope
