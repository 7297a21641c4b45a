// How PrepareForGrammar works: one pass over the tokens that matters to no other part of the program.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzer/syntax/indentation.h"
#include "analyzer/syntax/preparation.h"

namespace tfscope {

/// Strings and comments are skipped, brackets counted, the starts of statements known.
class Preparer {
 public:
  Preparer(std::string_view text, bool python2) : text_(text), python2_(python2) { out_.text = text; }

  PreparedText Run();

 private:
  /// A statement to rewrite in Python 2.
  struct Statement {
    size_t keyword;
    bool print;
  };

  // ---- tokens and lines (preparation.cpp)
  char Peek(size_t offset) const { return at_ + offset < text_.size() ? text_[at_ + offset] : '\0'; }
  bool InBrackets() const { return !brackets_.empty(); }
  void Step();
  void StartLine();
  void WriteIndentation(size_t end);
  void FlushComments();
  void Blank(size_t begin, size_t end);
  void SkipString();
  void PrepareFormats(size_t begin, size_t end);
  void TakePunctuation(char c);
  void TakeWord();
  size_t NextToken() const;
  std::string_view WordAt(size_t begin) const;

  // ---- errors (preparation_errors.cpp)
  void Issue(size_t offset, std::string message);
  void StartLogicalLine();
  void EndLogicalLine();
  void TakeClosing(char c);
  void ContinueLine(size_t first);
  void GiveUpStatement(size_t end);
  void BlankStatement(size_t begin, size_t end);
  void EndHeaderWithoutColon();
  bool Resume();
  void FinishErrors();

  // ---- Python 2 (preparation_python2.cpp)
  void TakeBackquote();
  bool OnlyAfterKeyword(size_t next) const;
  void TakePrint(size_t begin);
  void TakeExec(size_t begin);
  void MarkPython2(size_t offset, const char* message);
  void Rewrite();

  std::string_view text_;
  bool python2_;
  PreparedText out_;
  size_t at_ = 0;
  size_t line_start_ = 0;
  size_t continuations_ = 0;  // backslashes before line ends since the last token
  char last_token_ = '\0';    // its last character
  size_t last_token_end_ = 0;
  std::vector<std::pair<char, size_t>> brackets_;    // open ones
  std::vector<std::pair<size_t, size_t>> comments_;  // a run of whole-line comments
  std::pair<size_t, size_t> last_comment_;

  bool statement_start_ = true;  // also behind `;` and `:`
  bool logical_start_ = true;    // before the first token of a logical line
  bool after_colon_ = false;     // the last logical line ended with one
  size_t statement_begin_ = 0;
  size_t statement_column_ = 0;
  bool header_ = false;   // the logical line needs a colon
  uint32_t lambdas_ = 0;  // before their colon, outside of brackets
  Indentation indentation_;

  size_t resume_ = 0;  // where a statement may start if the brackets are never closed
  int resumptions_ = 0;
  bool without_colon_ = false;  // a header lacked its colon; its lines last
  size_t without_colon_begin_ = 0;
  size_t without_colon_column_ = 0;

  size_t closing_backquote_ = 0;
  bool future_import_ = false;
  bool print_is_function_ = false;
  std::vector<Statement> rewrites_;
};

}  // namespace tfscope
