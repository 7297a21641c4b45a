// Assigning and deleting items and slices of builtin containers.
#include <algorithm>

#include "analyzer/evaluator/bytearray_store.h"
#include "analyzer/evaluator/numbers/numbers.h"
#include "analyzer/evaluator/operators.h"
#include "analyzer/evaluator/protocols.h"
#include "analyzer/evaluator/slicing.h"

namespace tfscope {

namespace {

constexpr std::string_view kAssignmentOutOfRange = "list assignment index out of range";

/// Replaces the elements in `bounds` (step 1) by `items`.
void ReplaceRun(std::vector<Value>& target, const SliceBounds& bounds, const std::vector<Value>& items) {
  auto begin = target.begin() + bounds.start;
  auto end = begin + bounds.count;
  begin = target.erase(begin, end);
  target.insert(begin, items.begin(), items.end());
}

/// `kind` names what is assigned in an error.
Result StoreSlice(Machine& machine, List* list, const Slice* slice, Value value, std::string_view kind = "sequence") {
  std::vector<Value> items;
  bool is_iterable = value.is_unknown() || !IsNumber(value);
  bool plain = is_iterable && !value.is_none() && !value.is_bool();
  bool stepped =
      slice->step.defined() && !slice->step.is_none() && !(slice->step.is_int() && slice->step.as_int() == 1);
  if (!plain) {
    return stepped ? machine.TypeError("must assign iterable to extended slice")
                   : machine.TypeError("can only assign an iterable");
  }
  if (!machine.Collect(value, items)) return Result::Raised();
  SliceBounds bounds;
  SliceStatus status = ResolveSlice(machine, slice, static_cast<int64_t>(list->items.size()), bounds);
  if (status == SliceStatus::kRaised) return Result::Raised();
  machine.heap().WillWrite(list);
  if (status == SliceStatus::kUnknown) {
    for (Value& item : list->items) item = machine.Fresh();
    return Value::None();
  }
  machine.heap().Charge(items.size() * sizeof(Value));
  const size_t moved = list->items.size() - static_cast<size_t>(std::max<int64_t>(bounds.start, 0));
  if (!machine.Charge((items.size() + moved) / 16)) return Value::None();
  if (bounds.step == 1) {
    ReplaceRun(list->items, bounds, items);
    return Value::None();
  }
  if (static_cast<int64_t>(items.size()) != bounds.count) {
    return machine.ValueError("attempt to assign {} of size {} to extended slice of size {}", kind, items.size(),
                              bounds.count);
  }
  for (int64_t i = 0; i < bounds.count; ++i) {
    list->items[static_cast<size_t>(bounds.start + i * bounds.step)] = items[static_cast<size_t>(i)];
  }
  return Value::None();
}

Result StoreInList(Machine& machine, List* list, Value index, Value value) {
  if (const Slice* slice = As<Slice>(index)) return StoreSlice(machine, list, slice, value);
  Result position =
      ResolveIndex(machine, index, static_cast<int64_t>(list->items.size()), "list", kAssignmentOutOfRange);
  if (!position.ok()) return position;
  machine.heap().WillWrite(list);
  if (!position.value().is_unknown()) {
    list->items[static_cast<size_t>(position.value().as_int())] = value;
    return Value::None();
  }
  // Any of them may be the one that changed.
  for (Value& item : list->items) {
    if (!Identical(item, value)) item = machine.Fresh();
  }
  return Value::None();
}

Result DeleteSlice(Machine& machine, List* list, const Slice* slice);

Result StoreInBytes(Machine& machine, Bytes* bytes, Value index, Value value) {
  if (As<Slice>(index) != nullptr) {
    if (As<Str>(value) != nullptr || value.is_int()) {
      return machine.TypeError("can assign only bytes, buffers, or iterables of ints in range(0, 256)");
    }
    List* items = ListOfBytes(machine, *bytes);
    // Nothing in the place of bytes deletes them, whatever the step.
    const Bytes* given = As<Bytes>(Machine::Unwrap(value));
    Result stored = given != nullptr && given->data.empty()
                        ? DeleteSlice(machine, items, As<Slice>(index))
                        : StoreSlice(machine, items, As<Slice>(index), value, "bytes");
    return stored.ok() ? StoreBytes(machine, *bytes, *items) : stored;
  }
  Result position = ResolveIndex(machine, index, static_cast<int64_t>(bytes->data.size()), "bytearray",
                                 "bytearray index out of range");
  if (!position.ok() || position.value().is_unknown()) return position;
  std::optional<char> byte = ByteOf(machine, value);
  if (!byte.has_value()) return Result::Raised();
  std::string data(bytes->data);
  data[static_cast<size_t>(position.value().as_int())] = *byte;
  machine.heap().WillWrite(bytes);
  bytes->data = machine.heap().NewBytes(data)->data;
  return Value::None();
}

Result DeleteSlice(Machine& machine, List* list, const Slice* slice) {
  SliceBounds bounds;
  SliceStatus status = ResolveSlice(machine, slice, static_cast<int64_t>(list->items.size()), bounds);
  if (status == SliceStatus::kRaised) return Result::Raised();
  if (status == SliceStatus::kUnknown || bounds.count == 0) return Value::None();
  if (!machine.Charge(list->items.size() / 16)) return Value::None();
  std::vector<bool> doomed(list->items.size());
  for (int64_t i = 0; i < bounds.count; ++i) doomed[static_cast<size_t>(bounds.start + i * bounds.step)] = true;
  machine.heap().WillWrite(list);
  size_t kept = 0;
  for (size_t i = 0; i < doomed.size(); ++i) {
    if (!doomed[i]) list->items[kept++] = list->items[i];
  }
  list->items.resize(kept);
  return Value::None();
}

Result DeleteFromList(Machine& machine, List* list, Value index) {
  if (const Slice* slice = As<Slice>(index)) return DeleteSlice(machine, list, slice);
  Result position =
      ResolveIndex(machine, index, static_cast<int64_t>(list->items.size()), "list", kAssignmentOutOfRange);
  if (!position.ok() || position.value().is_unknown()) return position;
  const int64_t place = position.value().as_int();
  if (!machine.Charge((list->items.size() - static_cast<size_t>(place)) / 16)) return Value::None();
  machine.heap().WillWrite(list);
  list->items.erase(list->items.begin() + place);
  return Value::None();
}

}  // namespace

void FillAnyEntry(Machine& machine, Dict& dict) {
  for (size_t i = 0; i < dict.items.slots(); ++i) {
    OrderedMap::Entry& entry = dict.items.slot(i);
    if (entry.key.defined() && entry.value.is_none()) entry.value = machine.Fresh();
  }
}

Result BuiltinStoreItem(Machine& machine, Value container, Value index, Value value) {
  if (container.is_unknown()) return Value::None();
  if (List* list = As<List>(container)) return StoreInList(machine, list, index, value);
  if (Dict* dict = As<Dict>(container)) {
    machine.heap().WillWrite(dict);
    if (index.is_unknown()) FillAnyEntry(machine, *dict);
    return machine.SetKey(dict->items, index, value) ? Result(Value::None()) : Result::Raised();
  }
  Bytes* bytes = As<Bytes>(container);
  if (bytes != nullptr && bytes->is_bytearray) return StoreInBytes(machine, bytes, index, value);
  return machine.TypeError("'{}' object does not support item assignment", TypeName(machine, container));
}

Result BuiltinDeleteItem(Machine& machine, Value container, Value index) {
  if (container.is_unknown()) return Value::None();
  if (List* list = As<List>(container)) return DeleteFromList(machine, list, index);
  if (Dict* dict = As<Dict>(container)) {
    int64_t slot = machine.FindKey(dict->items, index);
    if (slot == -2) return Result::Raised();
    if (slot == -1) return index.is_unknown() ? Result(Value::None()) : KeyError(machine, index);
    machine.heap().WillWrite(dict);
    dict->items.EraseSlot(static_cast<size_t>(slot));
    return Value::None();
  }
  Bytes* bytes = As<Bytes>(container);
  if (bytes != nullptr && bytes->is_bytearray) {
    Result position = Value::None();
    if (As<Slice>(index) == nullptr) {
      position = ResolveIndex(machine, index, static_cast<int64_t>(bytes->data.size()), "bytearray",
                              "bytearray index out of range");
    }
    if (!position.ok() || position.value().is_unknown()) return position;
    List* items = ListOfBytes(machine, *bytes);
    Result deleted = DeleteFromList(machine, items, index);
    return deleted.ok() ? StoreBytes(machine, *bytes, *items) : deleted;
  }
  return machine.TypeError("'{}' object doesn't support item deletion", TypeName(machine, container));
}

}  // namespace tfscope
