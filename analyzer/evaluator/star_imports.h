// Names that a module has from `from m import *` where what `m` has is not written down: modules that are not there,
// and those of libraries whose names are looked up when they are used.
#pragma once

#include <optional>

#include "analyzer/evaluator/machine.h"

namespace tfscope {

/// Notes that all names of `source` may be names of `target`.
void NoteStar(Machine& machine, Module* target, Value source);

/// The attribute that `module` has by such an import, or why asking for it raised; nothing if it has none.
std::optional<Result> StarAttribute(Machine& machine, Module* module, Str* name);

}  // namespace tfscope
