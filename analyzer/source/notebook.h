// Jupyter notebooks as Python programs, and places in their cells.
#pragma once

#include <cstdint>
#include <optional>
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

/// The program of a notebook up to one of its cells, which is then run again; `copy` is where that cell begins for the
/// second time.
struct Rerun {
  SourceFile program;
  uint32_t cell = 0;
  uint32_t copy = 0;      ///< offset in `program`
  uint32_t original = 0;  ///< offset of the cell in the notebook's program
};

/// Nothing if the file is no notebook or does not have the cell.
std::optional<Rerun> RerunOfCell(const SourceFile& notebook, uint32_t cell);

/// `cell 3:12`, or `12` outside notebooks.
std::string LineText(CellLine place);

}  // namespace tfscope
