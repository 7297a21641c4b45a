// The pass over the tokens: comments, strings, lines.
#include "analyzer/syntax/preparation.h"

#include <algorithm>

#include "analyzer/source/characters.h"
#include "analyzer/syntax/preparer.h"

namespace tfscope {
namespace {

constexpr size_t kLongCommentRun = 8;
constexpr size_t kLongContinuation = 8;

}  // namespace

PreparedText PrepareForGrammar(std::string_view text, bool python2) { return Preparer(text, python2).Run(); }

PreparedText Preparer::Run() {
  StartLine();
  do {
    while (at_ < text_.size()) Step();
  } while (Resume());
  FlushComments();
  FinishErrors();
  if (python2_ || out_.python2_mark) Rewrite();
  return std::move(out_);
}

void Preparer::Step() {
  const char c = text_[at_];
  if (c == '\n') {
    if (!InBrackets()) EndLogicalLine();
    ++at_;
    StartLine();
    return;
  }
  if (IsBlank(c)) {
    ++at_;
    return;
  }
  if (c == '#') {
    const size_t end = std::min(text_.find('\n', at_), text_.size());
    last_comment_ = {at_, end};
    at_ = end;
    return;
  }
  if (c == '\\' && Peek(1) == '\n') {
    if (++continuations_ > kLongContinuation) out_.text.replace(at_, 2, "  ");
    at_ += 2;
    line_start_ = at_;
    return;
  }
  if (logical_start_) StartLogicalLine();
  if (IsQuote(c)) {
    SkipString();
    statement_start_ = false;
  } else if (IsNameStart(c)) {
    TakeWord();
  } else if (IsDigit(c)) {
    while (at_ < text_.size() && IsNamePart(text_[at_])) ++at_;
    statement_start_ = false;
  } else {
    TakePunctuation(c);
  }
  continuations_ = 0;
  last_token_ = text_[at_ - 1];
  last_token_end_ = at_;
}

void Preparer::TakePunctuation(char c) {
  if (c == '(' || c == '[' || c == '{') brackets_.push_back({c, at_});
  if (c == ')' || c == ']' || c == '}') TakeClosing(c);
  statement_start_ = !InBrackets() && (c == ';' || c == ':');
  if (c == ':' && !InBrackets()) {
    if (lambdas_ == 0) header_ = false;
    if (lambdas_ > 0) --lambdas_;
  }
  if (c == '`') TakeBackquote();
  ++at_;
}

void Preparer::Blank(size_t begin, size_t end) {
  for (size_t i = begin; i < end; ++i) {
    if (text_[i] != '\n') out_.text[i] = ' ';
  }
}

// At the start of a line that is not inside a string: its indentation, and whether it is only a comment.
void Preparer::StartLine() {
  size_t first = at_;
  bool space = false;
  bool tab_after_space = false;
  for (; first < text_.size() && IsBlank(text_[first]); ++first) {
    if (text_[first] == ' ') space = true;
    if (text_[first] == '\t' && space) tab_after_space = true;
  }
  line_start_ = at_;
  const char c = first < text_.size() ? text_[first] : '\0';
  if (InBrackets() && c != '#' && c != '\n') ContinueLine(first);
  if (c == '#') {
    const size_t end = std::min(text_.find('\n', first), text_.size());
    comments_.push_back({first, end});
  } else if (c != '\n') {
    FlushComments();
  }
  if (tab_after_space) WriteIndentation(first);
  at_ = first;
}

// The same width in as many bytes: form feeds, which set the column to zero, then tabs and spaces.
void Preparer::WriteIndentation(size_t end) {
  size_t width = 0;
  for (size_t i = at_; i < end; ++i) {
    width = text_[i] == ' ' ? width + 1 : text_[i] == '\t' ? (width / 8 + 1) * 8 : 0;
  }
  const size_t tabs = width / 8;
  const size_t spaces = width % 8;
  const auto begin = out_.text.begin() + static_cast<ptrdiff_t>(at_);
  const auto first_tab = begin + static_cast<ptrdiff_t>(end - at_ - tabs - spaces);
  std::fill(begin, first_tab, '\f');
  std::fill(first_tab, first_tab + static_cast<ptrdiff_t>(tabs), '\t');
  std::fill_n(first_tab + static_cast<ptrdiff_t>(tabs), spaces, ' ');
}

void Preparer::FlushComments() {
  if (comments_.size() >= kLongCommentRun) {
    for (const auto& [begin, end] : comments_) Blank(begin, end);
  }
  comments_.clear();
}

void Preparer::SkipString() {
  const size_t begin = at_;
  const char quote = text_[at_];
  const bool triple = Peek(1) == quote && Peek(2) == quote;
  at_ += triple ? 3 : 1;
  while (at_ < text_.size()) {
    const char c = text_[at_];
    if (c == '\\') {
      at_ += 2;
    } else if (c == quote && (!triple || (Peek(1) == quote && Peek(2) == quote))) {
      at_ += triple ? 3 : 1;
      return;
    } else if (c == '\n' && !triple) {
      break;
    } else {
      ++at_;
    }
  }
  at_ = std::min(at_, text_.size());
  Issue(begin, triple ? "unterminated triple-quoted string literal" : "unterminated string literal");
}

/// The fields of an f-string between `begin` and `end`. `depth` counts the brackets open within a field.
void Preparer::PrepareFormats(size_t begin, size_t end) {
  bool in_field = false;
  size_t depth = 0;
  for (size_t at = begin; at + 1 < end; ++at) {
    const char c = text_[at];
    const bool opens = c == '{' || c == '(' || c == '[';
    if (!in_field) {
      const bool doubled = c == '{' && text_[at + 1] == '{';
      if (doubled) ++at;
      in_field = c == '{' && !doubled;
      depth = 0;
    } else if (depth == 0 && (c == '}' || c == ':')) {
      if (c == ':' && text_[at + 1] == '=') out_.text[at + 1] = '-';
      in_field = false;
    } else if (opens) {
      ++depth;
    } else if (c == '}' || c == ')' || c == ']') {
      --depth;
    }
  }
}

void Preparer::TakeWord() {
  const size_t begin = at_;
  while (at_ < text_.size() && IsNamePart(text_[at_])) ++at_;
  const std::string_view word = text_.substr(begin, at_ - begin);
  if (at_ < text_.size() && IsQuote(text_[at_]) && word.size() <= 3) {
    const size_t quotes = at_;
    SkipString();
    if (word.find_first_of("fF") != std::string_view::npos) PrepareFormats(quotes, at_);
  } else if (word == "lambda" && !InBrackets()) {
    ++lambdas_;
  } else if (word == "__future__") {
    future_import_ = true;
  } else if (word == "print_function" && future_import_) {
    print_is_function_ = true;
  } else if (statement_start_ && word == "print" && !print_is_function_) {
    TakePrint(begin);
  } else if (statement_start_ && word == "exec") {
    TakeExec(begin);
  } else if (statement_start_ && word == "type" && !OnlyAfterKeyword(NextToken())) {
    out_.text[begin] = 'T';  // any other name
  }
  statement_start_ = false;
}

// Offset of the next token on this line.
size_t Preparer::NextToken() const {
  size_t next = at_;
  while (next < text_.size() && IsBlank(text_[next])) ++next;
  return next;
}

std::string_view Preparer::WordAt(size_t begin) const {
  size_t end = begin;
  while (end < text_.size() && IsNamePart(text_[end])) ++end;
  return text_.substr(begin, end - begin);
}

}  // namespace tfscope
