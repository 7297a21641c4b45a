#include "analyzer/evaluator/compiler/stack_effect.h"

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
      return {arg, 1};
    default:  // kCall: two values below the arguments
      return {arg + 2, 1};
  }
}

}  // namespace

StackEffect EffectOf(Instruction instruction) {
  switch (instruction.opcode) {
    case Opcode::kLoadConst:
    case Opcode::kPushUndefined:
    case Opcode::kHole:
    case Opcode::kLoadFast:
    case Opcode::kLoadDeref:
    case Opcode::kLoadCell:
    case Opcode::kLoadClassDeref:
    case Opcode::kLoadName:
    case Opcode::kLoadGlobal:
    case Opcode::kLoadAssertionError:
      return {0, 1};
    case Opcode::kCopy:
      return {instruction.arg, instruction.arg + 1};
    case Opcode::kSwap:
      return {instruction.arg, instruction.arg};
    case Opcode::kPop:
    case Opcode::kStoreFast:
    case Opcode::kStoreDeref:
    case Opcode::kStoreName:
    case Opcode::kStoreGlobal:
    case Opcode::kDeleteAttribute:
    case Opcode::kJumpIfFalse:
    case Opcode::kJumpIfTrue:
    case Opcode::kJumpIfFalseOrPop:
    case Opcode::kJumpIfTrueOrPop:
    case Opcode::kLoopIfFalse:
    case Opcode::kReturn:
    case Opcode::kReraise:
    case Opcode::kPopHandled:
    case Opcode::kImportStar:
      return {1, 0};
    case Opcode::kDeleteFast:
    case Opcode::kDeleteDeref:
    case Opcode::kDeleteName:
    case Opcode::kDeleteGlobal:
    case Opcode::kJump:
      return {0, 0};
    case Opcode::kLoadAttribute:
    case Opcode::kUnary:
    case Opcode::kListToTuple:
    case Opcode::kGetIterator:
    case Opcode::kYield:
    case Opcode::kGetYieldFromIterator:
    case Opcode::kGetAwaitable:
    case Opcode::kImportName:
    case Opcode::kBackquote:
      return {1, 1};
    case Opcode::kLoadMethod:
    case Opcode::kForIterate:
    case Opcode::kPushHandled:
    case Opcode::kBeforeWith:
    case Opcode::kImportFrom:
    case Opcode::kMatchSequence:
    case Opcode::kMatchMapping:
    case Opcode::kMatchLength:
    case Opcode::kGetLength:
      return {1, 2};
    case Opcode::kStoreAttribute:
    case Opcode::kDeleteItem:
      return {2, 0};
    case Opcode::kLoadItem:
    case Opcode::kBinary:
    case Opcode::kInPlace:
    case Opcode::kCompare:
      return {2, 1};
    case Opcode::kYieldFrom:
    case Opcode::kMatchException:
      return {2, 2};
    case Opcode::kMatchKeys:
      return {2, 3};
    case Opcode::kStoreItem:
    case Opcode::kExec:
      return {3, 0};
    case Opcode::kMatchClass:
      return {3, 1};
    case Opcode::kWithExcept:
      return {3, 4};
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
