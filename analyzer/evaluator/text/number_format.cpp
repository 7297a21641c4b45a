#include "analyzer/evaluator/text/number_format.h"

#include <cmath>

#include <fmt/format.h>

#include "analyzer/evaluator/text/float_text.h"
#include "analyzer/evaluator/text/unicode.h"

namespace tfscope {

namespace {

using Error = tl::unexpected<std::string>;

/// More digits than a double can have are zeros; layouts of them are bounded.
constexpr int64_t kLargestPrecision = 100'000;

Error UnknownCode(char type, std::string_view type_name) {
  return Error(fmt::format("Unknown format code '{}' for object of type '{}'", type, type_name));
}

tl::expected<std::string, std::string> FormatCharacter(const FormatSpec& spec, const Integer& value) {
  if (spec.sign != 0) return Error("Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) return Error("Alternate form (#) not allowed with integer format specifier 'c'");
  std::optional<int64_t> code = ToInt64(value);
  if (!code.has_value()) return Error("Python int too large to convert to C long");
  if (*code < 0 || *code > 0x10FFFF) return Error("%c arg not in range(0x110000)");
  std::string text;
  AppendCodePoint(text, static_cast<uint32_t>(*code));
  return Pad(spec, text, '>');
}

/// Splits the digits of a float at the end of the integral part.
NumberText SplitDigits(std::string digits, bool negative) {
  NumberText number;
  number.negative = negative;
  size_t end = digits.find_first_not_of("0123456789");
  number.digits = digits.substr(0, end);
  if (end != digits.npos) number.rest = digits.substr(end);
  return number;
}

std::string DigitsOf(const FormatSpec& spec, double value) {
  char type = spec.type == '%' ? 'f' : spec.type == 'n' ? 'g' : spec.type;
  if (type == 0 && spec.precision < 0) {
    std::string text = FloatRepr(std::abs(value));
    return text;
  }
  int precision = static_cast<int>(spec.precision < 0 ? 6 : std::min(spec.precision, kLargestPrecision));
  return FloatDigits(value, type == 0 ? 'r' : type, precision, spec.alternate);
}

}  // namespace

tl::expected<std::string, std::string> FormatInteger(const FormatSpec& spec, const Integer& value,
                                                     std::string_view type_name) {
  std::string_view float_types = "eEfFgG%";
  if (spec.type != 0 && float_types.find(spec.type) != float_types.npos) {
    std::optional<double> number = ToDouble(value);
    return number.has_value() ? FormatFloat(spec, *number, type_name) : Error("int too large to convert to float");
  }
  if (spec.type != 0 && std::string_view("dncboxX").find(spec.type) == std::string_view::npos) {
    return UnknownCode(spec.type, type_name);
  }
  if (spec.precision >= 0) return Error("Precision not allowed in integer format specifier");
  NumberText number;
  number.negative = value.negative;
  unsigned base = 10;
  switch (spec.type) {
    case 0:
    case 'd':
    case 'n':
      break;
    case 'c':
      return FormatCharacter(spec, value);
    case 'b':
      base = 2;
      break;
    case 'o':
      base = 8;
      break;
    case 'x':
    case 'X':
      base = 16;
      break;
    default:
      return UnknownCode(spec.type, type_name);
  }
  if (base != 10) number.group_size = 4;
  number.digits = ToDigits({false, value.magnitude}, base);
  if (spec.alternate && base != 10) number.prefix = std::string("0") + spec.type;
  if (spec.type == 'X') {
    for (char& c : number.digits) c = c >= 'a' ? static_cast<char>(c - 32) : c;
  }
  return PadNumber(spec, number);
}

tl::expected<std::string, std::string> FormatFloat(const FormatSpec& spec, double value, std::string_view type_name) {
  std::string_view types = "eEfFgG%n";
  if (spec.type != 0 && types.find(spec.type) == types.npos) return UnknownCode(spec.type, type_name);
  bool negative = std::signbit(value) && !std::isnan(value);
  if (spec.type == '%') value *= 100;
  NumberText number = SplitDigits(DigitsOf(spec, value), negative);
  if (spec.type == '%') number.rest += '%';
  return PadNumber(spec, number);
}

tl::expected<std::string, std::string> FormatComplex(const FormatSpec& spec, double real, double imaginary) {
  std::string_view types = "eEfFgGn";
  if (spec.type != 0 && types.find(spec.type) == types.npos) return UnknownCode(spec.type, "complex");
  if (spec.fill == "0") return Error("Zero padding is not allowed in complex format specifier");
  if (spec.align == '=') return Error("'=' alignment flag is not allowed in complex format specifier");
  FormatSpec part = spec;
  part.width = -1;
  part.align = 0;
  bool show_real = spec.type != 0 || real != 0 || std::signbit(real);
  auto text = [&part](double value) {
    // Without a type CPython prints the parts as repr(complex) does: no `.0`.
    bool negative = std::signbit(value) && !std::isnan(value);
    std::string digits = DigitsOf(part, value);
    if (part.type == 0 && digits.ends_with(".0")) digits.resize(digits.size() - 2);
    return PadNumber(part, SplitDigits(std::move(digits), negative));
  };
  std::string result = show_real ? text(real) : "";
  if (show_real) part.sign = '+';
  result += text(imaginary) + "j";
  if (spec.type == 0 && show_real) result = "(" + result + ")";
  return Pad(spec, result, '>');
}

}  // namespace tfscope
