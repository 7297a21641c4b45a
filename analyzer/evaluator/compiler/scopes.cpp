// Collects the names of a file, scope by scope, in one walk over the tree.
#include <fmt/format.h>

#include "analyzer/evaluator/compiler/scope.h"

namespace tfscope {

ScopeSymbol* Scope::Find(const Str* name) {
  auto found = symbol_index.find(name);
  return found == symbol_index.end() ? nullptr : &symbols[found->second];
}

ScopeSymbol& Scope::FindOrAdd(Str* name) {
  auto [position, added] = symbol_index.emplace(name, static_cast<uint32_t>(symbols.size()));
  if (added) symbols.push_back({.name = name});
  return symbols[position->second];
}

Scope* FileScopes::Of(NodeId node) const {
  auto found = by_node.find(node);
  return found == by_node.end() ? nullptr : found->second;
}

Str* HiddenParameterName(uint32_t index, NameTable& names) { return names.Name(fmt::format(".{}", index)); }

namespace {

class ScopeCollector {
 public:
  ScopeCollector(FileScopes& file, NameTable& names) : file_(file), tree_(*file.tree), names_(names) {}

  void Collect(NodeId root, ScopeKind kind) {
    Enter(kind, root);
    if (kind == ScopeKind::kModule) {
      CollectFutureImports(root);
      VisitChildren(root);
    } else {
      Visit(root);
    }
  }

 private:
  void CollectFutureImports(NodeId module) {
    file_.true_division = !tree_.python2();
    for (NodeId statement : tree_.Children(module)) {
      const Node& node = tree_[statement];
      if (node.kind != NodeKind::kImportFrom || names_.Text(node.atom) != "__future__") continue;
      for (NodeId alias : tree_.Children(statement)) {
        std::string_view feature = names_.Text(tree_[alias].atom);
        if (feature == "annotations") file_.postponed_annotations = true;
        if (feature == "division") file_.true_division = true;
        if (feature == "absolute_import") file_.absolute_imports = true;
      }
    }
  }

  Scope& Enter(ScopeKind kind, NodeId node) {
    auto scope = std::make_unique<Scope>();
    scope->kind = kind;
    scope->node = node;
    scope->parent = scope_;
    scope->file = &file_;
    if (scope_ != nullptr) scope->class_name = scope_->class_name;
    scope_ = scope.get();
    file_.by_node[node] = scope_;
    file_.scopes.push_back(std::move(scope));
    return *scope_;
  }

  void Leave() { scope_ = scope_->parent; }

  void Add(Str* name, uint8_t use) { scope_->FindOrAdd(names_.Mangle(scope_->class_name, name)).uses |= use; }
  void Bind(Atom name) {
    if (name != kNoAtom) Add(names_.Name(name), kBinds);
  }

  void Read(Atom name) {
    Add(names_.Name(name), kReads);
    if (scope_->is_function() && names_.Text(name) == "super") {
      scope_->uses_super = true;
      Add(names_.Name("__class__"), kReads);
    }
  }

  void VisitChildren(NodeId id, uint32_t first = 0) {
    std::span<const NodeId> children = tree_.Children(id);
    for (size_t i = first; i < children.size(); ++i) Visit(children[i]);
  }

  void Visit(NodeId id);
  void VisitBinding(NodeId id);
  bool VisitStatement(NodeId id);
  bool VisitPattern(NodeId id);
  void VisitTarget(NodeId id);
  void VisitNamedExpression(NodeId id);
  void VisitFunction(NodeId id);
  void VisitParameterDefaults(NodeId parameters);
  void VisitAnnotations(NodeId function);
  void AddParameters(NodeId parameters);
  void VisitClass(NodeId id);
  void VisitComprehension(NodeId id);
  void VisitInlineComprehension(NodeId id);
  void VisitImport(NodeId id);

