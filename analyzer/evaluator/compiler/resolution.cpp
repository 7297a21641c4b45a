// Decides where each name of each scope lives, as CPython's symbol table does.
#include "analyzer/evaluator/compiler/scope.h"

namespace tfscope {

namespace {

void AddFree(Scope& scope, Str* name) {
  if (scope.free_set.insert(name).second) scope.free_names.push_back(name);
}

/// Whether `scope` binds `name` for the scopes inside it. Stops the search at a `global` declaration.
enum class Lookup : uint8_t { kFound, kGoOn, kStop };

Lookup LookIn(Scope& scope, Str* name, bool is_class_cell) {
  if (scope.kind == ScopeKind::kModule || scope.kind == ScopeKind::kExpression) return Lookup::kStop;
  if (scope.kind == ScopeKind::kClass) return is_class_cell ? Lookup::kFound : Lookup::kGoOn;
  ScopeSymbol* symbol = scope.Find(name);
  if (symbol == nullptr) return Lookup::kGoOn;
  if ((symbol->uses & kDeclaredGlobal) != 0) return Lookup::kStop;
  if ((symbol->uses & kDeclaredNonlocal) != 0) return Lookup::kGoOn;
  return (symbol->uses & kBinds) != 0 ? Lookup::kFound : Lookup::kGoOn;
}

/// True if an enclosing function or class has the name; then it and the scopes between know of it.
bool ResolveOutside(Scope& scope, Str* name, const Str* class_cell) {
  Scope* owner = scope.parent;
  while (owner != nullptr) {
    Lookup lookup = LookIn(*owner, name, name == class_cell);
    if (lookup == Lookup::kStop) return false;
    if (lookup == Lookup::kFound) break;
    owner = owner->parent;
  }
  if (owner == nullptr) return false;
  if (owner->kind == ScopeKind::kClass) {
    owner->needs_class_cell = true;
  } else {
    owner->Find(name)->resolution = Resolution::kCell;
  }
  for (Scope* user = &scope; user != owner; user = user->parent) AddFree(*user, name);
  return true;
}

void Resolve(Scope& scope, ScopeSymbol& symbol, const Str* class_cell) {
  bool declared_nonlocal = (symbol.uses & kDeclaredNonlocal) != 0;
  if ((symbol.uses & kDeclaredGlobal) != 0) {
    symbol.resolution = Resolution::kGlobalExplicit;
  } else if ((symbol.uses & kBinds) != 0 && !declared_nonlocal) {
    // An inner scope may have made it a cell already: scopes are resolved outer ones first, so this cannot undo it.
    symbol.resolution = Resolution::kLocal;
  } else if (ResolveOutside(scope, symbol.name, class_cell)) {
    symbol.resolution = Resolution::kFree;
  } else {
    symbol.resolution = declared_nonlocal ? Resolution::kGlobalExplicit : Resolution::kGlobalImplicit;
  }
}

}  // namespace

void ResolveScopes(FileScopes& file, NameTable& names) {
  const Str* class_cell = names.Name("__class__");
  for (const std::unique_ptr<Scope>& scope : file.scopes) {
    for (ScopeSymbol& symbol : scope->symbols) Resolve(*scope, symbol, class_cell);
  }
}

}  // namespace tfscope
