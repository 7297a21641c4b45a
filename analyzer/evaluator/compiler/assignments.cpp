// Assignments of all kinds and `del`.
#include <algorithm>

#include "analyzer/evaluator/compiler/code_compiler.h"

namespace tfscope {

void CodeCompiler::CompileAssign(NodeId id) {
  std::span<const NodeId> children = tree_.Children(id);
  NodeId value = children.back();
  std::span<const NodeId> targets = children.first(children.size() - 1);
  if (targets.size() == 1 && CompileExchange(targets[0], value)) return;
  CompileExpression(value);
  for (size_t i = 0; i < targets.size(); ++i) {
    if (i + 1 < targets.size()) emit_.Emit(Opcode::kCopy, id, 1);
    Store(targets[i]);
  }
  if (targets.empty()) emit_.Emit(Opcode::kPop, id);
}

/// `a, b = b, a` needs no tuple.
bool CodeCompiler::CompileExchange(NodeId target, NodeId value) {
  if (target == kNoNode || value == kNoNode) return false;
  NodeKind kind = KindOf(target);
  if ((kind != NodeKind::kTuple && kind != NodeKind::kList) || KindOf(value) != NodeKind::kTuple) return false;
  std::span<const NodeId> targets = tree_.Children(target);
  std::span<const NodeId> values = tree_.Children(value);
  if (targets.size() != values.size() || targets.size() < 2 || targets.size() > 3) return false;
  auto is_starred = [&](NodeId id) { return KindOf(id) == NodeKind::kStarred; };
  if (std::any_of(targets.begin(), targets.end(), is_starred)) return false;
  if (std::any_of(values.begin(), values.end(), is_starred)) return false;
  for (NodeId item : values) CompileExpression(item);
  emit_.Emit(Opcode::kSwap, target, static_cast<uint32_t>(targets.size()));
  for (NodeId item : targets) Store(item);
  return true;
}

void CodeCompiler::Store(NodeId target) {
  if (target == kNoNode) return emit_.Emit(Opcode::kPop, code_.node);
  const Node& node = tree_[target];
  switch (node.kind) {
    case NodeKind::kName:
      return StoreName(Name(node.atom), target);
    case NodeKind::kAttribute:
      CompileExpression(tree_.Child(target, 0));
      return emit_.Emit(Opcode::kStoreAttribute, target, NameIndex(node.atom));
    case NodeKind::kSubscript:
      CompileExpression(tree_.Child(target, 0));
      CompileExpression(tree_.Child(target, 1));
      return emit_.Emit(Opcode::kStoreItem, target);
    case NodeKind::kTuple:
    case NodeKind::kList:
      return StoreSequence(target);
    case NodeKind::kStarred:
      return Store(tree_.Child(target, 0));
    default:
      return emit_.Emit(Opcode::kPop, target);
  }
}

void CodeCompiler::StoreSequence(NodeId target) {
  std::span<const NodeId> targets = tree_.Children(target);
  auto is_starred = [&](NodeId id) { return KindOf(id) == NodeKind::kStarred; };
  auto stars = std::count_if(targets.begin(), targets.end(), is_starred);
  auto count = static_cast<uint32_t>(targets.size());
  if (stars == 0) {
    emit_.Emit(Opcode::kUnpackSequence, target, count);
  } else {
    auto before = static_cast<uint32_t>(std::find_if(targets.begin(), targets.end(), is_starred) - targets.begin());
    uint32_t after = count - before - 1;
    if (stars > 1 || after > UINT16_MAX) return emit_.Emit(Opcode::kPop, target);  // CPython refuses both
    emit_.Emit(Opcode::kUnpackStar, target, before, after);
  }
  for (NodeId item : targets) Store(item);
}

void CodeCompiler::CompileAugmentedAssign(NodeId id) {
  NodeId target = tree_.Child(id, 0);
  NodeId value = tree_.Child(id, 1);
  const Node& node = tree_[target];
  auto apply = [&] {
    CompileExpression(value);
    emit_.Emit(Opcode::kInPlace, id, tree_[id].op);
  };
  switch (node.kind) {
    case NodeKind::kName:
      LoadName(Name(node.atom), target);
      apply();
      return StoreName(Name(node.atom), target);
    case NodeKind::kAttribute:
      CompileExpression(tree_.Child(target, 0));
      emit_.Emit(Opcode::kCopy, target, 1);
      emit_.Emit(Opcode::kLoadAttribute, target, NameIndex(node.atom));
      apply();
      emit_.Emit(Opcode::kSwap, target, 2);
      return emit_.Emit(Opcode::kStoreAttribute, target, NameIndex(node.atom));
    case NodeKind::kSubscript:
      CompileExpression(tree_.Child(target, 0));
      CompileExpression(tree_.Child(target, 1));
      emit_.Emit(Opcode::kCopy, target, 2);
      emit_.Emit(Opcode::kCopy, target, 2);
      emit_.Emit(Opcode::kLoadItem, target);
      apply();  // object index result
      emit_.Emit(Opcode::kSwap, target, 3);
      emit_.Emit(Opcode::kSwap, target, 2);
      return emit_.Emit(Opcode::kStoreItem, target);
    default:
      CompileExpression(value);
      return emit_.Emit(Opcode::kPop, id);
  }
}

/// Annotations are evaluated in module and class bodies, which keep those of names in `__annotations__`.
void CodeCompiler::CompileAnnotatedAssign(NodeId id) {
  NodeId target = tree_.Child(id, 0);
  NodeId annotation = tree_.Child(id, 1);
  NodeId value = tree_.Child(id, 2);
  bool is_name = target != kNoNode && KindOf(target) == NodeKind::kName;
  if (value != kNoNode) {
    CompileExpression(value);
    Store(target);
  } else if (target != kNoNode && !is_name) {
    for (NodeId part : tree_.Children(target)) {
      CompileExpression(part);
      emit_.Emit(Opcode::kPop, part);
    }
  }
  if (scope_.is_function()) return;
  CompileAnnotation(annotation);
  if (!is_name) return emit_.Emit(Opcode::kPop, id);
  LoadName(names_.Name("__annotations__"), id);
  LoadText(Name(tree_[target].atom), id);
  emit_.Emit(Opcode::kStoreItem, id);
}

void CodeCompiler::CompileDelete(NodeId target) {
  if (target == kNoNode) return;
  const Node& node = tree_[target];
  switch (node.kind) {
    case NodeKind::kName:
      return DeleteName(Name(node.atom), target);
    case NodeKind::kAttribute:
      CompileExpression(tree_.Child(target, 0));
      return emit_.Emit(Opcode::kDeleteAttribute, target, NameIndex(node.atom));
    case NodeKind::kSubscript:
      CompileExpression(tree_.Child(target, 0));
      CompileExpression(tree_.Child(target, 1));
      return emit_.Emit(Opcode::kDeleteItem, target);
    case NodeKind::kTuple:
    case NodeKind::kList:
      for (NodeId element : tree_.Children(target)) CompileDelete(element);
      return;
    default:
      return;
  }
}

}  // namespace tfscope
