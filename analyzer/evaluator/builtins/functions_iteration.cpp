// Builtin functions on iterables. Known sequences are worked on here; what may run Python code for each item is done by
// library/builtins.py, so that its frames are the machine's.
#include "analyzer/evaluator/builtins/builtins.h"
#include "analyzer/evaluator/builtins/str_common.h"

namespace tfscope {

namespace {

/// `any` (wanted true) or `all` (wanted false).
template <bool wanted>
Result AnyOrAll(Machine& machine, NativeArguments arguments) {
  if (arguments[0].is_unknown()) {
    return UnknownMethod(machine, wanted ? "any" : "all", arguments[0], Value(), TypeHint::kBool);
  }
  if (!IsNativeIterable(machine, arguments[0])) {
    Result iterator = machine.GetIterator(arguments[0]);
    if (!iterator.ok()) return iterator;
    return CallLibrary(machine, wanted ? "any_of" : "all_of", {iterator.value()});
  }
  std::vector<Value> items;
  if (!machine.Collect(arguments[0], items)) return Result::Raised();
  Value undecided;
  size_t undecided_count = 0;
  for (Value item : items) {
    if (!machine.Charge(1)) return machine.Fresh(TypeHint::kBool);
    Truth truth = machine.TruthOf(item);
    if (truth == Truth::kRaised) return Result::Raised();
    if (truth == (wanted ? Truth::kTrue : Truth::kFalse)) return Value::Bool(wanted);
    if (truth == Truth::kUnknown) {
      undecided = item;
      ++undecided_count;
    }
  }
  if (undecided_count == 0) return Value::Bool(!wanted);
  if (undecided_count > 1) return machine.Fresh(TypeHint::kBool);
  bool is_bool = undecided.is_unknown() && undecided.symbol()->hint == TypeHint::kBool;
  return is_bool ? undecided : UnknownMethod(machine, "bool", undecided, Value(), TypeHint::kBool);
}

Result Iter(Machine& machine, NativeArguments arguments) {
  if (!arguments[1].defined()) return machine.GetIterator(arguments[0]);
  if (!IsCallable(machine, arguments[0])) return machine.TypeError("iter(v, w): v must be callable");
  auto* iterator = machine.heap().New<Iterator>();
  iterator->source = Iterator::Source::kCallable;
  iterator->operands = {arguments[0], arguments[1]};
  return Value::Of(iterator);
}

Result Next(Machine& machine, NativeArguments arguments) {
  Value source = arguments[0];
  if (source.is_unknown()) {
    bool is_opaque = source.symbol()->hint == TypeHint::kOpaque;
    return machine.Fresh(is_opaque ? TypeHint::kOpaque : TypeHint::kAny);
  }
  if (Iterator* iterator = As<Iterator>(source)) {
    Value item = machine.NextNative(iterator);
    if (item.defined()) return item;
    if (machine.pending().defined()) return Result::Raised();
    if (arguments[1].defined()) return arguments[1];
    return machine.RaiseObject(machine.NewException(machine.types().stop_iteration, {}));
  }
  Str* name = machine.heap().Intern("__next__");
  if (!machine.LookUp(source, name).defined()) {
    return machine.TypeError("'{}' object is not an iterator", TypeName(machine, source));
  }
  if (arguments[1].defined()) return CallLibrary(machine, "next_or", {source, arguments[1]});
  Result method = machine.GetAttribute(source, name);
  return method.ok() ? machine.TailCall(method.value(), {}) : method;
}

Result Sorted(Machine& machine, NativeArguments arguments) {
  Value key = ArgumentOr(arguments, 1, Value::None());
  Value reverse = ArgumentOr(arguments, 2, Value::Bool(false));
  if (arguments[0].is_unknown()) {
    return UnknownMethod(machine, "sorted", arguments[0], key, TypeHint::kList);
  }
  if (!key.is_none() || !IsNativeIterable(machine, arguments[0])) {
    Result iterator = IteratorOfSized(machine, arguments[0]);
    if (!iterator.ok()) return iterator;
    return CallLibrary(machine, "sorted_list", {iterator.value(), key, reverse});
  }
  std::vector<Value> items;
  std::vector<size_t> order;
  Truth backwards = machine.TruthOf(reverse);
  if (backwards == Truth::kRaised || !machine.Collect(arguments[0], items)) return Result::Raised();
  if (!SortedOrder(machine, items, backwards == Truth::kTrue, order)) return Result::Raised();
  std::vector<Value> sorted;
  sorted.reserve(order.size());
  for (size_t index : order) sorted.push_back(items[index]);
  return machine.heap().NewList(std::move(sorted));
}

/// The item whose key is the smallest or largest; the first of equal ones.
Result Extreme(Machine& machine, const std::vector<Value>& items, const std::vector<Value>& keys, bool largest) {
  size_t best = 0;
  for (size_t i = 1; i < items.size() && i < keys.size(); ++i) {
    if (!machine.Charge(1)) return machine.Fresh();
    Result better =
        CompareValues(machine, largest ? CompareOperator::kGreater : CompareOperator::kLess, keys[i], keys[best]);
    Truth truth = better.ok() ? machine.TruthOf(better.value()) : Truth::kRaised;
    if (truth == Truth::kRaised) return Result::Raised();
    if (truth == Truth::kUnknown) return SomeItem(machine, items);
    if (truth == Truth::kTrue) best = i;
  }
  return items[best];
}

template <bool largest>
Result MinOrMax(Machine& machine, NativeArguments arguments) {
  constexpr std::string_view kName = largest ? "max" : "min";
  std::span<const Value> given = As<Tuple>(arguments[0])->items;
  Value key = ArgumentOr(arguments, 1, Value::None());
  if (given.empty()) return machine.TypeError("{} expected 1 arguments, got 0", kName);
  if (given.size() > 1 && arguments[2].defined()) {
    return machine.TypeError("Cannot specify a default for {}() with multiple positional arguments", kName);
  }
  std::vector<Value> items(given.begin(), given.end());
  if (given.size() == 1) {
    if (given[0].is_unknown()) return UnknownMethod(machine, kName, given[0], key, TypeHint::kAny);
    items.clear();
    if (!IsNativeIterable(machine, given[0])) {
      Result iterator = machine.GetIterator(given[0]);
      if (!iterator.ok()) return iterator;
      return CallLibrary(
          machine, "extreme_of",
          {iterator.value(), key, arguments[2].defined() ? arguments[2] : Value::Ellipsis(), Value::Bool(largest)});
    }
    if (!machine.Collect(given[0], items)) return Result::Raised();
  }
  if (items.empty()) {
    if (arguments[2].defined()) return arguments[2];
    return machine.ValueError("{}() arg is an empty sequence", kName);
  }
  if (key.is_none()) return Extreme(machine, items, items, largest);
  return CallLibrary(machine, "extreme_of",
                     {machine.heap().NewList(std::move(items)), key, Value::Ellipsis(), Value::Bool(largest)});
}

Result Map(Machine& machine, NativeArguments arguments) {
  std::vector<Value> passed = {arguments[0]};
  for (Value iterable : As<Tuple>(arguments[1])->items) {
    Result iterator = machine.GetIterator(iterable);
    if (!iterator.ok()) return iterator;
    passed.push_back(iterator.value());
  }
  if (passed.size() == 1) return machine.TypeError("map() must have at least two arguments.");
  bool one = passed.size() == 2;
  if (machine.InPython2()) return CallLibrary(machine, "map_list", std::move(passed));
  return CallLibrary(machine, one ? "map_one" : "map_lazily", std::move(passed));
}

Result Filter(Machine& machine, NativeArguments arguments) {
  Result iterator = machine.GetIterator(arguments[1]);
  if (!iterator.ok()) return iterator;
  std::string_view function = machine.InPython2() ? "filter_list" : "filter_lazily";
  return CallLibrary(machine, function, {arguments[0], iterator.value()});
}

Result Reduce(Machine& machine, NativeArguments arguments) {
  std::vector<Value> passed = {arguments[0], arguments[1]};
  if (arguments[2].defined()) passed.push_back(arguments[2]);
  return CallLibrary(machine, "reduce", std::move(passed));
}

// What library/builtins.py needs beyond Python.

/// `__order__(keys, reverse)`: the positions of the keys in sorted order.
Result Order(Machine& machine, NativeArguments arguments) {
  const List* keys = As<List>(arguments[0]);
  Truth backwards = machine.TruthOf(arguments[1]);
  if (keys == nullptr || backwards == Truth::kRaised) return Result::Raised();
  std::vector<Value> copy = keys->items;
  std::vector<size_t> order;
  if (!SortedOrder(machine, copy, backwards == Truth::kTrue, order)) return Result::Raised();
  std::vector<Value> positions;
  for (size_t index : order) positions.push_back(Value::Int(static_cast<int64_t>(index)));
  return machine.heap().NewList(std::move(positions));
}

/// `__extreme__(items, keys, largest)`.
Result ExtremeOf(Machine& machine, NativeArguments arguments) {
  const List* items = As<List>(arguments[0]);
  const List* keys = As<List>(arguments[1]);
  if (items == nullptr || keys == nullptr || items->items.empty()) return machine.Fresh();
  std::vector<Value> copy = items->items;
  std::vector<Value> key_copy = keys->items;
  return Extreme(machine, copy, key_copy, machine.TruthOf(arguments[2]) == Truth::kTrue);
}

/// `__truth__(value)`: True, False, or None if it is not known.
Result TruthValue(Machine& machine, NativeArguments arguments) {
  switch (machine.TruthOf(arguments[0])) {
    case Truth::kTrue:
      return Value::Bool(true);
    case Truth::kFalse:
      return Value::Bool(false);
    case Truth::kRaised:
      return Result::Raised();
    case Truth::kUnknown:
      break;
  }
  return Value::None();
}

constexpr NativeSpec kFunctions[] = {
    {"any", "iterable", AnyOrAll<true>, kTakesAll, TypeHint::kBool},
    {"all", "iterable", AnyOrAll<false>, kTakesAll, TypeHint::kBool},
    {"iter", "object, sentinel=", Iter, kTakesAll},
    {"next", "iterator, default=", Next, kTakesAll | kHasEffects},
    {"sorted", "iterable, *, key=, reverse=", Sorted, kTakesAll, TypeHint::kList},
    {"min", "*args, key=, default=", MinOrMax<false>, kTakesAll},
    {"max", "*args, key=, default=", MinOrMax<true>, kTakesAll},
    {"map", "function, *iterables", Map, kTakesAll},
    {"filter", "function, iterable", Filter, kTakesAll},
    {"reduce", "function, iterable, initial=", Reduce, kTakesAll},
    {"__order__", "keys, reverse", Order, kTakesAll},
    {"__extreme__", "items, keys, largest", ExtremeOf, kTakesAll},
    {"__truth__", "value", TruthValue, kTakesAll},
};

}  // namespace

void InstallIterationFunctions(Machine& machine) { machine.Define(machine.builtins(), kFunctions); }

}  // namespace tfscope
