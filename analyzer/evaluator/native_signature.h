// Parameter lists of natives, parsed once, and the binding of arguments to them.
#pragma once

#include <string_view>
#include <vector>

namespace tfscope {

/// `NativeSpec::parameters` taken apart.
struct NativeSignature {
  struct Parameter {
    std::string_view name;
    bool optional = false;
    bool keyword_only = false;
    bool positional_only = false;  ///< stands before a `/`

    bool TakesName(std::string_view keyword) const { return !positional_only && name == keyword; }
  };
  std::vector<Parameter> parameters;  ///< without `*args` and `**kwargs`
  int varargs_position = -1;          ///< where `*args` stands among them; -1: none
  bool has_keywords = false;
  size_t positional_count = 0;  ///< parameters that may be given by position
  size_t required_count = 0;    ///< parameters up to the last one that must be given
  bool is_plain = false;        ///< there are no `*args` and `**kwargs`, and no keyword must be given

  /// So many arguments by position, and no keywords, are a call of it.
  bool FitsPlainly(size_t count) const;

  static NativeSignature Parse(std::string_view text);
};

}  // namespace tfscope
