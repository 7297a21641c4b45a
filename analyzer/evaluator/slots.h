// `__slots__`: classes whose instances have named places in place of a `__dict__`.
#pragma once

#include "analyzer/evaluator/machine.h"

namespace tfscope {

/// Puts a descriptor for each name of `__slots__` into a new class.
Result AddSlots(Machine& machine, Class* cls);

/// Reads, sets, or (`value` undefined) deletes the place that `member` describes.
Result GetSlot(Machine& machine, const Member& member, Value object);
Result SetSlot(Machine& machine, const Member& member, Value object, Value value);

}  // namespace tfscope
