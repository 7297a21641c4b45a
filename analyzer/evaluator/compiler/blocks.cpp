// Leaving blocks early: what `return`, `break` and `continue` run on their way out.
#include "analyzer/evaluator/compiler/code_compiler.h"

namespace tfscope {

namespace {

/// CPython refuses more ("too many statically nested blocks").
constexpr size_t kMostNestedBlocks = 20;

}  // namespace

bool CodeCompiler::NestsTooDeep() const {
  size_t count = 0;
  for (const Block& block : blocks_) {
    if (block.kind != Block::Kind::kHandlerName && block.kind != Block::Kind::kReturnValue) ++count;
  }
  return count >= kMostNestedBlocks;
}

void CodeCompiler::Pop() {
  if (blocks_.back().region != kNoRegion) emit_.CloseRegion(blocks_.back().region);
  blocks_.pop_back();
}

/// The outermost block that must be left properly even though the frame ends.
size_t CodeCompiler::FirstBlockWithEffect() const {
  size_t first = 0;
  for (; first < blocks_.size(); ++first) {
    Block::Kind kind = blocks_[first].kind;
    bool loop = kind == Block::Kind::kFor || kind == Block::Kind::kWhile;
    if (!loop && kind != Block::Kind::kTry && kind != Block::Kind::kReturnValue) break;
  }
  return first;
}

CodeCompiler::Unwound CodeCompiler::Unwind(size_t first, bool keeps_value) {
  Unwound left(blocks_.begin() + static_cast<ptrdiff_t>(first), blocks_.end());
  while (blocks_.size() > first) {
    Block block = blocks_.back();
    blocks_.pop_back();
    if (block.region != kNoRegion) emit_.SuspendRegion(block.region);
    LeaveBlock(block, keeps_value);
  }
  return left;
}

void CodeCompiler::Restore(const Unwound& left) {
  for (const Block& block : left) {
    if (block.region != kNoRegion) emit_.ResumeRegion(block.region);
    blocks_.push_back(block);
  }
}

void CodeCompiler::LeaveBlock(const Block& block, bool keeps_value) {
  switch (block.kind) {
    case Block::Kind::kWhile:
    case Block::Kind::kTry:
      return;
    case Block::Kind::kFor:
    case Block::Kind::kReturnValue:
      if (keeps_value) emit_.Emit(Opcode::kSwap, block.node, 2);
      return emit_.Emit(Opcode::kPop, block.node);
    case Block::Kind::kFinally:
      return RunFinally(block, keeps_value);
    case Block::Kind::kFinallyHandler:  // previous-handled exception [value]
      emit_.Emit(Opcode::kSwap, block.node, keeps_value ? 3 : 2);
      emit_.Emit(Opcode::kPopHandled, block.node);
      return emit_.Emit(Opcode::kPop, block.node);
    case Block::Kind::kHandler:
      if (keeps_value) emit_.Emit(Opcode::kSwap, block.node, 2);
      return emit_.Emit(Opcode::kPopHandled, block.node);
    case Block::Kind::kHandlerName:
      return ForgetHandlerName(block.node);
    case Block::Kind::kWith:
      if (keeps_value) emit_.Emit(Opcode::kSwap, block.node, 2);
      return CallExit(LastStatement(tree_.Children(block.node).back()), (tree_[block.node].flags & kAsync) != 0);
  }
}

void CodeCompiler::RunFinally(const Block& block, bool keeps_value) {
  if (keeps_value) Push({.kind = Block::Kind::kReturnValue, .node = block.node});
  CompileBlock(block.node);
  if (keeps_value) Pop();
}

void CodeCompiler::CompileLoopExit(NodeId id) {
  size_t loop = blocks_.size();
  while (loop > 0 && blocks_[loop - 1].kind != Block::Kind::kFor && blocks_[loop - 1].kind != Block::Kind::kWhile)
    --loop;
  if (loop == 0) return;  // outside of any loop: a syntax error
  Block target = blocks_[loop - 1];
  Unwound left = Unwind(loop, false);
  if (KindOf(id) == NodeKind::kContinue) {
    emit_.Jump(target.go_on, id);
  } else {
    if (target.kind == Block::Kind::kFor) emit_.Emit(Opcode::kPop, id);
    emit_.Jump(target.end, id);
  }
  Restore(left);
}

}  // namespace tfscope
