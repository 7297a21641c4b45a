// From the paths of a command line to the files to read.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "analyzer/configuration/configuration.h"

namespace tfscope {

enum class InputKind : uint8_t { kPython, kDocument, kStandardInput };

/// A file to read. `named` tells a path of the command line from one found in a folder.
struct Input {
  std::filesystem::path path;
  InputKind kind = InputKind::kPython;
  bool named = false;
  const Settings* settings = nullptr;  ///< what the configuration says about it
};

struct Discovery {
  std::vector<Input> inputs;                   ///< each once, in the order of the arguments, folders sorted
  std::vector<std::filesystem::path> folders;  ///< the folders among the arguments
  std::vector<std::string> warnings;           ///< folders without Python
  std::vector<std::string> errors;             ///< folders that could not be read
};

/// The kind of a file by its suffix; a notebook is a document, and what is no document is read as Python.
InputKind KindOf(const std::filesystem::path& path);

/// Files named, and `.py`, `.ipynb`, `.md` and `.rst` files in folders, without what the configuration or ignore files
/// exclude. A path that does not exist is an error, and so is a mistake in a configuration file: one sentence.
tl::expected<Discovery, std::string> Discover(const std::vector<std::string>& paths, Configuration& configuration,
                                              const std::string& stdin_filename);

/// Folders in which the imports of `file` are looked up: its own, the nearest one upwards without `__init__.py`, the
/// one above the outermost package, those of `--search-path`, the folders among the arguments.
std::vector<std::filesystem::path> SearchPathOf(const std::filesystem::path& file,
                                                const std::vector<std::filesystem::path>& search_path,
                                                const std::vector<std::filesystem::path>& folders);

}  // namespace tfscope
