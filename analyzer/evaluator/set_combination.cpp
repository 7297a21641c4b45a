// Union, intersection and differences of sets, step by step as CPython 3.7 makes them: the steps decide the order.
#include <algorithm>

#include "analyzer/evaluator/numbers/numbers.h"
#include "analyzer/evaluator/python2_order.h"
#include "analyzer/evaluator/set_operations.h"

namespace tfscope {

namespace {

const Set* SetOf(Value value) { return As<Set>(Machine::Unwrap(value)); }

/// An element on its way from one set to another, with its hash.
void Append(Machine& machine, Set& target, Value element, uint64_t hash) {
  machine.heap().Charge(2 * sizeof(OrderedMap::Entry));
  target.items.Append(element, hash, Value::None());
  target.table.Add(element, hash, HasFixedHash(element, hash));
}

bool AddAll(Machine& machine, Set& target, const std::vector<Value>& elements) {
  for (Value element : elements) {
    if (!machine.Charge(1)) return true;
    if (!AddToSet(machine, target, element)) return false;
  }
  return true;
}

bool Merge(Machine& machine, Set& target, const Set& other) {
  if (&target == &other) return true;
  target.table.Reserve(other.items.size());
  if (!target.items.empty() || !target.table.Take(other.table)) {
    return AddAll(machine, target, SetElements(machine, &other));
  }
  if (!machine.Charge(other.items.slots() / 4)) return true;
  machine.heap().Charge(2 * other.items.size() * sizeof(OrderedMap::Entry));
  target.items = other.items;
  return true;
}

bool Update(Machine& machine, Set& target, Value other) {
  if (const Set* set = SetOf(other)) return Merge(machine, target, *set);
  if (const Dict* dict = As<Dict>(other)) target.table.Reserve(dict->items.size());
  std::vector<Value> elements;
  return machine.Collect(other, elements) && AddAll(machine, target, elements);
}

/// Removes an element: 1 if it was there, 0 if not, -1 if an exception is pending.
int Discard(Machine& machine, Set& target, Value element) {
  int64_t slot = machine.FindKey(target.items, element);
  if (slot >= 0) EraseFromSet(target, static_cast<size_t>(slot));
  return slot == -2 ? -1 : slot >= 0 ? 1 : 0;
}

std::optional<std::vector<Value>> ElementsOf(Machine& machine, Value other) {
  if (const Set* set = SetOf(other)) return SetElements(machine, set);
  std::vector<Value> elements;
  if (!machine.Collect(other, elements)) return std::nullopt;
  return elements;
}

bool Subtract(Machine& machine, Set& target, Value other) {
  if (SetOf(other) == &target) {
    ClearSet(target);
    return true;
  }
  std::optional<std::vector<Value>> elements = ElementsOf(machine, other);
  if (!elements) return false;
  for (Value element : *elements) {
    if (!machine.Charge(1)) return true;
    if (Discard(machine, target, element) < 0) return false;
  }
  target.table.Shrink();
  return true;
}

bool Toggle(Machine& machine, Set& target, Value other) {
  const Set* set = SetOf(other);
  if (set == &target) {
    ClearSet(target);
    return true;
  }
  std::vector<Value> elements;
  if (set == nullptr && As<Dict>(other) == nullptr) {
    Set* distinct = machine.heap().New<Set>();
    if (!Update(machine, *distinct, other)) return false;
    set = distinct;
  }
  if (set != nullptr) {
    elements = SetElements(machine, set);
  } else if (!machine.Collect(other, elements)) {
    return false;
  }
  for (Value element : elements) {
    if (!machine.Charge(1)) return true;
    int found = Discard(machine, target, element);
    if (found < 0 || (found == 0 && !AddToSet(machine, target, element))) return false;
  }
  return true;
}

/// Adds to the empty `result` what is in `left` and in `other`, or only in `left`.
bool Select(Machine& machine, Set& result, const std::vector<Value>& candidates, const OrderedMap& others,
            bool wanted) {
  for (Value candidate : candidates) {
    if (!machine.Charge(1)) return true;
    int64_t slot = machine.FindKey(others, candidate);
    if (slot == -2) return false;
    if ((slot >= 0) == wanted && !AddToSet(machine, result, candidate)) return false;
  }
  return true;
}

bool Intersect(Machine& machine, Set& result, const Set& left, Value other) {
  const Set* set = SetOf(other);
  if (set == &left) return Merge(machine, result, left);
  const Set* looked_up = &left;
  if (set != nullptr && set->items.size() > left.items.size()) {
    return Select(machine, result, SetElements(machine, &left), set->items, true);
  }
  std::optional<std::vector<Value>> elements = ElementsOf(machine, other);
  return elements && Select(machine, result, *elements, looked_up->items, true);
}

bool Difference(Machine& machine, Set& result, const Set& left, Value other) {
  const Set* set = SetOf(other);
  const Dict* dict = As<Dict>(other);
  const OrderedMap* others = set != nullptr ? &set->items : dict != nullptr ? &dict->items : nullptr;
  if (others == nullptr || left.items.size() / 4 > others->size()) {
    return Merge(machine, result, left) && Subtract(machine, result, other);
  }
  return Select(machine, result, SetElements(machine, &left), *others, false);
}

}  // namespace

bool AddToSet(Machine& machine, Set& set, Value element) {
  int64_t slot = machine.FindKey(set.items, element);
  if (slot == -2) return false;
  if (slot >= 0) return true;
  std::optional<uint64_t> hash = machine.Hash(element);
  if (hash.has_value()) Append(machine, set, element, *hash);
  return hash.has_value();
}

void EraseFromSet(Set& set, size_t slot) {
  set.table.Erase(set.items.slot(slot).key, set.items.slot(slot).hash);
  set.items.EraseSlot(slot);
}

void ClearSet(Set& set) {
  set.items.Clear();
  set.table.Clear();
}

void AssignSet(Set& set, const Set& other) {
  set.items = other.items;
  set.table.Assign(other.table);
}

bool CombineInto(Machine& machine, Set& target, SetOperation operation, Value other) {
  switch (operation) {
    case SetOperation::kUnion:
      return Update(machine, target, other);
    case SetOperation::kDifference:
      return Subtract(machine, target, other);
    case SetOperation::kSymmetricDifference:
      return Toggle(machine, target, other);
    case SetOperation::kIntersection:
      break;
  }
  Set* common = machine.heap().New<Set>();
  if (!Intersect(machine, *common, target, other)) return false;
  AssignSet(target, *common);
  return true;
}

Set* Combine(Machine& machine, SetOperation operation, const Set& left, Value other) {
  Set* result = machine.heap().New<Set>();
  result->kind = left.kind;
  bool done = false;
  switch (operation) {
    case SetOperation::kUnion:
      done = Merge(machine, *result, left) && Update(machine, *result, other);
      break;
    case SetOperation::kDifference:
      done = Difference(machine, *result, left, other);
      break;
    case SetOperation::kSymmetricDifference: {
      const Set* copied = &left;
      done = Update(machine, *result, other) && Toggle(machine, *result, Value::Of(const_cast<Set*>(copied)));
      break;
    }
    case SetOperation::kIntersection:
      done = Intersect(machine, *result, left, other);
      break;
  }
  return done ? result : nullptr;
}

}  // namespace tfscope
