#include "analyzer/evaluator/set_operations.h"

#include <cmath>

#include "analyzer/evaluator/numbers/numbers.h"
#include "analyzer/evaluator/operators.h"
#include "analyzer/evaluator/protocols.h"
#include "analyzer/evaluator/text/symbolic_text.h"

namespace tfscope {

int64_t RangeLength(const Range* range) {
  bool up = range->step > 0;
  int64_t low = up ? range->start : range->stop;
  int64_t high = up ? range->stop : range->start;
  if (low >= high) return 0;
  uint64_t step = up ? static_cast<uint64_t>(range->step) : 0 - static_cast<uint64_t>(range->step);
  uint64_t count = (static_cast<uint64_t>(high) - static_cast<uint64_t>(low) - 1) / step + 1;
  return count > INT64_MAX ? INT64_MAX : static_cast<int64_t>(count);
}

int64_t RangeElement(const Range* range, int64_t index) {
  // The result fits, the product need not: unsigned arithmetic wraps around.
  return static_cast<int64_t>(static_cast<uint64_t>(range->start) +
                              static_cast<uint64_t>(index) * static_cast<uint64_t>(range->step));
}

namespace {

/// A set-like value as a set; null if an exception is pending.
const Set* AsSet(Machine& machine, Value value) {
  if (const Set* set = As<Set>(value)) return set;
  Set* set = machine.heap().New<Set>();
  std::vector<Value> elements;
  if (!machine.Collect(value, elements)) return nullptr;
  for (Value element : elements) {
    if (!machine.Charge(1)) return set;
    if (!AddToSet(machine, *set, element)) return nullptr;
  }
  return set;
}

/// Whether all keys of `inner` are in `outer`.
Truth IsSubset(Machine& machine, const OrderedMap& inner, const OrderedMap& outer) {
  for (size_t i = 0; i < inner.slots(); ++i) {
    Value key = inner.slot(i).key;
    if (!key.defined()) continue;
    if (!machine.Charge(1)) return Truth::kUnknown;
    int64_t slot = machine.FindKey(outer, key);
    if (slot == -2) return Truth::kRaised;
    if (slot == -1) return Truth::kFalse;
  }
  return Truth::kTrue;
}

}  // namespace

bool IsSetLike(Value value) {
  if (As<Set>(value) != nullptr) return true;
  const DictView* view = As<DictView>(value);
  return view != nullptr && view->view != DictView::View::kValues;
}

Result CompareSets(Machine& machine, CompareOperator op, Value left, Value right) {
  const Set* a = AsSet(machine, left);
  const Set* b = a != nullptr ? AsSet(machine, right) : nullptr;
  if (b == nullptr) return Result::Raised();
  bool reversed = op == CompareOperator::kGreater || op == CompareOperator::kGreaterEqual;
  const OrderedMap& small = (reversed ? b : a)->items;
  const OrderedMap& large = (reversed ? a : b)->items;
  bool is_equality = op == CompareOperator::kEqual || op == CompareOperator::kNotEqual;
  bool strict = op == CompareOperator::kLess || op == CompareOperator::kGreater;
  bool sizes_fit = is_equality ? small.size() == large.size()
                   : strict    ? small.size() < large.size()
                               : small.size() <= large.size();
  Truth truth = sizes_fit ? IsSubset(machine, small, large) : Truth::kFalse;
  if (truth == Truth::kRaised) return Result::Raised();
  if (truth == Truth::kUnknown) return UnknownComparison(machine, op, left, right);
  return Value::Bool((truth == Truth::kTrue) == (op != CompareOperator::kNotEqual));
}

std::optional<SetOperation> SetOperationOf(BinaryOperator op) {
  switch (op) {
    case BinaryOperator::kBitOr:
      return SetOperation::kUnion;
    case BinaryOperator::kBitAnd:
      return SetOperation::kIntersection;
    case BinaryOperator::kSubtract:
      return SetOperation::kDifference;
    case BinaryOperator::kBitXor:
      return SetOperation::kSymmetricDifference;
    default:
      return std::nullopt;
  }
}

Result SetBinary(Machine& machine, BinaryOperator op, Value left, Value right) {
  std::optional<SetOperation> operation = SetOperationOf(op);
  if (!operation) return Value::NotImplemented();
  if (const Set* set = As<Set>(left); set != nullptr && As<Set>(right) != nullptr) {
    Set* result = Combine(machine, *operation, *set, right);
    return result != nullptr ? Result(Value::Of(result)) : Result::Raised();
  }
  Set* result = machine.heap().New<Set>();
  if (!CombineInto(machine, *result, SetOperation::kUnion, left)) return Result::Raised();
  if (!CombineInto(machine, *result, *operation, right)) return Result::Raised();
  return Value::Of(result);
}

namespace {

/// `items` may change meanwhile: a list is read anew each time.
template <typename Items>
Result ContainsItem(Machine& machine, Value container, const Items& items, Value wanted) {
  bool unknown = false;
  for (size_t i = 0; i < items.size(); ++i) {
    if (!machine.Charge(1)) return machine.Fresh(TypeHint::kBool);
    Value item = items[i];
    if (Identical(item, wanted)) return Value::Bool(true);
    Truth equal = machine.Equal(item, wanted);
    if (equal == Truth::kRaised) return Result::Raised();
    if (equal == Truth::kTrue) return Value::Bool(true);
    unknown = unknown || equal == Truth::kUnknown;
  }
  return unknown ? UnknownComparison(machine, CompareOperator::kIn, wanted, container) : Value::Bool(false);
}

Result ContainsKey(Machine& machine, Value container, const OrderedMap& map, Value key) {
  int64_t slot = machine.FindKey(map, key);
  if (slot == -2) return Result::Raised();
  if (slot >= 0) return Value::Bool(true);
  auto is_unknown = [](Value value) {
    const Str* text = As<Str>(value);
    return value.is_unknown() || (text != nullptr && text->symbolic);
  };
  bool unknown = is_unknown(key) && !map.empty();
  for (size_t i = 0; !unknown && map.has_unknown_keys() && i < map.slots(); ++i) {
    if (!machine.Charge(1)) return machine.Fresh(TypeHint::kBool);
    unknown = is_unknown(map.slot(i).key);
  }
  return unknown ? UnknownComparison(machine, CompareOperator::kIn, key, container) : Value::Bool(false);
}

Result ContainsText(Machine& machine, const Str* text, Value container, Value item) {
  if (item.is_unknown()) return UnknownComparison(machine, CompareOperator::kIn, item, container);
  const Str* part = As<Str>(Machine::Unwrap(item));
  if (part == nullptr) {
    return machine.TypeError("'in <string>' requires string as left operand, not {}", TypeName(machine, item));
  }
  if (!ChargeSearch(machine, text->text, part->text)) return machine.Fresh(TypeHint::kBool);
  if (text->text.find(part->text) != std::string_view::npos) return Value::Bool(true);
  bool unknown = text->symbolic || part->symbolic;
  return unknown ? UnknownComparison(machine, CompareOperator::kIn, item, container) : Value::Bool(false);
}

Result ContainsByte(Machine& machine, const Bytes* bytes, Value item) {
  if (const Bytes* part = As<Bytes>(item)) {
    if (!ChargeSearch(machine, bytes->data, part->data)) return machine.Fresh(TypeHint::kBool);
    return Value::Bool(bytes->data.find(part->data) != std::string_view::npos);
  }
  Result index = AsIndex(machine, item);
  if (!index.ok()) return index;
  if (!index.value().defined()) {
    return machine.TypeError("a bytes-like object is required, not '{}'", TypeName(machine, item));
  }
  if (index.value().is_unknown()) return machine.Fresh(TypeHint::kBool);
  int64_t byte = ClampedInt(index.value());
  if (byte < 0 || byte > 255) return machine.ValueError("byte must be in range(0, 256)");
  return Value::Bool(bytes->data.find(static_cast<char>(byte)) != std::string_view::npos);
}

Result ContainsNumber(Machine& machine, const Range* range, Value container, Value item) {
  if (item.is_unknown()) return UnknownComparison(machine, CompareOperator::kIn, item, container);
  Value number = Machine::Unwrap(item);
  bool is_integral =
      number.is_float() && std::abs(number.as_float()) < 9e18 && number.as_float() == std::trunc(number.as_float());
  if (is_integral) number = Value::Int(static_cast<int64_t>(number.as_float()));
  if (!IsSmallInteger(number)) return Value::Bool(false);
  int64_t value = number.as_int();
  bool inside =
      range->step > 0 ? value >= range->start && value < range->stop : value <= range->start && value > range->stop;
  if (!inside) return Value::Bool(false);
  __int128 distance = static_cast<__int128>(value) - range->start;
  return Value::Bool(distance % range->step == 0);
}

Result ContainsInView(Machine& machine, const DictView* view, Value container, Value item) {
  const Dict* dict = As<Dict>(Machine::Unwrap(view->dict));
  if (dict == nullptr) return Value::Bool(false);
  if (view->view == DictView::View::kKeys) return ContainsKey(machine, container, dict->items, item);
  std::vector<Value> items;
  if (!machine.Collect(container, items)) return Result::Raised();
  return ContainsItem(machine, container, items, item);
}

}  // namespace

bool ChargeSearch(Machine& machine, std::string_view text, std::string_view part) {
  const size_t longest = std::min(text.size(), part.size());
  return machine.Charge(text.size() * (1 + longest / 16) / 16);
}

Result BuiltinContains(Machine& machine, Value container, Value item) {
  if (container.is_unknown()) return UnknownComparison(machine, CompareOperator::kIn, item, container);
  if (const Dict* dict = As<Dict>(container)) return ContainsKey(machine, container, dict->items, item);
  if (const Set* set = As<Set>(container)) return ContainsKey(machine, container, set->items, item);
  if (const List* list = As<List>(container)) return ContainsItem(machine, container, list->items, item);
  if (const Tuple* tuple = As<Tuple>(container)) return ContainsItem(machine, container, tuple->items, item);
  if (const Str* text = As<Str>(container)) return ContainsText(machine, text, container, item);
  if (const Bytes* bytes = As<Bytes>(container)) return ContainsByte(machine, bytes, item);
  if (const Range* range = As<Range>(container)) return ContainsNumber(machine, range, container, item);
  if (const DictView* view = As<DictView>(container)) return ContainsInView(machine, view, container, item);
  if (As<Iterator>(container) != nullptr) {
    std::vector<Value> items;
    if (!machine.Collect(container, items)) return Result::Raised();
    return ContainsItem(machine, container, items, item);
  }
  return Value::NotImplemented();
}

}  // namespace tfscope
