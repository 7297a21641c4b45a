// Names that CPython's symbol tables refuse.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "analyzer/syntax/compile_errors.h"

namespace tfscope {

namespace {

class NameChecker {
 public:
  NameChecker(const SyntaxTree& tree, const Interner& interner) : tree_(tree), interner_(interner) {}

  std::optional<CompileError> Run() {
    Scope module;
    scope_ = &module;
    VisitAll(tree_.Children(tree_.root()));
    return error_ ? std::move(error_) : std::move(late_error_);
  }

 private:
  enum Use : uint8_t { kParameter = 1, kAssigned = 2, kUsed = 4, kAnnotated = 8, kGlobal = 16, kNonlocal = 32 };

  struct Scope {
    enum class Kind : uint8_t { kModule, kFunction, kClass };
    Kind kind = Kind::kModule;
    Scope* outer = nullptr;
    std::unordered_map<Atom, uint8_t> uses = {};
    NodeId body = kNoNode;                ///< of a function
    NodeId definition = kNoNode;          ///< of a function or class
    std::unordered_set<Atom> names = {};  ///< in the body, once asked for
  };

  NodeKind KindOf(NodeId id) const { return tree_[id].kind; }
  std::string_view Text(Atom name) const { return interner_.Text(name); }

  void Fail(NodeId node, std::string message) {
    if (!error_) error_ = CompileError{std::move(message), node};
  }

  void VisitAll(std::span<const NodeId> nodes) {
    for (NodeId node : nodes) Visit(node);
  }

  void Note(Atom name, uint8_t use) { scope_->uses[name] |= use; }

  void Visit(NodeId id) {
    if (id == kNoNode || error_) return;
    const Node& node = tree_[id];
    switch (node.kind) {
      case NodeKind::kFunctionDef:
      case NodeKind::kLambda:
        return VisitFunction(id);
      case NodeKind::kClassDef:
        return VisitClass(id);
      case NodeKind::kGlobal:
      case NodeKind::kNonlocal:
        return VisitDeclaration(id);
      case NodeKind::kName:
        return Note(node.atom, kUsed);
      case NodeKind::kAssign:
      case NodeKind::kAugmentedAssign:
        return VisitAssignment(id);
      case NodeKind::kAnnotatedAssign:
        return VisitAnnotation(id);
      case NodeKind::kFor:
      case NodeKind::kComprehensionFor:
        Bind(tree_.Child(id, 0));
        return VisitAll(tree_.Children(id).subspan(1));
      case NodeKind::kListComprehension:
      case NodeKind::kSetComprehension:
      case NodeKind::kDictComprehension:
      case NodeKind::kGenerator:
        return VisitComprehension(id);
      case NodeKind::kWithItem:
        Visit(tree_.Child(id, 0));
        return Bind(tree_.Child(id, 1));
      case NodeKind::kExceptHandler:
        Visit(tree_.Child(id, 0));
        Bind(tree_.Child(id, 1));
        return Visit(tree_.Child(id, 2));
      case NodeKind::kImportFrom:
        if ((node.flags & kStar) != 0 && scope_->kind != Scope::Kind::kModule) {
          Fail(scope_->definition, "import * only allowed at module level");
        }
        return VisitAliases(id);
      case NodeKind::kImport:
        return VisitAliases(id);
      default:
        return VisitAll(tree_.Children(id));
    }
  }

  /// The names of a target are assigned; the rest of it is used.
  void Bind(NodeId target) {
    if (target == kNoNode) return;
    switch (KindOf(target)) {
      case NodeKind::kName:
        return Note(tree_[target].atom, kAssigned);
      case NodeKind::kTuple:
      case NodeKind::kList:
      case NodeKind::kStarred:
        for (NodeId element : tree_.Children(target)) Bind(element);
        return;
      default:
        return Visit(target);
    }
  }

  void VisitAliases(NodeId id) {
    for (NodeId alias : tree_.Children(id)) {
      NodeId name = tree_[alias].child_count > 0 ? tree_.Child(alias, 0) : kNoNode;
      if (name != kNoNode) {
        Bind(name);
        continue;
      }
      if (tree_[alias].atom != kNoAtom) Note(tree_[alias].atom, kAssigned);  // of a dotted name, no name at all
    }
  }

  void VisitAssignment(NodeId id) {
    std::span<const NodeId> children = tree_.Children(id);
    if (KindOf(id) == NodeKind::kAssign) Visit(children.back());
    for (NodeId target : children.first(children.size() - 1)) Bind(target);
    if (KindOf(id) == NodeKind::kAugmentedAssign) Visit(children.back());
  }

  void VisitAnnotation(NodeId id) {
    NodeId target = tree_.Child(id, 0);
    if (KindOf(target) == NodeKind::kName) {
      const Atom name = tree_[target].atom;
      const uint8_t uses = scope_->uses[name];
      const bool declared = (uses & (kGlobal | kNonlocal)) != 0;
      if (declared && scope_->kind != Scope::Kind::kModule) {
        Fail(id,
             fmt::format("annotated name '{}' can't be {}", Text(name), (uses & kGlobal) != 0 ? "global" : "nonlocal"));
      }
      Note(name, kAnnotated | kAssigned);
    } else {
      Visit(target);
    }
    VisitAll(tree_.Children(id).subspan(1));
  }

