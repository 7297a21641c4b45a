// What CPython 3.7 says of a text that it cannot compile.
#pragma once

#include <optional>
#include <string_view>

#include "analyzer/evaluator/machine.h"
#include "analyzer/evaluator/program.h"
#include "analyzer/syntax/python_errors.h"

namespace tfscope {

/// The error of a text that does not parse, as an expression or as statements, or that parses but has no code.
PythonSyntaxError ErrorOfText(Program& program, bool is_expression, std::string_view text, bool python2);

/// The error of a file that CPython refuses before any of it runs; nothing of one that it runs, that is Python 2's, or
/// that is nested too deeply to be read.
std::optional<PythonSyntaxError> ErrorOfFile(Program& program, FileId file);

/// Raises the SyntaxError of a text that `file` names.
Result RaiseSyntaxError(Machine& machine, const PythonSyntaxError& error, std::string_view file, std::string_view text);

}  // namespace tfscope
