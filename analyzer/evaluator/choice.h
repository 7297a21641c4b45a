// A condition that the source does not fix, while its sides are evaluated.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

#include "analyzer/evaluator/frame.h"
#include "analyzer/evaluator/join.h"
#include "analyzer/evaluator/machine.h"

namespace tfscope {

/// An open choice, from the branch on.
struct Machine::Choice {
  enum class Kind : uint8_t {
    kTrial,  ///< one side will be taken: the one that comes to where both meet, if only one does
    kMerge,  ///< both sides are evaluated up to where they meet and their states joined; becomes a fork if they cannot
             ///< be
    kFork,   ///< both sides are evaluated to the program's end, as paths
  };
  Kind kind = Kind::kTrial;
  bool side = true;                  ///< the side being evaluated
  std::optional<bool> remaining;     ///< of a fork: the side that is still to be evaluated
  std::optional<SideEnd> first_end;  ///< how the true side of a trial ended
  bool tired = false;                ///< a loop brought the same branch often: prefer the side that leaves it
  SavedStates first_states;          ///< of a merge: what the true side wrote

  TrailMark mark = 0;
  uint64_t naming_writes = 0;
  Frame* frame = nullptr;
  Instruction instruction;
  uint32_t branch = 0;  ///< index of the instruction
  BranchPlace branch_place;
  uint32_t join = 0;
  uint32_t depth = 0;
  size_t events = 0;
  size_t assumed_at = 0;  ///< of a fork: where its assumption stands among the events
  size_t output = 0;
  std::string last_line;  ///< the output's last line at the branch
  bool line_open = false;
  Symbol* condition = nullptr;
  bool inverted = false;  ///< the branch tests `not condition`
  Span place;
};

}  // namespace tfscope
