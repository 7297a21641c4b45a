// Equality, hashes, and maps with keys of any type.
#include "analyzer/evaluator/numbers/numbers.h"
#include "analyzer/evaluator/operators.h"
#include "analyzer/evaluator/protocols.h"
#include "analyzer/evaluator/set_operations.h"

#include <array>

namespace tfscope {

Truth Machine::Equal(Value left, Value right) {
  Value a = Unwrap(left);
  Value b = Unwrap(right);
  if (IsNumber(a) && IsNumber(b)) return NumbersEqual(a, b) ? Truth::kTrue : Truth::kFalse;
  Result result = CompareValues(*this, CompareOperator::kEqual, left, right);
  return result.ok() ? TruthOf(result.value()) : Truth::kRaised;
}

namespace {

uint64_t Mix(uint64_t hash, uint64_t next) { return (hash ^ next) * 0x9E3779B97F4A7C15u + (hash >> 29); }

std::optional<uint64_t> Unhashable(Machine& machine, Value value) {
  (void)machine.TypeError("unhashable type: '{}'", TypeName(machine, value));
  return std::nullopt;
}

/// In CPython a hash of -1 says that there is none.
uint64_t WithoutError(uint64_t hash) { return hash == ~uint64_t{0} ? hash - 1 : hash; }

/// As in CPython 3.7.
std::optional<uint64_t> HashItems(Machine& machine, std::span<const Value> items) {
  NestingGuard guard(machine);
  if (guard.too_deep()) {
    (void)guard.Raise("");
    return std::nullopt;
  }
  uint64_t hash = 0x345678;
  uint64_t multiplier = 1000003;
  uint64_t left = items.size();
  if (!machine.Charge(items.size())) return hash;
  for (Value item : items) {
    std::optional<uint64_t> next = machine.Hash(item);
    if (!next.has_value()) return std::nullopt;
    hash = (hash ^ *next) * multiplier;
    multiplier += 82520 + 2 * --left;
  }
  return WithoutError(hash + 97531);
}

/// What a `__hash__` written in Python gives.
std::optional<uint64_t> HashByMethod(Machine& machine, Value value) {
  Result result = machine.CallMethod(value, "__hash__");
  if (!result.ok()) return std::nullopt;
  Value hash = Machine::Unwrap(result.value());
  if (hash.is_unknown()) return hash.symbol()->id;
  if (IsSmallInteger(hash)) return WithoutError(static_cast<uint64_t>(hash.as_int()));
  if (IsInteger(hash)) return static_cast<uint64_t>(HashNumber(hash));
  (void)machine.TypeError("__hash__ method should return an integer");
  return std::nullopt;
}

std::optional<uint64_t> HashObject(Machine& machine, Value value) {
  Object* object = value.object();
  switch (object->kind) {
    case ObjectKind::kStr:
      return As<Str>(value)->hash;
    case ObjectKind::kBytes:
      if (As<Bytes>(value)->is_bytearray) return Unhashable(machine, value);
      return HashText(As<Bytes>(value)->data);
    case ObjectKind::kTuple:
      return HashItems(machine, As<Tuple>(value)->items);
    case ObjectKind::kRange: {
      const Range* range = As<Range>(value);
      const int64_t length = RangeLength(range);
      const std::array parts = {Value::Int(length), length > 0 ? Value::Int(range->start) : Value::None(),
                                length > 1 ? Value::Int(range->step) : Value::None()};
      return HashItems(machine, parts);
    }
    case ObjectKind::kFrozenSet: {
      if (As<Set>(value)->table.has_order()) return As<Set>(value)->table.HashOfAll();
      uint64_t hash = 1927868237;
      const OrderedMap& items = As<Set>(value)->items;
      for (size_t i = 0; i < items.slots(); ++i) {
        if (items.slot(i).key.defined()) hash ^= Mix(items.slot(i).hash, 89869747);
      }
      return hash;
    }
    case ObjectKind::kBoundMethod: {
      std::optional<uint64_t> self = machine.Hash(As<BoundMethod>(value)->self);
      std::optional<uint64_t> function = machine.Hash(As<BoundMethod>(value)->function);
      if (!self.has_value() || !function.has_value()) return std::nullopt;
      return Mix(*self, *function);
    }
    case ObjectKind::kList:
    case ObjectKind::kDict:
    case ObjectKind::kSet:
    case ObjectKind::kSlice:
    case ObjectKind::kDictView:
      return Unhashable(machine, value);
    default:
      break;
  }
  if (As<Class>(value) != nullptr && UserMethod(machine, value, "__hash__").defined()) {
    return HashByMethod(machine, value);
  }
  return machine.heap().AddressOf(object) >> 4;
}

std::optional<uint64_t> HashOfInstance(Machine& machine, Value value) {
  const Instance* instance = As<Instance>(value);
  Heap& heap = machine.heap();
  const Value* method = machine.LookUpInClass(instance->cls, heap.Intern("__hash__"));
  // A class that defines __eq__ and not __hash__ is not hashable.
  for (const Class* cls : instance->cls->mro) {
    if (cls->attributes.FindStr(heap.Intern("__hash__")) != nullptr) break;
    if (!cls->is_native && cls->attributes.FindStr(heap.Intern("__eq__")) != nullptr) return Unhashable(machine, value);
  }
  if (method != nullptr && method->is_none()) return Unhashable(machine, value);
  if (method != nullptr && As<NativeFunction>(*method) == nullptr) return HashByMethod(machine, value);
  Value plain = Machine::Unwrap(value);
  if (As<Instance>(plain) == nullptr) return machine.Hash(plain);
  return heap.AddressOf(instance) >> 4;
}

}  // namespace

std::optional<uint64_t> Machine::Hash(Value value) {
  switch (value.tag()) {
    case Value::Tag::kBool:
    case Value::Tag::kInt:
    case Value::Tag::kFloat:
      return static_cast<uint64_t>(HashNumber(value));
    case Value::Tag::kUnknown:
      return Mix(value.symbol()->id, 0x5BD1E995);
    case Value::Tag::kObject:
      break;
    default:
      return 0x1000 + static_cast<uint64_t>(value.tag());
  }
  if (IsNumber(value)) return static_cast<uint64_t>(HashNumber(value));
  return As<Instance>(value) != nullptr ? HashOfInstance(*this, value) : HashObject(*this, value);
}

int64_t Machine::FindKey(const OrderedMap& map, Value key) {
  std::optional<uint64_t> hash = Hash(key);
  if (!hash.has_value()) return -2;
  // Comparing may run Python code, which may change the map: first find the candidates, then compare them.
  std::vector<Value> candidates;
  uint64_t compared = 0;
  int64_t slot = map.FindSlot(*hash, [key, &candidates, &compared](Value candidate) {
    ++compared;
    if (Identical(candidate, key)) return 1;
    const Str* wanted = As<Str>(key);
    const Str* found = As<Str>(candidate);
    if (wanted != nullptr && found != nullptr) return wanted->text == found->text ? 1 : 0;
    if (IsNumber(candidate) && IsNumber(key)) return NumbersEqual(candidate, key) ? 1 : 0;
    candidates.push_back(candidate);
    return 0;
  });
  // Long chains of one hash are slow, here and in the table that keeps a set's order.
  constexpr uint64_t kShortChain = 8;
  if (!Charge(compared > kShortChain ? 4 * compared : compared)) return -1;
  for (size_t i = 0; slot < 0 && i < candidates.size(); ++i) {
    Truth same = Equal(candidates[i], key);
    if (same == Truth::kRaised) return -2;
    if (same != Truth::kTrue) continue;
    slot = map.FindSlot(*hash, [&](Value candidate) { return Identical(candidate, candidates[i]) ? 1 : 0; });
  }
  return slot;
}

bool Machine::SetKey(OrderedMap& map, Value key, Value value) {
  int64_t slot = FindKey(map, key);
  if (slot == -2) return false;
  if (slot >= 0) {
    map.slot(static_cast<size_t>(slot)).value = value;
    return true;
  }
  std::optional<uint64_t> hash = Hash(key);
  if (!hash.has_value()) return false;
  heap_.Charge(sizeof(OrderedMap::Entry) + 2 * sizeof(uint32_t));
  map.Append(key, *hash, value);
  return true;
}

}  // namespace tfscope
