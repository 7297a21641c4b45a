// What CPython 3.7 says of a text that does not parse.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "analyzer/syntax/tree.h"

namespace tfscope {

struct PythonSyntaxError {
  const char* type;  ///< `SyntaxError` or `IndentationError`
  std::string message;
  int64_t line;
};

/// The error of `exec`, `compile` or an import on `text`, whose tree has an issue or is Python 2.
PythonSyntaxError ErrorOfStatements(const SyntaxTree& tree, std::string_view text);

/// The error of `eval`, whose text has no line behind it: what fails at its last word fails at its end.
PythonSyntaxError ErrorOfExpression(const SyntaxTree& tree, std::string_view text);

}  // namespace tfscope
