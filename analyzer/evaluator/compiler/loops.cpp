// while, for, async for.
#include "analyzer/evaluator/compiler/code_compiler.h"

namespace tfscope {

void CodeCompiler::CompileWhile(NodeId id) {
  NodeId test = tree_.Child(id, 0);
  Label head = emit_.NewLabel();
  Label otherwise = emit_.NewLabel();
  Label end = emit_.NewLabel();
  emit_.Bind(head);
  if (test == kNoNode || !IsConstantTrue(test)) {
    CompileExpression(test);
    emit_.Branch(Opcode::kLoopIfFalse, test, otherwise, end);
  }
  Push({.kind = Block::Kind::kWhile, .node = id, .go_on = head, .end = end});
  CompileBlock(tree_.Child(id, 1));
  Pop();
  emit_.Jump(head, id);
  emit_.Bind(otherwise);
  CompileBlock(tree_.Child(id, 2));
  emit_.Bind(end);
}

void CodeCompiler::CompileFor(NodeId id) {
  if ((tree_[id].flags & kAsync) != 0 && CanYield()) return CompileAsyncFor(id);
  NodeId iterable = tree_.Child(id, 1);
  Label head = emit_.NewLabel();
  Label done = emit_.NewLabel();
  CompileExpression(iterable);
  emit_.Emit(Opcode::kGetIterator, iterable);
  emit_.Bind(head);
  emit_.EmitJump(Opcode::kForIterate, id, done);
  CompileForBody(id, head, done);
}

void CodeCompiler::CompileAsyncFor(NodeId id) {
  NodeId iterable = tree_.Child(id, 1);
  Label head = emit_.NewLabel();
  Label done = emit_.NewLabel();
  CompileExpression(iterable);
  emit_.Emit(Opcode::kLoadMethod, iterable, emit_.NameIndex(names_.Name("__aiter__")));
  emit_.Emit(Opcode::kCall, iterable, 0);
  emit_.Bind(head);
  AsyncNext(id, done);
  CompileForBody(id, head, done);
}

/// iterator value ->
void CodeCompiler::CompileForBody(NodeId id, Label head, Label done) {
  Label end = emit_.NewLabel();
  Push({.kind = Block::Kind::kFor, .node = id, .go_on = head, .end = end});
  Store(tree_.Child(id, 0));
  CompileBlock(tree_.Child(id, 2));
  Pop();
  emit_.Jump(head, id);
  emit_.Bind(done);
  CompileBlock(tree_.Child(id, 3));
  emit_.Bind(end);
}

void CodeCompiler::AsyncNext(NodeId node, Label done) {
  Label got = emit_.NewLabel();
  Label other = emit_.NewLabel();
  Region region = emit_.OpenRegion();
  emit_.Emit(Opcode::kCopy, node, 1);
  emit_.Emit(Opcode::kLoadMethod, node, emit_.NameIndex(names_.Name("__anext__")));
  emit_.Emit(Opcode::kCall, node, 0);
  AwaitTop(node);
  emit_.CloseRegion(region);
  emit_.Jump(got, node);
  emit_.BeginHandler(region);  // iterator exception
  emit_.Emit(Opcode::kPushHandled, node);
  emit_.Emit(Opcode::kLoadGlobal, node, emit_.NameIndex(names_.Name("StopAsyncIteration")));
  emit_.Emit(Opcode::kMatchException, node);
  emit_.Branch(Opcode::kJumpIfFalse, node, other, done);
  emit_.Emit(Opcode::kPop, node);
  emit_.Emit(Opcode::kPopHandled, node);
  emit_.Emit(Opcode::kPop, node);
  emit_.Jump(done, node);
  emit_.Bind(other);
  LeaveAndReraise(node);
  emit_.Bind(got);
}

}  // namespace tfscope
