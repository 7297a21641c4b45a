// Statements and literals of Python 2.
#include <algorithm>
#include <array>

#include "analyzer/source/characters.h"
#include "analyzer/syntax/preparer.h"

namespace tfscope {
namespace {

// Words after which `print` before them is an operand, not a keyword.
bool IsOperatorWord(std::string_view word) {
  static constexpr std::array<std::string_view, 8> kWords = {"in", "is", "and", "or", "if", "else", "for", "as"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

}  // namespace

void Preparer::TakeBackquote() {
  if (at_ == closing_backquote_) return;
  const size_t close = text_.find_first_of("`\n", at_ + 1);
  const bool pair = close != std::string_view::npos && text_[close] == '`';
  // A lone one is made a character that is wrong nowhere but here.
  out_.text[at_] = pair ? '(' : '?';
  if (!pair) return;
  out_.text[close] = ')';
  closing_backquote_ = close;
  MarkPython2(at_, "invalid syntax");
}

// True if a word or literal that starts at `next` can follow the keyword print or exec, but not a name.
bool Preparer::OnlyAfterKeyword(size_t next) const {
  const char c = next < text_.size() ? text_[next] : '\n';
  if (IsQuote(c) || IsDigit(c)) return true;
  if (!IsNameStart(c)) return false;
  const std::string_view word = WordAt(next);
  if (IsOperatorWord(word)) return false;
  if (word != "not") return true;
  const size_t after = text_.find_first_not_of(" \t", next + word.size());
  return after == std::string_view::npos || WordAt(after) != "in";
}

void Preparer::TakePrint(size_t begin) {
  const size_t next = NextToken();
  const char c = next < text_.size() ? text_[next] : '\n';
  const char after = next + 1 < text_.size() ? text_[next + 1] : '\n';
  const bool number = c == '.' && IsDigit(after);
  const bool only_keyword = OnlyAfterKeyword(next) || number || c == '~' || c == '{' || c == '`';
  if (only_keyword) MarkPython2(begin, "missing parentheses in call to `print`");
  const bool chevron = c == '>' && after == '>' && text_.substr(next, 3) != ">>=";
  const bool bare = c == '\n' || c == ';' || c == '#';
  const bool sign = (c == '-' || c == '+') && after != '=';
  if (only_keyword || chevron || bare || sign || c == '(' || c == '[') rewrites_.push_back({begin, true});
}

void Preparer::TakeExec(size_t begin) {
  const size_t next = NextToken();
  const bool only_keyword = OnlyAfterKeyword(next);
  if (only_keyword) MarkPython2(begin, "missing parentheses in call to `exec`");
  if (only_keyword || (next < text_.size() && text_[next] == '(')) rewrites_.push_back({begin, false});
}

void Preparer::MarkPython2(size_t offset, const char* message) {
  if (!out_.python2_mark) out_.python2_mark = Python2Mark{static_cast<uint32_t>(offset), message};
}

void Preparer::Rewrite() {
  for (const Statement& statement : rewrites_) {
    if (!statement.print) {
      out_.text.replace(statement.keyword, 4, "del ");
      continue;
    }
    out_.text.replace(statement.keyword, 5, "yield");
    at_ = statement.keyword + 5;
    const size_t next = NextToken();
    if (text_.substr(next, 2) == ">>") out_.text.replace(next, 2, "  ");
  }
  out_.python2 = true;
}

}  // namespace tfscope
