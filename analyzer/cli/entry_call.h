// `inventory --entry FUNC --arg k=v`: a small program that imports a file and calls something in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "analyzer/cli/driver.h"

namespace tfscope {

/// The path under which that program is shown.
inline constexpr std::string_view kEntryPath = "<entry>";

/// The text of the program that calls `entry` (a function, a class, or `Class.method`, for which the class is
/// instantiated first) of `root` with `arguments` (`name=value`, the value a Python literal or `dtype[shape]` for a
/// placeholder); else what is wrong with them, as one sentence.
tl::expected<std::string, std::string> EntryProgram(Driver& driver, const Root& root, std::string_view entry,
                                                    const std::vector<std::string>& arguments);

}  // namespace tfscope
