// `__new__` (and `list.__init__`) of containers, iterators and descriptors.
#include <algorithm>

#include "analyzer/evaluator/builtins/builtins.h"
#include "analyzer/evaluator/builtins/natives.h"
#include "analyzer/evaluator/numbers/numbers.h"
#include "analyzer/evaluator/set_operations.h"
#include "analyzer/evaluator/text/unicode.h"

namespace tfscope {

namespace {

/// A mutable container starts empty; `__init__` fills it. An unknown argument makes an unknown container, if the class
/// is exactly the builtin one.
bool MakesUnknown(NativeArguments arguments, const Class* builtin) {
  return As<Class>(arguments[0]) == builtin && arguments[1].is_unknown();
}

Result NewList(Machine& machine, NativeArguments arguments) {
  if (MakesUnknown(arguments, machine.types().list)) return machine.Fresh(TypeHint::kList);
  return machine.heap().NewList({});
}

Result FillList(Machine& machine, List& self, NativeArguments arguments) {
  Heap& heap = machine.heap();
  heap.WillWrite(&self);
  if (!arguments[0].defined()) {
    self.items.clear();
    return Value::None();
  }
  if (!IsNativeIterable(machine, arguments[0])) {
    self.items.clear();
    Result iterator = IteratorOfSized(machine, arguments[0]);
    if (!iterator.ok()) return iterator;
    return CallLibrary(machine, "fill_list", {Value::Of(&self), iterator.value()});
  }
  std::vector<Value> items;
  if (!machine.Collect(arguments[0], items)) return Result::Raised();
  heap.Charge(items.size() * sizeof(Value));
  self.items = std::move(items);
  return Value::None();
}

Result NewTuple(Machine& machine, NativeArguments arguments) {
  if (!arguments[1].defined()) return machine.heap().NewTuple({});
  if (MakesUnknown(arguments, machine.types().tuple)) return machine.Fresh(TypeHint::kTuple);
  if (As<Tuple>(arguments[1]) != nullptr) return arguments[1];
  if (!IsNativeIterable(machine, arguments[1])) {
    Result iterator = IteratorOfSized(machine, arguments[1]);
    if (!iterator.ok()) return iterator;
    return CallLibrary(machine, "make_tuple", {arguments[0], iterator.value()});
  }
  std::vector<Value> items;
  if (!machine.Collect(arguments[1], items)) return Result::Raised();
  return machine.heap().NewTuple(std::move(items));
}

Result NewDict(Machine& machine, NativeArguments arguments) {
  const Tuple* positional = As<Tuple>(arguments[1]);
  bool is_unknown = !positional->items.empty() && positional->items[0].is_unknown();
  if (is_unknown && As<Class>(arguments[0]) == machine.types().dict) return machine.Fresh(TypeHint::kDict);
  return Value::Of(machine.heap().NewDict());
}

Result NewSet(Machine& machine, NativeArguments arguments) {
  if (MakesUnknown(arguments, machine.types().set)) return machine.Fresh();
  return Value::Of(machine.heap().New<Set>());
}

Result NewFrozenSet(Machine& machine, NativeArguments arguments) {
  if (MakesUnknown(arguments, machine.types().frozenset)) return machine.Fresh();
  if (arguments[1].is_object() && arguments[1].object()->kind == ObjectKind::kFrozenSet) return arguments[1];
  auto* set = machine.heap().New<Set>();
  set->kind = ObjectKind::kFrozenSet;
  if (!arguments[1].defined()) return Value::Of(set);
  if (!IsNativeIterable(machine, arguments[1])) {
    return CallLibrary(machine, "make_frozenset", {arguments[0], arguments[1]});
  }
  if (!CombineInto(machine, *set, SetOperation::kUnion, arguments[1])) return Result::Raised();
  return Value::Of(set);
}

/// A range whose end is not known. Its first elements are known if its start is: see `ElementOf` in iteration. The
/// symbol of `range(n)` has n for its operand, others have the start and the step.
Value UnknownRange(Machine& machine, Value start, Value end, Value step) {
  const bool is_plain =
      end.is_unknown() && start.is_int() && start.as_int() == 0 && step.is_int() && step.as_int() == 1;
  return machine.heap().NewSymbol({.operation = Symbol::Operation::kMethod,
                                   .hint = TypeHint::kAny,
                                   .name = machine.heap().Intern("range"),
                                   .a = is_plain ? end : start,
                                   .b = is_plain ? Value() : step,
                                   .origin = machine.CurrentSpan()});
}

Result MakeRange(Machine& machine, NativeArguments arguments, bool as_list) {
  Value given[3] = {Value::Int(0), arguments[1], ArgumentOr(arguments, 3, Value::Int(1))};
  if (arguments[2].defined()) {
    given[0] = arguments[1];
    given[1] = arguments[2];
  }
  bool unknown = false;
  for (Value& value : given) {
    Result index = AsIndex(machine, value);
    if (!index.ok()) return index;
    if (!index.value().defined()) {
      return machine.TypeError("'{}' object cannot be interpreted as an integer", TypeName(machine, value));
    }
    value = index.value();
    unknown = unknown || value.is_unknown();
  }
  if (IsInteger(given[2]) && !NumberTruth(given[2])) return machine.ValueError("range() arg 3 must not be zero");
  if (unknown) return UnknownRange(machine, given[0], given[1], given[2]);
  if (!as_list && !std::ranges::all_of(given, IsSmallInteger)) {
    return CallLibrary(machine, "make_large_range", {given[0], given[1], given[2]});
  }
  auto* range = machine.heap().New<Range>();
  range->start = ClampedInt(given[0]);
  range->stop = ClampedInt(given[1]);
  range->step = ClampedInt(given[2]);
  if (!as_list || RangeLength(range) > kLargestSequence) return Value::Of(range);
  std::vector<Value> items;
  return machine.Collect(Value::Of(range), items) ? machine.heap().NewList(std::move(items)) : Result::Raised();
}

Result NewRange(Machine& machine, NativeArguments arguments) {
  return MakeRange(machine, arguments, machine.InPython2());
}

/// `xrange`; its first parameter stands for the class.
Result LazyRange(Machine& machine, NativeArguments arguments) {
  Value given[] = {Value::None(), arguments[0], arguments[1], arguments[2]};
  return MakeRange(machine, given, false);
}

Result NewSlice(Machine& machine, NativeArguments arguments) {
  auto* slice = machine.heap().New<Slice>();
  bool only_stop = !arguments[2].defined();
  slice->start = only_stop ? Value::None() : arguments[1];
  slice->stop = only_stop ? arguments[1] : arguments[2];
  slice->step = ArgumentOr(arguments, 3, Value::None());
  return Value::Of(slice);
}

Result NewEnumerate(Machine& machine, NativeArguments arguments) {
  Value start = ArgumentOr(arguments, 2, Value::Int(0));
  if (!IsNativeIterable(machine, arguments[1]) || !start.is_int()) {
    Result iterator = machine.GetIterator(arguments[1]);
    if (!iterator.ok()) return iterator;
    return CallLibrary(machine, "enumerate_lazily", {iterator.value(), start});
  }
  Result inner = machine.GetIterator(arguments[1]);
  if (!inner.ok()) return inner;
  auto* iterator = machine.heap().New<Iterator>();
  iterator->source = Iterator::Source::kEnumerate;
  iterator->operands = {inner.value()};
  iterator->index = start.as_int();
  return Value::Of(iterator);
}

Result NewZip(Machine& machine, NativeArguments arguments) {
  std::span<const Value> iterables = As<Tuple>(arguments[1])->items;
  auto* iterator = machine.heap().New<Iterator>();
  iterator->source = Iterator::Source::kZip;
  bool all_native = true;
  bool some_known = false;
  for (size_t i = 0; i < iterables.size(); ++i) {
    Result inner = machine.GetIterator(iterables[i]);
    if (!inner.ok()) {
      bool is_type_error =
          machine.pending().defined() && machine.ExceptionIs(machine.pending(), machine.types().type_error);
      if (!is_type_error) return inner;
      machine.TakePending();
      return machine.TypeError("zip argument #{} must support iteration", i + 1);
    }
    Iterator* native = As<Iterator>(inner.value());
    all_native = all_native && native != nullptr && IsNativeIterable(machine, inner.value());
    some_known = some_known || native == nullptr || native->source != Iterator::Source::kUnknown;
    iterator->operands.push_back(inner.value());
  }
  // What is zipped with a known sequence is taken to be as long.
  constexpr int64_t kMostUnknownTurns = 255;
  for (Value operand : iterator->operands) {
    Iterator* native = As<Iterator>(operand);
    bool is_unknown = native != nullptr && native->source == Iterator::Source::kUnknown;
    if (some_known && is_unknown) native->limit = kMostUnknownTurns;
  }
  bool as_list = machine.InPython2();
  if (!all_native) return CallLibrary(machine, as_list ? "zip_list" : "zip_lazily", iterator->operands);
  if (!as_list) return Value::Of(iterator);
  std::vector<Value> items;
  return machine.Collect(Value::Of(iterator), items) ? machine.heap().NewList(std::move(items)) : Result::Raised();
}

Result ReverseText(Machine& machine, const Str* text) {
  std::vector<Value> items;
  for (size_t position = 0; position < text->text.size();) {
    size_t size = CodePointSize(text->text, position);
    items.push_back(machine.heap().Text(text->text.substr(position, size)));
    position += size;
  }
  machine.Charge(items.size());
  return machine.heap().NewTuple(std::move(items));
}

Result NewReversed(Machine& machine, NativeArguments arguments) {
  if (arguments[1].is_unknown()) return machine.Fresh();
  if (UserMethod(machine, arguments[1], "__reversed__").defined()) {
    return machine.CallMethod(arguments[1], "__reversed__");
  }
  Value sequence = Machine::Unwrap(arguments[1]);
  if (UserMethod(machine, arguments[1], "__getitem__").defined() && As<Dict>(sequence) == nullptr) {
    return CallLibrary(machine, "reverse_lazily", {arguments[1]});
  }
  if (const Str* text = As<Str>(sequence)) {
    Result items = ReverseText(machine, text);
    if (!items.ok()) return items;
    sequence = items.value();
  }
  if (As<Bytes>(sequence) != nullptr) {
    std::vector<Value> items;
    if (!machine.Collect(sequence, items)) return Result::Raised();
    sequence = machine.heap().NewTuple(std::move(items));
  }
  auto* iterator = machine.heap().New<Iterator>();
  iterator->source = Iterator::Source::kReversed;
  iterator->operands = {sequence};
  if (const List* list = As<List>(sequence))
    iterator->index = static_cast<int64_t>(list->items.size());
  else if (const Tuple* tuple = As<Tuple>(sequence))
    iterator->index = static_cast<int64_t>(tuple->items.size());
  else if (const Range* range = As<Range>(sequence))
    iterator->index = RangeLength(range);
  else
    return machine.TypeError("'{}' object is not reversible", TypeName(machine, arguments[1]));
  return Value::Of(iterator);
}

Result NewProperty(Machine& machine, NativeArguments arguments) {
  auto* property = machine.heap().New<Property>();
  property->getter = arguments[1];
  property->setter = arguments[2];
  property->deleter = arguments[3];
  property->documentation = arguments[4];
  return Value::Of(property);
}

template <typename T>
Result NewWrapper(Machine& machine, NativeArguments arguments) {
  auto* wrapper = machine.heap().New<T>();
  wrapper->function = arguments[1];
  return Value::Of(wrapper);
}

constexpr NativeSpec kListSpecs[] = {{"__new__", "cls, iterable=, *args, **kwargs", NewList, kTakesAll},
                                     {"__init__", "self, iterable=", Method<List, FillList>, kTakesAll}};
constexpr NativeSpec kTupleSpecs[] = {{"__new__", "cls, iterable=", NewTuple, kTakesAll}};
constexpr NativeSpec kDictSpecs[] = {{"__new__", "cls, *args, **kwargs", NewDict, kTakesAll}};
constexpr NativeSpec kSetSpecs[] = {{"__new__", "cls, iterable=, *args, **kwargs", NewSet, kTakesAll}};
constexpr NativeSpec kFrozenSetSpecs[] = {{"__new__", "cls, iterable=", NewFrozenSet, kTakesAll}};
constexpr NativeSpec kRangeSpecs[] = {{"__new__", "cls, start, stop=, step=", NewRange, kTakesAll}};
constexpr NativeSpec kLazyRange[] = {{"xrange", "start, stop=, step=", LazyRange, kTakesAll}};
constexpr NativeSpec kSliceSpecs[] = {{"__new__", "cls, start, stop=, step=", NewSlice, kTakesAll}};
constexpr NativeSpec kEnumerateSpecs[] = {{"__new__", "cls, iterable, start=", NewEnumerate, kTakesAll}};
constexpr NativeSpec kZipSpecs[] = {{"__new__", "cls, *iterables", NewZip, kTakesAll}};
constexpr NativeSpec kReversedSpecs[] = {{"__new__", "cls, sequence", NewReversed, kTakesUnknown}};
constexpr NativeSpec kPropertySpecs[] = {{"__new__", "cls, fget=, fset=, fdel=, doc=", NewProperty, kTakesAll}};
constexpr NativeSpec kStaticMethodSpecs[] = {{"__new__", "cls, function", NewWrapper<StaticMethod>, kTakesAll}};
constexpr NativeSpec kClassMethodSpecs[] = {{"__new__", "cls, function", NewWrapper<ClassMethod>, kTakesAll}};

}  // namespace

void InstallContainerConstructors(Machine& machine) {
  const Types& types = machine.types();
  machine.Define(types.list, kListSpecs);
  machine.Define(types.tuple, kTupleSpecs);
  machine.Define(types.dict, kDictSpecs);
  machine.Define(types.set, kSetSpecs);
  machine.Define(types.frozenset, kFrozenSetSpecs);
  machine.Define(types.range, kRangeSpecs);
  machine.Define(machine.builtins(), kLazyRange);
  machine.Define(types.slice, kSliceSpecs);
  machine.Define(types.enumerate, kEnumerateSpecs);
  machine.Define(types.zip, kZipSpecs);
  machine.Define(types.reversed, kReversedSpecs);
  machine.Define(types.property, kPropertySpecs);
  machine.Define(types.staticmethod, kStaticMethodSpecs);
  machine.Define(types.classmethod, kClassMethodSpecs);
}

}  // namespace tfscope
