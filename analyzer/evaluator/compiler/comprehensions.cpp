// Comprehensions: functions of their own called with the iterator of the outermost iterable. Python 2's list
// comprehensions run where they stand.
#include "analyzer/evaluator/compiler/code_compiler.h"

namespace tfscope {

namespace {

size_t ElementCount(NodeKind kind) { return kind == NodeKind::kDictComprehension ? 2 : 1; }

}  // namespace

void CodeCompiler::CompileComprehension(NodeId id) {
  Scope* scope = file_.Of(id);
  std::span<const NodeId> children = tree_.Children(id);
  if (scope == nullptr) return emit_.Emit(Opcode::kHole, id);
  NodeId loop = children[ElementCount(KindOf(id))];
  NodeId iterable = tree_.Child(loop, 1);
  MakeClosure(id, *scope, 0);
  emit_.Emit(Opcode::kPushUndefined, id);
  CompileExpression(iterable);
  if ((tree_[loop].flags & kAsync) != 0) {
    emit_.Emit(Opcode::kLoadMethod, loop, emit_.NameIndex(names_.Name("__aiter__")));
    emit_.Emit(Opcode::kCall, loop, 0);
  } else {
    emit_.Emit(Opcode::kGetIterator, iterable);
  }
  emit_.Emit(Opcode::kCall, id, 1);
  if (scope->is_async && KindOf(id) != NodeKind::kGenerator) AwaitTop(id);
}

void CodeCompiler::CompileComprehensionBody(NodeId id) {
  NodeKind kind = KindOf(id);
  if (kind == NodeKind::kListComprehension) emit_.Emit(Opcode::kBuildList, id, 0);
  if (kind == NodeKind::kSetComprehension) emit_.Emit(Opcode::kBuildSet, id, 0);
  if (kind == NodeKind::kDictComprehension) emit_.Emit(Opcode::kBuildDict, id, 0);
  LoadName(HiddenParameterName(0, names_), id);
  CompileLoops(id, 0, 1);
  if (kind == NodeKind::kGenerator) LoadNone(id);
  emit_.Emit(Opcode::kReturn, id);
}

void CodeCompiler::CompileInlineComprehension(NodeId id) {
  std::span<const NodeId> children = tree_.Children(id);
  if (children.size() < 2) return emit_.Emit(Opcode::kHole, id);
  NodeId iterable = tree_.Child(children[1], 1);
  emit_.Emit(Opcode::kBuildList, id, 0);
  CompileExpression(iterable);
  emit_.Emit(Opcode::kGetIterator, iterable);
  CompileLoops(id, 0, 1);
}

/// container iterator -> container. `depth` is the number of iterators on the stack.
void CodeCompiler::CompileLoops(NodeId id, size_t loop, uint32_t depth) {
  std::span<const NodeId> children = tree_.Children(id);
  std::span<const NodeId> loops = children.subspan(ElementCount(KindOf(id)));
  NodeId node = loops[loop];
  Label head = emit_.NewLabel();
  Label skip = emit_.NewLabel();
  Label done = emit_.NewLabel();
  emit_.Bind(head);
  if ((tree_[node].flags & kAsync) != 0) {
    AsyncNext(node, done);
  } else {
    emit_.EmitJump(Opcode::kForIterate, node, done);
  }
  Store(tree_.Child(node, 0));
  for (NodeId condition : tree_.Children(node).subspan(2)) JumpIf(false, condition, skip, skip);
  if (loop + 1 == loops.size()) {
    CompileElement(id, depth);
  } else {
    NodeId next = loops[loop + 1];
    NodeId iterable = tree_.Child(next, 1);
    CompileExpression(iterable);
    if ((tree_[next].flags & kAsync) != 0) {
      emit_.Emit(Opcode::kLoadMethod, next, emit_.NameIndex(names_.Name("__aiter__")));
      emit_.Emit(Opcode::kCall, next, 0);
    } else {
      emit_.Emit(Opcode::kGetIterator, iterable);
    }
    CompileLoops(id, loop + 1, depth + 1);
  }
  emit_.Bind(skip);
  emit_.Jump(head, node);
  emit_.Bind(done);
}

void CodeCompiler::CompileElement(NodeId id, uint32_t depth) {
  NodeId element = tree_.Child(id, 0);
  switch (KindOf(id)) {
    case NodeKind::kDictComprehension:
      // Until Python 3.8 the value came first, unlike in a display.
      CompileExpression(tree_.Child(id, 1));
      CompileExpression(element);
      emit_.Emit(Opcode::kSwap, id, 2);
      return emit_.Emit(Opcode::kDictAdd, id, depth + 1);
    case NodeKind::kGenerator:
      CompileExpression(element);
      emit_.Emit(Opcode::kYield, id);
      return emit_.Emit(Opcode::kPop, id);
    default:
      CompileExpression(element);
      emit_.Emit(KindOf(id) == NodeKind::kSetComprehension ? Opcode::kSetAdd : Opcode::kListAppend, element, depth + 1);
  }
}

}  // namespace tfscope
