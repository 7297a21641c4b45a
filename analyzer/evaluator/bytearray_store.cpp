#include "analyzer/evaluator/bytearray_store.h"

#include "analyzer/evaluator/protocols.h"

namespace tfscope {

List* ListOfBytes(Machine& machine, const Bytes& bytes) {
  std::vector<Value> items;
  for (char c : bytes.data) items.push_back(Value::Int(static_cast<unsigned char>(c)));
  machine.Charge(items.size() / 16);
  return As<List>(machine.heap().NewList(std::move(items)));
}

std::optional<char> ByteOf(Machine& machine, Value value) {
  Result index = AsIndex(machine, value);
  if (!index.ok()) return std::nullopt;
  if (index.value().is_unknown()) return '\0';
  if (!index.value().defined()) {
    (void)machine.TypeError("'{}' object cannot be interpreted as an integer", TypeName(machine, value));
    return std::nullopt;
  }
  int64_t byte = ClampedInt(index.value());
  if (byte < 0 || byte > 255) {
    (void)machine.ValueError("byte must be in range(0, 256)");
    return std::nullopt;
  }
  return static_cast<char>(byte);
}

Result StoreBytes(Machine& machine, Bytes& bytes, const List& items) {
  std::string data;
  for (Value item : items.items) {
    std::optional<char> byte = ByteOf(machine, item);
    if (!byte.has_value()) return Result::Raised();
    data += *byte;
  }
  machine.heap().WillWrite(&bytes);
  bytes.data = machine.heap().NewBytes(data)->data;
  return Value::None();
}

}  // namespace tfscope
