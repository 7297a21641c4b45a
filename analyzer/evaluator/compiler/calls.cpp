// Calls: plain ones with their arguments on the stack, and those with `*` or `**` through an iterable and a dict.
#include <algorithm>

#include "analyzer/evaluator/compiler/code_compiler.h"

namespace tfscope {

bool CodeCompiler::IsPlainCall(std::span<const NodeId> arguments) const {
  bool keywords = false;
  for (NodeId argument : arguments) {
    NodeKind kind = KindOf(argument);
    if (kind == NodeKind::kStarred || kind == NodeKind::kDoubleStarred) return false;
    if (kind != NodeKind::kKeyword && keywords) return false;
    keywords = kind == NodeKind::kKeyword;
  }
  return true;
}

std::vector<Str*> CodeCompiler::KeywordNamesOf(std::span<const NodeId> arguments) {
  std::vector<Str*> result;
  for (NodeId argument : arguments) {
    if (KindOf(argument) == NodeKind::kKeyword) result.push_back(names_.Name(tree_[argument].atom));
  }
  return result;
}

void CodeCompiler::CompilePlainArguments(std::span<const NodeId> arguments) {
  for (NodeId argument : arguments) {
    CompileExpression(KindOf(argument) == NodeKind::kKeyword ? tree_.Child(argument, 0) : argument);
  }
}

void CodeCompiler::CompileCallee(NodeId callee, bool as_method) {
  if (as_method && callee != kNoNode && KindOf(callee) == NodeKind::kAttribute) {
    CompileExpression(tree_.Child(callee, 0));
    return emit_.Emit(Opcode::kLoadMethod, callee, NameIndex(tree_[callee].atom));
  }
  CompileExpression(callee);
  emit_.Emit(Opcode::kPushUndefined, callee);
}

void CodeCompiler::CompileCall(NodeId id) {
  std::span<const NodeId> arguments = tree_.Children(id).subspan(1);
  if (!IsPlainCall(arguments)) return CompileSpreadCall(id);
  std::vector<Str*> keywords = KeywordNamesOf(arguments);
  uint32_t names = 0;
  if (!keywords.empty()) {
    names = emit_.KeywordNames(std::move(keywords));
    if (names == 0) return CompileSpreadCall(id);
  }
  CompileCallee(tree_.Child(id, 0), true);
  CompilePlainArguments(arguments);
  emit_.Emit(Opcode::kCall, id, static_cast<uint32_t>(arguments.size()), names);
}

void CodeCompiler::CompileSpreadCall(NodeId id) {
  std::span<const NodeId> arguments = tree_.Children(id).subspan(1);
  CompileCallee(tree_.Child(id, 0), false);
  CompilePositionalTuple(arguments, id);
  bool keywords = std::any_of(arguments.begin(), arguments.end(), [&](NodeId argument) {
    return KindOf(argument) == NodeKind::kKeyword || KindOf(argument) == NodeKind::kDoubleStarred;
  });
  if (keywords) CompileKeywordDict(arguments, id);
  emit_.Emit(Opcode::kCallEx, id, keywords ? 1 : 0);
}

void CodeCompiler::CompilePositionalTuple(std::span<const NodeId> arguments, NodeId node) {
  std::vector<NodeId> positional;
  bool starred = false;
  for (NodeId argument : arguments) {
    NodeKind kind = KindOf(argument);
    if (kind == NodeKind::kKeyword || kind == NodeKind::kDoubleStarred) continue;
    starred = starred || kind == NodeKind::kStarred;
    positional.push_back(argument);
  }
  if (!starred) {
    for (NodeId argument : positional) CompileExpression(argument);
    return emit_.Emit(Opcode::kBuildTuple, node, static_cast<uint32_t>(positional.size()));
  }
  // A single iterable is read by the call itself, behind the keywords.
  if (positional.size() == 1) return CompileExpression(tree_.Child(positional[0], 0));
  constexpr uint32_t kOfCall = 1;
  CompileElements(positional, node, Opcode::kBuildList, Opcode::kListAppend, Opcode::kListExtend, kOfCall);
  emit_.Emit(Opcode::kListToTuple, node);
}

/// Runs of `name=value` make dicts that are merged like the `**` ones: a name given twice raises.
void CodeCompiler::CompileKeywordDict(std::span<const NodeId> arguments, NodeId node) {
  bool begun = false;
  uint32_t run = 0;
  auto end_run = [&] {
    if (begun && run == 0) return;
    emit_.Emit(Opcode::kBuildDict, node, run);
    if (begun) emit_.Emit(Opcode::kDictMerge, node, 1);
    begun = true;
    run = 0;
  };
  for (NodeId argument : arguments) {
    NodeKind kind = KindOf(argument);
    if (kind == NodeKind::kKeyword) {
      LoadText(names_.Name(tree_[argument].atom), argument);
      CompileExpression(tree_.Child(argument, 0));
      ++run;
    } else if (kind == NodeKind::kDoubleStarred) {
      end_run();
      CompileExpression(tree_.Child(argument, 0));
      emit_.Emit(Opcode::kDictMerge, argument, 1);
    }
  }
  end_run();
}

}  // namespace tfscope
