// The hash table in which CPython 3.7 keeps a set, as far as it decides in which order the elements come.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "analyzer/evaluator/value.h"

namespace tfscope {

/// The places of the elements of a set. They depend on all that was done with the set before: how often its table grew,
/// and where elements were removed. A set with an element whose hash differs from run to run has no such order.
class SetTable {
 public:
  bool has_order() const { return has_order_; }

  /// Adds a key that is absent. Without a `fixed_hash` the set has no order from now on.
  void Add(Value key, uint64_t hash, bool fixed_hash);
  /// Removes a key, if it is there.
  void Erase(Value key, uint64_t hash);
  void Clear();
  /// Makes room, as CPython does before it adds all of another set or dict with `count` elements.
  void Reserve(size_t count);
  /// What CPython does after it took many elements away: rebuilds the table if many places are blocked.
  void Shrink();
  /// Adds all of `other` to this table, if it never had an element since it was last rebuilt; else nothing happens.
  bool Take(const SetTable& other);
  /// Replaces what the table holds.
  void Assign(const SetTable& other);
  /// The element that `pop` takes, which stays; the next search begins behind it. Undefined if there is none.
  Value NextToPop();

  /// The keys in the order of iteration.
  std::vector<Value> Keys() const;

  /// The hash of a frozenset of these elements.
  uint64_t HashOfAll() const;

 private:
  struct Element {
    Value key;  ///< undefined: removed
    uint64_t hash = 0;
  };
  static constexpr size_t kLeastPlaces = 8;
  static constexpr uint32_t kFree = 0;
  static constexpr uint32_t kBlocked = 1;  ///< an element was removed here
  static constexpr uint32_t kFirst = 2;    ///< of elements_[0]

  void InsertClean(uint32_t content, uint64_t hash);
  void Resize(size_t least);
  size_t GrownSize() const { return used_ > 50000 ? used_ * 2 : used_ * 4; }
  size_t mask() const { return places_.empty() ? kLeastPlaces - 1 : places_.size() - 1; }
  const Element& At(uint32_t content) const { return elements_[content - kFirst]; }

  std::vector<uint32_t> places_;   ///< a power of two of them; none while all are free
  std::vector<Element> elements_;  ///< in order of insertion
  size_t fill_ = 0;                ///< places that are not free
  size_t used_ = 0;
  size_t finger_ = 0;
  bool has_order_ = true;
};

}  // namespace tfscope
