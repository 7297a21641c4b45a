// Which sides of unknown conditions become paths of their own.
#pragma once

#include <cstdint>
#include <unordered_set>

#include "analyzer/events/call_stack.h"
#include "analyzer/source/span.h"

namespace tfscope {

struct Code;

/// A place where a path may divide: a branch of some code, as one of the user's calls reached it.
struct BranchPlace {
  const Code* code = nullptr;
  uint32_t instruction = 0;
  uint32_t turn = 0;  ///< how often the activation came there
  CallStackId stack = kNoCallStack;
  friend bool operator==(const BranchPlace&, const BranchPlace&) = default;
};

/// The paths of one root. A few are all combinations of the sides of unknown conditions. After that a place divides a
/// path once: its two sides have been seen, and combinations of many conditions, whose number doubles with each, seldom
/// tell more.
class PathExploration {
 public:
  explicit PathExploration(uint32_t budget) : budget_(budget) {}

  /// A root begins.
  void Start() {
    begun_ = 1;
    limit_ = Span();
    divided_.clear();
  }
  /// Another path may begin.
  bool has_room() const { return begun_ < budget_; }
  /// Both sides of this place were followed, and there are enough combinations of it with others.
  bool is_explored(const BranchPlace& place) const { return begun_ >= kAllCombinations && divided_.contains(place); }
  /// A path divides here.
  void NoteDivision(const BranchPlace& place) {
    ++begun_;
    divided_.insert(place);
  }
  /// The first condition of which one side was not followed for want of room; invalid if there is none.
  Span limit() const { return limit_; }
  void NoteLimit(Span condition) {
    if (!limit_.valid()) limit_ = condition;
  }

 private:
  static constexpr uint32_t kAllCombinations = 8;

  struct HashPlace {
    size_t operator()(const BranchPlace& place) const {
      const size_t code = reinterpret_cast<size_t>(place.code);
      return (code ^ place.stack) * 0x9E3779B97F4A7C15u + (size_t{place.turn} << 32 ^ place.instruction);
    }
  };

  uint32_t budget_;
  uint32_t begun_ = 1;
  Span limit_;
  std::unordered_set<BranchPlace, HashPlace> divided_;
};

}  // namespace tfscope
