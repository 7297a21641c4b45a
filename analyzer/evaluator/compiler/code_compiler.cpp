#include "analyzer/evaluator/compiler/code_compiler.h"

#include <algorithm>

namespace tfscope {

namespace {

/// A `finally` body is laid out once per way out, so that nested ones can grow without bound. No ordinary code comes
/// near this many instructions.
uint32_t InstructionLimit(const Node& node) {
  constexpr uint64_t kBase = 10'000;
  constexpr uint64_t kPerByte = 64;
  constexpr uint64_t kMost = 4'000'000;
  return static_cast<uint32_t>(std::min(kMost, kBase + kPerByte * (node.end - node.begin)));
}

}  // namespace

CodeCompiler::CodeCompiler(CodeFactory& factory, Code& code)
    : factory_(factory),
      names_(factory.names()),
      code_(code),
      scope_(*code.scope),
      file_(*scope_.file),
      tree_(*code.tree),
      emit_(code, InstructionLimit(tree_[code.node])) {}

void CodeCompiler::Compile() {
  switch (scope_.kind) {
    case ScopeKind::kModule:
      CompileModuleBody();
      break;
    case ScopeKind::kExpression:
      CompileExpression(code_.node);
      emit_.Emit(Opcode::kReturn, code_.node);
      break;
    case ScopeKind::kClass:
      CompileClassBody();
      break;
    case ScopeKind::kFunction:
      CompileFunctionBody();
      break;
    case ScopeKind::kComprehension:
      CompileComprehensionBody(code_.node);
      break;
  }
  emit_.Finish();
}

void CodeCompiler::CompileModuleBody() {
  if (code_.docstring != nullptr) {
    LoadText(code_.docstring, code_.node);
    StoreName(names_.Name("__doc__"), code_.node);
  }
  if (scope_.has_annotations) StoreNoAnnotations(code_.node);
  CompileStatements(tree_.Children(code_.node));
  LoadNone(code_.node);
  emit_.Emit(Opcode::kReturn, code_.node);
}

void CodeCompiler::StoreNoAnnotations(NodeId node) {
  emit_.Emit(Opcode::kBuildDict, node, 0);
  StoreName(names_.Name("__annotations__"), node);
}

void CodeCompiler::CompileClassBody() {
  NodeId node = code_.node;
  LoadName(names_.Name("__name__"), node);
  StoreName(names_.Name("__module__"), node);
  LoadText(code_.qualified_name, node);
  StoreName(names_.Name("__qualname__"), node);
  if (code_.docstring != nullptr) {
    LoadText(code_.docstring, node);
    StoreName(names_.Name("__doc__"), node);
  }
  if (scope_.has_annotations) StoreNoAnnotations(node);
  CompileBlock(tree_.Child(node, 1));
  LoadNone(node);
  emit_.Emit(Opcode::kReturn, node);
}

void CodeCompiler::CompileFunctionBody() {
  NodeId node = code_.node;
  NodeId parameters = tree_.Child(node, 0);
  if (parameters != kNoNode) UnpackTupleParameters(parameters);
  if (KindOf(node) == NodeKind::kLambda) {
    CompileExpression(tree_.Child(node, 1));
  } else {
    CompileBlock(tree_.Child(node, 2));
    LoadNone(node);
  }
  emit_.Emit(Opcode::kReturn, node);
}

}  // namespace tfscope
