// Patterns of match statements. Names are bound as soon as their part of the pattern matches, which Python leaves open.
#include <algorithm>

#include "analyzer/evaluator/compiler/code_compiler.h"

namespace tfscope {

void CodeCompiler::CompilePattern(NodeId id, PatternFailures& failures) {
  if (!emit_.reachable()) return;
  if (id == kNoNode) return emit_.Emit(Opcode::kPop, code_.node);
  switch (KindOf(id)) {
    case NodeKind::kMatchValue:
      return CompileValuePattern(id, failures);
    case NodeKind::kMatchCapture:
    case NodeKind::kMatchStar:
      return CapturePattern(id);
    case NodeKind::kMatchAs:
      emit_.Emit(Opcode::kCopy, id, 1);
      CompilePattern(tree_.Child(id, 0), failures);
      return CapturePattern(id);
    case NodeKind::kMatchOr:
      return CompileOrPattern(id, failures);
    case NodeKind::kMatchSequence:
      return CompileSequencePattern(id, failures);
    case NodeKind::kMatchMapping:
      return CompileMappingPattern(id, failures);
    case NodeKind::kMatchClass:
      return CompileClassPattern(id, failures);
    default:  // a hole: it may match or not
      emit_.Emit(Opcode::kPop, id);
      emit_.Emit(Opcode::kHole, id);
      return FailUnless(id, failures);
  }
}

void CodeCompiler::CapturePattern(NodeId id) {
  if (tree_[id].atom == kNoAtom) return emit_.Emit(Opcode::kPop, id);
  StoreName(Name(tree_[id].atom), id);
}

void CodeCompiler::CompileValuePattern(NodeId id, PatternFailures& failures) {
  NodeId value = tree_.Child(id, 0);
  NodeKind kind = value == kNoNode ? NodeKind::kHole : KindOf(value);
  bool identity = kind == NodeKind::kNone || kind == NodeKind::kTrue || kind == NodeKind::kFalse;
  CompileExpression(value);
  emit_.Emit(Opcode::kCompare, id, static_cast<uint32_t>(identity ? CompareOperator::kIs : CompareOperator::kEqual));
  FailUnless(id, failures);
}

void CodeCompiler::CompileOrPattern(NodeId id, PatternFailures& failures) {
  Label matched = emit_.NewLabel();
  for (NodeId alternative : tree_.Children(id)) {
    if (!emit_.reachable()) break;
    PatternFailures next{.depth = emit_.depth(), .join = failures.join, .labels = {}};
    emit_.Emit(Opcode::kCopy, alternative, 1);
    CompilePattern(alternative, next);
    emit_.Emit(Opcode::kPop, alternative);
    emit_.Jump(matched, alternative);
    BindFailures(alternative, next);
  }
  Fail(id, failures);
  emit_.Bind(matched);
}

void CodeCompiler::CompileSequencePattern(NodeId id, PatternFailures& failures) {
  std::span<const NodeId> patterns = tree_.Children(id);
  auto is_star = [&](NodeId pattern) { return pattern != kNoNode && KindOf(pattern) == NodeKind::kMatchStar; };
  auto stars = std::count_if(patterns.begin(), patterns.end(), is_star);
  auto before = static_cast<uint32_t>(std::find_if(patterns.begin(), patterns.end(), is_star) - patterns.begin());
  auto count = static_cast<uint32_t>(patterns.size());
  uint32_t after = stars == 0 ? 0 : count - before - 1;
  if (stars > 1 || after > UINT16_MAX) return Fail(id, failures);  // CPython refuses both
  emit_.Emit(Opcode::kMatchSequence, id);
  FailUnless(id, failures);
  emit_.Emit(Opcode::kMatchLength, id, stars == 0 ? count : count - 1, stars == 0 ? 0 : 1);
  FailUnless(id, failures);
  if (stars == 0) {
    emit_.Emit(Opcode::kUnpackSequence, id, count);
  } else {
    emit_.Emit(Opcode::kUnpackStar, id, before, after);
  }
  for (NodeId pattern : patterns) CompilePattern(pattern, failures);
}

/// values-or-None -> value_n ... value_1, or fails
void CodeCompiler::UnpackMatched(NodeId id, uint32_t count, PatternFailures& failures) {
  emit_.Emit(Opcode::kCopy, id, 1);
  LoadNone(id);
  emit_.Emit(Opcode::kCompare, id, static_cast<uint32_t>(CompareOperator::kIsNot));
  FailUnless(id, failures);
  emit_.Emit(Opcode::kUnpackSequence, id, count);
}

void CodeCompiler::CompileMappingPattern(NodeId id, PatternFailures& failures) {
  std::span<const NodeId> items = tree_.Children(id);
  std::vector<NodeId> keys;
  std::vector<NodeId> patterns;
  NodeId rest = kNoNode;
  for (size_t i = 0; i + 1 < items.size(); i += 2) {
    if (items[i] == kNoNode) {
      rest = items[i + 1];
    } else {
      keys.push_back(items[i]);
      patterns.push_back(items[i + 1]);
    }
  }
  emit_.Emit(Opcode::kMatchMapping, id);
  FailUnless(id, failures);
  for (NodeId key : keys) CompileExpression(key);
  emit_.Emit(Opcode::kBuildTuple, id, static_cast<uint32_t>(keys.size()));
  emit_.Emit(Opcode::kMatchKeys, id);
  UnpackMatched(id, static_cast<uint32_t>(keys.size()), failures);
  for (NodeId pattern : patterns) CompilePattern(pattern, failures);
  if (rest != kNoNode) CaptureRest(rest, keys);
  emit_.Emit(Opcode::kPop, id);
  emit_.Emit(Opcode::kPop, id);
}

/// subject keys -> subject keys
void CodeCompiler::CaptureRest(NodeId rest, std::span<const NodeId> keys) {
  emit_.Emit(Opcode::kBuildDict, rest, 0);
  emit_.Emit(Opcode::kCopy, rest, 3);
  emit_.Emit(Opcode::kDictUpdate, rest, 1);
  for (NodeId key : keys) {
    emit_.Emit(Opcode::kCopy, key, 1);
    CompileExpression(key);
    emit_.Emit(Opcode::kDeleteItem, key);
  }
  CapturePattern(rest);
}

void CodeCompiler::CompileClassPattern(NodeId id, PatternFailures& failures) {
  std::span<const NodeId> patterns = tree_.Children(id).subspan(1);
  std::vector<NodeId> parts;
  std::vector<Value> keywords;
  uint32_t positional = 0;
  for (NodeId pattern : patterns) {
    bool keyword = pattern != kNoNode && KindOf(pattern) == NodeKind::kKeyword;
    if (keyword) {
      keywords.push_back(Value::Of(names_.Name(tree_[pattern].atom)));
    } else {
      ++positional;
    }
    parts.push_back(keyword ? tree_.Child(pattern, 0) : pattern);
  }
  CompileExpression(tree_.Child(id, 0));
  LoadConstant(names_.constants().NewTuple(std::move(keywords)), id);
  emit_.Emit(Opcode::kMatchClass, id, positional);
  UnpackMatched(id, static_cast<uint32_t>(parts.size()), failures);
  for (NodeId part : parts) CompilePattern(part, failures);
}

}  // namespace tfscope
