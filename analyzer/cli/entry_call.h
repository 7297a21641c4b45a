// A small program that imports a file and calls something in it: `inventory --entry FUNC --arg k=v`, and `FILE:FUNC`
// among the `entries` of the configuration.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "analyzer/cli/driver.h"

namespace tfscope {

/// What a call passes for a parameter that has no default and is not among the arguments.
enum class MissingArgument : uint8_t { kRefused, kUnknown };

/// A program that calls `entry` (a function, a class, or `Class.method`, for which the class is instantiated first) of
/// `root` with `arguments` (`name=value`, the value a Python literal or `dtype[shape]` for a placeholder); else what is
/// wrong with them, as one sentence. Its own frames are those of a library model: they are not shown.
tl::expected<Root, std::string> EntryProgram(Driver& driver, const Root& root, std::string_view entry,
                                             const std::vector<std::string>& arguments, MissingArgument missing);

/// Why the call itself failed, for what the called function's signature does not tell; nothing if it was made.
std::optional<std::string> EntryFailure(const Driver& driver, const EventLog& log);

}  // namespace tfscope
