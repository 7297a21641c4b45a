// The text as tree-sitter is to see it: same length and lines, but without what its Python grammar reads slowly or
// wrongly. Names, literals and spans are still taken from the file's own text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tfscope {

/// What only Python 2 accepts, at `offset`.
struct Python2Mark {
  uint32_t offset;
  const char* message;  ///< what Python 3 says of it, lower case, no final period
};

struct PreparedText {
  std::string text;

  /// The first print or exec statement that Python 3 does not accept.
  std::optional<Python2Mark> python2_mark;

  /// Print and exec statements are rewritten to a keyword that the grammar reads as Python 2 reads theirs: `print`
  /// became `yield`, `exec` became `del `. The lowering tells them by the original text.
  bool rewritten = false;

  /// There are words `print` or `exec` that a rewriting would change.
  bool rewritable = false;
};

/// - Comment lines in runs of eight or more are blanked: the grammar's scanner looks ahead over the whole run from
/// each.
/// - Backquotes become parentheses: the grammar takes them for strings.
/// - Tabs after spaces in an indentation count to the next multiple of eight, not eight columns each.
/// - In Python 2 files (`python2`, or a print or exec statement stands in it) such statements are rewritten.
PreparedText PrepareForGrammar(std::string_view text, bool python2);

}  // namespace tfscope
