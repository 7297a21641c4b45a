// Methods of list and tuple.
#include <algorithm>

#include "analyzer/evaluator/builtins/builtins.h"
#include "analyzer/evaluator/builtins/natives.h"
#include "analyzer/evaluator/operators.h"

namespace tfscope {

namespace {

Result Append(Machine& machine, List& self, NativeArguments arguments) {
  machine.heap().WillWrite(&self);
  machine.heap().Charge(sizeof(Value));
  self.items.push_back(arguments[0]);
  return Value::None();
}

Result Extend(Machine& machine, List& self, NativeArguments arguments) {
  if (!IsNativeIterable(machine, arguments[0])) {
    Result iterator = IteratorOfSized(machine, arguments[0]);
    if (!iterator.ok()) return iterator;
    return CallLibrary(machine, "fill_list", {Value::Of(&self), iterator.value()});
  }
  std::vector<Value> items;
  if (!machine.Collect(arguments[0], items)) return Result::Raised();
  machine.heap().Charge(items.size() * sizeof(Value));
  if (!machine.Charge(items.size() / 16)) return Value::None();
  machine.heap().WillWrite(&self);
  self.items.insert(self.items.end(), items.begin(), items.end());
  return Value::None();
}

Result Insert(Machine& machine, List& self, NativeArguments arguments) {
  IntegerArgument index = ReadInteger(machine, arguments, 0, 0);
  if (!index.ok) return Result::Raised();
  auto size = static_cast<int64_t>(self.items.size());
  int64_t position = index.value < 0 ? std::max<int64_t>(index.value + size, 0) : std::min(index.value, size);
  if (!machine.Charge(1 + static_cast<uint64_t>(size - position) / 16)) return Value::None();
  machine.heap().WillWrite(&self);
  machine.heap().Charge(sizeof(Value));
  self.items.insert(self.items.begin() + position, arguments[1]);
  return Value::None();
}

Result Pop(Machine& machine, List& self, NativeArguments arguments) {
  IntegerArgument index = ReadInteger(machine, arguments, 0, -1);
  if (!index.ok) return Result::Raised();
  auto size = static_cast<int64_t>(self.items.size());
  if (size == 0) return machine.Raise(machine.types().index_error, "pop from empty list");
  int64_t position = index.value < 0 ? index.value + size : index.value;
  if (position < 0 || position >= size) return machine.Raise(machine.types().index_error, "pop index out of range");
  machine.heap().WillWrite(&self);
  Value item = index.unknown ? machine.Fresh() : self.items[static_cast<size_t>(position)];
  if (!machine.Charge(1 + static_cast<uint64_t>(size - position) / 16)) return item;
  self.items.erase(self.items.begin() + position);
  return item;
}

/// Position of an item that equals `wanted`: `kAbsent`, `kUncertain` or `kRaised` if there is none for sure.
enum : int64_t { kAbsent = -1, kUncertain = -2, kRaised = -3 };

/// `items` may change meanwhile: a list is read anew each time.
template <typename Items>
int64_t Find(Machine& machine, const Items& items, Value wanted, int64_t begin, int64_t end) {
  bool uncertain = false;
  for (int64_t i = begin; i < end && i < static_cast<int64_t>(items.size()); ++i) {
    if (!machine.Charge(1)) return kUncertain;
    Value item = items[static_cast<size_t>(i)];
    Truth equal = Identical(item, wanted) ? Truth::kTrue : machine.Equal(item, wanted);
    if (equal == Truth::kRaised) return kRaised;
    if (equal == Truth::kTrue) return uncertain ? kUncertain : i;
    uncertain = uncertain || equal == Truth::kUnknown;
  }
  return uncertain ? kUncertain : kAbsent;
}

Result Remove(Machine& machine, List& self, NativeArguments arguments) {
  int64_t position = Find(machine, self.items, arguments[0], 0, static_cast<int64_t>(self.items.size()));
  if (position == kRaised) return Result::Raised();
  if (position == kAbsent) return machine.ValueError("list.remove(x): x not in list");
  if (position == kUncertain) {
    auto same = [&](Value item) { return Identical(item, arguments[0]); };
    auto found = std::find_if(self.items.begin(), self.items.end(), same);
    position = found == self.items.end() ? 0 : found - self.items.begin();
  }
  if (position >= static_cast<int64_t>(self.items.size())) return Value::None();
  if (!machine.Charge(self.items.size() / 16)) return Value::None();
  machine.heap().WillWrite(&self);
  self.items.erase(self.items.begin() + position);
  return Value::None();
}

template <typename T>
Result Index(Machine& machine, T& self, NativeArguments arguments) {
  auto size = static_cast<int64_t>(self.items.size());
  IntegerArgument start = ReadInteger(machine, arguments, 1, 0);
  if (!start.ok) return Result::Raised();
  IntegerArgument stop = ReadInteger(machine, arguments, 2, size);
  if (!stop.ok) return Result::Raised();
  int64_t begin = start.value < 0 ? std::max<int64_t>(start.value + size, 0) : start.value;
  int64_t end = stop.value < 0 ? stop.value + size : std::min(stop.value, size);
  int64_t position = Find(machine, self.items, arguments[0], begin, end);
  if (position >= 0) return Value::Int(position);
  if (position == kRaised) return Result::Raised();
  if (position == kUncertain) return machine.Fresh(TypeHint::kInt);
  if constexpr (std::is_same_v<T, Tuple>) return machine.ValueError("tuple.index(x): x not in tuple");
  std::optional<std::string> text = machine.ReprText(arguments[0]);
  if (!text.has_value()) return Result::Raised();
  return machine.ValueError("{} is not in list", *text);
}

template <typename T>
Result Count(Machine& machine, T& self, NativeArguments arguments) {
  int64_t count = 0;
  for (size_t i = 0; i < self.items.size(); ++i) {
    if (!machine.Charge(1)) break;
    Value item = self.items[i];
    Truth equal = Identical(item, arguments[0]) ? Truth::kTrue : machine.Equal(item, arguments[0]);
    if (equal == Truth::kRaised) return Result::Raised();
    if (equal == Truth::kUnknown) return machine.Fresh(TypeHint::kInt);
    count += equal == Truth::kTrue ? 1 : 0;
  }
  return Value::Int(count);
}

Result Reverse(Machine& machine, List& self, NativeArguments) {
  if (!machine.Charge(self.items.size() / 16)) return Value::None();
  machine.heap().WillWrite(&self);
  std::reverse(self.items.begin(), self.items.end());
  return Value::None();
}

Result Sort(Machine& machine, List& self, NativeArguments arguments) {
  Value key = ArgumentOr(arguments, 0, Value::None());
  Value reverse = ArgumentOr(arguments, 1, Value::Bool(false));
  if (!machine.Charge(self.items.size() / 8)) return Value::None();
  if (!key.is_none() || !AllPlain(self.items)) {
    return CallLibrary(machine, "sort_list", {Value::Of(&self), key, reverse});
  }
  std::vector<Value> items = self.items;
  std::vector<size_t> order;
  Truth backwards = machine.TruthOf(reverse);
  if (backwards == Truth::kRaised) return Result::Raised();
  if (!SortedOrder(machine, items, backwards == Truth::kTrue, order)) return Result::Raised();
  machine.heap().WillWrite(&self);
  for (size_t i = 0; i < order.size(); ++i) self.items[i] = items[order[i]];
  return Value::None();
}

Result Clear(Machine& machine, List& self, NativeArguments) {
  machine.heap().WillWrite(&self);
  self.items.clear();
  return Value::None();
}

Result Copy(Machine& machine, List& self, NativeArguments) {
  if (!machine.Charge(self.items.size() / 16)) return machine.Fresh(TypeHint::kList);
  return machine.heap().NewList(self.items);
}

constexpr NativeSpec kListMethods[] = {
    {"append", "self, object", Method<List, Append>, kTakesAll},
    {"extend", "self, iterable", Method<List, Extend>, kTakesAll},
    {"insert", "self, index, object", Method<List, Insert>, kTakesAll},
    {"pop", "self, index=", Method<List, Pop>, kTakesAll},
    {"remove", "self, value", Method<List, Remove>, kTakesAll},
    {"index", "self, value, start=, stop=", Method<List, Index<List>>, kTakesAll},
    {"count", "self, value", Method<List, Count<List>>, kTakesAll},
    {"reverse", "self", Method<List, Reverse>, kTakesAll},
    {"sort", "self, *, key=, reverse=", Method<List, Sort>, kTakesAll},
    {"clear", "self", Method<List, Clear>, kTakesAll},
    {"copy", "self", Method<List, Copy>, kTakesAll},
};

constexpr NativeSpec kTupleMethods[] = {
    {"index", "self, value, start=, stop=", Method<Tuple, Index<Tuple>>, kTakesAll},
    {"count", "self, value", Method<Tuple, Count<Tuple>>, kTakesAll},
};

}  // namespace

void InstallListMethods(Machine& machine) {
  machine.Define(machine.types().list, kListMethods);
  machine.Define(machine.types().tuple, kTupleMethods);
}

}  // namespace tfscope
