// The builtin types' methods and the builtin functions, one file per type or purpose in this folder.
#pragma once

#include "analyzer/evaluator/machine.h"

namespace tfscope {

/// Fills the classes of `machine.types()` and the builtins module. Called once, before anything is evaluated.
void InstallBuiltins(Machine& machine);

}  // namespace tfscope
