// How many instructions a root may still execute.
#pragma once

#include <algorithm>
#include <cstdint>

#include "analyzer/evaluator/machine_options.h"

namespace tfscope {

/// Counts down to the end of a root. Two things end it: the instructions of its budget, and a stretch without a call
/// that this run has not seen: a training loop, or a network built once more, has nothing new to tell. Where a graph
/// is built, a shorter stretch without an event ends it, too: what makes no variable for so long is a loop without end.
/// `naming_writes` is the trail's count of changes to graphs.
class InstructionBudget {
 public:
  explicit InstructionBudget(const Budgets& budgets) : budgets_(budgets) { Start(0); }

  /// A root begins.
  void Start(uint64_t naming_writes) {
    left_ = budgets_.instructions;
    allowed_ = {budgets_.without_new_call_building, budgets_.without_new_call};
    NoteNewCall(naming_writes);
  }
  /// Another path of the root begins: it gets what the paths before it left, and a quarter of the whole at least.
  /// Most of what follows its condition was seen on the first path: without a new call it is soon the same.
  void StartPath(uint64_t naming_writes) {
    left_ = std::max<uint64_t>(left_, budgets_.instructions / 4);
    ShortenStretches(20);
    NoteNewCall(naming_writes);
  }
  /// A call is executed for the first time in this run.
  void NoteNewCall(uint64_t naming_writes) {
    left_at_new_call_ = left_;
    writes_at_new_call_ = naming_writes;
    left_at_event_ = left_;
    times_left_loops_ = 0;
  }
  /// The root has told so many events by now.
  void NoteEvents(size_t events) {
    if (events == events_) return;
    events_ = events;
    left_at_event_ = left_;
  }
  /// Loops were taken to their last items (long_loops.h): another stretch begins, a shorter one.
  void NoteLoopsLeft() {
    left_at_new_call_ = left_;
    ++times_left_loops_;
    ShortenStretches(8);
  }

  uint64_t left() const { return left_; }
  bool empty() const { return left_ == 0; }
  /// The stretch has become too long.
  bool stalls(uint64_t naming_writes) const {
    if (!graphs_are_unchanged(naming_writes) && left_at_event_ - left_ > budgets_.without_event) return true;
    return left_at_new_call_ - left_ > (graphs_are_unchanged(naming_writes) ? allowed_.otherwise : allowed_.building);
  }
  /// Loops were left since the last new call.
  bool left_loops() const { return times_left_loops_ > 0; }
  /// They were left so often that each time more of them begin.
  bool leaves_loops_without_end() const { return times_left_loops_ >= kMostLeaves; }
  /// Nothing changed in a graph since the last new call.
  bool graphs_are_unchanged(uint64_t naming_writes) const { return naming_writes == writes_at_new_call_; }
  void SpendOne() { --left_; }
  /// Spends `cost`; false, and nothing is spent, if that much is not left.
  bool Spend(uint64_t cost) {
    if (cost >= left_) return false;
    left_ -= cost;
    return true;
  }
  void End() { left_ = 0; }

 private:
  /// Modules that the program imported after the condition are loaded again.
  static constexpr uint64_t kToLoadModules = 100'000;
  static constexpr int kMostLeaves = 3;

  /// Instructions of a stretch, where a graph is built and where it is not.
  struct Stretch {
    uint64_t building = 0;
    uint64_t otherwise = 0;
  };

  /// To such a part of what they are at the root's begin.
  void ShortenStretches(uint64_t part) {
    const auto shorten = [part](uint64_t allowed) {
      return std::min(allowed, std::max(allowed / part, kToLoadModules));
    };
    allowed_ = {std::min(allowed_.building, shorten(budgets_.without_new_call_building)),
                std::min(allowed_.otherwise, shorten(budgets_.without_new_call))};
  }

  Budgets budgets_;
  uint64_t left_ = 0;
  uint64_t left_at_new_call_ = 0;
  Stretch allowed_;
  uint64_t writes_at_new_call_ = 0;
  uint64_t left_at_event_ = 0;
  size_t events_ = 0;
  int times_left_loops_ = 0;
};

}  // namespace tfscope
