#include "analyzer/evaluator/code.h"

#include <algorithm>
#include <array>

namespace tfscope {

namespace {

constexpr std::array kOpcodeNames = {"LoadConst",
                                     "Pop",
                                     "Copy",
                                     "Swap",
                                     "PushUndefined",
                                     "Hole",
                                     "LoadFast",
                                     "StoreFast",
                                     "DeleteFast",
                                     "LoadDeref",
                                     "StoreDeref",
                                     "DeleteDeref",
                                     "LoadCell",
                                     "LoadClassDeref",
                                     "LoadName",
                                     "StoreName",
                                     "DeleteName",
                                     "LoadGlobal",
                                     "StoreGlobal",
                                     "DeleteGlobal",
                                     "LoadAttribute",
                                     "LoadMethod",
                                     "StoreAttribute",
                                     "DeleteAttribute",
                                     "LoadItem",
                                     "StoreItem",
                                     "DeleteItem",
                                     "Unary",
                                     "Binary",
                                     "InPlace",
                                     "Compare",
                                     "BuildTuple",
                                     "BuildList",
                                     "BuildSet",
                                     "BuildDict",
                                     "BuildString",
                                     "BuildSlice",
                                     "ListAppend",
                                     "SetAdd",
                                     "DictAdd",
                                     "ListExtend",
                                     "SetUpdate",
                                     "DictUpdate",
                                     "DictMerge",
                                     "ListToTuple",
                                     "FormatValue",
                                     "Jump",
                                     "JumpIfFalse",
                                     "JumpIfTrue",
                                     "JumpIfFalseOrPop",
                                     "JumpIfTrueOrPop",
                                     "LoopIfFalse",
                                     "GetIterator",
                                     "ForIterate",
                                     "Call",
                                     "CallEx",
                                     "MakeFunction",
                                     "BuildClass",
                                     "Return",
                                     "Yield",
                                     "GetYieldFromIterator",
                                     "YieldFrom",
                                     "GetAwaitable",
                                     "Raise",
                                     "PushHandled",
                                     "PopHandled",
                                     "MatchException",
                                     "Reraise",
                                     "LoadAssertionError",
                                     "BeforeWith",
                                     "WithExcept",
                                     "ImportName",
                                     "ImportFrom",
                                     "ImportStar",
                                     "UnpackSequence",
                                     "UnpackStar",
                                     "Print",
                                     "Exec",
                                     "Backquote",
                                     "MatchSequence",
                                     "MatchMapping",
                                     "MatchKeys",
                                     "MatchClass",
                                     "MatchLength",
                                     "GetLength"};
static_assert(kOpcodeNames.size() == static_cast<size_t>(Opcode::kGetLength) + 1);

}  // namespace

const char* OpcodeName(Opcode opcode) { return kOpcodeNames[static_cast<size_t>(opcode)]; }

uint32_t Code::JoinOf(uint32_t instruction) const {
  auto found = std::lower_bound(joins.begin(), joins.end(), std::pair<uint32_t, uint32_t>(instruction, 0));
  return found != joins.end() && found->first == instruction ? found->second
                                                             : static_cast<uint32_t>(instructions.size());
}

}  // namespace tfscope
