// Function definitions, lambdas, classes and decorators.
#include <algorithm>

#include "analyzer/evaluator/compiler/code_compiler.h"

namespace tfscope {

namespace {

ParameterKind KindOfParameter(const Node& parameter) { return static_cast<ParameterKind>(parameter.op); }

}  // namespace

void CodeCompiler::MakeClosure(NodeId id, Scope& scope, uint32_t flags) {
  Value code = factory_.ConstantOf(scope);
  const std::vector<Str*>& free = scope.code->free_variables;
  if (!free.empty()) {
    for (Str* name : free) LoadCell(name, id);
    emit_.Emit(Opcode::kBuildTuple, id, static_cast<uint32_t>(free.size()));
    flags |= kHasClosure;
  }
  LoadConstant(code, id);
  emit_.Emit(Opcode::kMakeFunction, id, flags);
}

void CodeCompiler::MakeFunction(NodeId id, Scope& scope, NodeId parameters) {
  uint32_t flags = 0;
  uint32_t defaults = 0;
  uint32_t keyword_defaults = 0;
  std::span<const NodeId> all = parameters == kNoNode ? std::span<const NodeId>{} : tree_.Children(parameters);
  for (NodeId parameter : all) {
    NodeId value = tree_.Child(parameter, 1);
    if (value == kNoNode || KindOfParameter(tree_[parameter]) > ParameterKind::kPositionalOrKeyword) continue;
    CompileExpression(value);
    ++defaults;
  }
  if (defaults > 0) {
    emit_.Emit(Opcode::kBuildTuple, id, defaults);
    flags |= kHasDefaults;
  }
  for (NodeId parameter : all) {
    NodeId value = tree_.Child(parameter, 1);
    if (value == kNoNode || KindOfParameter(tree_[parameter]) != ParameterKind::kKeywordOnly) continue;
    LoadText(Name(tree_[parameter].atom), parameter);
    CompileExpression(value);
    ++keyword_defaults;
  }
  if (keyword_defaults > 0) {
    emit_.Emit(Opcode::kBuildDict, id, keyword_defaults);
    flags |= kHasKeywordDefaults;
  }
  if (CompileAnnotations(id, all)) flags |= kHasAnnotations;
  MakeClosure(id, scope, flags);
}

/// Decorators are evaluated from top to bottom and called from bottom to top.
void CodeCompiler::BeginDecorators(std::span<const NodeId> decorators) {
  for (NodeId decorator : decorators) CompileCallee(decorator, false);
}

void CodeCompiler::EndDecorators(std::span<const NodeId> decorators) {
  for (size_t i = decorators.size(); i-- > 0;) emit_.Emit(Opcode::kCall, decorators[i], 1, kDecorates);
}

void CodeCompiler::CompileFunctionDef(NodeId id) {
  Scope* scope = file_.Of(id);
  if (scope == nullptr) return;
  std::span<const NodeId> decorators = tree_.Children(id).subspan(3);
  BeginDecorators(decorators);
  MakeFunction(id, *scope, tree_.Child(id, 0));
  EndDecorators(decorators);
  StoreName(Name(tree_[id].atom), id);
}

void CodeCompiler::CompileLambda(NodeId id) {
  Scope* scope = file_.Of(id);
  if (scope == nullptr) return emit_.Emit(Opcode::kHole, id);
  MakeFunction(id, *scope, tree_.Child(id, 0));
}

/// Python 2: `def f(a, (b, c))` has a hidden parameter that is unpacked first.
void CodeCompiler::UnpackTupleParameters(NodeId parameters) {
  uint32_t position = 0;
  for (NodeId parameter : tree_.Children(parameters)) {
    NodeId pattern = tree_.Child(parameter, 2);
    if (pattern != kNoNode) {
      LoadName(HiddenParameterName(position, names_), parameter);
      Store(pattern);
    }
    ++position;
  }
}

void CodeCompiler::CompileClassDef(NodeId id) {
  Scope* scope = file_.Of(id);
  if (scope == nullptr) return;
  std::span<const NodeId> decorators = tree_.Children(id).subspan(2);
  BeginDecorators(decorators);
  MakeClosure(id, *scope, 0);
  LoadText(names_.Name(tree_[id].atom), id);
  CompileBases(id, tree_.Child(id, 0));
  EndDecorators(decorators);
  StoreName(Name(tree_[id].atom), id);
}

void CodeCompiler::CompileBases(NodeId id, NodeId arguments) {
  std::span<const NodeId> all = arguments == kNoNode ? std::span<const NodeId>{} : tree_.Children(arguments);
  std::vector<NodeId> keywords;
  std::vector<NodeId> bases;
  for (NodeId argument : all) {
    const NodeKind kind = KindOf(argument);
    if (kind == NodeKind::kDoubleStarred) continue;
    (kind == NodeKind::kKeyword ? keywords : bases).push_back(argument);
  }
  const bool spreads = std::any_of(all.begin(), all.end(), [&](NodeId argument) {
    return KindOf(argument) == NodeKind::kStarred || KindOf(argument) == NodeKind::kDoubleStarred;
  });
  const uint32_t names = spreads || keywords.empty() ? 0 : emit_.KeywordNames(KeywordNamesOf(keywords));
  if (spreads || (names == 0 && !keywords.empty())) {
    constexpr uint32_t kOfCall = 1;
    CompileElements(bases, id, Opcode::kBuildList, Opcode::kListAppend, Opcode::kListExtend, kOfCall);
    CompileKeywordDict(all, id);
    return emit_.Emit(Opcode::kBuildClass, id, 0);
  }
  for (NodeId base : bases) CompileExpression(base);
  CompilePlainArguments(keywords);
  const size_t count = 2 + bases.size() + keywords.size();  // the body and the name
  emit_.Emit(Opcode::kBuildClass, id, static_cast<uint32_t>(count), names);
}

}  // namespace tfscope
