// Makes `Code` objects from scopes: everything about them but the instructions.
#pragma once

#include <memory>
#include <vector>

#include "analyzer/evaluator/code.h"
#include "analyzer/evaluator/compiler/context.h"
#include "analyzer/evaluator/compiler/scope.h"

namespace tfscope {

/// Owns all code and all symbol tables of a run.
class CodeFactory {
 public:
  CodeFactory(const Interner& interner, Heap& constants) : names_(interner, constants) {}

  NameTable& names() { return names_; }
  FileScopes& AddFile(std::unique_ptr<FileScopes> file);

  /// The code of `scope`, made at the first request, without instructions.
  Code* CodeOf(Scope& scope);
  /// The same as a constant.
  Value ConstantOf(Scope& scope);

 private:
  void SetNames(Scope& scope, Code& code);
  void SetParameters(const Scope& scope, Code& code);
  void SetVariables(Scope& scope, Code& code);
  Str* Docstring(const Scope& scope);

  NameTable names_;
  std::vector<std::unique_ptr<FileScopes>> files_;
  std::vector<std::unique_ptr<Code>> codes_;
};

}  // namespace tfscope
