// Methods of dict.
#include "analyzer/evaluator/builtins/builtins.h"
#include "analyzer/evaluator/builtins/natives.h"
#include "analyzer/evaluator/operators.h"
#include "analyzer/evaluator/set_operations.h"

namespace tfscope {

namespace {

/// What a key maps to: a value, undefined if it is absent for sure, or a symbol if that is not known.
Result Find(Machine& machine, Dict& self, Value key) { return BuiltinLoadItem(machine, Value::Of(&self), key, true); }

Result Get(Machine& machine, Dict& self, NativeArguments arguments) {
  Result found = Find(machine, self, arguments[0]);
  if (!found.ok() || found.value().defined()) return found;
  return ArgumentOr(arguments, 1, Value::None());
}

Result SetDefault(Machine& machine, Dict& self, NativeArguments arguments) {
  int64_t slot = machine.FindKey(self.items, arguments[0]);
  if (slot == -2) return Result::Raised();
  if (slot >= 0) return self.items.slot(static_cast<size_t>(slot)).value;
  Value value = ArgumentOr(arguments, 1, Value::None());
  machine.heap().WillWrite(&self);
  return machine.SetKey(self.items, arguments[0], value) ? Result(value) : Result::Raised();
}

Result Pop(Machine& machine, Dict& self, NativeArguments arguments) {
  int64_t slot = machine.FindKey(self.items, arguments[0]);
  if (slot == -2) return Result::Raised();
  if (slot == -1) {
    if (arguments[1].defined()) return arguments[1];
    Result found = Find(machine, self, arguments[0]);
    if (!found.ok() || found.value().defined()) return found;
    return KeyError(machine, arguments[0]);
  }
  Value value = self.items.slot(static_cast<size_t>(slot)).value;
  machine.heap().WillWrite(&self);
  self.items.EraseSlot(static_cast<size_t>(slot));
  return value;
}

Result PopItem(Machine& machine, Dict& self, NativeArguments) {
  for (size_t i = self.items.slots(); i-- > 0;) {
    OrderedMap::Entry entry = self.items.slot(i);
    if (!entry.key.defined()) continue;
    machine.heap().WillWrite(&self);
    self.items.EraseSlot(i);
    return machine.heap().NewTuple({entry.key, entry.value});
  }
  return machine.Raise(machine.types().key_error, "popitem(): dictionary is empty");
}

template <DictView::View view>
Result View(Machine& machine, NativeArguments arguments) {
  if (arguments[0].is_unknown()) return machine.Fresh(TypeHint::kList);
  if (As<Dict>(Machine::Unwrap(arguments[0])) == nullptr) {
    return machine.TypeError("descriptor requires a 'dict' object but received a '{}'",
                             TypeName(machine, arguments[0]));
  }
  auto* result = machine.heap().New<DictView>();
  result->view = view;
  result->dict = arguments[0];
  if (!machine.InPython2()) return Value::Of(result);
  std::vector<Value> items;
  return machine.Collect(Value::Of(result), items) ? machine.heap().NewList(std::move(items)) : Result::Raised();
}

bool Merge(Machine& machine, Dict& self, const OrderedMap& other) {
  for (size_t i = 0; i < other.slots(); ++i) {
    OrderedMap::Entry entry = other.slot(i);
    if (!entry.key.defined()) continue;
    if (!machine.Charge(1)) return true;
    if (!machine.SetKey(self.items, entry.key, entry.value)) return false;
  }
  return true;
}

/// Adds key-value pairs.
bool MergePairs(Machine& machine, Dict& self, const std::vector<Value>& pairs) {
  for (size_t i = 0; i < pairs.size(); ++i) {
    if (!machine.Charge(1)) return true;
    std::vector<Value> pair;
    if (pairs[i].is_unknown()) continue;
    if (!IsNativeIterable(machine, pairs[i])) {
      (void)machine.TypeError("cannot convert dictionary update sequence element #{} to a sequence", i);
      return false;
    }
    if (!machine.Collect(pairs[i], pair)) return false;
    if (pair.size() != 2) {
      (void)machine.ValueError("dictionary update sequence element #{} has length {}; 2 is required", i, pair.size());
      return false;
    }
    if (!machine.SetKey(self.items, pair[0], pair[1])) return false;
  }
  return true;
}

Result Clear(Machine& machine, Dict& self, NativeArguments) {
  machine.heap().WillWrite(&self);
  self.items.Clear();
  return Value::None();
}

Result Copy(Machine& machine, Dict& self, NativeArguments) {
  Dict* copy = machine.heap().NewDict();
  if (!machine.Charge(self.items.slots() / 4)) return Value::Of(copy);
  machine.heap().Charge(self.items.size() * sizeof(OrderedMap::Entry));
  copy->items = self.items;
  return Value::Of(copy);
}

/// `dict.fromkeys(iterable, value)`; for subclasses the library does it, since their `__init__` may be Python code.
Result FromKeys(Machine& machine, NativeArguments arguments) {
  Value value = ArgumentOr(arguments, 2, Value::None());
  bool is_dict = As<Class>(arguments[0]) == machine.types().dict;
  if (arguments[1].is_unknown() && is_dict) return machine.Fresh(TypeHint::kDict);
  if (!is_dict || !IsNativeIterable(machine, arguments[1])) {
    return CallLibrary(machine, "dict_from_keys", {arguments[0], arguments[1], value});
  }
  std::vector<Value> keys;
  if (!machine.Collect(arguments[1], keys)) return Result::Raised();
  Dict* dict = machine.heap().NewDict();
  for (Value key : keys) {
    if (!machine.SetKey(dict->items, key, value)) return Result::Raised();
  }
  return Value::Of(dict);
}

/// `dict.update` and `dict.__init__`, which errors call `name`: arguments are the optional mapping or iterable, and the
/// keywords.
Result UpdateNamed(Machine& machine, Dict& self, NativeArguments arguments, std::string_view name) {
  const Tuple* positional = As<Tuple>(arguments[0]);
  const Dict* keywords = As<Dict>(arguments[1]);
  if (positional->items.size() > 1) {
    return machine.TypeError("{} expected at most 1 arguments, got {}", name, positional->items.size());
  }
  machine.heap().WillWrite(&self);
  if (!positional->items.empty() && positional->items[0].is_unknown()) {
    // One entry stands for all of which nothing is known, and may be any that the dict has.
    FillAnyEntry(machine, self);
    if (!machine.SetKey(self.items, positional->items[0], machine.Fresh())) return Result::Raised();
  } else if (!positional->items.empty()) {
    Value source = positional->items[0];
    Value plain = Machine::Unwrap(source);
    bool is_mapping = UserMethod(machine, source, "keys").defined();
    const Dict* other = As<Dict>(plain);
    if (other != nullptr && !UserMethod(machine, source, "__iter__").defined()) {
      OrderedMap items = other->items;
      if (!Merge(machine, self, items)) return Result::Raised();
    } else if (is_mapping || !IsNativeIterable(machine, source)) {
      return CallLibrary(machine, "fill_dict", {Value::Of(&self), source, arguments[1]});
    } else {
      std::vector<Value> pairs;
      if (!machine.Collect(source, pairs) || !MergePairs(machine, self, pairs)) return Result::Raised();
    }
  }
  return Merge(machine, self, keywords->items) ? Result(Value::None()) : Result::Raised();
}

Result Update(Machine& machine, Dict& self, NativeArguments arguments) {
  return UpdateNamed(machine, self, arguments, "update");
}

Result Initialize(Machine& machine, Dict& self, NativeArguments arguments) {
  return UpdateNamed(machine, self, arguments, "dict");
}

constexpr NativeSpec kDictMethods[] = {
    {"get", "self, key, default=", Method<Dict, Get>, kTakesAll},
    {"setdefault", "self, key, default=", Method<Dict, SetDefault>, kTakesAll},
    {"pop", "self, key, default=", Method<Dict, Pop>, kTakesAll},
    {"popitem", "self", Method<Dict, PopItem>, kTakesAll},
    {"keys", "self", View<DictView::View::kKeys>, kTakesAll},
    {"values", "self", View<DictView::View::kValues>, kTakesAll},
    {"items", "self", View<DictView::View::kItems>, kTakesAll},
    {"update", "self, *args, **kwargs", Method<Dict, Update>, kTakesAll},
    {"__init__", "self, *args, **kwargs", Method<Dict, Initialize>, kTakesAll},
    {"clear", "self", Method<Dict, Clear>, kTakesAll},
    {"copy", "self", Method<Dict, Copy>, kTakesAll},
};

constexpr NativeSpec kDictClassMethods[] = {
    {"fromkeys", "cls, iterable, value=", FromKeys, kTakesAll},
};

}  // namespace

void InstallDictMethods(Machine& machine) {
  machine.Define(machine.types().dict, kDictMethods);
  DefineClassMethods(machine, machine.types().dict, kDictClassMethods);
}

}  // namespace tfscope
