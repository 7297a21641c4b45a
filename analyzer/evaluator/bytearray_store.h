// Changing a bytearray: it lends its bytes to a list of ints, whose operations do the work.
#pragma once

#include "analyzer/evaluator/machine.h"

namespace tfscope {

/// A list with the bytes as ints.
List* ListOfBytes(Machine& machine, const Bytes& bytes);

/// Gives the bytearray the items of the list. ValueError or TypeError if one is no byte.
Result StoreBytes(Machine& machine, Bytes& bytes, const List& items);

/// A byte given as an int; nothing with an exception pending.
std::optional<char> ByteOf(Machine& machine, Value value);

}  // namespace tfscope
