// Iterators over builtin values, and collecting what any iterable gives.
#include "analyzer/evaluator/protocols.h"

#include "analyzer/evaluator/known_lengths.h"
#include "analyzer/evaluator/python2_order.h"
#include "analyzer/evaluator/set_operations.h"
#include "analyzer/evaluator/text/symbolic_text.h"
#include "analyzer/evaluator/text/unicode.h"

namespace tfscope {

namespace {

/// An unknown iterable runs a loop twice: the least that shows a creation repeated by the second turn.
constexpr int64_t kUnknownTurns = 2;

/// Element of `range(start, ?, step)`: only how many there are is not known, unless the start is not.
Value ElementOfRange(Machine& machine, const Symbol& range, int64_t index) {
  __int128 value = 0;
  if (range.a.is_unknown() && !range.b.defined()) return Value::Int(index);
  if (!range.a.is_int() || !range.b.is_int()) return Value();
  value = static_cast<__int128>(range.a.as_int()) + static_cast<__int128>(range.b.as_int()) * index;
  return value == static_cast<int64_t>(value) ? Value::Int(static_cast<int64_t>(value)) : machine.Fresh(TypeHint::kInt);
}

Value ElementOf(Machine& machine, Value iterable, int64_t index) {
  const Symbol& symbol = *iterable.symbol();
  TypeHint hint = symbol.hint;
  TypeHint element = TypeHint::kAny;
  if (symbol.operation == Symbol::Operation::kMethod && symbol.name->text == "range") {
    if (Value known = ElementOfRange(machine, symbol, index); known.defined()) return known;
    element = TypeHint::kInt;
  }
  if (hint == TypeHint::kOpaque || hint == TypeHint::kStr) element = hint;
  if (hint == TypeHint::kBytes) element = TypeHint::kInt;
  return machine.heap().NewSymbol({.operation = Symbol::Operation::kElement,
                                   .detail = static_cast<uint8_t>(index),
                                   .hint = element,
                                   .a = iterable,
                                   .origin = machine.CurrentSpan()});
}

/// The items of a dict, set or view as a map, and which part of an entry iteration gives.
const OrderedMap* MapOf(Value value, Iterator::Source& source) {
  source = Iterator::Source::kKeys;
  if (const Dict* dict = As<Dict>(value)) return &dict->items;
  if (const Set* set = As<Set>(value)) return &set->items;
  const DictView* view = As<DictView>(value);
  const Dict* dict = view == nullptr ? nullptr : As<Dict>(Machine::Unwrap(view->dict));
  if (dict == nullptr) return nullptr;
  if (view->view == DictView::View::kValues) source = Iterator::Source::kValues;
  if (view->view == DictView::View::kItems) source = Iterator::Source::kItems;
  return &dict->items;
}

bool IsSequence(Value value) {
  return As<List>(value) != nullptr || As<Tuple>(value) != nullptr || As<Str>(value) != nullptr ||
         As<Bytes>(value) != nullptr || As<Range>(value) != nullptr;
}

/// A dict or a view of one, of which Python 2 code sees the items in the order of their hashes. Instances of subclasses
/// have an order of their own.
bool HasHashOrder(const Machine& machine, Value value) {
  const DictView* view = As<DictView>(value);
  return machine.InPython2() && As<Dict>(view == nullptr ? value : view->dict) != nullptr;
}

Value PartOf(Machine& machine, const OrderedMap::Entry& entry, Iterator::Source part) {
  if (part == Iterator::Source::kKeys) return entry.key;
  return part == Iterator::Source::kValues ? entry.value : machine.heap().NewTuple({entry.key, entry.value});
}

std::vector<Value> PartsInHashOrder(Machine& machine, const OrderedMap& map, Iterator::Source part) {
  std::vector<Value> parts;
  for (size_t slot : Python2Order(map)) parts.push_back(PartOf(machine, map.slot(slot), part));
  return parts;
}

Value NewIterator(Machine& machine, Iterator::Source source, Value operand, int64_t limit) {
  auto* iterator = machine.heap().New<Iterator>();
  iterator->source = source;
  iterator->operands = {operand};
  iterator->limit = limit;
  return Value::Of(iterator);
}

Result NotIterable(Machine& machine, Value value) {
  return machine.TypeError("'{}' object is not iterable", TypeName(machine, value));
}

/// Iterates a snapshot of the elements in CPython's order, but still notices changes of size.
Value NextOfSet(Machine& machine, Iterator& iterator) {
  const Set* set = As<Set>(iterator.operands[0]);
  const Tuple* elements = As<Tuple>(iterator.operands[1]);
  if (set->items.size() != elements->items.size()) {
    (void)machine.Raise(machine.types().runtime_error, "Set changed size during iteration");
    return Value();
  }
  auto index = static_cast<size_t>(iterator.index++);
  return index < elements->items.size() ? elements->items[index] : Value();
}

/// Item `iterator.index` of a sequence, undefined past its end; moves the index. In strings the index counts bytes.
Value NextOfSequence(Machine& machine, Iterator& iterator) {
  Value sequence = iterator.operands[0];
  auto index = static_cast<size_t>(iterator.index);
  if (const Str* text = As<Str>(sequence)) {
    if (index >= text->text.size()) return Value();
    size_t end = PlaceholderEnd(text->text, index);
    if (end == index || !text->symbolic) end = index + CodePointSize(text->text, index);
    iterator.index = static_cast<int64_t>(end);
    return TextValue(machine.heap(), text->text.substr(index, end - index));
  }
  ++iterator.index;
  if (const List* list = As<List>(sequence)) return index < list->items.size() ? list->items[index] : Value();
  if (const Tuple* tuple = As<Tuple>(sequence)) return index < tuple->items.size() ? tuple->items[index] : Value();
  if (const Bytes* bytes = As<Bytes>(sequence)) {
    return index < bytes->data.size() ? Value::Int(static_cast<unsigned char>(bytes->data[index])) : Value();
  }
  const Range* range = As<Range>(sequence);
  if (range == nullptr || iterator.index > RangeLength(range)) return Value();
  return Value::Int(RangeElement(range, static_cast<int64_t>(index)));
}

Value NextOfReversed(Iterator& iterator) {
  int64_t index = --iterator.index;
  if (index < 0) return Value();
  Value sequence = iterator.operands[0];
  auto position = static_cast<size_t>(index);
  if (const List* list = As<List>(sequence)) return position < list->items.size() ? list->items[position] : Value();
  if (const Tuple* tuple = As<Tuple>(sequence)) return tuple->items[position];
  const Range* range = As<Range>(sequence);
  return range == nullptr ? Value() : Value::Int(RangeElement(range, index));
}

Value NextOfMap(Machine& machine, Iterator& iterator) {
  if (As<Set>(iterator.operands[0]) != nullptr) return NextOfSet(machine, iterator);
  Iterator::Source source{};
  const OrderedMap* map = MapOf(iterator.operands[0], source);
  if (map == nullptr) return Value();
  if (static_cast<int64_t>(map->size()) != iterator.limit) {
    (void)machine.Raise(machine.types().runtime_error, "dictionary changed size during iteration");
    return Value();
  }
  const int64_t first = iterator.index;
  while (static_cast<size_t>(iterator.index) < map->slots()) {
    const OrderedMap::Entry& entry = map->slot(static_cast<size_t>(iterator.index++));
    if (!entry.key.defined()) continue;
    machine.Charge(static_cast<uint64_t>(iterator.index - first) / 16);  // holes that deletions left
    return PartOf(machine, entry, iterator.source);
  }
  return Value();
}

Value NextOfEnumerate(Machine& machine, Iterator& iterator) {
  Value item = machine.NextNative(As<Iterator>(iterator.operands[0]));
  if (!item.defined()) return Value();
  return machine.heap().NewTuple({Value::Int(iterator.index++), item});
}

Value NextOfZip(Machine& machine, Iterator& iterator) {
  if (iterator.operands.empty()) return Value();
  std::vector<Value> items;
  items.reserve(iterator.operands.size());
  for (Value operand : iterator.operands) {
    Value item = machine.NextNative(As<Iterator>(operand));
    if (!item.defined()) return Value();
    items.push_back(item);
  }
  return machine.heap().NewTuple(std::move(items));
}

/// An unknown iterable gives its usual items, unless the path has decided that it has fewer, or not just as many.
bool GivesMore(const KnownLength& length, const Iterator& iterator) {
  constexpr int64_t kMoreTurns = 2;
  if (iterator.index < iterator.limit) return length.MayExceed(iterator.index);
  return iterator.index < iterator.limit + kMoreTurns && !length.MayBe(iterator.index);
}

Value NextOfGetItem(Machine& machine, Iterator& iterator) {
  Value index = Value::Int(iterator.index++);
  Result item = machine.CallMethod(iterator.operands[0], "__getitem__", {&index, 1});
  if (item.ok()) return item.value();
  if (machine.pending().defined() && (machine.ExceptionIs(machine.pending(), machine.types().index_error) ||
                                      machine.ExceptionIs(machine.pending(), machine.types().stop_iteration))) {
    machine.TakePending();
  }
  return Value();
}

Value NextOfCallable(Machine& machine, Iterator& iterator) {
  Result item = machine.Call(iterator.operands[0], {});
  if (!item.ok()) return Value();
  if (item.value().is_unknown()) return iterator.index++ < kUnknownTurns ? item.value() : Value();
  Truth equal = machine.Equal(item.value(), iterator.operands[1]);
  return equal == Truth::kFalse ? item.value() : Value();
}

}  // namespace

Value Machine::NextNative(Iterator* iterator) {
  if (iterator == nullptr || iterator->exhausted || !Charge(1)) return Value();
  NestingGuard guard(*this);
  if (guard.too_deep()) {
    (void)guard.Raise("");
    return Value();
  }
  heap_.WillWrite(iterator);
  Value item;
  switch (iterator->source) {
    case Iterator::Source::kSequence:
      item = NextOfSequence(*this, *iterator);
      break;
    case Iterator::Source::kKeys:
    case Iterator::Source::kValues:
    case Iterator::Source::kItems:
      item = NextOfMap(*this, *iterator);
      break;
    case Iterator::Source::kEnumerate:
      item = NextOfEnumerate(*this, *iterator);
      break;
    case Iterator::Source::kZip:
      item = NextOfZip(*this, *iterator);
      break;
    case Iterator::Source::kReversed:
      item = NextOfReversed(*iterator);
      break;
    case Iterator::Source::kUnknown:
      if (GivesMore(KnownLength(heap_, decisions_, iterator->operands[0]), *iterator))
        item = ElementOf(*this, iterator->operands[0], iterator->index++);
      break;
    case Iterator::Source::kCallable:
      item = NextOfCallable(*this, *iterator);
      break;
    case Iterator::Source::kGetItem:
      item = NextOfGetItem(*this, *iterator);
      break;
  }
  if (!item.defined()) iterator->exhausted = true;
  return item;
}

Result Machine::GetIterator(Value iterable) {
  if (iterable.is_unknown()) return NewIterator(*this, Iterator::Source::kUnknown, iterable, kUnknownTurns);
  if (As<Iterator>(iterable) != nullptr || As<Generator>(iterable) != nullptr) return iterable;
  Value method = UserMethod(*this, iterable, "__iter__");
  if (method.is_none()) return NotIterable(*this, iterable);
  if (method.defined()) {
    Result result = CallMethod(iterable, "__iter__");
    if (!result.ok()) return result;
    if (result.value().is_unknown()) return GetIterator(result.value());
    Class* type = TypeOf(result.value());
    if (LookUpInClass(type, heap_.Intern("__next__")) != nullptr || type->is_opaque) return result;
    return TypeError("iter() returned non-iterator of type '{}'", type->name->text);
  }
  Value plain = Unwrap(iterable);
  if (plain.is_unknown()) return GetIterator(plain);
  if (IsSequence(plain)) return NewIterator(*this, Iterator::Source::kSequence, plain, 0);
  Iterator::Source source{};
  if (const OrderedMap* map = MapOf(plain, source)) {
    if (HasHashOrder(*this, iterable)) {
      if (!Charge(map->slots())) return Fresh();
      Value parts = heap_.NewTuple(PartsInHashOrder(*this, *map, source));
      return NewIterator(*this, Iterator::Source::kSequence, parts, 0);
    }
    Value iterator = NewIterator(*this, source, plain, static_cast<int64_t>(map->size()));
    const Set* set = As<Set>(plain);
    if (set != nullptr) As<Iterator>(iterator)->operands.push_back(heap_.NewTuple(SetElements(*this, set)));
    return iterator;
  }
  if (UserMethod(*this, iterable, "__getitem__").defined()) {
    return NewIterator(*this, Iterator::Source::kGetItem, iterable, 0);
  }
  const Instance* instance = As<Instance>(iterable);
  if (instance != nullptr && instance->cls->is_opaque) return GetIterator(Fresh(TypeHint::kOpaque));
  return NotIterable(*this, iterable);
}

bool IsNativeIterable(Machine& machine, Value value) {
  if (value.is_unknown()) return true;
  if (const Iterator* iterator = As<Iterator>(value)) {
    bool calls = iterator->source == Iterator::Source::kCallable || iterator->source == Iterator::Source::kGetItem;
    return !calls;
  }
  if (UserMethod(machine, value, "__iter__").defined()) return false;
  Value plain = Machine::Unwrap(value);
  Iterator::Source source{};
  return plain.is_unknown() || IsSequence(plain) || MapOf(plain, source) != nullptr;
}

namespace {

bool CollectFromMap(Machine& machine, const OrderedMap& map, Iterator::Source source, std::vector<Value>& items) {
  for (size_t i = 0; i < map.slots(); ++i) {
    const OrderedMap::Entry& entry = map.slot(i);
    if (!entry.key.defined()) continue;
    if (source == Iterator::Source::kKeys) items.push_back(entry.key);
    if (source == Iterator::Source::kValues) items.push_back(entry.value);
    if (source == Iterator::Source::kItems) items.push_back(machine.heap().NewTuple({entry.key, entry.value}));
  }
  return true;
}

bool CollectFromIterator(Machine& machine, Value iterator, std::vector<Value>& items) {
  auto* native = As<Iterator>(iterator);
  while (machine.Charge(items.size() < kLargestSequence ? 1 : UINT64_MAX)) {
    if (native != nullptr) {
      Value item = machine.NextNative(native);
      if (!item.defined()) return !machine.pending().defined();
      items.push_back(item);
      continue;
    }
    Result item = machine.CallMethod(iterator, "__next__");
    if (!item.ok()) {
      if (!machine.pending().defined()) return false;
      if (!machine.ExceptionIs(machine.pending(), machine.types().stop_iteration)) return false;
      machine.TakePending();
      return true;
    }
    items.push_back(item.value());
    if (item.value().is_unknown() && As<Generator>(iterator) == nullptr && items.size() >= 2) return true;
  }
  return true;
}

}  // namespace

bool Machine::Collect(Value iterable, std::vector<Value>& items) {
  Result iterator = Value::None();
  if (!UserMethod(*this, iterable, "__iter__").defined()) {
    Value plain = Unwrap(iterable);
    const List* list = As<List>(plain);
    const Tuple* tuple = As<Tuple>(plain);
    if (list != nullptr || tuple != nullptr) {
      const std::span<const Value> source = list != nullptr ? std::span<const Value>(list->items) : tuple->items;
      if (Charge(source.size() / 16)) items.insert(items.end(), source.begin(), source.end());
      return true;
    }
    if (const Set* set = As<Set>(plain)) {
      std::vector<Value> elements = SetElements(*this, set);
      if (Charge(elements.size())) items.insert(items.end(), elements.begin(), elements.end());
      return true;
    }
    Iterator::Source source{};
    if (const OrderedMap* map = MapOf(plain, source)) {
      if (HasHashOrder(*this, iterable) && Charge(map->slots())) {
        items = PartsInHashOrder(*this, *map, source);
        return true;
      }
      return !Charge(map->slots() / 4) || CollectFromMap(*this, *map, source, items);
    }
  }
  iterator = GetIterator(iterable);
  return iterator.ok() && CollectFromIterator(*this, iterator.value(), items);
}

Result IteratorOfSized(Machine& machine, Value iterable) {
  Result iterator = machine.GetIterator(iterable);
  if (!iterator.ok()) return iterator;
  const bool sized = UserMethod(machine, iterable, "__len__").defined();
  if (sized) {
    Result length = machine.CallMethod(iterable, "__len__");
    if (length.ok()) length = CheckedLength(machine, length.value());
    if (length.ok()) return iterator;
    if (!machine.ExceptionIs(machine.pending(), machine.types().type_error)) return Result::Raised();
    machine.TakePending();
  }
  if (!UserMethod(machine, iterable, "__length_hint__").defined()) return iterator;
  Result hint = machine.CallMethod(iterable, "__length_hint__");
  if (!hint.ok()) {
    if (!machine.ExceptionIs(machine.pending(), machine.types().type_error)) return Result::Raised();
    machine.TakePending();
    return iterator;
  }
  const Value length = Machine::Unwrap(hint.value());
  if (length.is_unknown() || length.tag() == Value::Tag::kNotImplemented) return iterator;
  if (As<BigInt>(length) != nullptr) {
    return machine.Raise(machine.types().overflow_error, "Python int too large to convert to C ssize_t");
  }
  if (!length.is_int()) {
    return machine.TypeError("__length_hint__ must be an integer, not {}", TypeName(machine, hint.value()));
  }
  if (ClampedInt(length) < 0) return machine.ValueError("__length_hint__() should return >= 0");
  return iterator;
}

bool CollectSized(Machine& machine, Value iterable, std::vector<Value>& items) {
  if (IsNativeIterable(machine, iterable)) return machine.Collect(iterable, items);
  Result iterator = IteratorOfSized(machine, iterable);
  return iterator.ok() && machine.Collect(iterator.value(), items);
}

namespace {

/// The iterator has given elements of an unknown iterable.
bool GaveUnknown(Value value) {
  const Iterator* iterator = As<Iterator>(value);
  if (iterator == nullptr) return false;
  if (iterator->source == Iterator::Source::kUnknown) return iterator->index > 0;
  return std::ranges::any_of(iterator->operands, GaveUnknown);
}

/// The type of an empty list, set or dict.
std::optional<TypeHint> TypeOfEmpty(Value value) {
  if (const List* list = As<List>(value); list != nullptr && list->items.empty()) return TypeHint::kList;
  if (const Dict* dict = As<Dict>(value); dict != nullptr && dict->items.empty()) return TypeHint::kDict;
  if (const Set* set = As<Set>(value); set != nullptr && set->items.empty()) return TypeHint::kAny;
  return std::nullopt;
}

}  // namespace

void WidenFiltered(Machine& machine, std::span<const Value> locals, Value& made) {
  const std::optional<TypeHint> type = TypeOfEmpty(made);
  if (type && !locals.empty() && GaveUnknown(locals[0])) made = machine.Fresh(*type);
}

}  // namespace tfscope
