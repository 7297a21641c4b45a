// How each instruction changes the operand stack, as documented at the opcodes in code.h.
#pragma once

#include <cstdint>

#include "analyzer/evaluator/code.h"

namespace tfscope {

struct StackEffect {
  uint32_t pops;  ///< values that must be there; those it only looks at are popped and pushed again
  uint32_t pushes;
};

/// The effect when control goes on to the next instruction.
StackEffect EffectOf(Instruction instruction);

/// The effect when a jump instruction takes its jump.
StackEffect JumpEffectOf(Instruction instruction);

/// The instruction's `arg` is a place in the code.
bool IsJump(Opcode opcode);

/// A jump that depends on a truth value: it has an entry in Code::joins.
bool IsBranch(Opcode opcode);

/// Control never goes on to the next instruction.
bool EndsFlow(Opcode opcode);

}  // namespace tfscope
