// In which order CPython 3.7 iterates a set of ints: its hash table, built anew.
#include <algorithm>

#include "analyzer/evaluator/python2_order.h"
#include "analyzer/evaluator/set_operations.h"

namespace tfscope {

namespace {

class IntTable {
 public:
  void Add(Value key) {
    Insert(key);
    ++used_;
    if (used_ * 5 >= (slots_.size() - 1) * 3) Grow(used_ > 50000 ? used_ * 2 : used_ * 4);
  }

  std::vector<Value> Elements() const {
    std::vector<Value> result;
    for (Value slot : slots_) {
      if (slot.defined()) result.push_back(slot);
    }
    return result;
  }

 private:
  static constexpr size_t kLinearProbes = 9;
  static constexpr size_t kPerturbShift = 5;

  void Insert(Value key) {
    size_t mask = slots_.size() - 1;
    auto hash = static_cast<uint64_t>(key.as_int() == -1 ? -2 : key.as_int());
    size_t index = hash & mask;
    for (uint64_t perturb = hash;; index = (index * 5 + 1 + perturb) & mask) {
      size_t last = index + kLinearProbes <= mask ? index + kLinearProbes : index;
      for (size_t probe = index; probe <= last; ++probe) {
        if (slots_[probe].defined()) continue;
        slots_[probe] = key;
        return;
      }
      perturb >>= kPerturbShift;
    }
  }

  void Grow(size_t least) {
    size_t size = 8;
    while (size <= least) size *= 2;
    std::vector<Value> old(size);
    old.swap(slots_);
    for (Value slot : old) {
      if (slot.defined()) Insert(slot);
    }
  }

  std::vector<Value> slots_ = std::vector<Value>(8);
  size_t used_ = 0;
};

/// Hashes of larger ints are reduced, see HashNumber.
bool HashesToItself(Value key) {
  constexpr int64_t kLimit = (int64_t{1} << 61) - 1;
  return key.is_int() && key.as_int() > -kLimit && key.as_int() < kLimit;
}

}  // namespace

std::vector<Value> SetElements(const Machine& machine, const Set* set) {
  std::vector<Value> elements;
  elements.reserve(set->items.size());
  if (machine.InPython2()) {
    for (size_t slot : Python2Order(set->items)) elements.push_back(set->items.slot(slot).key);
    return elements;
  }
  for (size_t i = 0; i < set->items.slots(); ++i) {
    if (set->items.slot(i).key.defined()) elements.push_back(set->items.slot(i).key);
  }
  if (elements.size() < 2 || !std::all_of(elements.begin(), elements.end(), HashesToItself)) return elements;
  IntTable table;
  for (Value element : elements) table.Add(element);
  return table.Elements();
}

}  // namespace tfscope
