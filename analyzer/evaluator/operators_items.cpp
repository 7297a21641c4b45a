// Reading items and slices of builtin containers.
#include <algorithm>

#include "analyzer/evaluator/operators.h"
#include "analyzer/evaluator/protocols.h"
#include "analyzer/evaluator/set_operations.h"
#include "analyzer/evaluator/slicing.h"
#include "analyzer/evaluator/text/symbolic_text.h"
#include "analyzer/evaluator/text/unicode.h"

namespace tfscope {

namespace {

Value SymbolOfItem(Machine& machine, TypeHint hint, Value container, Value index) {
  return machine.heap().NewSymbol({.operation = Symbol::Operation::kItem,
                                   .hint = hint,
                                   .a = container,
                                   .b = index,
                                   .origin = machine.CurrentSpan()});
}

std::vector<Value> SelectItems(std::span<const Value> items, const SliceBounds& bounds) {
  std::vector<Value> result;
  result.reserve(static_cast<size_t>(bounds.count));
  for (int64_t i = 0; i < bounds.count; ++i)
    result.push_back(items[static_cast<size_t>(bounds.start + i * bounds.step)]);
  return result;
}

std::string SelectText(const Str* text, const SliceBounds& bounds) {
  std::string result;
  if (bounds.count == 0) return result;
  bool is_ascii = text->text.size() == text->length;
  if (bounds.step == 1) {
    size_t begin =
        is_ascii ? static_cast<size_t>(bounds.start) : ByteOffset(text->text, static_cast<size_t>(bounds.start));
    std::string_view rest = text->text.substr(begin);
    size_t size = is_ascii ? static_cast<size_t>(bounds.count) : ByteOffset(rest, static_cast<size_t>(bounds.count));
    return std::string(rest.substr(0, size));
  }
  if (is_ascii) {
    for (int64_t i = 0; i < bounds.count; ++i)
      result += text->text[static_cast<size_t>(bounds.start + i * bounds.step)];
    return result;
  }
  std::vector<std::string_view> points;
  for (size_t at = 0; at < text->text.size();) {
    size_t size = CodePointSize(text->text, at);
    points.push_back(text->text.substr(at, size));
    at += size;
  }
  for (int64_t i = 0; i < bounds.count; ++i) {
    auto index = static_cast<size_t>(bounds.start + i * bounds.step);
    if (index < points.size()) result += points[index];
  }
  return result;
}

Result LoadFromText(Machine& machine, Value container, const Str* text, Value index) {
  bool is_slice = As<Slice>(index) != nullptr;
  if (text->symbolic || index.is_unknown()) return SymbolOfItem(machine, TypeHint::kStr, container, index);
  // Other texts than ASCII are searched for the place; other steps than 1 take code points one by one.
  const bool plain = text->text.size() == text->length && (!is_slice || As<Slice>(index)->step.is_none());
  if (!machine.Charge(text->text.size() / (plain ? 256 : 8))) return machine.Fresh(TypeHint::kStr);
  SliceBounds bounds;
  if (is_slice) {
    SliceStatus status = ResolveSlice(machine, As<Slice>(index), text->length, bounds);
    if (status == SliceStatus::kRaised) return Result::Raised();
    if (status == SliceStatus::kUnknown) return SymbolOfItem(machine, TypeHint::kStr, container, index);
  } else {
    Result position = ResolveIndex(machine, index, text->length, "string", "string index out of range");
    if (!position.ok()) return position;
    if (position.value().is_unknown()) return SymbolOfItem(machine, TypeHint::kStr, container, index);
    bounds = {position.value().as_int(), position.value().as_int() + 1, 1, 1};
  }
  return machine.heap().Text(SelectText(text, bounds));
}

/// `items` may change while the index is asked for: a list is read anew then.
template <typename Items>
Result LoadFromItems(Machine& machine, Value container, const Items& items, Value index, bool is_list) {
  auto length = static_cast<int64_t>(items.size());
  if (const Slice* slice = As<Slice>(index)) {
    SliceBounds bounds;
    SliceStatus status = ResolveSlice(machine, slice, length, bounds);
    if (status == SliceStatus::kRaised) return Result::Raised();
    if (status == SliceStatus::kUnknown || !machine.Charge(static_cast<uint64_t>(bounds.count) / 16)) {
      return machine.Fresh(is_list ? TypeHint::kList : TypeHint::kTuple);
    }
    std::vector<Value> selected = SelectItems(items, bounds);
    return is_list ? machine.heap().NewList(std::move(selected)) : machine.heap().NewTuple(std::move(selected));
  }
  Result position = ResolveIndex(machine, index, length, is_list ? "list" : "tuple",
                                 is_list ? "list index out of range" : "tuple index out of range");
  if (!position.ok()) return position;
  if (!position.value().is_unknown()) return items[static_cast<size_t>(position.value().as_int())];
  Value some = SomeItem(machine, items);
  return is_list ? some : SymbolOfItem(machine, some.symbol()->hint, container, index);
}

Result LoadFromBytes(Machine& machine, const Bytes* bytes, Value index) {
  auto length = static_cast<int64_t>(bytes->data.size());
  if (const Slice* slice = As<Slice>(index)) {
    SliceBounds bounds;
    SliceStatus status = ResolveSlice(machine, slice, length, bounds);
    if (status == SliceStatus::kRaised) return Result::Raised();
    if (status == SliceStatus::kUnknown) return machine.Fresh(TypeHint::kBytes);
    std::string selected;
    for (int64_t i = 0; i < bounds.count; ++i)
      selected += bytes->data[static_cast<size_t>(bounds.start + i * bounds.step)];
    Bytes* result = machine.heap().NewBytes(selected);
    result->is_bytearray = bytes->is_bytearray;
    return Value::Of(result);
  }
  Result position = ResolveIndex(machine, index, length, bytes->is_bytearray ? "bytearray" : "byte",
                                 bytes->is_bytearray ? "bytearray index out of range" : "index out of range");
  if (!position.ok()) return position;
  if (position.value().is_unknown()) return machine.Fresh(TypeHint::kInt);
  return Value::Int(static_cast<unsigned char>(bytes->data[static_cast<size_t>(position.value().as_int())]));
}

Result LoadFromRange(Machine& machine, const Range* range, Value index) {
  int64_t length = RangeLength(range);
  if (const Slice* slice = As<Slice>(index)) {
    SliceBounds bounds;
    SliceStatus status = ResolveSlice(machine, slice, length, bounds);
    if (status == SliceStatus::kRaised) return Result::Raised();
    if (status == SliceStatus::kUnknown) return machine.Fresh();
    auto* result = machine.heap().New<Range>();
    auto cut = [](__int128 value) { return static_cast<int64_t>(std::clamp<__int128>(value, INT64_MIN, INT64_MAX)); };
    result->start = cut(range->start + static_cast<__int128>(bounds.start) * range->step);
    result->stop = cut(range->start + static_cast<__int128>(bounds.stop) * range->step);
    result->step = cut(static_cast<__int128>(range->step) * bounds.step);
    return Value::Of(result);
  }
  Result position = ResolveIndex(machine, index, length, "range", "range object index out of range");
  if (!position.ok()) return position;
  if (position.value().is_unknown()) return machine.Fresh(TypeHint::kInt);
  return Value::Int(RangeElement(range, position.value().as_int()));
}

Result LoadFromDict(Machine& machine, const Dict* dict, Value key, bool missing_ok) {
  int64_t slot = machine.FindKey(dict->items, key);
  if (slot == -2) return Result::Raised();
  if (slot >= 0) return dict->items.slot(static_cast<size_t>(slot)).value;
  Result found = BuiltinContains(machine, Value::Of(const_cast<Dict*>(dict)), key);
  if (!found.ok()) return found;
  if (!found.value().is_bool()) return machine.Fresh();
  return missing_ok ? Result(Value()) : KeyError(machine, key);
}

}  // namespace

Result BuiltinLoadItem(Machine& machine, Value container, Value index, bool missing_ok) {
  if (container.is_unknown()) return SymbolOfItem(machine, TypeHint::kAny, container, index);
  if (const List* list = As<List>(container)) return LoadFromItems(machine, container, list->items, index, true);
  if (const Tuple* tuple = As<Tuple>(container)) return LoadFromItems(machine, container, tuple->items, index, false);
  if (const Dict* dict = As<Dict>(container)) return LoadFromDict(machine, dict, index, missing_ok);
  if (const Str* text = As<Str>(container)) return LoadFromText(machine, container, text, index);
  if (const Bytes* bytes = As<Bytes>(container)) return LoadFromBytes(machine, bytes, index);
  if (const Range* range = As<Range>(container)) return LoadFromRange(machine, range, index);
  return machine.TypeError("'{}' object is not subscriptable", TypeName(machine, container));
}

}  // namespace tfscope
