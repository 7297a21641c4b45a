// A condition that the source does not fix, while its sides are evaluated.
#pragma once

#include <cstdint>
#include <optional>

#include "analyzer/evaluator/frame.h"
#include "analyzer/evaluator/machine.h"

namespace tfscope {

/// An open choice. A trial takes the side that comes to where both meet, if only one does; a fork evaluates both sides to
/// the program's end, as two paths.
struct Machine::Choice {
  enum class Kind : uint8_t { kTrial, kFork };
  Kind kind = Kind::kTrial;
  bool second = false;              ///< the false side is being evaluated
  std::optional<SideEnd> first_end; ///< how the true side of a trial ended
  bool tired = false;               ///< a loop brought the same branch often: prefer the side that leaves it
  TrailMark mark = 0;
  Frame* frame = nullptr;
  Instruction instruction;
  uint32_t branch = 0;              ///< index of the instruction
  uint32_t join = 0;
  uint32_t depth = 0;
  size_t events = 0;
  size_t output = 0;
  std::string last_line;            ///< the output's last line at the choice
  bool line_open = false;
  Symbol* condition = nullptr;
  Span place;
};

}  // namespace tfscope
