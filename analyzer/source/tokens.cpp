#include "analyzer/source/tokens.h"

#include <algorithm>

#include "analyzer/source/characters.h"

namespace tfscope {
namespace {

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view code) : code_(code) {}

  std::vector<LogicalLine> Run() {
    while (at_ < code_.size()) {
      const char c = code_[at_];
      if (c == '\n') {
        ++at_;
        if (depth_ == 0) EndLine();
      } else if (c == ' ' || c == '\f') {
        TakeBlank(1);
      } else if (c == '\t') {
        TakeBlank(8 - column_ % 8);
      } else if (c == '\\') {
        at_ += 2;
      } else if (c == '#') {
        at_ = std::min(code_.find('\n', at_), code_.size());
      } else {
        TakeToken(c);
      }
    }
    EndLine();
    return std::move(lines_);
  }

 private:
  void EndLine() {
    if (!line_.tokens.empty()) lines_.push_back(std::move(line_));
    line_ = {};
    column_ = 0;
  }

  void TakeBlank(uint32_t columns) {
    ++at_;
    if (line_.tokens.empty()) column_ += columns;
  }

  void TakeToken(char c) {
    if (line_.tokens.empty()) line_.indentation = column_;
    if (IsNameStart(c)) {
      size_t end = at_;
      while (end < code_.size() && IsNamePart(code_[end])) ++end;
      const bool prefix = end < code_.size() && IsQuote(code_[end]) && end - at_ <= 3;
      prefix ? Add(Token::Kind::kString, end - at_ + StringLength(code_.substr(end)))
             : Add(Token::Kind::kName, end - at_);
    } else if (IsDigit(c)) {
      size_t end = at_;
      while (end < code_.size() && (IsNamePart(code_[end]) || code_[end] == '.')) ++end;
      Add(Token::Kind::kNumber, end - at_);
    } else if (IsQuote(c)) {
      Add(Token::Kind::kString, StringLength(code_.substr(at_)));
    } else {
      TakeOperator(c);
    }
  }

  void TakeOperator(char c) {
    if ((c == ')' || c == ']' || c == '}') && depth_ > 0) --depth_;
    size_t length = 1;
    // `**=`, `//=`, `<<=`, `>>=`, then everything with one `=` behind it, and the arrow.
    const std::string_view rest = code_.substr(at_);
    if (rest.size() >= 3 && rest[0] == rest[1] && rest[2] == '=' && std::string_view("*/<>").find(c) != rest.npos) {
      length = 3;
    } else if (rest.size() >= 2 && rest[1] == '=' && std::string_view("=!<>+-*/%@&|^:").find(c) != rest.npos) {
      length = 2;
    } else if (rest.substr(0, 2) == "->") {
      length = 2;
    }
    Add(Token::Kind::kOperator, length);
    if (c == '(' || c == '[' || c == '{') ++depth_;
  }

  void Add(Token::Kind kind, size_t length) {
    length = std::min(length, code_.size() - at_);
    line_.tokens.push_back({kind, code_.substr(at_, length), depth_});
    at_ += length;
  }

  std::string_view code_;
  size_t at_ = 0;
  uint32_t depth_ = 0;
  uint32_t column_ = 0;
  LogicalLine line_;
  std::vector<LogicalLine> lines_;
};

}  // namespace

size_t StringLength(std::string_view text) {
  const char quote = text[0];
  const bool triple = text.size() >= 3 && text[1] == quote && text[2] == quote;
  const std::string_view quotes = text.substr(0, triple ? 3 : 1);
  for (size_t at = quotes.size(); at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text.substr(at, quotes.size()) == quotes) {
      return at + quotes.size();
    } else if (text[at] == '\n' && !triple) {
      return at;
    }
  }
  return text.size();
}

std::vector<LogicalLine> Tokenize(std::string_view code) { return Tokenizer(code).Run(); }

}  // namespace tfscope
