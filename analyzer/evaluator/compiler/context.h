// What all parts of the compiler share: the heap of constants and names as interned strings.
#pragma once

#include <string_view>
#include <vector>

#include "analyzer/evaluator/heap.h"
#include "analyzer/support/interner.h"

namespace tfscope {

/// Names of the trees as strings of the constants' heap, one object per text.
class NameTable {
 public:
  NameTable(const Interner& interner, Heap& constants) : interner_(interner), constants_(constants) {}

  std::string_view Text(Atom atom) const { return interner_.Text(atom); }
  Heap& constants() { return constants_; }

  Str* Name(Atom atom);
  Str* Name(std::string_view text) { return constants_.Intern(text); }

  /// `__name` inside a class becomes `_Class__name`. `class_name` may be null.
  Str* Mangle(const Str* class_name, Str* name);

 private:
  const Interner& interner_;
  Heap& constants_;
  std::vector<Str*> by_atom_;
};

}  // namespace tfscope
