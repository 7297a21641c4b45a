#include "analyzer/evaluator/compiler/compiler.h"

#include "analyzer/evaluator/compiler/code_compiler.h"
#include "analyzer/evaluator/compiler/code_factory.h"

namespace tfscope {

struct CodeStore::State {
  State(const Interner& interner, Heap& constants) : factory(interner, constants) {}

  Code* Compile(const SyntaxTree& tree, NodeId root, ScopeKind kind) {
    FileScopes& file = factory.AddFile(BuildScopes(tree, root, kind, factory.names()));
    return factory.CodeOf(*file.scopes.front());
  }

  CodeFactory factory;
};

CodeStore::CodeStore(const Interner& interner)
    : interner_(interner), state_(std::make_unique<State>(interner_, constants_)) {}

CodeStore::~CodeStore() = default;

Code* CodeStore::CompileModule(const SyntaxTree& tree) {
  return state_->Compile(tree, tree.root(), ScopeKind::kModule);
}

Code* CodeStore::CompileExpression(const SyntaxTree& tree, NodeId expression) {
  return state_->Compile(tree, expression, ScopeKind::kExpression);
}

void CodeStore::EnsureCompiled(Code* code) {
  if (code->compiled) return;
  code->compiled = true;
  CodeCompiler(state_->factory, *code).Compile();
}

}  // namespace tfscope