  FileScopes& file_;
  const SyntaxTree& tree_;
  NameTable& names_;
  Scope* scope_ = nullptr;
};

void ScopeCollector::Visit(NodeId id) {
  if (id == kNoNode) return;
  const Node& node = tree_[id];
  switch (node.kind) {
    case NodeKind::kName:
      return Read(node.atom);
    case NodeKind::kNamedExpression:
      return VisitNamedExpression(id);
    case NodeKind::kLambda:
      return VisitFunction(id);
    case NodeKind::kListComprehension:
      return tree_.python2() ? VisitInlineComprehension(id) : VisitComprehension(id);
    case NodeKind::kSetComprehension:
    case NodeKind::kDictComprehension:
    case NodeKind::kGenerator:
      return VisitComprehension(id);
    case NodeKind::kYield:
    case NodeKind::kYieldFrom:
      scope_->has_yield = true;
      return VisitChildren(id);
    case NodeKind::kAwait:
      if (scope_->kind == ScopeKind::kComprehension) scope_->is_async = true;
      return VisitChildren(id);
    default:
      if (!VisitStatement(id) && !VisitPattern(id)) VisitChildren(id);
  }
}

bool ScopeCollector::VisitStatement(NodeId id) {
  const Node& node = tree_[id];
  switch (node.kind) {
    case NodeKind::kFunctionDef:
      Bind(node.atom);
      VisitFunction(id);
      return true;
    case NodeKind::kClassDef:
      Bind(node.atom);
      VisitClass(id);
      return true;
    case NodeKind::kGlobal:
    case NodeKind::kNonlocal:
      for (NodeId name : tree_.Children(id)) {
        Add(names_.Name(tree_[name].atom), node.kind == NodeKind::kGlobal ? kDeclaredGlobal : kDeclaredNonlocal);
      }
      return true;
    case NodeKind::kImport:
    case NodeKind::kImportFrom:
      VisitImport(id);
      return true;
    case NodeKind::kAssign:
    case NodeKind::kAugmentedAssign:
    case NodeKind::kAnnotatedAssign:
    case NodeKind::kDelete:
    case NodeKind::kFor:
    case NodeKind::kComprehensionFor:
    case NodeKind::kWithItem:
    case NodeKind::kExceptHandler:
    case NodeKind::kTypeAlias:
      VisitBinding(id);
      return true;
    default:
      return false;
  }
}

void ScopeCollector::VisitBinding(NodeId id) {
  std::span<const NodeId> children = tree_.Children(id);
  switch (tree_[id].kind) {
    case NodeKind::kAssign:
      Visit(children.back());
      for (NodeId target : children.first(children.size() - 1)) VisitTarget(target);
      return;
    case NodeKind::kDelete:
      for (NodeId target : children) VisitTarget(target);
      return;
    case NodeKind::kAnnotatedAssign:
      VisitTarget(children[0]);
      Visit(children[2]);
      if (scope_->is_function()) return;
      if (tree_[children[0]].kind == NodeKind::kName) scope_->has_annotations = true;
      if (!file_.postponed_annotations) Visit(children[1]);
      return;
    case NodeKind::kWithItem:
    case NodeKind::kExceptHandler:
      Visit(children[0]);
      VisitTarget(children[1]);
      return VisitChildren(id, 2);
    case NodeKind::kTypeAlias:
      return VisitTarget(children[0]);
    default:  // AugmentedAssign, For, ComprehensionFor: the target comes first
      VisitTarget(children[0]);
      return VisitChildren(id, 1);
  }
}

bool ScopeCollector::VisitPattern(NodeId id) {
  const Node& node = tree_[id];
  switch (node.kind) {
    case NodeKind::kMatchCapture:
    case NodeKind::kMatchStar:
    case NodeKind::kMatchAs:
      Bind(node.atom);
      VisitChildren(id);
      return true;
    default:
      return false;
  }
}

void ScopeCollector::VisitTarget(NodeId id) {
  if (id == kNoNode) return;
  const Node& node = tree_[id];
  switch (node.kind) {
    case NodeKind::kName:
      return Bind(node.atom);
    case NodeKind::kTuple:
    case NodeKind::kList:
    case NodeKind::kStarred:
      for (NodeId element : tree_.Children(id)) VisitTarget(element);
      return;
    default:
      return Visit(id);
  }
}

/// The walrus binds in the first scope around that is no comprehension.
void ScopeCollector::VisitNamedExpression(NodeId id) {
  Str* name = names_.Mangle(scope_->class_name, names_.Name(tree_[tree_.Child(id, 0)].atom));
  Scope* owner = scope_;
  for (; owner->kind == ScopeKind::kComprehension && owner->parent != nullptr; owner = owner->parent) {
    owner->FindOrAdd(name).uses |= kDeclaredNonlocal;
  }
  owner->FindOrAdd(name).uses |= kBinds;
  Visit(tree_.Child(id, 1));
}

void ScopeCollector::VisitParameterDefaults(NodeId parameters) {
  for (NodeId parameter : tree_.Children(parameters)) Visit(tree_.Child(parameter, 1));
}

/// Annotations are evaluated around the function.
void ScopeCollector::VisitAnnotations(NodeId function) {
  if (file_.postponed_annotations || tree_[function].kind != NodeKind::kFunctionDef) return;
  if (NodeId parameters = tree_.Child(function, 0); parameters != kNoNode) {
    for (NodeId parameter : tree_.Children(parameters)) Visit(tree_.Child(parameter, 0));
  }
  Visit(tree_.Child(function, 1));
}

/// Parameters in the order of Code::locals, then the names that tuple parameters bind.
void ScopeCollector::AddParameters(NodeId parameters) {
  auto add = [&](auto&& wanted) {
    uint32_t position = 0;
    for (NodeId id : tree_.Children(parameters)) {
      const Node& parameter = tree_[id];
      if (wanted(static_cast<ParameterKind>(parameter.op))) {
        Str* name = names_.Mangle(scope_->class_name, names_.Name(parameter.atom));
        // A name given twice is a syntax error; each parameter needs a place nevertheless.
        bool hidden = parameter.atom == kNoAtom || tree_.Child(id, 2) != kNoNode || scope_->Find(name) != nullptr;
        Add(hidden ? HiddenParameterName(position, names_) : name, kBinds | kIsParameter);
      }
      ++position;
    }
  };
  add([](ParameterKind kind) { return kind <= ParameterKind::kPositionalOrKeyword; });
  add([](ParameterKind kind) { return kind == ParameterKind::kKeywordOnly; });
  add([](ParameterKind kind) { return kind == ParameterKind::kVarArgs; });
  add([](ParameterKind kind) { return kind == ParameterKind::kKeywords; });
  for (NodeId id : tree_.Children(parameters)) VisitTarget(tree_.Child(id, 2));
}

/// A FunctionDef or Lambda.
void ScopeCollector::VisitFunction(NodeId id) {
  bool is_lambda = tree_[id].kind == NodeKind::kLambda;
  NodeId parameters = tree_.Child(id, 0);
  if (!is_lambda) VisitChildren(id, 3);
  if (parameters != kNoNode) VisitParameterDefaults(parameters);
  VisitAnnotations(id);
  Scope& scope = Enter(ScopeKind::kFunction, id);
  scope.is_async = (tree_[id].flags & kAsync) != 0;
  if (parameters != kNoNode) AddParameters(parameters);
  Visit(tree_.Child(id, is_lambda ? 1 : 2));
  Leave();
}

void ScopeCollector::VisitClass(NodeId id) {
  VisitChildren(id, 2);
  Visit(tree_.Child(id, 0));
  Scope& scope = Enter(ScopeKind::kClass, id);
  scope.class_name = names_.Name(tree_[id].atom);
  Visit(tree_.Child(id, 1));
  Leave();
}

void ScopeCollector::VisitComprehension(NodeId id) {
  std::span<const NodeId> children = tree_.Children(id);
  uint32_t elements = tree_[id].kind == NodeKind::kDictComprehension ? 2 : 1;
  if (children.size() <= elements) return VisitChildren(id);
  NodeId first = children[elements];
  Visit(tree_.Child(first, 1));
  Scope& scope = Enter(ScopeKind::kComprehension, id);
  scope.has_yield = tree_[id].kind == NodeKind::kGenerator;
  Add(HiddenParameterName(0, names_), kBinds | kIsParameter);
  for (NodeId loop : children.subspan(elements)) {
    if ((tree_[loop].flags & kAsync) != 0) scope.is_async = true;
    VisitTarget(tree_.Child(loop, 0));
    VisitChildren(loop, loop == first ? 2 : 1);
  }
  for (NodeId element : children.first(elements)) Visit(element);
  Leave();
}

/// Python 2's list comprehension binds its targets in the scope around.
void ScopeCollector::VisitInlineComprehension(NodeId id) {
  VisitChildren(id, 1);
  Visit(tree_.Child(id, 0));
}

void ScopeCollector::VisitImport(NodeId id) {
  bool is_from = tree_[id].kind == NodeKind::kImportFrom;
  if (is_from && (tree_[id].flags & kStar) != 0) scope_->has_star_import = true;
  for (NodeId alias : tree_.Children(id)) {
    NodeId as = tree_[alias].child_count > 0 ? tree_.Child(alias, 0) : kNoNode;
    if (as != kNoNode) {
      Bind(tree_[as].atom);
      continue;
    }
    std::string_view name = names_.Text(tree_[alias].atom);
    Add(names_.Name(is_from ? name : name.substr(0, name.find('.'))), kBinds);
  }
}

}  // namespace

std::unique_ptr<FileScopes> BuildScopes(const SyntaxTree& tree, NodeId root, ScopeKind kind, NameTable& names) {
  auto file = std::make_unique<FileScopes>();
  file->tree = &tree;
  ScopeCollector(*file, names).Collect(root, kind);
  ResolveScopes(*file, names);
  return file;
}

}  // namespace tfscope
