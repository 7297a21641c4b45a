// The text as tree-sitter is to see it: same length and lines, but without what its Python grammar reads slowly or
// wrongly. Names, literals and spans are still taken from the file's own text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tfscope {

/// What only Python 2 accepts, at `offset`.
struct Python2Mark {
  uint32_t offset;
  const char* message;  ///< what Python 3 says of it, lower case, no final period
};

/// An error that the tokens show, better than tree-sitter's recovery from it would.
struct LexicalIssue {
  uint32_t offset;
  std::string message;  ///< lower case, no final period
};

/// A statement that was replaced by `0` and blanks, so that the ones behind it can be read.
struct BlankedStatement {
  uint32_t begin;
  uint32_t end;
};

struct PreparedText {
  std::string text;
  std::vector<LexicalIssue> issues;
  std::vector<BlankedStatement> blanked;  ///< in order

  /// The first print or exec statement that Python 3 does not accept.
  std::optional<Python2Mark> python2_mark;

  /// The text is read as Python 2: its print and exec statements are rewritten to a keyword that the grammar reads as
  /// Python 2 reads theirs, `print` to `yield`, `exec` to `del `. The lowering tells them by the original text.
  bool python2 = false;
};

/// - Comment lines in runs of eight or more are blanked: the grammar's scanner looks ahead over the whole run from
/// each.
/// - So are the backslashes and line ends of longer runs of continued lines without a token, for the same reason.
/// - Backquotes become parentheses: the grammar takes them for strings.
/// - Tabs after spaces in an indentation count to the next multiple of eight, not eight columns each.
/// - A format of an f-string that begins with `=`, as in `{x:=>8}`, is altered: the grammar takes it for an assignment.
/// - A name `type` at the start of a statement is altered: the grammar takes `type(x).y = z` for a type alias.
/// - A statement whose bracket is never closed is blanked, and so is a closing bracket without an opening one.
/// - Lines inside brackets that stand left of their statement are joined: the scanner would end a block there.
/// - In Python 2 files (`python2`, or a print or exec statement stands in it) such statements are rewritten.
PreparedText PrepareForGrammar(std::string_view text, bool python2);

}  // namespace tfscope
