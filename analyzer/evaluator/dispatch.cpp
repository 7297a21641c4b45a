// The dispatch loop: fetches instructions of the innermost frame and hands each family to its file.
#include "analyzer/evaluator/machine.h"

#include "analyzer/evaluator/compiler/compiler.h"
#include "analyzer/evaluator/dropped_generators.h"
#include "analyzer/evaluator/operators.h"
#include "analyzer/evaluator/program.h"
#include "analyzer/evaluator/protocols.h"

namespace tfscope {

namespace {
constexpr uint64_t kInstructionsPerMemoryCheck = 1024;
}  // namespace

void Machine::SwitchTo(Frame* frame) {
  frame_ = frame;
  if (frame == nullptr) return;
  heap_.WillWrite(frame);
  if (!frame->code->compiled) program_.codes().EnsureCompiled(frame->code);
}

Machine::Step Machine::Push(Result result) {
  if (result.raised()) return Step::kRaise;
  if (result.kind() == Result::Kind::kTailCall) return FollowTail({});
  frame_->stack.push_back(result.value());
  return Step::kNext;
}

Machine::Step Machine::Execute() {
  while (true) {
    if (instructions_.empty()) return Charge(1) ? Step::kNext : Step::kHalt;
    instructions_.SpendOne();
    if (instructions_.left() % kInstructionsPerMemoryCheck == 0 && !Charge(1)) return Step::kHalt;
    Frame& frame = *frame_;
    if (watch_frame_ == &frame) {
      Step step = CheckWatch();
      if (step == Step::kHalt) return step;
      if (step == Step::kSwitch) continue;
    }
    Instruction instruction = frame.code->instructions[frame.next++];
    if (options_.trace) [[unlikely]]
      options_.trace(frame, instruction);
    Step step = Dispatch(frame, instruction);
    if (step == Step::kNext || step == Step::kSwitch) continue;
    if (step == Step::kRaise) {
      if (halted_) return Step::kHalt;
      step = Unwind();
      if (step == Step::kSwitch) continue;
    }
    return step;
  }
}

Machine::Step Machine::Dispatch(Frame& frame, Instruction instruction) {
  std::vector<Value>& stack = frame.stack;
  switch (instruction.opcode) {
    case Opcode::kLoadConst:
      stack.push_back(frame.code->constants[instruction.arg]);
      return Step::kNext;
    case Opcode::kLoadFast: {
      Value value = frame.locals[instruction.arg];
      if (!value.defined()) return DispatchNames(frame, instruction);
      stack.push_back(value);
      return Step::kNext;
    }
    case Opcode::kStoreFast:
      frame.locals[instruction.arg] = stack.back();
      stack.pop_back();
      return Step::kNext;
    case Opcode::kPop:
      if (As<Generator>(stack.back()) != nullptr) CloseBrokenLoop(*this, frame);
      stack.pop_back();
      return Step::kNext;
    case Opcode::kJump:
      frame.next = instruction.arg;
      return Step::kNext;
    case Opcode::kJumpIfFalse:
    case Opcode::kJumpIfTrue:
    case Opcode::kJumpIfFalseOrPop:
    case Opcode::kJumpIfTrueOrPop:
    case Opcode::kLoopIfFalse:
      return Branch(frame, instruction);
    case Opcode::kLoadAttribute:
      return LoadAttribute(frame, frame.code->names[instruction.arg], false);
    case Opcode::kLoadMethod:
      return LoadAttribute(frame, frame.code->names[instruction.arg], true);
    case Opcode::kStoreAttribute:
      return StoreAttribute(frame, frame.code->names[instruction.arg]);
    case Opcode::kLoadItem:
      return LoadItem(frame);
    case Opcode::kStoreItem:
      return StoreItem(frame);
    case Opcode::kDeleteItem:
      return DeleteItem(frame);
    case Opcode::kUnary:
      return UnaryOperation(frame, static_cast<UnaryOperator>(instruction.arg));
    case Opcode::kBinary:
      return BinaryOperation(frame, static_cast<BinaryOperator>(instruction.arg), false);
    case Opcode::kInPlace:
      return BinaryOperation(frame, static_cast<BinaryOperator>(instruction.arg), true);
    case Opcode::kCompare:
      return CompareOperation(frame, static_cast<CompareOperator>(instruction.arg));
    case Opcode::kCall: {
      if (!instruction.reached) [[unlikely]] {
        frame.code->instructions[frame.next - 1].reached = true;
        instructions_.NoteNewCall(trail().naming_writes());
      }
      auto* names = instruction.extra == 0 || instruction.extra == kDecorates
                        ? nullptr
                        : &frame.code->keyword_names[instruction.extra - 1u];
      return CallFromStack(instruction.arg, names, {});
    }
    case Opcode::kForIterate:
      return ForIterate(frame, instruction);
    case Opcode::kReturn:
      if ((frame.code->flags & kIsComprehension) != 0) WidenFiltered(*this, frame.locals, frame.stack.back());
      return ReturnFrom(frame, Pop(frame));
    case Opcode::kLoadDeref:
    case Opcode::kStoreDeref:
    case Opcode::kDeleteDeref:
    case Opcode::kDeleteFast:
    case Opcode::kLoadCell:
    case Opcode::kLoadClassDeref:
    case Opcode::kLoadName:
    case Opcode::kStoreName:
    case Opcode::kDeleteName:
    case Opcode::kLoadGlobal:
    case Opcode::kStoreGlobal:
    case Opcode::kDeleteGlobal:
      return DispatchNames(frame, instruction);
    case Opcode::kCopy:
    case Opcode::kSwap:
    case Opcode::kPushUndefined:
    case Opcode::kHole:
    case Opcode::kListAppend:
    case Opcode::kSetAdd:
    case Opcode::kDictAdd:
    case Opcode::kListExtend:
    case Opcode::kSetUpdate:
    case Opcode::kDictUpdate:
    case Opcode::kDictMerge:
    case Opcode::kListToTuple:
      return DispatchStack(frame, instruction);
    case Opcode::kBuildTuple:
    case Opcode::kBuildList:
    case Opcode::kBuildSet:
    case Opcode::kBuildDict:
    case Opcode::kBuildString:
    case Opcode::kBuildSlice:
    case Opcode::kMakeFunction:
      return DispatchBuild(frame, instruction);
    default:
      return DispatchRare(frame, instruction);
  }
}

Machine::Step Machine::DispatchRare(Frame& frame, Instruction instruction) {
  switch (instruction.opcode) {
    case Opcode::kCallEx:
      return CallSpread(frame, instruction.arg != 0);
    case Opcode::kBuildClass: {
      if (!instruction.reached) [[unlikely]] {
        frame.code->instructions[frame.next - 1].reached = true;
        instructions_.NoteNewCall(trail().naming_writes());
      }
      auto* names = instruction.extra == 0 ? nullptr : &frame.code->keyword_names[instruction.extra - 1u];
      return BuildClass(frame, instruction.arg, names);
    }
    case Opcode::kFormatValue:
      return FormatValue(frame, instruction.arg);
    case Opcode::kDeleteAttribute: {
      Result result = DeleteAttribute(Pop(frame), frame.code->names[instruction.arg]);
      if (result.kind() == Result::Kind::kTailCall) return FollowTail({OnReturn::kDiscard, 0, {}});
      return result.raised() ? Step::kRaise : Step::kNext;
    }
    case Opcode::kGetIterator:
    case Opcode::kGetYieldFromIterator:
    case Opcode::kGetAwaitable:
      return Push(GetIterator(Pop(frame)));
    case Opcode::kYield:
      return Yield(frame);
    case Opcode::kYieldFrom:
      return YieldFrom(frame);
    case Opcode::kRaise:
      return RaiseFromStack(frame, instruction.arg);
    case Opcode::kPushHandled: {
      Value exception = Pop(frame);
      frame.stack.push_back(frame.handled.defined() ? frame.handled : Value::None());
      frame.stack.push_back(exception);
      frame.handled = exception;
      return Step::kNext;
    }
    case Opcode::kPopHandled: {
      MarkCaught(frame.handled, true);
      Value previous = Pop(frame);
      frame.handled = previous.is_none() ? Value() : previous;
      return Step::kNext;
    }
    case Opcode::kMatchException: {
      Value type = Pop(frame);
      Truth matches = Matches(frame.stack.back(), type);
      if (matches == Truth::kRaised) return Step::kRaise;
      if (matches == Truth::kTrue) MarkCaught(frame.stack.back(), true);
      frame.stack.push_back(Value::Bool(matches == Truth::kTrue));
      return Step::kNext;
    }
    case Opcode::kReraise:
      pending_ = Pop(frame);
      MarkCaught(pending_, false);
      return Step::kRaise;
    case Opcode::kLoadAssertionError:
      frame.stack.push_back(Value::Of(types_.assertion_error));
      return Step::kNext;
    case Opcode::kBeforeWith:
      return BeforeWith(frame);
    case Opcode::kWithExcept:
      return WithExcept(frame);
    case Opcode::kImportName:
      return ImportName(frame, frame.code->names[instruction.arg], instruction.extra);
    case Opcode::kImportFrom:
      return ImportFrom(frame, frame.code->names[instruction.arg]);
    case Opcode::kImportStar:
      return ImportStar(frame);
    case Opcode::kUnpackSequence:
    case Opcode::kUnpackStar:
      return Unpack(frame, instruction);
    case Opcode::kPrint:
    case Opcode::kExec:
    case Opcode::kBackquote:
      return DispatchPython2(frame, instruction);
    default:
      return DispatchMatch(frame, instruction);
  }
}

}  // namespace tfscope
