// Which sides of unknown conditions become paths of their own.
#pragma once

#include <cstdint>
#include <unordered_map>
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
  Span importing;  ///< the user's call, if a module is being imported: then the place is the same in every root
  friend bool operator==(const BranchPlace&, const BranchPlace&) = default;
};

struct HashBranchPlace {
  size_t operator()(const BranchPlace& place) const {
    const size_t code = reinterpret_cast<size_t>(place.code);
    const size_t turn = size_t{place.turn} << 32 ^ place.instruction;
    return (code ^ place.stack ^ size_t{place.importing.begin} << 20) * 0x9E3779B97F4A7C15u + turn;
  }
};

/// What the roots of a run divided by while they imported modules. Every root that imports a module meets the module's
/// conditions again; a few of them follow both sides.
class ImportDivisions {
 public:
  bool are_enough(const BranchPlace& place) const {
    const auto found = roots_.find(InEveryRoot(place));
    return found != roots_.end() && found->second >= kRoots;
  }
  void Note(const BranchPlace& place) { ++roots_[InEveryRoot(place)]; }

 private:
  static constexpr uint32_t kRoots = 4;

  static BranchPlace InEveryRoot(BranchPlace place) {
    place.stack = kNoCallStack;
    return place;
  }

  std::unordered_map<BranchPlace, uint32_t, HashBranchPlace> roots_;
};

/// The paths of one root. A few are all combinations of the sides of unknown conditions. After that a place divides a
/// path once: its two sides have been seen, and combinations of many conditions, whose number doubles with each, seldom
/// tell more.
class PathExploration {
 public:
  PathExploration(uint32_t budget, ImportDivisions& imports) : budget_(budget), imports_(imports) {}

  /// The roots from now on have so many paths.
  void SetBudget(uint32_t paths) { budget_ = paths; }

  /// A root begins.
  void Start() {
    begun_ = 1;
    limit_ = Span();
    divided_.clear();
  }
  /// Another path may begin.
  bool has_room() const { return begun_ < budget_; }
  /// Both sides of this place were followed, and there are enough combinations of it with others.
  bool is_explored(const BranchPlace& place) const {
    if (divided_.contains(place)) return begun_ >= kAllCombinations;
    return place.importing.valid() && imports_.are_enough(place);
  }
  /// A path divides here.
  void NoteDivision(const BranchPlace& place) {
    ++begun_;
    const bool is_new = divided_.insert(place).second;
    if (is_new && place.importing.valid()) imports_.Note(place);
  }
  /// The first condition of which one side was not followed for want of room; invalid if there is none.
  Span limit() const { return limit_; }
  void NoteLimit(Span condition) {
    if (!limit_.valid()) limit_ = condition;
  }

 private:
  static constexpr uint32_t kAllCombinations = 8;

  uint32_t budget_;
  ImportDivisions& imports_;
  uint32_t begun_ = 1;
  Span limit_;
  std::unordered_set<BranchPlace, HashBranchPlace> divided_;
};

}  // namespace tfscope
