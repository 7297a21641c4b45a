#include "analyzer/syntax/literals.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "analyzer/source/decoding.h"
#include "analyzer/syntax/unicode_names.h"

namespace tfscope {
namespace {

bool IsOctalDigit(char c) { return c >= '0' && c <= '7'; }

int HexValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// The character that a one-letter escape stands for, or 0.
char SimpleEscape(char c) {
  switch (c) {
    case '\\':
    case '\'':
    case '"':
      return c;
    case 'a':
      return '\a';
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case 'v':
      return '\v';
    default:
      return 0;
  }
}

class EscapeDecoder {
 public:
  EscapeDecoder(std::string_view content, const EscapeRules& rules, std::string& out)
      : content_(content), rules_(rules), out_(out) {}

  std::optional<std::string> Run() {
    while (at_ < content_.size()) {
      const size_t special = content_.find_first_of("\\{}", at_);
      out_.append(content_.substr(at_, special - at_));
      if (special == std::string_view::npos) break;
      at_ = special;
      if (content_[at_] != '\\') {
        TakeBrace();
      } else if (rules_.raw || at_ + 1 == content_.size()) {
        out_ += content_[at_++];
      } else {
        TakeEscape();
      }
    }
    return std::move(error_);
  }

 private:
  void TakeBrace() {
    const char brace = content_[at_++];
    out_ += brace;
    if (rules_.formatted && at_ < content_.size() && content_[at_] == brace) ++at_;
  }

  void TakeEscape() {
    const char c = content_[at_ + 1];
    if (c == '\n') {
      at_ += 2;
    } else if (const char simple = SimpleEscape(c)) {
      out_ += simple;
      at_ += 2;
    } else if (IsOctalDigit(c)) {
      TakeOctal();
    } else if (c == 'x') {
      TakeHexadecimal(2);
    } else if (c == 'u' && !rules_.bytes) {
      TakeHexadecimal(4);
    } else if (c == 'U' && !rules_.bytes) {
      TakeHexadecimal(8);
    } else {
      // An unknown escape stays, and so does a name that the table does not have.
      if (c == 'N' && !rules_.bytes && TakeName()) return;
      out_ += '\\';
      ++at_;
    }
  }

  bool TakeName() {
    const size_t begin = at_ + 3;
    if (begin > content_.size() || content_[begin - 1] != '{') return false;
    const size_t end = content_.find('}', begin);
    if (end == std::string_view::npos) return false;
    const std::optional<uint32_t> character = CharacterNamed(content_.substr(begin, end - begin));
    if (!character) return false;
    Append(*character);
    at_ = end + 1;
    return true;
  }

  void TakeOctal() {
    uint32_t value = 0;
    size_t end = at_ + 1;
    for (; end < content_.size() && end < at_ + 4 && IsOctalDigit(content_[end]); ++end) {
      value = value * 8 + static_cast<uint32_t>(content_[end] - '0');
    }
    Append(value);
    at_ = end;
  }

  void TakeHexadecimal(size_t digits) {
    uint32_t value = 0;
    for (size_t i = 0; i < digits; ++i) {
      const size_t index = at_ + 2 + i;
      const int digit = index < content_.size() ? HexValue(content_[index]) : -1;
      if (digit < 0) {
        if (!error_) error_ = fmt::format("truncated `\\{}` escape", content_[at_ + 1]);
        out_ += content_[at_++];
        return;
      }
      value = value * 16 + static_cast<uint32_t>(digit);
    }
    if (value > 0x10FFFF && !error_) error_ = "illegal Unicode character";
    Append(value);
    at_ += 2 + digits;
  }

  void Append(uint32_t value) {
    if (rules_.bytes) {
      out_ += static_cast<char>(value & 0xFF);
    } else {
      AppendUtf8(value, out_);
    }
  }

  std::string_view content_;
  EscapeRules rules_;
  std::string& out_;
  size_t at_ = 0;
  std::optional<std::string> error_;
};

NumberLiteral WithPrefix(std::string digits) {
  digits[1] = static_cast<char>(std::tolower(static_cast<unsigned char>(digits[1])));
  return {NumberLiteral::Kind::kInt, std::move(digits)};
}

// A decimal integer that starts with 0: zero, an error, or Python 2's octal.
NumberLiteral WithLeadingZero(std::string digits) {
  const size_t first = digits.find_first_not_of('0');
  if (first == std::string::npos) return {NumberLiteral::Kind::kInt, "0"};
  NumberLiteral number{NumberLiteral::Kind::kInt, "0o" + digits.substr(first)};
  number.python2 = true;
  if (digits.find_first_of("89") != std::string::npos) number = {NumberLiteral::Kind::kInt, digits.substr(first)};
  number.error = number.python2 ? nullptr : "leading zeros in decimal integer literals are not permitted";
  return number;
}

}  // namespace

StringLiteral ReadStringLiteral(std::string_view literal) {
  StringLiteral result;
  size_t quote = 0;
  for (; quote < literal.size() && literal[quote] != '"' && literal[quote] != '\''; ++quote) {
    const int letter = std::tolower(static_cast<unsigned char>(literal[quote]));
    result.raw |= letter == 'r';
    result.bytes |= letter == 'b';
    result.formatted |= letter == 'f';
    result.unicode |= letter == 'u';
  }
  const std::string_view rest = literal.substr(quote);
  const size_t length =
      rest.size() >= 3 && rest[0] == rest[1] && rest[0] == rest[2] ? 3 : std::min<size_t>(rest.size(), 1);
  const std::string_view quotes = rest.substr(0, length);
  const bool closed = rest.size() >= 2 * length && rest.ends_with(quotes);
  result.content_begin = static_cast<uint32_t>(quote + length);
  result.content_end = static_cast<uint32_t>(closed ? literal.size() - length : literal.size());
  result.content_end = std::max(result.content_end, result.content_begin);
  return result;
}

std::optional<std::string> DecodeStringContent(std::string_view content, const EscapeRules& rules, std::string& out) {
  return EscapeDecoder(content, rules, out).Run();
}

NumberLiteral ReadNumber(std::string_view literal) {
  std::string digits;
  const char* error = nullptr;
  for (size_t i = 0; i < literal.size(); ++i) {
    if (literal[i] != '_') {
      digits += literal[i];
    } else if (i + 1 == literal.size() || !std::isalnum(static_cast<unsigned char>(literal[i + 1]))) {
      error = "invalid decimal literal";
    }
  }
  const bool is_long = !digits.empty() && (digits.back() == 'l' || digits.back() == 'L');
  if (is_long) digits.pop_back();
  NumberLiteral number;
  if (digits.size() > 1 && digits[0] == '0' && std::isalpha(static_cast<unsigned char>(digits[1])) &&
      std::tolower(digits[1]) != 'e' && std::tolower(digits[1]) != 'j') {
    number = WithPrefix(std::move(digits));
  } else if (!digits.empty() && (digits.back() == 'j' || digits.back() == 'J')) {
    digits.pop_back();
    number = {NumberLiteral::Kind::kImaginary, std::move(digits)};
  } else if (digits.find_first_of(".eE") != std::string::npos) {
    number = {NumberLiteral::Kind::kFloat, std::move(digits)};
  } else if (digits.size() > 1 && digits[0] == '0') {
    number = WithLeadingZero(std::move(digits));
  } else {
    number = {NumberLiteral::Kind::kInt, std::move(digits)};
  }
  number.python2 |= is_long;
  if (error != nullptr) number.error = error;
  return number;
}

}  // namespace tfscope
