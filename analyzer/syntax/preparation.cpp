#include "analyzer/syntax/preparation.h"

#include <algorithm>
#include <array>
#include <vector>

namespace tfscope {
namespace {

constexpr size_t kLongCommentRun = 8;

bool IsWordStart(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsWordPart(char c) { return IsWordStart(c) || IsDigit(c); }
bool IsQuote(char c) { return c == '"' || c == '\''; }
bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\f'; }

// Words after which `print` before them is an operand, not a keyword.
bool IsOperatorWord(std::string_view word) {
  static constexpr std::array<std::string_view, 8> kWords = {"in", "is", "and", "or", "if", "else", "for", "as"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

// A pass over the tokens that matters: strings and comments are skipped, brackets counted, statement starts known.
class Preparer {
 public:
  Preparer(std::string_view text, bool python2) : text_(text), python2_(python2) { out_.text = text; }

  PreparedText Run() {
    StartLine();
    while (at_ < text_.size()) Step();
    FlushComments();
    out_.rewritable = !rewrites_.empty();
    if (python2_ || out_.python2_mark) Rewrite();
    return std::move(out_);
  }

 private:
  struct Statement {
    size_t keyword;
    bool print;
  };

  char Peek(size_t offset) const { return at_ + offset < text_.size() ? text_[at_ + offset] : '\0'; }

  void Step() {
    const char c = text_[at_];
    if (c == '\n') {
      ++at_;
      if (depth_ == 0) statement_start_ = true;
      StartLine();
    } else if (IsBlank(c)) {
      ++at_;
    } else if (c == '#') {
      at_ = std::min(text_.find('\n', at_), text_.size());
    } else if (c == '\\' && Peek(1) == '\n') {
      at_ += 2;
    } else if (IsQuote(c)) {
      SkipString();
      statement_start_ = false;
    } else if (IsWordStart(c)) {
      TakeWord();
    } else if (IsDigit(c)) {
      while (at_ < text_.size() && IsWordPart(text_[at_])) ++at_;
      statement_start_ = false;
    } else {
      TakePunctuation(c);
    }
  }

  void TakePunctuation(char c) {
    if (c == '(' || c == '[' || c == '{') ++depth_;
    if ((c == ')' || c == ']' || c == '}') && depth_ > 0) --depth_;
    statement_start_ = depth_ == 0 && (c == ';' || c == ':');
    if (c == '`') TakeBackquote();
    ++at_;
  }

  // At the start of a line that is not inside a string: its indentation, and whether it is only a comment.
  void StartLine() {
    size_t first = at_;
    bool space = false;
    bool tab_after_space = false;
    for (; first < text_.size() && IsBlank(text_[first]); ++first) {
      if (text_[first] == ' ') space = true;
      if (text_[first] == '\t' && space) tab_after_space = true;
    }
    const char c = first < text_.size() ? text_[first] : '\0';
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
  void WriteIndentation(size_t end) {
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

  void FlushComments() {
    if (comments_.size() >= kLongCommentRun) {
      for (const auto& [begin, end] : comments_) {
        std::fill(out_.text.begin() + static_cast<ptrdiff_t>(begin), out_.text.begin() + static_cast<ptrdiff_t>(end),
                  ' ');
      }
    }
    comments_.clear();
  }

  void SkipString() {
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
        return;  // not terminated
      } else {
        ++at_;
      }
    }
    at_ = text_.size();
  }

  void TakeBackquote() {
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

  void TakeWord() {
    const size_t begin = at_;
    while (at_ < text_.size() && IsWordPart(text_[at_])) ++at_;
    const std::string_view word = text_.substr(begin, at_ - begin);
    if (at_ < text_.size() && IsQuote(text_[at_]) && word.size() <= 3) {
      SkipString();
    } else if (word == "__future__") {
      future_import_ = true;
    } else if (word == "print_function" && future_import_) {
      print_is_function_ = true;
    } else if (statement_start_ && word == "print" && !print_is_function_) {
      TakePrint(begin);
    } else if (statement_start_ && word == "exec") {
      TakeExec(begin);
    }
    statement_start_ = false;
  }

  // Offset of the next token on this line.
  size_t NextToken() const {
    size_t next = at_;
    while (next < text_.size() && IsBlank(text_[next])) ++next;
    return next;
  }

  std::string_view WordAt(size_t begin) const {
    size_t end = begin;
    while (end < text_.size() && IsWordPart(text_[end])) ++end;
    return text_.substr(begin, end - begin);
  }

  // True if a word or literal that starts at `next` can follow the keyword print or exec, but not a name.
  bool OnlyAfterKeyword(size_t next) const {
    const char c = next < text_.size() ? text_[next] : '\n';
    if (IsQuote(c) || IsDigit(c)) return true;
    if (!IsWordStart(c)) return false;
    const std::string_view word = WordAt(next);
    if (IsOperatorWord(word)) return false;
    if (word != "not") return true;
    const size_t after = text_.find_first_not_of(" \t", next + word.size());
    return after == std::string_view::npos || WordAt(after) != "in";
  }

  void TakePrint(size_t begin) {
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

  void TakeExec(size_t begin) {
    const size_t next = NextToken();
    const bool only_keyword = OnlyAfterKeyword(next);
    if (only_keyword) MarkPython2(begin, "missing parentheses in call to `exec`");
    if (only_keyword || (next < text_.size() && text_[next] == '(')) rewrites_.push_back({begin, false});
  }

  void MarkPython2(size_t offset, const char* message) {
    if (!out_.python2_mark) out_.python2_mark = Python2Mark{static_cast<uint32_t>(offset), message};
  }

  void Rewrite() {
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
    out_.rewritten = true;
  }

  std::string_view text_;
  bool python2_;
  PreparedText out_;
  size_t at_ = 0;
  size_t depth_ = 0;
  size_t closing_backquote_ = 0;
  bool statement_start_ = true;
  bool future_import_ = false;
  bool print_is_function_ = false;
  std::vector<std::pair<size_t, size_t>> comments_;
  std::vector<Statement> rewrites_;
};

}  // namespace

PreparedText PrepareForGrammar(std::string_view text, bool python2) { return Preparer(text, python2).Run(); }

}  // namespace tfscope
