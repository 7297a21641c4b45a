// Errors that the tokens show, and what makes the rest readable in spite of them.
#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "analyzer/syntax/preparer.h"

namespace tfscope {
namespace {

constexpr size_t kMaxIssues = 100;

// Each time a bracket turns out at the end of the file to be open, the text behind its statement is read again.
constexpr int kMaxResumptions = 20;

// Words that start a statement and stand nowhere else: a bracket still open there is never closed.
bool StartsStatement(std::string_view word) {
  static constexpr std::array<std::string_view, 17> kWords = {
      "assert", "break",    "class", "continue", "def",    "del", "except", "finally", "global",
      "import", "nonlocal", "pass",  "raise",    "return", "try", "while",  "with"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

// Words whose statement has a colon.
bool IsHeader(std::string_view word) {
  static constexpr std::array<std::string_view, 11> kWords = {"class", "def", "elif", "else",  "except", "finally",
                                                              "for",   "if",  "try",  "while", "with"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

// Clauses that belong to the statement before them.
bool IsClause(std::string_view word) {
  return word == "elif" || word == "else" || word == "except" || word == "finally";
}

char OpeningOf(char closing) { return closing == ')' ? '(' : closing == ']' ? '[' : '{'; }

}  // namespace

void Preparer::EndLogicalLine() {
  if (!logical_start_) {
    after_colon_ = last_token_ == ':';
    if (header_) {
      Issue(last_token_end_, "expected `:`");
      if (!without_colon_) {
        without_colon_ = true;
        without_colon_begin_ = statement_begin_;
        without_colon_column_ = statement_column_;
      }
    }
  }
  logical_start_ = true;
  statement_start_ = true;
  header_ = false;
}

// At the first token of a logical line.
void Preparer::StartLogicalLine() {
  logical_start_ = false;
  statement_begin_ = at_;
  statement_column_ = at_ - line_start_;
  resume_ = 0;
  lambdas_ = 0;
  const std::string_view word = WordAt(at_);
  header_ = IsHeader(word);
  if (without_colon_ &&
      (statement_column_ < without_colon_column_ || (statement_column_ == without_colon_column_ && !IsClause(word)))) {
    EndHeaderWithoutColon();
  }
  if (!out_.issues.empty()) return;  // what follows an error is not judged
  switch (indentation_.Take(text_.substr(line_start_, at_ - line_start_), std::exchange(after_colon_, false))) {
    case Indentation::Verdict::kRight:
      break;
    case Indentation::Verdict::kExpectedBlock:
      Issue(at_, "expected an indented block");
      break;
    case Indentation::Verdict::kUnexpected:
      Issue(at_, "unexpected indent");
      break;
    case Indentation::Verdict::kMismatch:
      Issue(at_, "unindent does not match any outer indentation level");
      break;
    case Indentation::Verdict::kInconsistent:
      MarkPython2(at_, "inconsistent use of tabs and spaces in indentation");
      break;
  }
}

void Preparer::Issue(size_t offset, std::string message) {
  if (out_.issues.size() < kMaxIssues) out_.issues.push_back({static_cast<uint32_t>(offset), std::move(message)});
}

void Preparer::TakeClosing(char c) {
  if (!InBrackets()) {
    Issue(at_, fmt::format("unmatched `{}`", c));
    out_.text[at_] = ' ';
    return;
  }
  const char opening = brackets_.back().first;
  if (opening != OpeningOf(c)) {
    Issue(at_, fmt::format("closing parenthesis `{}` does not match opening parenthesis `{}`", c, opening));
  }
  brackets_.pop_back();
}

// At the first token of a line inside brackets.
void Preparer::ContinueLine(size_t first) {
  const std::string_view word = WordAt(first);
  if (StartsStatement(word)) {
    GiveUpStatement(first);
    return;
  }
  const bool left = first - line_start_ < statement_column_;
  const bool may_start = first - line_start_ <= statement_column_ && !word.empty();
  if (resume_ == 0 && may_start && std::string_view(",([{+-*/%=<>|&^.").find(last_token_) == std::string_view::npos) {
    resume_ = first;
  }
  if (!left || line_start_ == 0) return;
  if (last_comment_.second == line_start_ - 1) Blank(last_comment_.first, last_comment_.second);
  out_.text[line_start_ - 1] = ' ';
}

// The statement's bracket is not closed before `end`, where another statement starts.
void Preparer::GiveUpStatement(size_t end) {
  Issue(brackets_.back().second, fmt::format("`{}` was never closed", brackets_.back().first));
  const size_t line = text_.rfind('\n', end) + 1;  // 0 if none
  BlankStatement(statement_begin_, std::max(line, statement_begin_ + 1));
  brackets_.clear();
  after_colon_ = false;
  last_token_ = '0';
  logical_start_ = statement_start_ = true;
  header_ = false;
  line_start_ = line;
  resume_ = 0;
}

// At the end with a bracket open: true if reading goes on behind the statement that has it.
bool Preparer::Resume() {
  if (!InBrackets()) {
    EndLogicalLine();
    return false;
  }
  if (resume_ == 0 || ++resumptions_ > kMaxResumptions) {
    Issue(brackets_.back().second, fmt::format("`{}` was never closed", brackets_.back().first));
    return false;
  }
  const size_t end = resume_;
  GiveUpStatement(end);
  at_ = end;
  return true;
}

void Preparer::BlankStatement(size_t begin, size_t end) {
  if (begin >= text_.size()) return;
  Blank(begin, end);
  out_.text[begin] = '0';
  out_.blanked.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
}

// What belongs to the header ends before this line. Without its colon, the grammar would lose what follows, too.
void Preparer::EndHeaderWithoutColon() {
  without_colon_ = false;
  BlankStatement(without_colon_begin_, logical_start_ ? text_.size() : line_start_);
}

void Preparer::FinishErrors() {
  if (without_colon_) EndHeaderWithoutColon();
  if (after_colon_) Issue(text_.size(), "expected an indented block");
}

}  // namespace tfscope
