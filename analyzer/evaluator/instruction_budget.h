// How many instructions a root may still execute.
#pragma once

#include <algorithm>
#include <cstdint>

#include "analyzer/evaluator/machine_options.h"

namespace tfscope {

/// Counts down to the end of a root. Two things end it: the instructions of its budget, and a stretch without a call
/// that this run has not seen: a training loop, or a network built once more, has nothing new to tell.
class InstructionBudget {
 public:
  explicit InstructionBudget(const Budgets& budgets) : budgets_(budgets) { Start(); }

  /// A root begins.
  void Start() {
    left_ = budgets_.instructions;
    most_without_new_call_ = budgets_.without_new_call;
    NoteNewCall();
  }
  /// Another path of the root begins: it gets what the paths before it left, and a quarter of the whole at least.
  /// Most of what follows its condition was seen on the first path.
  void StartPath() {
    left_ = std::max<uint64_t>(left_, budgets_.instructions / 4);
    const uint64_t less = std::max(budgets_.without_new_call / 8, kToLoadModules);
    most_without_new_call_ = std::min(budgets_.without_new_call, less);
    NoteNewCall();
  }
  /// A call is executed for the first time in this run.
  void NoteNewCall() { left_at_new_call_ = left_; }

  uint64_t left() const { return left_; }
  bool empty() const { return left_ == 0; }
  bool stalls() const { return left_at_new_call_ - left_ > most_without_new_call_; }
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

  Budgets budgets_;
  uint64_t left_ = 0;
  uint64_t left_at_new_call_ = 0;
  uint64_t most_without_new_call_ = 0;
};

}  // namespace tfscope
