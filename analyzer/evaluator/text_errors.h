// What CPython 3.7 says of a text that it cannot compile.
#pragma once

#include <string_view>

#include "analyzer/evaluator/program.h"
#include "analyzer/syntax/python_errors.h"

namespace tfscope {

/// The error of a text that does not parse, as an expression or as statements, or that parses but has no code.
PythonSyntaxError ErrorOfText(Program& program, bool is_expression, std::string_view text, bool python2);

}  // namespace tfscope
