// Typed tree to compact code. Names are resolved for a whole file at once; each function's instructions follow when it
// is first called.
#pragma once

#include <memory>
#include <string>

#include "analyzer/evaluator/code.h"
#include "analyzer/evaluator/heap.h"
#include "analyzer/source/source_manager.h"
#include "analyzer/support/interner.h"

namespace tfscope {

/// Owns the code of all files of a run and the heap of its constants.
class CodeStore {
 public:
  explicit CodeStore(const Interner& interner);
  ~CodeStore();

  /// The code of a file's module body; not compiled yet. `tree` must outlive the store.
  Code* CompileModule(const SyntaxTree& tree);

  /// The code of one expression (for `eval`), which returns its value.
  Code* CompileExpression(const SyntaxTree& tree, NodeId expression);

  /// Emits the instructions of `code` if that has not happened.
  void EnsureCompiled(Code* code);

  /// Interned strings and constants; immutable for evaluation.
  Heap& constants() { return constants_; }

 private:
  struct State;
  const Interner& interner_;
  Heap constants_;
  std::unique_ptr<State> state_;
};

/// Instructions, constants and tables of `code` and the code inside it, as text: for `--dump code` and tests.
std::string DumpCode(CodeStore& store, Code* code, const SourceManager& sources);

}  // namespace tfscope
