// Operators, attributes, subscripts, conditions.
#include "analyzer/evaluator/compiler/code_compiler.h"

namespace tfscope {

void CodeCompiler::CompileExpression(NodeId id) {
  if (id == kNoNode) return emit_.Emit(Opcode::kHole, code_.node);
  if (std::optional<Value> constant = ConstantOf(id)) return LoadConstant(*constant, id);
  const Node& node = tree_[id];
  switch (node.kind) {
    case NodeKind::kName:
      if (names_.Text(node.atom) == "__debug__") return LoadConstant(Value::Bool(true), id);
      return LoadName(Name(node.atom), id);
    case NodeKind::kCall:
      return CompileCall(id);
    case NodeKind::kLambda:
      return CompileLambda(id);
    case NodeKind::kListComprehension:
      return tree_.python2() ? CompileInlineComprehension(id) : CompileComprehension(id);
    case NodeKind::kSetComprehension:
    case NodeKind::kDictComprehension:
    case NodeKind::kGenerator:
      return CompileComprehension(id);
    case NodeKind::kYield:
      return CompileYield(id);
    case NodeKind::kYieldFrom:
      return CompileYieldFrom(id);
    case NodeKind::kAwait:
      return CompileAwait(id);
    default:
      if (!CompileOperation(id) && !CompileDisplay(id)) emit_.Emit(Opcode::kHole, id);
  }
}

bool CodeCompiler::CompileDisplay(NodeId id) {
  switch (KindOf(id)) {
    case NodeKind::kTuple:
      CompileTuple(id);
      return true;
    case NodeKind::kList:
      CompileList(id);
      return true;
    case NodeKind::kSet:
      CompileSet(id);
      return true;
    case NodeKind::kDict:
      CompileDict(id);
      return true;
    case NodeKind::kFormattedString:
      CompileFormattedString(id);
      return true;
    case NodeKind::kFormattedValue:
      CompileFormattedValue(id);
      return true;
    default:
      return false;
  }
}

bool CodeCompiler::CompileOperation(NodeId id) {
  switch (KindOf(id)) {
    case NodeKind::kAttribute:
      CompileAttribute(id);
      return true;
    case NodeKind::kSubscript:
      CompileSubscript(id);
      return true;
    case NodeKind::kSlice:
      CompileSlice(id);
      return true;
    case NodeKind::kUnary:
      CompileUnary(id);
      return true;
    case NodeKind::kBinary:
      CompileBinary(id);
      return true;
    case NodeKind::kAnd:
    case NodeKind::kOr:
      CompileBoolean(id);
      return true;
    case NodeKind::kCompare:
      CompileCompare(id);
      return true;
    case NodeKind::kConditional:
      CompileConditional(id);
      return true;
    case NodeKind::kNamedExpression:
      CompileNamedExpression(id);
      return true;
    case NodeKind::kBackquote:
      CompileExpression(tree_.Child(id, 0));
      emit_.Emit(Opcode::kBackquote, id);
      return true;
    default:
      return false;
  }
}

void CodeCompiler::CompileAttribute(NodeId id) {
  CompileExpression(tree_.Child(id, 0));
  emit_.Emit(Opcode::kLoadAttribute, id, NameIndex(tree_[id].atom));
}

void CodeCompiler::CompileUnary(NodeId id) {
  CompileExpression(tree_.Child(id, 0));
  emit_.Emit(Opcode::kUnary, id, tree_[id].op);
}

void CodeCompiler::CompileBinary(NodeId id) {
  CompileExpression(tree_.Child(id, 0));
  CompileExpression(tree_.Child(id, 1));
  emit_.Emit(Opcode::kBinary, id, tree_[id].op);
}

void CodeCompiler::CompileBoolean(NodeId id) {
  Opcode jump = KindOf(id) == NodeKind::kAnd ? Opcode::kJumpIfFalseOrPop : Opcode::kJumpIfTrueOrPop;
  std::span<const NodeId> operands = tree_.Children(id);
  Label end = emit_.NewLabel();
  for (NodeId operand : operands.first(operands.size() - 1)) {
    CompileExpression(operand);
    emit_.Branch(jump, operand, end, end);
  }
  CompileExpression(operands.back());
  emit_.Bind(end);
}

void CodeCompiler::CompileCompare(NodeId id) {
  std::span<const NodeId> children = tree_.Children(id);
  CompileExpression(children[0]);
  if (children.size() < 2) return;
  Label end = emit_.NewLabel();
  Label cleanup = emit_.NewLabel();
  for (NodeId right : children.subspan(1, children.size() - 2)) {
    CompileExpression(tree_.Child(right, 0));
    emit_.Emit(Opcode::kSwap, id, 2);
    emit_.Emit(Opcode::kCopy, id, 2);
    emit_.Emit(Opcode::kCompare, id, tree_[right].op);
    emit_.Branch(Opcode::kJumpIfFalseOrPop, id, cleanup, end);
  }
  CompileExpression(tree_.Child(children.back(), 0));
  emit_.Emit(Opcode::kCompare, id, tree_[children.back()].op);
  if (children.size() == 2) return;
  emit_.Jump(end, id);
  emit_.Bind(cleanup);  // right-operand result
  emit_.Emit(Opcode::kSwap, id, 2);
  emit_.Emit(Opcode::kPop, id);
  emit_.Bind(end);
}

/// `not` turns the jump round, so that the machine sees the condition itself.
void CodeCompiler::JumpIf(bool outcome, NodeId test, Label target, Label join) {
  while (test != kNoNode && KindOf(test) == NodeKind::kUnary &&
         static_cast<UnaryOperator>(tree_[test].op) == UnaryOperator::kNot) {
    outcome = !outcome;
    test = tree_.Child(test, 0);
  }
  CompileExpression(test);
  emit_.Branch(outcome ? Opcode::kJumpIfTrue : Opcode::kJumpIfFalse, test, target, join);
}

void CodeCompiler::CompileConditional(NodeId id) {
  Label otherwise = emit_.NewLabel();
  Label end = emit_.NewLabel();
  JumpIf(false, tree_.Child(id, 0), otherwise, end);
  CompileExpression(tree_.Child(id, 1));
  emit_.Jump(end, id);
  emit_.Bind(otherwise);
  CompileExpression(tree_.Child(id, 2));
  emit_.Bind(end);
}

void CodeCompiler::CompileSubscript(NodeId id) {
  CompileExpression(tree_.Child(id, 0));
  CompileExpression(tree_.Child(id, 1));
  emit_.Emit(Opcode::kLoadItem, id);
}

void CodeCompiler::CompileSlice(NodeId id) {
  std::span<const NodeId> parts = tree_.Children(id);
  uint32_t count = parts[2] == kNoNode ? 2 : 3;
  for (NodeId part : parts.first(count)) {
    if (part == kNoNode) {
      LoadNone(id);
    } else {
      CompileExpression(part);
    }
  }
  emit_.Emit(Opcode::kBuildSlice, id, count);
}

void CodeCompiler::CompileNamedExpression(NodeId id) {
  CompileExpression(tree_.Child(id, 1));
  emit_.Emit(Opcode::kCopy, id, 1);
  Store(tree_.Child(id, 0));
}

}  // namespace tfscope
