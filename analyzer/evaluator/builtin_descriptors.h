// Attributes of builtin types as their classes have them: `int.real`, `BaseException.args`, `slice.start`.
#pragma once

#include <string>

#include "analyzer/evaluator/machine.h"

namespace tfscope {

/// The descriptor that a builtin class, or the base of a class, has for an attribute of its instances; undefined if it
/// has none.
Value BuiltinDescriptor(Machine& machine, const Class& cls, std::string_view name);

/// The attribute belongs to a number, which nothing can be stored in.
bool IsReadOnly(Machine& machine, Value object, std::string_view name);

/// The message of the AttributeError for storing into an object without a `__dict__`, or deleting from it.
/// `exists`: the object answers to the name.
std::string NotWritable(Machine& machine, Value object, const Str* name, bool exists);

/// The descriptor is that of a builtin class, whose instances keep no slots.
bool IsBuiltinDescriptor(const Member& member);

/// What `repr` shows: `<attribute 'real' of 'int' objects>`, `<member 'start' of 'slice' objects>`.
std::string DescriptorText(const Member& member);

}  // namespace tfscope
