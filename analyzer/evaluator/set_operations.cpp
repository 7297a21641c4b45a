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

const OrderedMap* MapOf(Value value) {
  if (const Set* set = As<Set>(value)) return &set->items;
  if (const DictView* view = As<DictView>(value)) {
    const Dict* dict = As<Dict>(Machine::Unwrap(view->dict));
    return dict != nullptr && view->view == DictView::View::kKeys ? &dict->items : nullptr;
  }
  return nullptr;
}

/// Items of a set-like value in a map of their own; false if an exception is pending.
bool CopyItems(Machine& machine, Value value, OrderedMap& items) {
  if (const OrderedMap* map = MapOf(value)) {
    for (size_t i = 0; i < map->slots(); ++i) {
      const OrderedMap::Entry& entry = map->slot(i);
      if (entry.key.defined()) items.Append(entry.key, entry.hash, Value::None());
    }
    machine.heap().Charge(map->size() * sizeof(OrderedMap::Entry));
    machine.Charge(map->size());
    return true;
  }
  std::vector<Value> collected;
  return machine.Collect(value, collected) && CombineInto(machine, items, SetOperation::kUnion, collected);
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

void EraseKey(OrderedMap& map, int64_t slot) { map.EraseSlot(static_cast<size_t>(slot)); }

}  // namespace

bool IsSetLike(Value value) {
  if (As<Set>(value) != nullptr) return true;
  const DictView* view = As<DictView>(value);
  return view != nullptr && view->view != DictView::View::kValues;
}

bool CombineInto(Machine& machine, OrderedMap& target, SetOperation operation, const std::vector<Value>& items) {
  OrderedMap others;
  bool needs_others = operation == SetOperation::kIntersection || operation == SetOperation::kSymmetricDifference;
  for (Value item : items) {
    if (!machine.Charge(1)) return true;
    if (needs_others || operation == SetOperation::kUnion) {
      if (!machine.SetKey(needs_others ? others : target, item, Value::None())) return false;
      continue;
    }
    int64_t slot = machine.FindKey(target, item);
    if (slot == -2) return false;
    if (slot >= 0) EraseKey(target, slot);
  }
  if (!needs_others) return true;
  std::vector<Value> doomed;
  const OrderedMap& keys = operation == SetOperation::kIntersection ? target : others;
  const OrderedMap& looked_up = operation == SetOperation::kIntersection ? others : target;
  for (size_t i = 0; i < keys.slots(); ++i) {
    Value key = keys.slot(i).key;
    if (!key.defined()) continue;
    int64_t slot = machine.FindKey(looked_up, key);
    if (slot == -2) return false;
    if ((slot >= 0) == (operation == SetOperation::kSymmetricDifference)) doomed.push_back(key);
  }
  if (operation == SetOperation::kSymmetricDifference) {
    for (size_t i = 0; i < others.slots(); ++i) {
      Value key = others.slot(i).key;
      if (key.defined() && machine.FindKey(target, key) == -1) machine.SetKey(target, key, Value::None());
    }
  }
  for (Value key : doomed) {
    int64_t slot = machine.FindKey(target, key);
    if (slot == -2) return false;
    if (slot >= 0) EraseKey(target, slot);
  }
  return true;
}

Result CompareSets(Machine& machine, CompareOperator op, Value left, Value right) {
  OrderedMap a;
  OrderedMap b;
  if (!CopyItems(machine, left, a) || !CopyItems(machine, right, b)) return Result::Raised();
  bool reversed = op == CompareOperator::kGreater || op == CompareOperator::kGreaterEqual;
  const OrderedMap& small = reversed ? b : a;
  const OrderedMap& large = reversed ? a : b;
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

Result SetBinary(Machine& machine, BinaryOperator op, Value left, Value right) {
  SetOperation operation{};
  switch (op) {
    case BinaryOperator::kBitOr:
      operation = SetOperation::kUnion;
      break;
    case BinaryOperator::kBitAnd:
      operation = SetOperation::kIntersection;
      break;
    case BinaryOperator::kSubtract:
      operation = SetOperation::kDifference;
      break;
    case BinaryOperator::kBitXor:
      operation = SetOperation::kSymmetricDifference;
      break;
    default:
      return Value::NotImplemented();
  }
  auto* result = machine.heap().New<Set>();
  bool frozen = left.is_object() && left.object()->kind == ObjectKind::kFrozenSet;
  if (frozen) result->kind = ObjectKind::kFrozenSet;
  std::vector<Value> items;
  if (!CopyItems(machine, left, result->items) || !machine.Collect(right, items)) return Result::Raised();
  if (!CombineInto(machine, result->items, operation, items)) return Result::Raised();
  return Value::Of(result);
}

namespace {

Result ContainsItem(Machine& machine, Value container, const std::vector<Value>& items, Value wanted) {
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
  for (size_t i = 0; !unknown && i < map.slots(); ++i) unknown = is_unknown(map.slot(i).key);
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
