// ScopeSymbol tables: which names each module, class, function and comprehension binds, and where the others come from.
#pragma once

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "analyzer/evaluator/code.h"
#include "analyzer/evaluator/compiler/context.h"
#include "analyzer/syntax/tree.h"

namespace tfscope {

struct FileScopes;

enum class ScopeKind : uint8_t { kModule, kExpression, kClass, kFunction, kComprehension };

/// What a scope does with a name.
enum SymbolUse : uint8_t { kBinds = 1, kIsParameter = 2, kReads = 4, kDeclaredGlobal = 8, kDeclaredNonlocal = 16 };

/// Where a name of a scope lives. `kLocal` of a module or class is its namespace.
enum class Resolution : uint8_t { kLocal, kCell, kFree, kGlobalExplicit, kGlobalImplicit };

struct ScopeSymbol {
  Str* name;
  uint8_t uses = 0;
  Resolution resolution = Resolution::kGlobalImplicit;
  uint32_t local_index = 0;  ///< of kLocal in functions, and of parameters: index into Code::locals
};

/// One block of names. Made for the whole file at once; its code follows when the enclosing code is compiled.
struct Scope {
  ScopeKind kind = ScopeKind::kModule;
  NodeId node = kNoNode;
  Scope* parent = nullptr;
  FileScopes* file = nullptr;
  const Str* class_name = nullptr;  ///< of the innermost class around, for mangling
  bool has_yield = false;
  bool is_async = false;             ///< `async def`, or a comprehension with `async for` or `await`
  bool uses_super = false;           ///< reads the name `super`
  bool has_star_import = false;      ///< `from x import *`
  bool has_annotations = false;      ///< a module or class body with annotated names
  bool needs_class_cell = false;     ///< a class body whose functions use `__class__`
  std::vector<ScopeSymbol> symbols;  ///< in order of first appearance; parameters first
  std::unordered_map<const Str*, uint32_t> symbol_index;
  std::vector<Str*> free_names;             ///< of enclosing functions, used here or passed on to inner scopes
  std::unordered_set<const Str*> free_set;  ///< the same, for looking up
  std::unordered_map<const Str*, uint32_t> cell_index;  ///< cells, then free ones; set with the code
  Code* code = nullptr;
  Value code_value;  ///< `code` as a constant, once made

  bool is_function() const { return kind == ScopeKind::kFunction || kind == ScopeKind::kComprehension; }
  ScopeSymbol* Find(const Str* name);
  ScopeSymbol& FindOrAdd(Str* name);
};

/// The scopes of one file (or of one expression of it).
struct FileScopes {
  const SyntaxTree* tree = nullptr;
  bool postponed_annotations = false;          ///< from __future__ import annotations
  bool true_division = true;                   ///< false: Python 2 without `from __future__ import division`
  bool absolute_imports = false;               ///< `from __future__ import absolute_import`
  std::vector<std::unique_ptr<Scope>> scopes;  ///< outer ones before inner ones; the first is the module's
  std::unordered_map<NodeId, Scope*> by_node;

  Scope* Of(NodeId node) const;
};

/// Collects and resolves the names of the module or expression at `root`.
std::unique_ptr<FileScopes> BuildScopes(const SyntaxTree& tree, NodeId root, ScopeKind kind, NameTable& names);

/// Resolves every symbol; a part of BuildScopes.
void ResolveScopes(FileScopes& file, NameTable& names);

/// The name of a hidden parameter: `.0` of a comprehension, `.1` for a tuple parameter in second place.
Str* HiddenParameterName(uint32_t index, NameTable& names);

}  // namespace tfscope
