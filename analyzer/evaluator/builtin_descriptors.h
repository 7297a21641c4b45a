// Attributes of builtin types as their classes have them: `int.real`, `BaseException.args`, `slice.start`.
#pragma once

#include <string>

#include "analyzer/evaluator/machine.h"

namespace tfscope {

/// The descriptor that a builtin class, or the base of a class, has for an attribute of its instances; undefined if it
/// has none.
Value BuiltinDescriptor(Machine& machine, const Class& cls, std::string_view name);

/// The descriptor is that of a builtin class, whose instances keep no slots.
bool IsBuiltinDescriptor(const Member& member);

/// What `repr` shows: `<attribute 'real' of 'int' objects>`, `<member 'start' of 'slice' objects>`.
std::string DescriptorText(const Member& member);

}  // namespace tfscope
