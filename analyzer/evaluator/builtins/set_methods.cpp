// Methods of set and frozenset.
#include "analyzer/evaluator/builtins/builtins.h"
#include "analyzer/evaluator/builtins/natives.h"
#include "analyzer/evaluator/set_operations.h"

namespace tfscope {

namespace {

bool IsFrozen(const Set& set) { return set.kind == ObjectKind::kFrozenSet; }

Set* CopyOf(Machine& machine, Set& set) {
  Set* copy = machine.heap().New<Set>();
  copy->kind = set.kind;
  CombineInto(machine, *copy, SetOperation::kUnion, Value::Of(&set));
  return copy;
}

Result Add(Machine& machine, Set& self, NativeArguments arguments) {
  machine.heap().WillWrite(&self);
  return AddToSet(machine, self, arguments[0]) ? Result(Value::None()) : Result::Raised();
}

Result Erase(Machine& machine, Set& self, Value item, bool must_exist) {
  int64_t slot = machine.FindKey(self.items, item);
  if (slot == -2) return Result::Raised();
  if (slot == -1) return must_exist && !item.is_unknown() ? KeyError(machine, item) : Result(Value::None());
  machine.heap().WillWrite(&self);
  EraseFromSet(self, static_cast<size_t>(slot));
  return Value::None();
}

Result Remove(Machine& machine, Set& self, NativeArguments arguments) {
  return Erase(machine, self, arguments[0], true);
}
Result Discard(Machine& machine, Set& self, NativeArguments arguments) {
  return Erase(machine, self, arguments[0], false);
}

Result Pop(Machine& machine, Set& self, NativeArguments) {
  if (self.items.empty()) return machine.Raise(machine.types().key_error, "pop from an empty set");
  machine.heap().WillWrite(&self);
  const bool by_table = self.table.has_order() && !machine.InPython2();
  Value element = by_table ? self.table.NextToPop() : SetElements(machine, &self)[0];
  if (!by_table) machine.Charge(self.items.size());
  Result erased = Erase(machine, self, element, true);
  return erased.ok() ? Result(element) : erased;
}

Result Clear(Machine& machine, Set& self, NativeArguments) {
  machine.heap().WillWrite(&self);
  ClearSet(self);
  return Value::None();
}

Result Copy(Machine& machine, Set& self, NativeArguments) { return Value::Of(CopyOf(machine, self)); }

bool CombineAll(Machine& machine, Set& target, SetOperation operation, const Tuple* others) {
  for (Value other : others->items) {
    if (!CombineInto(machine, target, operation, other)) return false;
  }
  return true;
}

template <SetOperation operation>
Result Combined(Machine& machine, Set& self, NativeArguments arguments) {
  const std::span<const Value> others = As<Tuple>(arguments[0])->items;
  Set* result = others.empty() ? CopyOf(machine, self) : Combine(machine, operation, self, others[0]);
  for (size_t i = 1; result != nullptr && i < others.size(); ++i) {
    if (!CombineInto(machine, *result, operation, others[i])) return Result::Raised();
  }
  return result != nullptr ? Result(Value::Of(result)) : Result::Raised();
}

template <SetOperation operation>
Result CombineSelf(Machine& machine, Set& self, NativeArguments arguments) {
  const Tuple* others = As<Tuple>(arguments[0]);
  bool fills = operation == SetOperation::kUnion && others->items.size() == 1;
  if (fills && As<Set>(Machine::Unwrap(others->items[0])) == nullptr && !IsNativeIterable(machine, others->items[0])) {
    return CallLibrary(machine, "fill_set", {Value::Of(&self), others->items[0]});
  }
  machine.heap().WillWrite(&self);
  return CombineAll(machine, self, operation, others) ? Result(Value::None()) : Result::Raised();
}

/// `set.__init__`: replaces what the set holds.
Result Initialize(Machine& machine, Set& self, NativeArguments arguments) {
  if (IsFrozen(self)) return Value::None();
  machine.heap().WillWrite(&self);
  ClearSet(self);
  if (!arguments[0].defined()) return Value::None();
  Value items = machine.heap().NewTuple({arguments[0]});
  return CombineSelf<SetOperation::kUnion>(machine, self, {&items, 1});
}

/// The other operand of a comparison method as a set.
Result AsSet(Machine& machine, Value iterable) {
  if (iterable.is_unknown() || As<Set>(Machine::Unwrap(iterable)) != nullptr) return Machine::Unwrap(iterable);
  auto* set = machine.heap().New<Set>();
  if (!CombineInto(machine, *set, SetOperation::kUnion, iterable)) return Result::Raised();
  return Value::Of(set);
}

template <CompareOperator op>
Result Compared(Machine& machine, Set& self, NativeArguments arguments) {
  Result other = AsSet(machine, arguments[0]);
  if (!other.ok()) return other;
  if (other.value().is_unknown()) return machine.Fresh(TypeHint::kBool);
  return CompareSets(machine, op, Value::Of(&self), other.value());
}

Result IsDisjoint(Machine& machine, Set& self, NativeArguments arguments) {
  std::vector<Value> items;
  if (arguments[0].is_unknown()) return machine.Fresh(TypeHint::kBool);
  if (!machine.Collect(arguments[0], items)) return Result::Raised();
  for (Value item : items) {
    int64_t slot = machine.FindKey(self.items, item);
    if (slot == -2) return Result::Raised();
    if (slot >= 0) return Value::Bool(false);
  }
  return Value::Bool(true);
}

constexpr NativeSpec kReadingMethods[] = {
    {"copy", "self", Method<Set, Copy>, kTakesAll},
    {"union", "self, *others", Method<Set, Combined<SetOperation::kUnion>>, kTakesAll},
    {"intersection", "self, *others", Method<Set, Combined<SetOperation::kIntersection>>, kTakesAll},
    {"difference", "self, *others", Method<Set, Combined<SetOperation::kDifference>>, kTakesAll},
    {"symmetric_difference", "self, *others", Method<Set, Combined<SetOperation::kSymmetricDifference>>, kTakesAll},
    {"issubset", "self, other", Method<Set, Compared<CompareOperator::kLessEqual>>, kTakesAll},
    {"issuperset", "self, other", Method<Set, Compared<CompareOperator::kGreaterEqual>>, kTakesAll},
    {"isdisjoint", "self, other", Method<Set, IsDisjoint>, kTakesAll},
};

constexpr NativeSpec kWritingMethods[] = {
    {"add", "self, element", Method<Set, Add>, kTakesAll},
    {"remove", "self, element", Method<Set, Remove>, kTakesAll},
    {"discard", "self, element", Method<Set, Discard>, kTakesAll},
    {"pop", "self", Method<Set, Pop>, kTakesAll},
    {"clear", "self", Method<Set, Clear>, kTakesAll},
    {"update", "self, *others", Method<Set, CombineSelf<SetOperation::kUnion>>, kTakesAll},
    {"intersection_update", "self, *others", Method<Set, CombineSelf<SetOperation::kIntersection>>, kTakesAll},
    {"difference_update", "self, *others", Method<Set, CombineSelf<SetOperation::kDifference>>, kTakesAll},
    {"symmetric_difference_update", "self, *others", Method<Set, CombineSelf<SetOperation::kSymmetricDifference>>,
     kTakesAll},
    {"__init__", "self, iterable=", Method<Set, Initialize>, kTakesAll},
};

}  // namespace

void InstallSetMethods(Machine& machine) {
  machine.Define(machine.types().set, kReadingMethods);
  machine.Define(machine.types().set, kWritingMethods);
  machine.Define(machine.types().frozenset, kReadingMethods);
}

}  // namespace tfscope
