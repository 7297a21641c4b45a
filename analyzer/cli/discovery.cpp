#include "analyzer/cli/discovery.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

#include "analyzer/diagnostics/places.h"

namespace tfscope {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kExcludedFolders[] = {
    ".bzr",        ".direnv",      ".eggs",         ".git",    ".git-rewrite",   ".hg",     ".ipynb_checkpoints",
    ".mypy_cache", ".nox",         ".pants.d",      ".pyenv",  ".pytest_cache",  ".pytype", ".ruff_cache",
    ".svn",        ".tox",         ".venv",         ".vscode", "__pypackages__", "_build",  "buck-out",
    "dist",        "node_modules", "site-packages", "venv",
};

/// Folders nested deeper than this are not entered: file systems can be cyclic by mounts.
constexpr int kMaxFolderDepth = 128;

bool IsExcluded(const fs::path& folder) {
  return std::ranges::find(kExcludedFolders, folder.filename().string()) != std::end(kExcludedFolders);
}

bool IsReadInFolders(const fs::path& path) {
  const std::string suffix = path.extension().string();
  return suffix == ".py" || suffix == ".md" || suffix == ".rst";
}

std::string PathText(const fs::path& path) { return Printable(path.string()); }

class Walk {
 public:
  explicit Walk(Discovery& discovery) : discovery_(discovery) {}

  void AddFile(const fs::path& path, bool named) {
    std::error_code error;
    fs::path identity = fs::canonical(path, error);
    if (error) identity = fs::absolute(path, error);
    if (seen_.insert(identity.string()).second)
      discovery_.inputs.push_back({path.lexically_normal(), KindOf(path), named});
  }

  void AddFolder(const fs::path& folder) {
    std::vector<fs::path> files;
    AddFolder(folder, files, 0);
    std::ranges::sort(files);
    for (const fs::path& file : files) AddFile(file, false);
    const bool has_python = std::ranges::any_of(files, [](const fs::path& file) { return file.extension() == ".py"; });
    // A folder of documents is fine, too; what counts is known once they are read.
    if (!has_python && files.empty()) {
      discovery_.warnings.push_back(fmt::format("warning: no Python files in {}", PathText(folder)));
    }
  }

 private:
  void AddFolder(const fs::path& folder, std::vector<fs::path>& files, int depth) {
    if (depth > kMaxFolderDepth) return;
    std::error_code error;
    fs::directory_iterator iterator(folder, error);
    for (; !error && iterator != fs::directory_iterator(); iterator.increment(error)) {
      std::error_code ignored;
      const fs::path& path = iterator->path();
      if (iterator->is_directory(ignored)) {
        // A link to a folder may lead back up; what it shows is found at its own place.
        if (!iterator->is_symlink(ignored) && !IsExcluded(path)) AddFolder(path, files, depth + 1);
      } else if (IsReadInFolders(path) && iterator->is_regular_file(ignored)) {
        files.push_back(path);
      }
    }
    if (error) discovery_.errors.push_back(fmt::format("{}: {}", PathText(folder), error.message()));
  }

  Discovery& discovery_;
  std::set<std::string> seen_;
};

}  // namespace

InputKind KindOf(const fs::path& path) {
  const std::string suffix = path.extension().string();
  return suffix == ".md" || suffix == ".markdown" || suffix == ".rst" ? InputKind::kDocument : InputKind::kPython;
}

tl::expected<Discovery, std::string> Discover(const std::vector<std::string>& paths) {
  Discovery discovery;
  Walk walk(discovery);
  for (const std::string& text : paths) {
    if (text == "-") {
      discovery.inputs.push_back({"-", InputKind::kStandardInput, true});
      continue;
    }
    const fs::path path(text);
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) {
      return tl::unexpected(fmt::format("{}: no such file or folder", PathText(path)));
    }
    if (path.extension() == ".ipynb") {
      return tl::unexpected(fmt::format("{}: notebooks cannot be read yet; export it as a .py file", PathText(path)));
    }
    if (fs::is_directory(status)) {
      discovery.folders.push_back(path);
      walk.AddFolder(path);
    } else {
      walk.AddFile(path, true);
    }
  }
  return discovery;
}

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
  for (const fs::path& folder : search_path) add(folder);
  for (const fs::path& folder : folders) add(folder);
  return result;
}

}  // namespace tfscope
