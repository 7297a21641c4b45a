#include "analyzer/evaluator/compiler/code_factory.h"

#include <fmt/format.h>

namespace tfscope {

namespace {

std::string_view FixedName(NodeKind kind) {
  switch (kind) {
    case NodeKind::kModule:
      return "<module>";
    case NodeKind::kLambda:
      return "<lambda>";
    case NodeKind::kListComprehension:
      return "<listcomp>";
    case NodeKind::kSetComprehension:
      return "<setcomp>";
    case NodeKind::kDictComprehension:
      return "<dictcomp>";
    case NodeKind::kGenerator:
      return "<genexpr>";
    default:
      return {};
  }
}

uint32_t KindFlags(const Scope& scope) {
  switch (scope.kind) {
    case ScopeKind::kModule:
    case ScopeKind::kExpression:
      return kIsModule;
    case ScopeKind::kClass:
      return kIsClassBody;
    case ScopeKind::kFunction:
      return kIsFunction;
    case ScopeKind::kComprehension:
      return kIsComprehension;
  }
  return 0;
}

NodeId BodyOf(const SyntaxTree& tree, NodeId node) {
  switch (tree[node].kind) {
    case NodeKind::kModule:
      return node;
    case NodeKind::kFunctionDef:
      return tree.Child(node, 2);
    case NodeKind::kClassDef:
      return tree.Child(node, 1);
    default:
      return kNoNode;
  }
}

}  // namespace

FileScopes& CodeFactory::AddFile(std::unique_ptr<FileScopes> file) {
  files_.push_back(std::move(file));
  return *files_.back();
}

Code* CodeFactory::CodeOf(Scope& scope) {
  if (scope.code != nullptr) return scope.code;
  codes_.push_back(std::make_unique<Code>());
  Code& code = *codes_.back();
  scope.code = &code;
  code.scope = &scope;
  code.tree = scope.file->tree;
  code.node = scope.node;
  code.flags = KindFlags(scope);
  if (scope.has_yield && scope.is_function()) code.flags |= kIsGenerator;
  if (scope.is_async && scope.is_function()) code.flags |= kIsCoroutine;
  if (scope.uses_super) code.flags |= kUsesSuper;
  if (!scope.file->true_division) code.flags |= kClassicDivision;
  if (scope.file->absolute_imports) code.flags |= kAbsoluteImports;
  SetNames(scope, code);
  code.docstring = Docstring(scope);
  SetParameters(scope, code);
  SetVariables(scope, code);
  return &code;
}

Value CodeFactory::ConstantOf(Scope& scope) {
  if (!scope.code_value.defined()) {
    auto* object = names_.constants().New<CodeObject>();
    object->code = CodeOf(scope);
    scope.code_value = Value::Of(object);
  }
  return scope.code_value;
}

void CodeFactory::SetNames(Scope& scope, Code& code) {
  const Node& node = (*scope.file->tree)[scope.node];
  std::string_view fixed = scope.kind == ScopeKind::kExpression ? "<module>" : FixedName(node.kind);
  code.name = fixed.empty() ? names_.Name(node.atom) : names_.Name(fixed);
  code.qualified_name = code.name;
  Scope* parent = scope.parent;
  if (parent == nullptr || !(parent->is_function() || parent->kind == ScopeKind::kClass)) return;
  if (fixed.empty()) {
    const ScopeSymbol* symbol = parent->Find(names_.Mangle(parent->class_name, code.name));
    if (symbol != nullptr && symbol->resolution == Resolution::kGlobalExplicit) return;
  }
  std::string_view link = parent->kind == ScopeKind::kFunction ? ".<locals>." : ".";
  std::string_view outer = CodeOf(*parent)->qualified_name->text;
  code.qualified_name = names_.Name(fmt::format("{}{}{}", outer, link, code.name->text));
}

Str* CodeFactory::Docstring(const Scope& scope) {
  const SyntaxTree& tree = *scope.file->tree;
  NodeId body = BodyOf(tree, scope.node);
  if (body == kNoNode || tree[body].child_count == 0) return nullptr;
  NodeId first = tree.Child(body, 0);
  if (tree[first].kind != NodeKind::kExpressionStatement) return nullptr;
  const Node& value = tree[tree.Child(first, 0)];
  return value.kind == NodeKind::kString ? names_.Name(value.atom) : nullptr;
}

void CodeFactory::SetParameters(const Scope& scope, Code& code) {
  if (scope.kind == ScopeKind::kComprehension) code.argument_count = 1;
  if (scope.kind != ScopeKind::kFunction) return;
  const SyntaxTree& tree = *scope.file->tree;
  NodeId parameters = tree.Child(scope.node, 0);
  if (parameters == kNoNode) return;
  for (NodeId id : tree.Children(parameters)) {
    switch (static_cast<ParameterKind>(tree[id].op)) {
      case ParameterKind::kPositionalOnly:
        ++code.positional_only_count;
        ++code.argument_count;
        break;
      case ParameterKind::kPositionalOrKeyword:
        ++code.argument_count;
        break;
      case ParameterKind::kKeywordOnly:
        ++code.keyword_only_count;
        break;
      case ParameterKind::kVarArgs:
        code.flags |= kHasVarArgs;
        break;
      case ParameterKind::kKeywords:
        code.flags |= kHasKeywords;
        break;
    }
  }
}

void CodeFactory::SetVariables(Scope& scope, Code& code) {
  for (ScopeSymbol& symbol : scope.symbols) {
    bool is_parameter = (symbol.uses & kIsParameter) != 0;
    bool is_local = scope.is_function() && symbol.resolution == Resolution::kLocal;
    if (is_parameter || is_local) {
      symbol.local_index = static_cast<uint32_t>(code.locals.size());
      code.locals.push_back(symbol.name);
    }
    if (symbol.resolution != Resolution::kCell) continue;
    scope.cell_index[symbol.name] = static_cast<uint32_t>(code.cell_variables.size());
    code.cell_variables.push_back(symbol.name);
    code.cell_parameters.push_back(is_parameter ? symbol.local_index : UINT32_MAX);
  }
  if (scope.needs_class_cell) {
    Str* cell = names_.Name("__class__");
    scope.cell_index[cell] = static_cast<uint32_t>(code.cell_variables.size());
    code.cell_variables.push_back(cell);
    code.cell_parameters.push_back(UINT32_MAX);
  }
  auto cells = static_cast<uint32_t>(code.cell_variables.size());
  for (Str* name : scope.free_names) {
    // A class body may both own `__class__` and pass on one further out: the own one wins, as its functions need it.
    scope.cell_index.emplace(name, cells + static_cast<uint32_t>(code.free_variables.size()));
    code.free_variables.push_back(name);
  }
}

}  // namespace tfscope
