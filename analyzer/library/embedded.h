// Files that are part of the program: library models and rule pages. Made at build time by cmake/EmbedFiles.cmake.
#pragma once

#include <span>
#include <string_view>

namespace tfscope {

struct EmbeddedFile {
  std::string_view path;  ///< relative to its folder, with forward slashes: `tensorflow/__init__.py`
  std::string_view text;
};

/// All `.py` files below analyzer/library, sorted by path.
std::span<const EmbeddedFile> LibraryFiles();

/// All `.md` files of rules/, sorted by path.
std::span<const EmbeddedFile> RulePages();

}  // namespace tfscope
