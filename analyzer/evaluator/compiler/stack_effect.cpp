#include "analyzer/evaluator/compiler/stack_effect.h"

#include <array>
#include <bit>

namespace tfscope {

bool IsBranch(Opcode opcode) { return opcode >= Opcode::kJumpIfFalse && opcode <= Opcode::kLoopIfFalse; }

bool IsJump(Opcode opcode) {
  return IsBranch(opcode) || opcode == Opcode::kJump || opcode == Opcode::kForIterate || opcode == Opcode::kYieldFrom;
}

bool EndsFlow(Opcode opcode) {
  return opcode == Opcode::kJump || opcode == Opcode::kReturn || opcode == Opcode::kRaise || opcode == Opcode::kReraise;
}

namespace {

struct FixedEffect {
  Opcode opcode;
  uint8_t pops;
  uint8_t pushes;
};

constexpr FixedEffect kFixedEffects[] = {{Opcode::kLoadConst, 0, 1},
                                         {Opcode::kPushUndefined, 0, 1},
                                         {Opcode::kHole, 0, 1},
                                         {Opcode::kLoadFast, 0, 1},
                                         {Opcode::kLoadDeref, 0, 1},
                                         {Opcode::kLoadCell, 0, 1},
                                         {Opcode::kLoadClassDeref, 0, 1},
                                         {Opcode::kLoadName, 0, 1},
                                         {Opcode::kLoadGlobal, 0, 1},
                                         {Opcode::kLoadAssertionError, 0, 1},
                                         {Opcode::kPop, 1, 0},
                                         {Opcode::kStoreFast, 1, 0},
                                         {Opcode::kStoreDeref, 1, 0},
                                         {Opcode::kStoreName, 1, 0},
                                         {Opcode::kStoreGlobal, 1, 0},
                                         {Opcode::kDeleteAttribute, 1, 0},
                                         {Opcode::kJumpIfFalse, 1, 0},
                                         {Opcode::kJumpIfTrue, 1, 0},
                                         {Opcode::kJumpIfFalseOrPop, 1, 0},
                                         {Opcode::kJumpIfTrueOrPop, 1, 0},
                                         {Opcode::kLoopIfFalse, 1, 0},
                                         {Opcode::kReturn, 1, 0},
                                         {Opcode::kReraise, 1, 0},
                                         {Opcode::kPopHandled, 1, 0},
                                         {Opcode::kImportStar, 1, 0},
                                         {Opcode::kDeleteFast, 0, 0},
                                         {Opcode::kDeleteDeref, 0, 0},
                                         {Opcode::kDeleteName, 0, 0},
                                         {Opcode::kDeleteGlobal, 0, 0},
                                         {Opcode::kJump, 0, 0},
                                         {Opcode::kLoadAttribute, 1, 1},
                                         {Opcode::kUnary, 1, 1},
                                         {Opcode::kListToTuple, 1, 1},
                                         {Opcode::kGetIterator, 1, 1},
                                         {Opcode::kYield, 1, 1},
                                         {Opcode::kGetYieldFromIterator, 1, 1},
                                         {Opcode::kGetAwaitable, 1, 1},
                                         {Opcode::kImportName, 1, 1},
                                         {Opcode::kBackquote, 1, 1},
                                         {Opcode::kLoadMethod, 1, 2},
                                         {Opcode::kForIterate, 1, 2},
                                         {Opcode::kPushHandled, 1, 2},
                                         {Opcode::kBeforeWith, 1, 2},
                                         {Opcode::kImportFrom, 1, 2},
                                         {Opcode::kMatchSequence, 1, 2},
                                         {Opcode::kMatchMapping, 1, 2},
                                         {Opcode::kMatchLength, 1, 2},
                                         {Opcode::kGetLength, 1, 2},
                                         {Opcode::kStoreAttribute, 2, 0},
                                         {Opcode::kDeleteItem, 2, 0},
                                         {Opcode::kLoadItem, 2, 1},
                                         {Opcode::kBinary, 2, 1},
                                         {Opcode::kInPlace, 2, 1},
                                         {Opcode::kCompare, 2, 1},
                                         {Opcode::kYieldFrom, 2, 2},
                                         {Opcode::kMatchException, 2, 2},
                                         {Opcode::kMatchKeys, 2, 3},
                                         {Opcode::kStoreItem, 3, 0},
                                         {Opcode::kExec, 3, 0},
                                         {Opcode::kMatchClass, 3, 1},
                                         {Opcode::kWithExcept, 3, 4}};

constexpr size_t kOpcodeCount = static_cast<size_t>(Opcode::kGetLength) + 1;
constexpr uint8_t kDependsOnOperand = UINT8_MAX;

/// The effects of opcodes that do not depend on the operand, by opcode.
constexpr auto kEffects = [] {
  std::array<FixedEffect, kOpcodeCount> effects{};
  for (FixedEffect& effect : effects) effect.pops = kDependsOnOperand;
  for (const FixedEffect& effect : kFixedEffects) effects[static_cast<size_t>(effect.opcode)] = effect;
  return effects;
}();

StackEffect BuildEffect(Instruction instruction) {
  uint32_t arg = instruction.arg;
  switch (instruction.opcode) {
    case Opcode::kBuildDict:
      return {2 * arg, 1};
    case Opcode::kListAppend:
    case Opcode::kSetAdd:
    case Opcode::kListExtend:
    case Opcode::kSetUpdate:
    case Opcode::kDictUpdate:
    case Opcode::kDictMerge:
      return {arg + 1, arg};
    case Opcode::kDictAdd:
      return {arg + 2, arg};
    case Opcode::kFormatValue:
      return {(arg & 4u) != 0 ? 2u : 1u, 1};
    case Opcode::kMakeFunction:
      return {static_cast<uint32_t>(std::popcount(arg)) + 1, 1};
    default:  // tuple, list, set, string, slice
      return {arg, 1};
  }
}

StackEffect CallEffect(Instruction instruction) {
  uint32_t arg = instruction.arg;
  switch (instruction.opcode) {
    case Opcode::kCallEx:
      return {3 + (arg & 1u), 1};
    case Opcode::kPrint:
      return {arg + (instruction.extra & kPrintToFile), 0};
    case Opcode::kRaise:
      return {arg == 3 ? 2 : arg, 0};
    case Opcode::kUnpackSequence:
      return {1, arg};
    case Opcode::kUnpackStar:
      return {1, arg + instruction.extra + 1};
    case Opcode::kBuildClass:
      return {arg == 0 ? 4 : arg, 1};
    default:  // kCall: two values below the arguments
      return {arg + 2, 1};
  }
}

}  // namespace

StackEffect EffectOf(Instruction instruction) {
  const FixedEffect& fixed = kEffects[static_cast<size_t>(instruction.opcode)];
  if (fixed.pops != kDependsOnOperand) return {fixed.pops, fixed.pushes};
  switch (instruction.opcode) {
    case Opcode::kCopy:
      return {instruction.arg, instruction.arg + 1};
    case Opcode::kSwap:
      return {instruction.arg, instruction.arg};
    case Opcode::kCall:
    case Opcode::kCallEx:
    case Opcode::kBuildClass:
    case Opcode::kPrint:
    case Opcode::kRaise:
    case Opcode::kUnpackSequence:
    case Opcode::kUnpackStar:
      return CallEffect(instruction);
    default:
      return BuildEffect(instruction);
  }
}

StackEffect JumpEffectOf(Instruction instruction) {
  switch (instruction.opcode) {
    case Opcode::kJumpIfFalseOrPop:
    case Opcode::kJumpIfTrueOrPop:
      return {1, 1};
    case Opcode::kForIterate:
      return {1, 0};
    case Opcode::kYieldFrom:
      return {2, 1};
    default:
      return EffectOf(instruction);
  }
}

}  // namespace tfscope
