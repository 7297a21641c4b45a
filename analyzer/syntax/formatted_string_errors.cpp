#include "analyzer/syntax/formatted_string_errors.h"

#include <string>

namespace tfscope {

namespace {

constexpr std::string_view kUnexpectedEnd = "f-string: expecting '}'";
constexpr int kDeepest = 2;

class FieldReader {
 public:
  explicit FieldReader(std::string_view content) : content_(content) {}

  std::optional<std::string_view> Run() { return ReadText(0); }

 private:
  using Error = std::optional<std::string_view>;

  bool AtEnd() const { return at_ >= content_.size(); }
  char Current() const { return content_[at_]; }
  bool NextIs(char c) const { return at_ + 1 < content_.size() && content_[at_ + 1] == c; }

  /// Text with fields, up to its end; within a format (`level` above 0) up to the `}` that ends its field.
  Error ReadText(int level) {
    while (!AtEnd()) {
      const char c = Current();
      if (c == '}' && level > 0) return std::nullopt;
      if (level == 0 && (c == '{' || c == '}') && NextIs(c)) {
        at_ += 2;
      } else if (c == '}') {
        return "f-string: single '}' is not allowed";
      } else if (c == '{') {
        if (Error error = ReadField(level)) return error;
      } else {
        // A backslash is no escape of a brace.
        at_ += c == '\\' && !NextIs('{') && !NextIs('}') ? 2 : 1;
      }
    }
    return std::nullopt;
  }

  Error ReadField(int level) {
    if (level >= kDeepest) return "f-string: expressions nested too deeply";
    ++at_;
    const size_t begin = at_;
    if (Error error = ReadExpression()) return error;
    if (content_.substr(begin, at_ - begin).find_first_not_of(" \t\n\f\r") == std::string_view::npos) {
      return "f-string: empty expression not allowed";
    }
    if (Current() == '!') {
      at_ += 2;
      if (at_ > content_.size()) return kUnexpectedEnd;
      const char conversion = content_[at_ - 1];
      if (conversion != 's' && conversion != 'r' && conversion != 'a') {
        return "f-string: invalid conversion character: expected 's', 'r', or 'a'";
      }
    }
    if (!AtEnd() && Current() == ':') {
      ++at_;
      if (Error error = ReadText(level + 1)) return error;
    }
    if (AtEnd() || Current() != '}') return kUnexpectedEnd;
    ++at_;
    return std::nullopt;
  }

  /// Up to the `!`, `:` or `}` behind the expression.
  Error ReadExpression() {
    size_t depth = 0;
    for (; !AtEnd(); ++at_) {
      const char c = Current();
      if (c == '\\') return "f-string expression part cannot include a backslash";
      if (c == '\'' || c == '"') {
        if (Error error = SkipString(c)) return error;
      } else if (c == '(' || c == '[' || c == '{') {
        ++depth;
      } else if (depth > 0 && (c == ')' || c == ']' || c == '}')) {
        --depth;
      } else if (c == '#') {
        return "f-string expression part cannot include '#'";
      } else if (depth == 0 && c == '!' && NextIs('=')) {
        ++at_;
      } else if (depth == 0 && (c == '!' || c == ':' || c == '}')) {
        return std::nullopt;
      }
    }
    return depth > 0 ? "f-string: mismatched '(', '{', or '['" : kUnexpectedEnd;
  }

  /// Leaves `at_` at the closing quote.
  Error SkipString(char quote) {
    const bool triple = content_.substr(at_, 3) == std::string_view(std::string(3, quote));
    for (at_ += triple ? 3 : 1; !AtEnd(); ++at_) {
      if (Current() == '\\') return "f-string expression part cannot include a backslash";
      if (Current() != quote) continue;
      if (!triple) return std::nullopt;
      if (content_.substr(at_, 3) != std::string_view(std::string(3, quote))) continue;
      at_ += 2;
      return std::nullopt;
    }
    return "f-string: unterminated string";
  }

  std::string_view content_;
  size_t at_ = 0;
};

}  // namespace

std::optional<std::string_view> FormattedStringError(std::string_view content) { return FieldReader(content).Run(); }

}  // namespace tfscope
