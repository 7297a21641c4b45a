// Names that the machine itself looks up in classes, interned once for each heap.
#pragma once

namespace tfscope {

struct Str;

/// Python's names of special methods; a field lacks the underscores of its name.
struct SpecialNames {
  Str* delete_descriptor = nullptr;  ///< `__delete__`
  Str* get = nullptr;
  Str* getattr = nullptr;
  Str* getattribute = nullptr;
  Str* init = nullptr;
  Str* make = nullptr;  ///< `__new__`
  Str* set = nullptr;
  Str* delattr = nullptr;
  Str* setattr = nullptr;
};

}  // namespace tfscope
