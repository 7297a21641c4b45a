// Annotations of functions and names: their values, or their texts where evaluation is postponed.
#include <algorithm>
#include <string_view>

#include "analyzer/evaluator/compiler/code_compiler.h"

namespace tfscope {

/// Pushes a dict of the annotations of parameters and result; false if there are none.
bool CodeCompiler::CompileAnnotations(NodeId id, std::span<const NodeId> parameters) {
  uint32_t count = 0;
  auto compile = [&](NodeId annotation, Str* name) {
    if (annotation == kNoNode) return;
    LoadText(name, annotation);
    CompileAnnotation(annotation);
    ++count;
  };
  auto compile_kind = [&](auto&& wanted) {
    for (NodeId parameter : parameters) {
      if (!wanted(static_cast<ParameterKind>(tree_[parameter].op))) continue;
      compile(tree_.Child(parameter, 0), Name(tree_[parameter].atom));
    }
  };
  compile_kind([](ParameterKind kind) { return kind <= ParameterKind::kPositionalOrKeyword; });
  compile_kind([](ParameterKind kind) { return kind == ParameterKind::kVarArgs; });
  compile_kind([](ParameterKind kind) { return kind == ParameterKind::kKeywordOnly; });
  compile_kind([](ParameterKind kind) { return kind == ParameterKind::kKeywords; });
  if (KindOf(id) == NodeKind::kFunctionDef) compile(tree_.Child(id, 1), names_.Name("return"));
  if (count > 0) emit_.Emit(Opcode::kBuildDict, id, count);
  return count > 0;
}

/// The value of an annotation; its text under `from __future__ import annotations`.
void CodeCompiler::CompileAnnotation(NodeId annotation) {
  if (IsOfLaterPython(annotation)) return emit_.Emit(Opcode::kHole, annotation);
  if (!file_.postponed_annotations) return CompileExpression(annotation);
  std::optional<std::string> text = AnnotationText(annotation);
  if (!text) return emit_.Emit(Opcode::kHole, annotation);
  LoadText(names_.Name(*text), annotation);
}

/// `list[int]` and `int | None` are errors in Python 3.7; code that has them is meant for a later one.
bool CodeCompiler::IsOfLaterPython(NodeId id) {
  if (id == kNoNode) return false;
  const Node& node = tree_[id];
  if (node.kind == NodeKind::kBinary) return static_cast<BinaryOperator>(node.op) == BinaryOperator::kBitOr;
  if (node.kind == NodeKind::kSubscript && KindOf(tree_.Child(id, 0)) == NodeKind::kName) {
    constexpr std::string_view kGenericTypes[] = {"list", "dict", "tuple", "set", "frozenset", "type"};
    const std::string_view name = names_.Text(tree_[tree_.Child(id, 0)].atom);
    if (std::ranges::find(kGenericTypes, name) != std::end(kGenericTypes)) return true;
  }
  const bool holds_types =
      node.kind == NodeKind::kSubscript || node.kind == NodeKind::kTuple || node.kind == NodeKind::kList;
  return holds_types && std::ranges::any_of(tree_.Children(id), [this](NodeId part) { return IsOfLaterPython(part); });
}

/// The text of names, their attributes and items; nothing for other expressions, which annotations rarely are.
std::optional<std::string> CodeCompiler::AnnotationText(NodeId id) {
  if (id == kNoNode) return std::nullopt;
  const Node& node = tree_[id];
  auto joined = [&](std::string_view between, NodeId second) -> std::optional<std::string> {
    std::optional<std::string> first = AnnotationText(tree_.Child(id, 0));
    std::optional<std::string> last = AnnotationText(second);
    if (!first || !last) return std::nullopt;
    return *first + std::string(between) + *last;
  };
  switch (node.kind) {
    case NodeKind::kName:
      return std::string(names_.Text(node.atom));
    case NodeKind::kNone:
      return "None";
    case NodeKind::kEllipsis:
      return "...";
    case NodeKind::kString:
      return "'" + std::string(names_.Text(node.atom)) + "'";
    case NodeKind::kAttribute: {
      std::optional<std::string> object = AnnotationText(tree_.Child(id, 0));
      if (object) *object += "." + std::string(names_.Text(node.atom));
      return object;
    }
    case NodeKind::kSubscript: {
      std::optional<std::string> text = joined("[", tree_.Child(id, 1));
      if (text) *text += "]";
      return text;
    }
    case NodeKind::kBinary:
      if (static_cast<BinaryOperator>(node.op) != BinaryOperator::kBitOr) return std::nullopt;
      return joined(" | ", tree_.Child(id, 1));
    case NodeKind::kTuple:
    case NodeKind::kList:
      return SequenceAnnotationText(id);
    default:
      return std::nullopt;
  }
}

std::optional<std::string> CodeCompiler::SequenceAnnotationText(NodeId id) {
  std::string text;
  for (NodeId element : tree_.Children(id)) {
    std::optional<std::string> item = AnnotationText(element);
    if (!item) return std::nullopt;
    text += (text.empty() ? "" : ", ") + *item;
  }
  return tree_[id].kind == NodeKind::kList ? "[" + text + "]" : text;
}

}  // namespace tfscope
