// What a path has decided about the number of items of something unknown.
#pragma once

#include <cstdint>
#include <unordered_map>

#include "analyzer/evaluator/heap.h"

namespace tfscope {

/// The conditions of a path, as the sides taken per symbol, read for what they say of an unknown iterable's length:
/// that `i < len(x) - 1` does not hold in a loop over `x` means that it ends after this item.
class KnownLength {
 public:
  KnownLength(const Heap& heap, const std::unordered_map<uint32_t, bool>& decisions, Value iterable);

  /// Whether there may be more items than `count`; true unless the conditions exclude it.
  bool MayExceed(int64_t count) const;
  /// Whether there may be just `count` items.
  bool MayBe(int64_t count) const { return is_empty_ ? count == 0 : Allows(count); }

 private:
  struct Condition {
    const Symbol* comparison;
    bool holds;
  };

  bool Allows(int64_t length) const;

  const Symbol* iterable_;  ///< or, of `range(n)`, the n
  std::vector<Condition> conditions_;
  bool is_empty_ = false;
};

}  // namespace tfscope
