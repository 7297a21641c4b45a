// What in a notebook's cells is for IPython or the shell, and no Python.
#pragma once

#include <cstddef>
#include <string_view>

namespace tfscope {

/// Without spaces and tabs at both ends.
std::string_view Trimmed(std::string_view line);

/// IPython takes a line for a command by its first character, and for a request of help by its last one.
bool IsMagic(std::string_view statement);

/// Where the command of `x = !ls` or `x = %pwd` begins; npos if the line is none.
size_t AssignedCommand(std::string_view line);

/// Where the statement of `%time statement`, which runs in the notebook, begins; npos if the line is none.
size_t TimedStatement(std::string_view line);

/// A cell whose body is no Python that runs in the notebook: it is under a magic like `%%bash`, or one line that is a
/// command without a `%`, as `ls -l` or `pip install x` (IPython's automagic).
bool IsForeignCell(std::string_view text);

}  // namespace tfscope
