// yield, yield from and await.
#include "analyzer/evaluator/compiler/code_compiler.h"

namespace tfscope {

/// Outside of functions `yield` and `await` are syntax errors: they give an unknown value.
void CodeCompiler::CompileYield(NodeId id) {
  NodeId value = tree_.Child(id, 0);
  if (value == kNoNode) {
    LoadNone(id);
  } else {
    CompileExpression(value);
  }
  if (CanYield()) return emit_.Emit(Opcode::kYield, id);
  emit_.Emit(Opcode::kPop, id);
  emit_.Emit(Opcode::kHole, id);
}

void CodeCompiler::CompileYieldFrom(NodeId id) {
  CompileExpression(tree_.Child(id, 0));
  if (!CanYield()) {
    emit_.Emit(Opcode::kPop, id);
    return emit_.Emit(Opcode::kHole, id);
  }
  emit_.Emit(Opcode::kGetYieldFromIterator, id);
  Delegate(id);
}

void CodeCompiler::CompileAwait(NodeId id) {
  CompileExpression(tree_.Child(id, 0));
  AwaitTop(id);
}

void CodeCompiler::AwaitTop(NodeId node) {
  if (!CanYield()) {
    emit_.Emit(Opcode::kPop, node);
    return emit_.Emit(Opcode::kHole, node);
  }
  emit_.Emit(Opcode::kGetAwaitable, node);
  Delegate(node);
}

void CodeCompiler::Delegate(NodeId node) {
  Label again = emit_.NewLabel();
  Label done = emit_.NewLabel();
  LoadNone(node);
  emit_.Bind(again);
  emit_.EmitJump(Opcode::kYieldFrom, node, done);
  emit_.Emit(Opcode::kYield, node);
  emit_.Jump(again, node);
  emit_.Bind(done);
}

}  // namespace tfscope
