// In which order the elements of a set come.
#include "analyzer/evaluator/numbers/numbers.h"
#include "analyzer/evaluator/python2_order.h"
#include "analyzer/evaluator/set_operations.h"

namespace tfscope {

namespace {

constexpr int kDeepest = 10;
constexpr size_t kLongest = 100;

/// Whether CPython gives such a key the same hash in every run; strings and addresses have random ones.
bool IsFixed(Value key, uint64_t hash, int depth) {
  if (IsNumber(Machine::Unwrap(key))) return true;
  if (const Tuple* tuple = As<Tuple>(key)) {
    if (depth == kDeepest || tuple->items.size() > kLongest) return false;
    constexpr uint64_t kNotSmall = ~uint64_t{0};  // an object inside tells nothing by the hash of the whole
    for (Value item : tuple->items) {
      if (!IsFixed(item, kNotSmall, depth + 1)) return false;
    }
    return true;
  }
  if (const Set* set = As<Set>(key)) return set->table.has_order();
  // A `__hash__` of the program: a large number may come from a text, a small one hardly.
  constexpr uint64_t kSmall = uint64_t{1} << 32;
  const Instance* instance = As<Instance>(key);
  return instance != nullptr && !instance->payload.defined() && (hash < kSmall || 0 - hash < kSmall);
}

}  // namespace

bool HasFixedHash(Value key, uint64_t hash) { return IsFixed(key, hash, 0); }

std::vector<Value> SetElements(const Machine& machine, const Set* set) {
  const bool python2 = machine.InPython2();
  if (!python2 && set->table.has_order()) return set->table.Keys();
  std::vector<Value> elements;
  elements.reserve(set->items.size());
  if (python2) {
    for (size_t slot : Python2Order(set->items)) elements.push_back(set->items.slot(slot).key);
    return elements;
  }
  for (size_t i = 0; i < set->items.slots(); ++i) {
    if (set->items.slot(i).key.defined()) elements.push_back(set->items.slot(i).key);
  }
  return elements;
}

}  // namespace tfscope
