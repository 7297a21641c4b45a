// try: handlers are found by the exception table, `finally` bodies stand wherever control leaves what they protect.
#include "analyzer/evaluator/compiler/code_compiler.h"

namespace tfscope {

void CodeCompiler::LeaveAndReraise(NodeId node) {
  emit_.Emit(Opcode::kSwap, node, 2);
  emit_.Emit(Opcode::kPopHandled, node);
  emit_.Emit(Opcode::kReraise, node);
}

void CodeCompiler::CompileTry(NodeId id) {
  NodeId finally = tree_.Child(id, 2);
  if (finally == kNoNode) return CompileTryExcept(id);
  Label done = emit_.NewLabel();
  Region region = emit_.OpenRegion();
  Push({.kind = Block::Kind::kFinally, .node = finally, .region = region});
  CompileTryExcept(id);
  Pop();
  CompileBlock(finally);
  emit_.Jump(done, finally);
  emit_.BeginHandler(region);
  emit_.Emit(Opcode::kPushHandled, finally);  // previous-handled exception
  Region cleanup = emit_.OpenRegion(1);
  Push({.kind = Block::Kind::kFinallyHandler, .node = finally, .region = cleanup});
  CompileBlock(finally);
  emit_.Emit(Opcode::kReraise, finally);
  Pop();
  emit_.BeginHandler(cleanup);
  LeaveAndReraise(finally);
  emit_.Bind(done);
}

void CodeCompiler::CompileTryExcept(NodeId id) {
  NodeId otherwise = tree_.Child(id, 1);
  if (tree_[id].child_count <= 3) {
    CompileBlock(tree_.Child(id, 0));
    return CompileBlock(otherwise);
  }
  Label done = emit_.NewLabel();
  Region region = emit_.OpenRegion();
  Push({.kind = Block::Kind::kTry, .node = id, .region = region});
  CompileBlock(tree_.Child(id, 0));
  Pop();
  CompileBlock(otherwise);
  emit_.Jump(done, id);
  emit_.BeginHandler(region);
  emit_.Emit(Opcode::kPushHandled, id);  // previous-handled exception
  CompileHandlers(id, done);
  emit_.Bind(done);
}

/// previous-handled exception -> , by a jump to `done`
void CodeCompiler::CompileHandlers(NodeId id, Label done) {
  Region cleanup = emit_.OpenRegion(1);
  Push({.kind = Block::Kind::kHandler, .node = id, .region = cleanup});
  for (NodeId handler : tree_.Children(id).subspan(3)) {
    Label next = emit_.NewLabel();
    if (NodeId type = tree_.Child(handler, 0); type != kNoNode) {
      CompileExpression(type);
      emit_.Emit(Opcode::kMatchException, type);
      emit_.Branch(Opcode::kJumpIfFalse, type, next, done);
    }
    CompileHandler(handler, cleanup, done);
    emit_.Bind(next);
  }
  emit_.Emit(Opcode::kReraise, id);
  Pop();
  emit_.BeginHandler(cleanup);
  LeaveAndReraise(id);
}

/// previous-handled exception -> , by a jump to `done`
void CodeCompiler::CompileHandler(NodeId handler, Region cleanup, Label done) {
  NodeId target = tree_.Child(handler, 1);
  NodeId body = tree_.Child(handler, 2);
  bool forgets = target != kNoNode && KindOf(target) == NodeKind::kName && !tree_.python2();
  Store(target);
  Region name = kNoRegion;
  if (forgets) {
    name = emit_.OpenRegion();
    Push({.kind = Block::Kind::kHandlerName, .node = target, .region = name});
  }
  CompileBlock(body);
  if (forgets) {
    Pop();
    ForgetHandlerName(target);
  }
  emit_.SuspendRegion(cleanup);
  emit_.Emit(Opcode::kPopHandled, handler);
  emit_.Jump(done, handler);
  emit_.ResumeRegion(cleanup);
  if (!forgets) return;
  emit_.BeginHandler(name);  // previous-handled exception
  ForgetHandlerName(target);
  emit_.Emit(Opcode::kReraise, handler);
}

void CodeCompiler::ForgetHandlerName(NodeId target) {
  LoadNone(target);
  Store(target);
  CompileDelete(target);
}

}  // namespace tfscope
