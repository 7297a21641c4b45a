// Errors that CPython 3.7 finds in a text that parses: while it makes its own tree, its symbol tables, and its code.
#pragma once

#include <optional>

#include "analyzer/support/interner.h"
#include "analyzer/syntax/python_errors.h"
#include "analyzer/syntax/tree.h"

namespace tfscope {

/// An error, and the node that it is about.
struct CompileError {
  std::string message;
  NodeId node = kNoNode;
};

/// Calls, parameters, targets and `__future__` imports that no program may have.
std::optional<CompileError> FormError(const SyntaxTree& tree, const Interner& interner, std::string_view text);

/// Why the only expression of a text cannot be assigned to.
std::optional<CompileError> TargetError(const SyntaxTree& tree, const Interner& interner, std::string_view text);

/// Names: parameters given twice, and `global` and `nonlocal` where they cannot stand.
std::optional<CompileError> NameError(const SyntaxTree& tree, const Interner& interner);

/// Statements where they cannot stand: `return` outside of functions, `break` outside of loops, ...
std::optional<CompileError> PlaceError(const SyntaxTree& tree);

/// The first error in the order in which CPython looks for them; nothing if it would run the program.
std::optional<CompileError> FirstCompileError(const SyntaxTree& tree, const Interner& interner, std::string_view text);
/// The same, with its line.
std::optional<PythonSyntaxError> CompileErrorOf(const SyntaxTree& tree, const Interner& interner,
                                                std::string_view text);

}  // namespace tfscope
