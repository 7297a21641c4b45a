#include "analyzer/evaluator/join.h"

namespace tfscope {

namespace {

bool SameValue(Value a, Value b) {
  if (Identical(a, b)) return true;
  const Str* left = As<Str>(a);
  const Str* right = As<Str>(b);
  return left != nullptr && right != nullptr && left->text == right->text;
}

/// Values of which only the type is lost when two are joined.
bool IsSmall(Value value) { return !value.is_object() || As<Str>(value) != nullptr || As<BigInt>(value) != nullptr; }

TypeHint HintOf(Value value) {
  if (value.is_unknown()) return value.symbol()->hint;
  if (value.is_bool()) return TypeHint::kBool;
  if (value.is_int() || As<BigInt>(value) != nullptr) return TypeHint::kInt;
  if (value.is_float()) return TypeHint::kFloat;
  return As<Str>(value) != nullptr ? TypeHint::kStr : TypeHint::kAny;
}

bool SameKey(Value a, Value b) { return SameValue(a, b); }

}  // namespace

std::optional<Value> Joiner::Join(Value first, Value second) {
  if (SameValue(first, second)) return first;
  if (!first.defined()) return second;
  if (!second.defined()) return first;
  if (!IsSmall(first) || !IsSmall(second)) return std::nullopt;
  TypeHint hint = HintOf(first) == HintOf(second) ? HintOf(first) : TypeHint::kAny;
  return heap_.NewSymbol(
      {.operation = Symbol::Operation::kJoin, .hint = hint, .a = first, .b = second, .origin = place_});
}

bool Joiner::JoinAll(std::vector<Value>& into, const std::vector<Value>& other) {
  if (into.size() != other.size()) return false;
  for (size_t i = 0; i < into.size(); ++i) {
    std::optional<Value> joined = Join(into[i], other[i]);
    if (!joined) return false;
    into[i] = *joined;
  }
  return true;
}

bool Joiner::JoinMaps(OrderedMap& into, const OrderedMap& other) {
  auto find = [](const OrderedMap& map, const OrderedMap::Entry& entry) {
    return map.FindSlot(entry.hash, [&](const Value& key) { return SameKey(key, entry.key) ? 1 : 0; });
  };
  for (size_t i = 0; i < other.slots(); ++i) {
    const OrderedMap::Entry& entry = other.slot(i);
    if (!entry.key.defined()) continue;
    int64_t slot = find(into, entry);
    if (slot < 0) {
      into.Append(entry.key, entry.hash, entry.value);
      continue;
    }
    Value& mine = into.slot(static_cast<size_t>(slot)).value;
    std::optional<Value> joined = Join(mine, entry.value);
    if (!joined) return false;
    mine = *joined;
  }
  return true;
}

std::optional<SavedState> Joiner::Join(const SavedState& first, const SavedState& second) {
  SavedState result = first;
  bool joined = std::visit(
      [&](auto& mine) {
        using T = std::decay_t<decltype(mine)>;
        const T& other = std::get<T>(second);
        if constexpr (std::is_same_v<T, Frame>) {
          if (mine.next != other.next || !Identical(mine.handled, other.handled)) return false;
          return JoinAll(mine.locals, other.locals) && JoinAll(mine.stack, other.stack);
        } else if constexpr (std::is_same_v<T, List>) {
          return JoinAll(mine.items, other.items);
        } else if constexpr (std::is_same_v<T, Dict>) {
          return JoinMaps(mine.items, other.items);
        } else if constexpr (std::is_same_v<T, Set>) {
          return mine.items.size() == other.items.size() && JoinMaps(mine.items, other.items) &&
                 mine.items.size() == other.items.size();
        } else if constexpr (std::is_same_v<T, Cell>) {
          std::optional<Value> value = Join(mine.value, other.value);
          if (value) mine.value = *value;
          return value.has_value();
        } else if constexpr (std::is_same_v<T, Class>) {
          return mine.name == other.name && JoinMaps(mine.attributes, other.attributes);
        } else if constexpr (std::is_same_v<T, Instance>) {
          if (mine.cls != other.cls || !Identical(mine.payload, other.payload)) return false;
          if (mine.dict == nullptr) mine.dict = other.dict;
          return other.dict == nullptr || mine.dict == other.dict;
        } else if constexpr (std::is_same_v<T, Generator>) {
          return mine.frame == other.frame && mine.running == other.running;
        } else if constexpr (std::is_same_v<T, Iterator>) {
          return mine.index == other.index && mine.exhausted == other.exhausted;
        } else if constexpr (std::is_same_v<T, Module>) {
          return mine.loading == other.loading;
        } else {
          return mine.name == other.name && mine.dict == other.dict;
        }
      },
      result);
  if (!joined) return std::nullopt;
  return result;
}

namespace {

template <typename Visitor>
auto VisitObject(Object& object, Visitor visit) {
  switch (object.kind) {
    case ObjectKind::kFrame:
      return visit(static_cast<Frame&>(object));
    case ObjectKind::kList:
      return visit(static_cast<List&>(object));
    case ObjectKind::kDict:
      return visit(static_cast<Dict&>(object));
    case ObjectKind::kSet:
    case ObjectKind::kFrozenSet:
      return visit(static_cast<Set&>(object));
    case ObjectKind::kCell:
      return visit(static_cast<Cell&>(object));
    case ObjectKind::kModule:
      return visit(static_cast<Module&>(object));
    case ObjectKind::kFunction:
      return visit(static_cast<Function&>(object));
    case ObjectKind::kClass:
      return visit(static_cast<Class&>(object));
    case ObjectKind::kInstance:
      return visit(static_cast<Instance&>(object));
    case ObjectKind::kGenerator:
      return visit(static_cast<Generator&>(object));
    default:
      return visit(static_cast<Iterator&>(object));
  }
}

bool Changes(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::kFrame:
    case ObjectKind::kList:
    case ObjectKind::kDict:
    case ObjectKind::kSet:
    case ObjectKind::kCell:
    case ObjectKind::kModule:
    case ObjectKind::kFunction:
    case ObjectKind::kClass:
    case ObjectKind::kInstance:
    case ObjectKind::kGenerator:
    case ObjectKind::kIterator:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::optional<SavedState> CopyState(Object& object) {
  if (!Changes(object.kind)) return std::nullopt;
  return VisitObject(object, [](auto& typed) { return std::optional<SavedState>(SavedState(typed)); });
}

void RestoreState(Heap& heap, Object& object, SavedState state) {
  VisitObject(object, [&](auto& typed) {
    using T = std::decay_t<decltype(typed)>;
    heap.WillWrite(&typed);
    uint32_t epoch = typed.epoch;
    typed = std::get<T>(std::move(state));
    typed.epoch = epoch;
  });
}

}  // namespace tfscope
