// Simple statements and `if`.
#include "analyzer/evaluator/compiler/code_compiler.h"

namespace tfscope {

void CodeCompiler::CompileStatements(std::span<const NodeId> statements) {
  for (NodeId statement : statements) CompileStatement(statement);
}

void CodeCompiler::CompileBlock(NodeId block) {
  if (block == kNoNode) return;
  if (KindOf(block) == NodeKind::kBlock) return CompileStatements(tree_.Children(block));
  CompileStatement(block);
}

/// What cannot be reached is not compiled; what is not known to be a statement (a hole) does nothing.
void CodeCompiler::CompileStatement(NodeId id) {
  if (id == kNoNode || !emit_.reachable()) return;
  if (!CompileSimple(id)) CompileCompound(id);
}

bool CodeCompiler::CompileSimple(NodeId id) {
  switch (KindOf(id)) {
    case NodeKind::kExpressionStatement:
      CompileExpressionStatement(id);
      return true;
    case NodeKind::kAssign:
      CompileAssign(id);
      return true;
    case NodeKind::kAugmentedAssign:
      CompileAugmentedAssign(id);
      return true;
    case NodeKind::kAnnotatedAssign:
      CompileAnnotatedAssign(id);
      return true;
    case NodeKind::kReturn:
      CompileReturn(id);
      return true;
    case NodeKind::kRaise:
      CompileRaise(id);
      return true;
    case NodeKind::kBreak:
    case NodeKind::kContinue:
      CompileLoopExit(id);
      return true;
    case NodeKind::kDelete:
      for (NodeId target : tree_.Children(id)) CompileDelete(target);
      return true;
    case NodeKind::kAssert:
      CompileAssert(id);
      return true;
    case NodeKind::kImport:
      CompileImport(id);
      return true;
    case NodeKind::kImportFrom:
      CompileImportFrom(id);
      return true;
    case NodeKind::kPrint:
      CompilePrint(id);
      return true;
    case NodeKind::kExec:
      CompileExec(id);
      return true;
    case NodeKind::kTypeAlias:  // its value is evaluated when somebody asks for it
      emit_.Emit(Opcode::kHole, id);
      Store(tree_.Child(id, 0));
      return true;
    default:
      return false;
  }
}

void CodeCompiler::CompileCompound(NodeId id) {
  switch (KindOf(id)) {
    case NodeKind::kFunctionDef:
      return CompileFunctionDef(id);
    case NodeKind::kClassDef:
      return CompileClassDef(id);
    case NodeKind::kIf:
      return CompileIf(id);
    case NodeKind::kMatch:
      return CompileMatch(id);
    case NodeKind::kBlock:
      return CompileBlock(id);
    default:
      break;
  }
  if (NestsTooDeep()) return;
  switch (KindOf(id)) {
    case NodeKind::kWhile:
      return CompileWhile(id);
    case NodeKind::kFor:
      return CompileFor(id);
    case NodeKind::kWith:
      return CompileWith(id, 0);
    case NodeKind::kTry:
      return CompileTry(id);
    default:
      return;
  }
}

void CodeCompiler::CompileExpressionStatement(NodeId id) {
  NodeId value = tree_.Child(id, 0);
  if (value == kNoNode || KindOf(value) == NodeKind::kHole || ConstantOf(value)) return;
  CompileExpression(value);
  emit_.Emit(Opcode::kPop, id);
}

void CodeCompiler::CompileReturn(NodeId id) {
  NodeId value = tree_.Child(id, 0);
  if (value == kNoNode) {
    LoadNone(id);
  } else {
    CompileExpression(value);
  }
  if (scope_.kind != ScopeKind::kFunction) return emit_.Emit(Opcode::kPop, id);
  size_t first = FirstBlockWithEffect();
  Unwound left = Unwind(first, true);
  emit_.Emit(Opcode::kReturn, id);
  Restore(left);
}

void CodeCompiler::CompileRaise(NodeId id) {
  std::span<const NodeId> parts = tree_.Children(id);
  NodeId exception = parts[0];
  if (exception == kNoNode) return emit_.Emit(Opcode::kRaise, id, 0);
  CompileExpression(exception);
  bool python2 = tree_[id].op == 1;
  if (parts[1] != kNoNode) {
    CompileExpression(parts[1]);
  } else if (python2) {
    LoadNone(id);
  }
  if (parts.size() > 2 && parts[2] != kNoNode) {  // the traceback
    CompileExpression(parts[2]);
    emit_.Emit(Opcode::kPop, parts[2]);
  }
  uint32_t form = parts[1] != kNoNode ? 2 : 1;
  emit_.Emit(Opcode::kRaise, id, python2 ? 3 : form);
}

void CodeCompiler::CompileAssert(NodeId id) {
  Label after = emit_.NewLabel();
  JumpIf(true, tree_.Child(id, 0), after, after);
  emit_.Emit(Opcode::kLoadAssertionError, id);
  if (NodeId message = tree_.Child(id, 1); message != kNoNode) {
    emit_.Emit(Opcode::kPushUndefined, id);
    CompileExpression(message);
    emit_.Emit(Opcode::kCall, id, 1);
  }
  emit_.Emit(Opcode::kRaise, id, 1);
  emit_.Bind(after);
}

/// Each value is printed before the next is evaluated.
void CodeCompiler::CompilePrint(NodeId id) {
  const Node& node = tree_[id];
  std::span<const NodeId> values = tree_.Children(id);
  bool to_file = node.op == 1 && !values.empty();
  uint32_t flags = to_file ? uint32_t{kPrintToFile} : 0;
  if (to_file) {
    CompileExpression(values[0]);
    values = values.subspan(1);
  }
  for (NodeId value : values) {
    if (to_file) emit_.Emit(Opcode::kCopy, id, 1);
    CompileExpression(value);
    emit_.Emit(Opcode::kPrint, id, 1, flags | kPrintNoNewline);
  }
  if ((node.flags & kTrailingComma) == 0) {
    emit_.Emit(Opcode::kPrint, id, 0, flags);
  } else if (to_file) {
    emit_.Emit(Opcode::kPop, id);
  }
}

void CodeCompiler::CompileExec(NodeId id) {
  for (NodeId part : tree_.Children(id)) {
    if (part == kNoNode) {
      LoadNone(id);
    } else {
      CompileExpression(part);
    }
  }
  emit_.Emit(Opcode::kExec, id);
}

void CodeCompiler::CompileIf(NodeId id) {
  std::span<const NodeId> parts = tree_.Children(id);
  Label end = emit_.NewLabel();
  size_t part = 0;
  for (; part + 1 < parts.size() && emit_.reachable(); part += 2) {
    Label next = emit_.NewLabel();
    JumpIf(false, parts[part], next, end);
    CompileBlock(parts[part + 1]);
    if (part + 2 < parts.size()) emit_.Jump(end, id);
    emit_.Bind(next);
  }
  if (part < parts.size()) CompileBlock(parts[part]);
  emit_.Bind(end);
}

}  // namespace tfscope
