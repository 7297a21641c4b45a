// Jupyter notebooks as Python programs, and places in their cells.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "analyzer/source/source_manager.h"

namespace tfscope {

/// The code cells of a notebook, one below the other, without what IPython and not Python reads.
struct Notebook {
  std::string text;
  std::vector<uint32_t> cells;  ///< the cell of each line of `text`, counted from 1 over the cells of all kinds
};

bool IsNotebook(std::string_view path);

/// The program of a notebook, which is empty if it is written in another language; or why it is none, as a sentence.
/// Lines of magics (`%`, `!`, `?`) are blank, and so are whole cells that a `%%` magic hands to another language.
tl::expected<Notebook, std::string> ReadNotebook(std::string_view bytes);

/// A line as its reader counts: in the cell of a notebook, or else (`cell` is 0) in the file.
struct CellLine {
  uint32_t cell = 0;
  uint32_t line = 0;
};

CellLine PlaceInCell(const SourceFile& file, uint32_t line);

/// `cell 3:12`, or `12` outside notebooks.
std::string LineText(CellLine place);

}  // namespace tfscope