  void VisitDeclaration(NodeId id) {
    const bool is_global = KindOf(id) == NodeKind::kGlobal;
    if (!is_global && scope_->kind == Scope::Kind::kModule) {
      return Fail(id, "nonlocal declaration not allowed at module level");
    }
    for (NodeId child : tree_.Children(id)) {
      const Atom name = tree_[child].atom;
      const uint8_t uses = scope_->uses[name];
      if (std::optional<std::string> refusal = Refusal(uses, Text(name), is_global ? "global" : "nonlocal")) {
        return Fail(id, *refusal);
      }
      Note(name, is_global ? kGlobal : kNonlocal);
      if (!is_global) CheckBinding(name, id);
    }
  }

  static std::optional<std::string> Refusal(uint8_t uses, std::string_view name, std::string_view declared) {
    if ((uses & kParameter) != 0) return fmt::format("name '{}' is parameter and {}", name, declared);
    if ((uses & kAnnotated) != 0) return fmt::format("annotated name '{}' can't be {}", name, declared);
    if ((uses & kUsed) != 0) return fmt::format("name '{}' is used prior to {} declaration", name, declared);
    if ((uses & kAssigned) != 0) return fmt::format("name '{}' is assigned to before {} declaration", name, declared);
    return std::nullopt;
  }

  /// What an outer function binds may stand behind the inner one, so its whole body is looked through.
  void CheckBinding(Atom name, NodeId statement) {
    if (late_error_) return;
    for (Scope* outer = scope_->outer; outer != nullptr; outer = outer->outer) {
      if (outer->kind != Scope::Kind::kFunction) continue;
      auto uses = outer->uses.find(name);
      if (uses != outer->uses.end() && (uses->second & kGlobal) != 0) break;
      if (uses != outer->uses.end() && (uses->second & (kParameter | kAssigned | kNonlocal)) != 0) return;
      if (NamesIn(*outer).contains(name)) return;
    }
    late_error_ = CompileError{fmt::format("no binding for nonlocal '{}' found", Text(name)), statement};
  }

  /// The names that the body of a function has, bound or not: a use alone is rare, and then nothing is said.
  const std::unordered_set<Atom>& NamesIn(Scope& function) {
    if (function.names.empty() && function.body != kNoNode) {
      function.names.insert(kNoAtom);
      AddNames(function.body, function.names);
    }
    return function.names;
  }

  void AddNames(NodeId id, std::unordered_set<Atom>& names) const {
    if (id == kNoNode) return;
    const Node& node = tree_[id];
    const bool defines = node.kind == NodeKind::kFunctionDef || node.kind == NodeKind::kClassDef;
    if (defines || node.kind == NodeKind::kAlias || node.kind == NodeKind::kName) names.insert(node.atom);
    if (defines || node.kind == NodeKind::kLambda || node.kind == NodeKind::kGlobal) return;
    for (NodeId child : tree_.Children(id)) AddNames(child, names);
  }

  /// A scope of its own, but for the first iterable.
  void VisitComprehension(NodeId id) {
    std::span<const NodeId> children = tree_.Children(id);
    auto first =
        std::ranges::find(children, NodeKind::kComprehensionFor, [this](NodeId child) { return KindOf(child); });
    if (first == children.end()) return VisitAll(children);
    Visit(tree_.Child(*first, 1));
    Scope inner{.kind = Scope::Kind::kFunction, .outer = scope_};
    scope_ = &inner;
    for (NodeId child : children) {
      if (child != *first) {
        Visit(child);
        continue;
      }
      Bind(tree_.Child(child, 0));
      VisitAll(tree_.Children(child).subspan(2));
    }
    scope_ = inner.outer;
  }

  void VisitFunction(NodeId id) {
    const Node& node = tree_[id];
    const bool is_lambda = node.kind == NodeKind::kLambda;
    std::span<const NodeId> children = tree_.Children(id);
    const NodeId body = children[is_lambda ? 1 : 2];
    if (!is_lambda) Note(node.atom, kAssigned);
    for (NodeId parameter : tree_.Children(children[0])) VisitAll(tree_.Children(parameter));
    for (size_t i = is_lambda ? 2 : 1; i < children.size(); ++i) {
      if (children[i] != body) Visit(children[i]);
    }
    Scope inner{.kind = Scope::Kind::kFunction, .outer = scope_};
    for (NodeId parameter : tree_.Children(children[0])) {
      const Atom name = tree_[parameter].atom;
      if (name == kNoAtom) continue;
      if ((inner.uses[name] & kParameter) != 0) {
        Fail(id, fmt::format("duplicate argument '{}' in function definition", Text(name)));
      }
      inner.uses[name] |= kParameter;
    }
    inner.body = body;
    inner.definition = id;
    scope_ = &inner;
    Visit(body);
    scope_ = inner.outer;
  }

  void VisitClass(NodeId id) {
    std::span<const NodeId> children = tree_.Children(id);
    Note(tree_[id].atom, kAssigned);
    for (size_t i = 0; i < children.size(); ++i) {
      if (i != 1) Visit(children[i]);
    }
    Scope inner{.kind = Scope::Kind::kClass, .outer = scope_};
    inner.definition = id;
    scope_ = &inner;
    Visit(children[1]);
    scope_ = inner.outer;
  }

  const SyntaxTree& tree_;
  const Interner& interner_;
  Scope* scope_ = nullptr;
  std::optional<CompileError> error_;
  std::optional<CompileError> late_error_;
};

}  // namespace

std::optional<CompileError> NameError(const SyntaxTree& tree, const Interner& interner) {
  return NameChecker(tree, interner).Run();
}

}  // namespace tfscope
