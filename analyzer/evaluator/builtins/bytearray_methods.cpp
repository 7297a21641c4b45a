// Methods that change a bytearray.
#include <algorithm>

#include "analyzer/evaluator/builtins/builtins.h"
#include "analyzer/evaluator/builtins/bytes_common.h"
#include "analyzer/evaluator/bytearray_store.h"
#include "analyzer/evaluator/operators.h"

namespace tfscope {

namespace {

Result Changed(Machine& machine, Bytes& self, std::string_view data) {
  machine.Charge(data.size() / 64);
  machine.heap().WillWrite(&self);
  self.data = machine.heap().NewBytes(data)->data;
  return Value::None();
}

Result Append(Machine& machine, Bytes& self, NativeArguments arguments) {
  std::optional<char> byte = ByteOf(machine, arguments[0]);
  return byte.has_value() ? Changed(machine, self, std::string(self.data) + *byte) : Result::Raised();
}

Result Extend(Machine& machine, Bytes& self, NativeArguments arguments) {
  std::string data(self.data);
  if (const Bytes* other = As<Bytes>(Machine::Unwrap(arguments[0]))) {
    return Changed(machine, self, data + std::string(other->data));
  }
  std::vector<Value> items;
  if (!machine.Collect(arguments[0], items)) return Result::Raised();
  for (Value item : items) {
    std::optional<char> byte = ByteOf(machine, item);
    if (!byte.has_value()) return Result::Raised();
    data += *byte;
  }
  return Changed(machine, self, data);
}

Result Insert(Machine& machine, Bytes& self, NativeArguments arguments) {
  IntegerArgument at = ReadInteger(machine, arguments, 0, 0);
  if (!at.ok) return Result::Raised();
  std::optional<char> byte = ByteOf(machine, arguments[1]);
  if (!byte.has_value()) return Result::Raised();
  auto size = static_cast<int64_t>(self.data.size());
  int64_t index = std::clamp<int64_t>(at.value < 0 ? at.value + size : at.value, 0, size);
  std::string data(self.data);
  data.insert(static_cast<size_t>(index), 1, *byte);
  return Changed(machine, self, data);
}

Result Pop(Machine& machine, Bytes& self, NativeArguments arguments) {
  IntegerArgument at = ReadInteger(machine, arguments, 0, -1);
  if (!at.ok) return Result::Raised();
  auto size = static_cast<int64_t>(self.data.size());
  if (size == 0) return machine.Raise(machine.types().index_error, "pop from empty bytearray");
  int64_t index = at.value < 0 ? at.value + size : at.value;
  if (index < 0 || index >= size) return machine.Raise(machine.types().index_error, "pop index out of range");
  std::string data(self.data);
  Value byte = Value::Int(static_cast<unsigned char>(data[static_cast<size_t>(index)]));
  data.erase(static_cast<size_t>(index), 1);
  (void)Changed(machine, self, data);
  return byte;
}

Result Remove(Machine& machine, Bytes& self, NativeArguments arguments) {
  std::optional<char> byte = ByteOf(machine, arguments[0]);
  if (!byte.has_value()) return Result::Raised();
  size_t at = self.data.find(*byte);
  if (at == std::string_view::npos) return machine.ValueError("value not found in bytearray");
  std::string data(self.data);
  data.erase(at, 1);
  return Changed(machine, self, data);
}

Result Reverse(Machine& machine, Bytes& self, NativeArguments) {
  return Changed(machine, self, std::string(self.data.rbegin(), self.data.rend()));
}

Result Clear(Machine& machine, Bytes& self, NativeArguments) { return Changed(machine, self, ""); }

Result Copy(Machine& machine, Bytes& self, NativeArguments) { return NewBytesLike(machine, self, self.data); }

constexpr NativeSpec kByteArrayMethods[] = {
    {"append", "self, item", Method<Bytes, Append>},
    {"extend", "self, iterable_of_ints", Method<Bytes, Extend>},
    {"insert", "self, index, item", Method<Bytes, Insert>},
    {"pop", "self, index=", Method<Bytes, Pop>, 0, TypeHint::kInt},
    {"remove", "self, value", Method<Bytes, Remove>},
    {"reverse", "self", Method<Bytes, Reverse>},
    {"clear", "self", Method<Bytes, Clear>},
    {"copy", "self", Method<Bytes, Copy>, 0, TypeHint::kBytes},
};

}  // namespace

void InstallByteArrayMethods(Machine& machine) { machine.Define(machine.types().bytearray, kByteArrayMethods); }

}  // namespace tfscope
