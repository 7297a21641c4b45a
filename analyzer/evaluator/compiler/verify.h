// A check of compiled code: stack depths over all paths, indices, tables. For tests.
#pragma once

#include <string>

#include <tl/expected.hpp>

#include "analyzer/evaluator/code.h"

namespace tfscope {

/// Runs the stack depths of `code` over every path, edges to exception handlers included. The error names the first
/// instruction that is wrong.
tl::expected<void, std::string> VerifyCode(const Code& code);

}  // namespace tfscope
