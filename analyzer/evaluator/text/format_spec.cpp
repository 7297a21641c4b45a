#include "analyzer/evaluator/text/format_spec.h"

#include <algorithm>

#include <fmt/format.h>

#include "analyzer/evaluator/heap.h"
#include "analyzer/evaluator/text/symbolic_text.h"
#include "analyzer/evaluator/text/unicode.h"

namespace tfscope {

namespace {

bool IsAlign(char c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

/// A decimal number at `position`, which moves past it; -1 if there is none, -2 if it is too large for a Py_ssize_t.
int64_t ParseNumber(std::string_view text, size_t& position) {
  if (position >= text.size() || text[position] < '0' || text[position] > '9') return -1;
  int64_t result = 0;
  for (; position < text.size() && text[position] >= '0' && text[position] <= '9'; ++position) {
    if (result > (INT64_MAX - 9) / 10) return -2;
    result = result * 10 + (text[position] - '0');
  }
  return result;
}

using Error = tl::unexpected<std::string>;

tl::expected<void, std::string> ParseGrouping(std::string_view text, size_t& position, FormatSpec& spec) {
  auto at = [&](char c) { return position < text.size() && text[position] == c; };
  if (at(',')) {
    spec.grouping = ',';
    ++position;
  }
  if (at('_')) {
    if (spec.grouping != 0) return Error("Cannot specify both ',' and '_'.");
    spec.grouping = '_';
    ++position;
  }
  if (at(',')) return Error("Cannot specify both ',' and '_'.");
  return {};
}

void ParseFill(std::string_view text, size_t& position, FormatSpec& spec) {
  if (text.empty()) return;
  size_t first = CodePointSize(text, 0);
  if (first < text.size() && IsAlign(text[first])) {
    spec.fill = text.substr(0, first);
    spec.has_fill = true;
    spec.align = text[first];
    position = first + 1;
  } else if (IsAlign(text[0])) {
    spec.align = text[0];
    position = 1;
  }
}

/// Code points that show: a placeholder counts as one.
size_t ShownLength(std::string_view text) {
  size_t count = 0;
  for (size_t position = 0; position < text.size(); ++count) {
    size_t end = PlaceholderEnd(text, position);
    position = end != position ? end : position + CodePointSize(text, position);
  }
  return count;
}

std::string Repeat(std::string_view text, size_t count) {
  std::string result;
  result.reserve(text.size() * count);
  for (size_t i = 0; i < count; ++i) result += text;
  return result;
}

/// Digits with separators between groups, with leading zeros up to `min_width`.
std::string GroupDigits(std::string_view digits, char separator, size_t group, int64_t min_width) {
  std::string reversed;
  auto left = static_cast<int64_t>(digits.size());
  auto group_size = static_cast<int64_t>(group);
  while (true) {
    int64_t count = std::min(group_size, std::max<int64_t>({left, min_width, 1}));
    for (int64_t i = 0; i < count; ++i) {
      reversed += left > 0 ? digits[static_cast<size_t>(left - 1)] : '0';
      --left;
    }
    min_width -= count;
    if (left <= 0 && min_width <= 0) break;
    reversed += separator;
    --min_width;
  }
  std::reverse(reversed.begin(), reversed.end());
  return reversed;
}

}  // namespace

tl::expected<FormatSpec, std::string> ParseFormatSpec(std::string_view text) {
  FormatSpec spec;
  size_t position = 0;
  auto at = [&](char c) { return position < text.size() && text[position] == c; };
  ParseFill(text, position, spec);
  if (at('+') || at('-') || at(' ')) spec.sign = text[position++];
  if (at('#')) {
    spec.alternate = true;
    ++position;
  }
  if (!spec.has_fill && at('0')) {
    spec.fill = "0";
    if (spec.align == 0) spec.align = '=';
    ++position;
  }
  spec.width = ParseNumber(text, position);
  if (spec.width == -2) return Error("Too many decimal digits in format string");
  if (auto grouping = ParseGrouping(text, position, spec); !grouping) return Error(grouping.error());
  if (at('.')) {
    ++position;
    spec.precision = ParseNumber(text, position);
    if (spec.precision == -2) return Error("Too many decimal digits in format string");
    if (spec.precision == -1) return Error("Format specifier missing precision");
  }
  if (position < text.size()) {
    if (position + 1 < text.size()) return Error("Invalid format specifier");
    spec.type = text[position];
  }
  if (spec.grouping != 0 && spec.type != 0) {
    std::string_view allowed = spec.grouping == ',' ? "defgEG%F" : "defgEG%FboxX";
    if (allowed.find(spec.type) == allowed.npos) {
      return Error(fmt::format("Cannot specify '{}' with '{}'.", spec.grouping, spec.type));
    }
  }
  return spec;
}

std::string Pad(const FormatSpec& spec, std::string_view text, char default_align) {
  size_t length = ShownLength(text);
  if (spec.width < 0 || length >= static_cast<size_t>(spec.width)) return std::string(text);
  size_t missing = static_cast<size_t>(spec.width) - length;
  char align = spec.align == 0 ? default_align : spec.align;
  size_t before = align == '>' || align == '=' ? missing : align == '^' ? missing / 2 : 0;
  return Repeat(spec.fill, before) + std::string(text) + Repeat(spec.fill, missing - before);
}

std::string PadNumber(const FormatSpec& spec, const NumberText& number) {
  std::string sign = number.negative ? "-" : spec.sign == '+' ? "+" : spec.sign == ' ' ? " " : "";
  std::string digits = number.digits;
  auto others = static_cast<int64_t>(sign.size() + number.prefix.size() + number.rest.size());
  if (spec.grouping != 0 && !digits.empty()) {
    bool zeros = spec.fill == "0" && spec.align == '=';
    digits = GroupDigits(digits, spec.grouping, number.group_size, zeros ? spec.width - others : 0);
  }
  std::string body = digits + number.rest;
  if (spec.align == '=') {
    std::string head = sign + number.prefix;
    FormatSpec inner = spec;
    inner.width = std::max<int64_t>(spec.width - static_cast<int64_t>(head.size()), -1);
    return head + Pad(inner, body, '>');
  }
  return Pad(spec, sign + number.prefix + body, '>');
}

}  // namespace tfscope
