// What the files of bytes and bytearray methods share.
#pragma once

#include <string_view>

#include "analyzer/evaluator/builtins/natives.h"

namespace tfscope {

/// New bytes of the same type as `like`.
inline Value NewBytesLike(Machine& machine, const Bytes& like, std::string_view data) {
  Bytes* result = machine.heap().NewBytes(data);
  result->is_bytearray = like.is_bytearray;
  return Value::Of(result);
}

/// The argument as bytes; null with a TypeError pending.
inline const Bytes* BytesArgument(Machine& machine, Value argument) {
  const Bytes* bytes = As<Bytes>(Machine::Unwrap(argument));
  if (bytes == nullptr) {
    (void)machine.TypeError("a bytes-like object is required, not '{}'", TypeName(machine, argument));
  }
  return bytes;
}

}  // namespace tfscope
