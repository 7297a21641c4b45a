// Files that are part of the program: library models, parsed already, and rule pages. Put there at build time by
// embed_library.cpp and cmake/EmbedFiles.cmake.
#pragma once

#include <span>
#include <string_view>

namespace tfscope {

struct EmbeddedFile {
  std::string_view path;  ///< relative to its folder, with forward slashes: `tensorflow/__init__.py`
  std::string_view text;
};

/// A library model: its text, for the source lines that findings show, and its tree as `TreeCodec` wrote it.
struct EmbeddedModel {
  std::string_view path;  ///< relative to analyzer/library: `tensorflow/__init__.py`
  std::string_view text;
  std::string_view tree;
};

/// All `.py` files below analyzer/library, sorted by path.
std::span<const EmbeddedModel> LibraryModels();

/// All `.md` files of rules/, sorted by path.
std::span<const EmbeddedFile> RulePages();

}  // namespace tfscope
