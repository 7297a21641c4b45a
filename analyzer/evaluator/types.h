// The builtin classes, by name, for C++ code.
#pragma once

namespace tfscope {

struct Class;

/// Every pointer is set once the machine is made. Exceptions are spelt as in Python, in snake case.
struct Types {
#define TFSCOPE_TYPE(field, python_name, base, layout) Class* field = nullptr;
#include "analyzer/evaluator/types.def"
#undef TFSCOPE_TYPE
};

}  // namespace tfscope
