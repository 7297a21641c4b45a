#include "analyzer/evaluator/operators.h"

#include "analyzer/evaluator/numbers/numbers.h"
#include "analyzer/evaluator/protocols.h"
#include "analyzer/evaluator/set_operations.h"
#include "analyzer/evaluator/text.h"
#include "analyzer/evaluator/text/symbolic_text.h"

namespace tfscope {

namespace {

Result CannotConcatenate(Machine& machine, std::string_view type, Value right) {
  if (type == "str" && machine.InPython2()) {
    return machine.TypeError("cannot concatenate 'str' and '{}' objects", TypeName(machine, right));
  }
  return machine.TypeError("can only concatenate {} (not \"{}\") to {}", type, TypeName(machine, right), type);
}

Result ConcatenateText(Machine& machine, Value left, Value right) {
  std::optional<std::string> a = TextOf(machine, left);
  std::optional<std::string> b = TextOf(machine, right);
  if (!a.has_value()) return Value::NotImplemented();
  if (!b.has_value()) return CannotConcatenate(machine, "str", right);
  size_t size = a->size() + b->size();
  if (size > kLargestString || !machine.Charge(size / 256)) return machine.Fresh(TypeHint::kStr);
  return TextValue(machine.heap(), *a + *b);
}

Result ConcatenateItems(Machine& machine, std::span<const Value> a, std::span<const Value> b, bool is_list) {
  size_t size = a.size() + b.size();
  if (size > kLargestSequence || !machine.Charge(size / 16)) {
    return machine.Fresh(is_list ? TypeHint::kList : TypeHint::kTuple);
  }
  std::vector<Value> items;
  items.reserve(size);
  items.insert(items.end(), a.begin(), a.end());
  items.insert(items.end(), b.begin(), b.end());
  return is_list ? machine.heap().NewList(std::move(items)) : machine.heap().NewTuple(std::move(items));
}

Result ConcatenateBytes(Machine& machine, const Bytes* left, const Bytes* right) {
  size_t size = left->data.size() + right->data.size();
  if (size > kLargestString || !machine.Charge(size / 256)) return machine.Fresh(TypeHint::kBytes);
  Bytes* result = machine.heap().NewBytes(std::string(left->data) + std::string(right->data));
  result->is_bytearray = left->is_bytearray;
  return Value::Of(result);
}

Result Concatenate(Machine& machine, Value left, Value right) {
  if (As<Str>(left) != nullptr || (As<Str>(right) != nullptr && left.is_unknown())) {
    return ConcatenateText(machine, left, right);
  }
  if (const List* list = As<List>(left)) {
    const List* other = As<List>(right);
    if (other == nullptr) return CannotConcatenate(machine, "list", right);
    return ConcatenateItems(machine, list->items, other->items, true);
  }
  if (const Tuple* tuple = As<Tuple>(left)) {
    const Tuple* other = As<Tuple>(right);
    if (other == nullptr) return CannotConcatenate(machine, "tuple", right);
    return ConcatenateItems(machine, tuple->items, other->items, false);
  }
  if (const Bytes* bytes = As<Bytes>(left)) {
    const Bytes* other = As<Bytes>(right);
    if (other != nullptr) return ConcatenateBytes(machine, bytes, other);
    return machine.TypeError("can't concat {} to {}", TypeName(machine, right), TypeName(machine, left));
  }
  return Value::NotImplemented();
}

bool IsSequence(Value value) {
  return As<Str>(value) != nullptr || As<Bytes>(value) != nullptr || As<List>(value) != nullptr ||
         As<Tuple>(value) != nullptr;
}

std::string RepeatText(std::string_view text, int64_t count) {
  std::string result;
  result.reserve(text.size() * static_cast<size_t>(count));
  for (int64_t i = 0; i < count; ++i) result += text;
  return result;
}

std::vector<Value> RepeatItems(std::span<const Value> items, int64_t count) {
  std::vector<Value> result;
  result.reserve(items.size() * static_cast<size_t>(count));
  for (int64_t i = 0; i < count; ++i) result.insert(result.end(), items.begin(), items.end());
  return result;
}

/// Whether `size` elements `count` times fit `limit`, and the budget.
bool Fits(Machine& machine, size_t size, int64_t count, int64_t limit) {
  __int128 total = static_cast<__int128>(size) * count;
  return total <= limit && machine.Charge(static_cast<uint64_t>(total) / 64);
}

Result Repeat(Machine& machine, Value sequence, Value times) {
  Result index = AsIndex(machine, times);
  if (!index.ok()) return index;
  if (!index.value().defined()) {
    return machine.TypeError("can't multiply sequence by non-int of type '{}'", TypeName(machine, times));
  }
  Heap& heap = machine.heap();
  if (index.value().is_unknown()) return machine.Fresh();
  int64_t count = std::max<int64_t>(ClampedInt(index.value()), 0);
  if (const Str* text = As<Str>(sequence)) {
    if (!Fits(machine, text->text.size(), count, kLargestString)) return machine.Fresh(TypeHint::kStr);
    return TextValue(heap, text->text.empty() ? "" : RepeatText(text->text, count));
  }
  if (const Bytes* bytes = As<Bytes>(sequence)) {
    if (!Fits(machine, bytes->data.size(), count, kLargestString)) return machine.Fresh(TypeHint::kBytes);
    Bytes* result = heap.NewBytes(bytes->data.empty() ? "" : RepeatText(bytes->data, count));
    result->is_bytearray = bytes->is_bytearray;
    return Value::Of(result);
  }
  const List* list = As<List>(sequence);
  std::span<const Value> items = list != nullptr ? std::span<const Value>(list->items) : As<Tuple>(sequence)->items;
  if (!Fits(machine, items.size(), count, kLargestSequence)) {
    return machine.Fresh(list != nullptr ? TypeHint::kList : TypeHint::kTuple);
  }
  std::vector<Value> repeated = items.empty() ? std::vector<Value>() : RepeatItems(items, count);
  return list != nullptr ? heap.NewList(std::move(repeated)) : heap.NewTuple(std::move(repeated));
}

Result ExtendInPlace(Machine& machine, Value left, Value right) {
  List* list = As<List>(left);
  if (!IsNativeIterable(machine, right)) {
    return machine.TailCall(machine.BuiltinsFunction("extend_in_place"), {left, right});
  }
  std::vector<Value> items;
  if (!machine.Collect(right, items)) return Result::Raised();
  if (list->items.size() + items.size() > kLargestSequence) return machine.Fresh(TypeHint::kList);
  machine.heap().Charge(items.size() * sizeof(Value));
  if (!machine.Charge(items.size() / 16)) return left;
  machine.heap().WillWrite(list);
  list->items.insert(list->items.end(), items.begin(), items.end());
  return left;
}

Result CombineInPlace(Machine& machine, BinaryOperator op, Value left, Value right) {
  std::optional<SetOperation> operation = SetOperationOf(op);
  if (!operation) return Value::NotImplemented();
  Set* set = As<Set>(left);
  machine.heap().WillWrite(set);
  return CombineInto(machine, *set, *operation, right) ? Result(left) : Result::Raised();
}

}  // namespace

Result BuiltinBinary(Machine& machine, BinaryOperator op, Value left, Value right) {
  if (IsNumber(left) && IsNumber(right)) return NumberBinary(machine, op, left, right);
  switch (op) {
    case BinaryOperator::kAdd:
      return Concatenate(machine, left, right);
    case BinaryOperator::kMultiply:
      if (IsSequence(left)) return Repeat(machine, left, right);
      if (IsSequence(right)) return Repeat(machine, right, left);
      return Value::NotImplemented();
    case BinaryOperator::kModulo:
      if (As<Str>(left) != nullptr || As<Bytes>(left) != nullptr) return PercentFormat(machine, left, right);
      return Value::NotImplemented();
    case BinaryOperator::kBitOr:
    case BinaryOperator::kBitAnd:
    case BinaryOperator::kBitXor:
    case BinaryOperator::kSubtract:
      if (IsSetLike(left) && IsSetLike(right)) return SetBinary(machine, op, left, right);
      // The views of dicts combine with any iterable.
      if (As<DictView>(left) != nullptr && IsSetLike(left) && IsNativeIterable(machine, right)) {
        return SetBinary(machine, op, left, right);
      }
      return Value::NotImplemented();
    default:
      return Value::NotImplemented();
  }
}

Result BuiltinInPlace(Machine& machine, BinaryOperator op, Value left, Value right) {
  if (List* list = As<List>(left)) {
    if (op == BinaryOperator::kAdd) return ExtendInPlace(machine, left, right);
    if (op == BinaryOperator::kMultiply) {
      Result repeated = Repeat(machine, left, right);
      if (!repeated.ok() || As<List>(repeated.value()) == nullptr) return repeated;
      machine.heap().WillWrite(list);
      list->items = As<List>(repeated.value())->items;
      return left;
    }
  }
  Bytes* bytes = As<Bytes>(left);
  if (bytes != nullptr && bytes->is_bytearray && (op == BinaryOperator::kAdd || op == BinaryOperator::kMultiply)) {
    Result result = BuiltinBinary(machine, op, left, right);
    if (!result.ok() || As<Bytes>(result.value()) == nullptr) return result;
    machine.heap().WillWrite(bytes);
    bytes->data = As<Bytes>(result.value())->data;
    return left;
  }
  bool is_set = left.is_object() && left.object()->kind == ObjectKind::kSet;
  if (is_set && As<Set>(right) != nullptr) return CombineInPlace(machine, op, left, right);
  return BuiltinBinary(machine, op, left, right);
}

Result BuiltinUnary(Machine& machine, UnaryOperator op, Value operand) {
  return IsNumber(operand) ? NumberUnary(machine, op, operand) : Result(Value::NotImplemented());
}

}  // namespace tfscope
