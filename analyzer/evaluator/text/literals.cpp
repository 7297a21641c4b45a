// Number literals as the syntax tree keeps them.
#include "analyzer/evaluator/numbers/numbers.h"
#include "analyzer/evaluator/text.h"
#include "analyzer/evaluator/text/float_text.h"

namespace tfscope {

Value ParseInt(Heap& heap, std::string_view digits) {
  unsigned base = 10;
  if (digits.size() > 2 && digits[0] == '0') {
    char mark = static_cast<char>(digits[1] | 0x20);
    base = mark == 'x' ? 16 : mark == 'o' ? 8 : mark == 'b' ? 2 : 10;
  }
  // Python 2 writes octal numbers with a leading zero and long ones with a final L.
  bool old_octal =
      base == 10 && digits.size() > 1 && digits[0] == '0' && digits.find_first_not_of("01234567_lL") == digits.npos;
  std::string plain;
  for (char c : base == 10 ? digits : digits.substr(2)) {
    if (c != '_' && c != 'l' && c != 'L') plain += c;
  }
  std::optional<Integer> value = IntegerFromDigits(plain, old_octal ? 8 : base);
  return NewInteger(heap, value.has_value() ? std::move(*value) : Integer());
}

double ParseFloat(std::string_view digits) { return ParseFloatText(digits).value_or(0); }

}  // namespace tfscope
