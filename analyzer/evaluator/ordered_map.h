// Insertion-ordered hash map from values to values: dicts, sets, attributes of instances, classes and modules.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "analyzer/evaluator/value.h"

namespace tfscope {

struct Str;

/// Keeps entries in order of insertion in one vector, with an index of open addressing beside it (absent while small).
/// Equality of keys that are not strings, ints or identical values is the caller's business: `Find` takes an `Equal`.
class OrderedMap {
 public:
  struct Entry {
    Value key;  ///< undefined: deleted
    Value value;
    uint64_t hash = 0;
  };

  size_t size() const { return live_; }
  bool empty() const { return live_ == 0; }

  /// Whether a key may be equal to others in ways that the source does not fix: it is, or was, unknown or symbolic
  /// text.
  bool has_unknown_keys() const { return has_unknown_keys_; }

  /// Slots 0 to `slots()` in order of insertion; skip entries whose key is undefined.
  size_t slots() const { return entries_.size(); }
  const Entry& slot(size_t index) const { return entries_[index]; }
  Entry& slot(size_t index) { return entries_[index]; }

  /// The value of a string key, or null. The pointer is valid until the next insertion.
  Value* FindStr(const Str* key);
  const Value* FindStr(const Str* key) const { return const_cast<OrderedMap*>(this)->FindStr(key); }

  /// The slot of a key with this hash for which `equal(entry.key)` holds, or -1. `equal` may return an int below zero
  /// to stop the search (an exception was raised), which is returned as -2.
  template <typename Equal>
  int64_t FindSlot(uint64_t hash, Equal equal) const {
    if (index_.empty()) {
      for (size_t i = 0; i < entries_.size(); ++i) {
        if (entries_[i].hash != hash || !entries_[i].key.defined()) continue;
        int same = equal(entries_[i].key);
        if (same < 0) return -2;
        if (same > 0) return static_cast<int64_t>(i);
      }
      return -1;
    }
    size_t mask = index_.size() - 1;
    for (size_t probe = FirstProbe(hash) & mask;; probe = (probe + 1) & mask) {
      uint32_t position = index_[probe];
      if (position == 0) return -1;
      const Entry& entry = entries_[position - 1];
      if (entry.hash != hash || !entry.key.defined()) continue;
      int same = equal(entry.key);
      if (same < 0) return -2;
      if (same > 0) return position - 1;
    }
  }

  /// Sets a string key, new or not.
  void SetStr(Str* key, Value value);

  /// Adds a key that is known to be absent.
  void Append(Value key, uint64_t hash, Value value);

  /// Deletes a slot; later slots keep their numbers until the next insertion that compacts.
  void EraseSlot(size_t slot);
  bool EraseStr(const Str* key);
  void Clear();

 private:
  /// Spreads hashes that differ in high bits only, as those of multiples of a power of two do.
  static size_t FirstProbe(uint64_t hash) { return (hash * 0x9E3779B97F4A7C15u) >> 32; }
  void Rebuild();

  std::vector<Entry> entries_;
  std::vector<uint32_t> index_;  ///< slot + 1, 0: free; a power of two; empty while the map is small
  size_t live_ = 0;
  bool has_unknown_keys_ = false;
};

}  // namespace tfscope
