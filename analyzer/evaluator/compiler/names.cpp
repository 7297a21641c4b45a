// Loads, stores and deletions of names, by where the symbol table says they live.
#include "analyzer/evaluator/compiler/code_compiler.h"

namespace tfscope {

uint32_t CodeCompiler::CellIndex(const Str* name) const {
  auto found = scope_.cell_index.find(name);
  return found == scope_.cell_index.end() ? UINT32_MAX : found->second;
}

void CodeCompiler::LoadCell(Str* name, NodeId node) {
  uint32_t cell = CellIndex(name);
  if (cell == UINT32_MAX) {
    emit_.Emit(Opcode::kHole, node);
  } else {
    emit_.Emit(Opcode::kLoadCell, node, cell);
  }
}

void CodeCompiler::LoadName(Str* name, NodeId node) {
  const ScopeSymbol* symbol = scope_.Find(name);
  Resolution resolution = symbol == nullptr ? Resolution::kGlobalImplicit : symbol->resolution;
  switch (resolution) {
    case Resolution::kLocal:
      if (scope_.is_function()) return emit_.Emit(Opcode::kLoadFast, node, symbol->local_index);
      return emit_.Emit(Opcode::kLoadName, node, emit_.NameIndex(name));
    case Resolution::kCell:
    case Resolution::kFree: {
      uint32_t index = scope_.kind == ScopeKind::kClass ? emit_.NameIndex(name) : 0;
      bool by_namespace = scope_.kind == ScopeKind::kClass && index <= UINT16_MAX;
      return emit_.Emit(by_namespace ? Opcode::kLoadClassDeref : Opcode::kLoadDeref, node, CellIndex(name), index);
    }
    case Resolution::kGlobalExplicit:
      return emit_.Emit(Opcode::kLoadGlobal, node, emit_.NameIndex(name));
    case Resolution::kGlobalImplicit:
      if (!scope_.is_function()) return emit_.Emit(Opcode::kLoadName, node, emit_.NameIndex(name));
      if (MayBeStarImported(name)) return emit_.Emit(Opcode::kHole, node);
      return emit_.Emit(Opcode::kLoadGlobal, node, emit_.NameIndex(name));
  }
}

/// Python 2 allows `from x import *` in functions: any name that the file does not bind may come from there.
bool CodeCompiler::MayBeStarImported(const Str* name) const {
  if (!scope_.has_star_import) return false;
  const ScopeSymbol* global = file_.scopes.front()->Find(name);
  return global == nullptr || (global->uses & kBinds) == 0;
}

void CodeCompiler::StoreName(Str* name, NodeId node) {
  const ScopeSymbol* symbol = scope_.Find(name);
  Resolution resolution = symbol == nullptr ? Resolution::kGlobalImplicit : symbol->resolution;
  switch (resolution) {
    case Resolution::kLocal:
      if (scope_.is_function()) return emit_.Emit(Opcode::kStoreFast, node, symbol->local_index);
      return emit_.Emit(Opcode::kStoreName, node, emit_.NameIndex(name));
    case Resolution::kCell:
    case Resolution::kFree:
      return emit_.Emit(Opcode::kStoreDeref, node, CellIndex(name));
    case Resolution::kGlobalExplicit:
      return emit_.Emit(Opcode::kStoreGlobal, node, emit_.NameIndex(name));
    case Resolution::kGlobalImplicit:  // names that the compiler itself stores, `__doc__` and the like
      return emit_.Emit(scope_.is_function() ? Opcode::kStoreGlobal : Opcode::kStoreName, node, emit_.NameIndex(name));
  }
}

void CodeCompiler::DeleteName(Str* name, NodeId node) {
  const ScopeSymbol* symbol = scope_.Find(name);
  Resolution resolution = symbol == nullptr ? Resolution::kGlobalImplicit : symbol->resolution;
  switch (resolution) {
    case Resolution::kLocal:
      if (scope_.is_function()) return emit_.Emit(Opcode::kDeleteFast, node, symbol->local_index);
      return emit_.Emit(Opcode::kDeleteName, node, emit_.NameIndex(name));
    case Resolution::kCell:
    case Resolution::kFree:
      return emit_.Emit(Opcode::kDeleteDeref, node, CellIndex(name));
    case Resolution::kGlobalExplicit:
      return emit_.Emit(Opcode::kDeleteGlobal, node, emit_.NameIndex(name));
    case Resolution::kGlobalImplicit:
      return emit_.Emit(scope_.is_function() ? Opcode::kDeleteGlobal : Opcode::kDeleteName, node,
                        emit_.NameIndex(name));
  }
}

}  // namespace tfscope
