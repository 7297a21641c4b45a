#include "analyzer/evaluator/text/float_text.h"

#include <charconv>
#include <cmath>
#include <cstdio>

#include <fmt/format.h>

namespace tfscope {

namespace {
/// Decimal digits of a positive finite number and the exponent of the first.
struct Decimal {
  std::string digits;
  int exponent = 0;
};

Decimal SplitScientific(std::string_view text) {
  Decimal result;
  size_t mark = text.find('e');
  for (char c : text.substr(0, mark)) {
    if (c != '.') result.digits += c;
  }
  std::string_view exponent = text.substr(mark + 1);
  if (exponent.starts_with('+')) exponent.remove_prefix(1);
  std::from_chars(exponent.data(), exponent.data() + exponent.size(), result.exponent);
  return result;
}

std::string LayOut(const Decimal& number, bool scientific, bool add_zero, bool keep_point) {
  const std::string& digits = number.digits;
  std::string result;
  int point = scientific ? 1 : number.exponent + 1;  // digits before the point
  if (point <= 0) {
    result = "0." + std::string(static_cast<size_t>(-point), '0') + digits;
  } else if (static_cast<size_t>(point) >= digits.size()) {
    result = digits + std::string(static_cast<size_t>(point) - digits.size(), '0');
    if (add_zero && !scientific)
      result += ".0";
    else if (keep_point)
      result += '.';
  } else {
    result = digits.substr(0, static_cast<size_t>(point)) + "." + digits.substr(static_cast<size_t>(point));
  }
  if (scientific) result += fmt::format("e{}{:02}", number.exponent < 0 ? '-' : '+', std::abs(number.exponent));
  return result;
}

std::string Special(double value) { return std::isnan(value) ? "nan" : "inf"; }
}  // namespace

std::string FloatRepr(double value) {
  std::string sign = std::signbit(value) && !std::isnan(value) ? "-" : "";
  if (!std::isfinite(value)) return sign + Special(value);
  if (value == 0) return sign + "0.0";
  char buffer[64];
  auto end = std::to_chars(buffer, buffer + sizeof buffer, std::abs(value), std::chars_format::scientific);
  Decimal number = SplitScientific({buffer, static_cast<size_t>(end.ptr - buffer)});
  bool scientific = number.exponent < -4 || number.exponent >= 16;
  return sign + LayOut(number, scientific, true, false);
}

std::string FloatDigits(double value, char type, int precision, bool alternate) {
  value = std::abs(value);
  bool upper = type == 'E' || type == 'F' || type == 'G';
  std::string result;
  if (!std::isfinite(value)) {
    result = Special(value);
  } else if (type == 'f' || type == 'F') {
    result = alternate ? fmt::format("{:#.{}f}", value, precision) : fmt::format("{:.{}f}", value, precision);
  } else if (type == 'e' || type == 'E') {
    result = alternate ? fmt::format("{:#.{}e}", value, precision) : fmt::format("{:.{}e}", value, precision);
  } else {
    if (precision == 0) precision = 1;
    Decimal number = SplitScientific(fmt::format("{:.{}e}", value, precision - 1));
    bool is_repr = type == 'r';
    bool scientific = number.exponent < -4 || number.exponent >= precision - (is_repr ? 1 : 0);
    while (!alternate && number.digits.size() > 1 && number.digits.back() == '0') number.digits.pop_back();
    result = LayOut(number, scientific, is_repr, alternate);
  }
  if (upper) {
    for (char& c : result) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  }
  return result;
}

std::string ComplexRepr(double real, double imaginary) {
  auto part = [](double value) {
    std::string text = FloatRepr(value);
    if (text.ends_with(".0")) text.resize(text.size() - 2);
    return text;
  };
  if (real == 0 && !std::signbit(real)) return part(imaginary) + "j";
  std::string second = part(imaginary);
  return "(" + part(real) + (second.starts_with('-') ? "" : "+") + second + "j)";
}

std::optional<double> ParseFloatText(std::string_view text) {
  std::string plain;
  for (size_t i = 0; i < text.size(); ++i) {
    auto is_digit = [&](size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
    if (text[i] != '_') {
      plain += text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] + 32) : text[i];
    } else if (i == 0 || !is_digit(i - 1) || !is_digit(i + 1)) {
      return std::nullopt;
    }
  }
  std::string_view rest = plain;
  bool negative = rest.starts_with('-');
  if (negative || rest.starts_with('+')) rest.remove_prefix(1);
  if (rest == "inf" || rest == "infinity") return negative ? -HUGE_VAL : HUGE_VAL;
  if (rest == "nan") return std::nan("");
  if (rest.empty() || !((rest[0] >= '0' && rest[0] <= '9') || rest[0] == '.')) return std::nullopt;
  double result = 0;
  auto end = std::from_chars(rest.data(), rest.data() + rest.size(), result);
  if (end.ptr != rest.data() + rest.size() || end.ec == std::errc::invalid_argument) return std::nullopt;
  if (end.ec == std::errc::result_out_of_range) result = std::strtod(std::string(rest).c_str(), nullptr);
  return negative ? -result : result;
}

}  // namespace tfscope
