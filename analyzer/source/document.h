// Python programs inside Markdown and reStructuredText.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tfscope {

/// One program of a document: the lines of its blocks, without the indentation that belongs to the document.
struct DocumentProgram {
  std::string text;
  std::vector<uint32_t> line_numbers;   ///< the document's line (from 1) of each line of `text`
  std::vector<uint32_t> column_shifts;  ///< code points cut from the front of each line
};

/// Finds fenced blocks of Python (``` or ~~~, also indented, in lists and in quotations) and `.. code-block:: python`.
/// A block is a program of its own unless it reads a name that only the program before it binds: then it goes on.
std::vector<DocumentProgram> FindPrograms(std::string_view document);

}  // namespace tfscope
