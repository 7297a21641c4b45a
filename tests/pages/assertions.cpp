#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "analyzer/diagnostics/suppression.h"
#include "tests/pages/page.h"

namespace tfscope::pages {
namespace {

std::string_view Trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

bool Take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text = Trim(text.substr(prefix.size()));
  return true;
}

std::vector<std::string> SplitList(std::string_view text) {
  std::vector<std::string> items;
  while (!text.empty()) {
    const size_t comma = text.find(',');
    const std::string_view item = Trim(text.substr(0, comma));
    if (!item.empty()) items.emplace_back(item);
    text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
  }
  return items;
}

/// `"part"` or nothing at the end of an assertion; false if something else stands there.
bool TakePart(std::string_view text, std::string& part) {
  text = Trim(text);
  if (text.empty()) return true;
  if (text.size() < 2 || text.front() != '"' || text.back() != '"') return false;
  part = text.substr(1, text.size() - 2);
  return true;
}

/// `25 [rule] "part"`
bool ParseError(std::string_view text, Assertion& assertion) {
  uint32_t column = 0;
  const auto number = std::from_chars(text.data(), text.data() + text.size(), column);
  if (number.ec == std::errc()) {
    assertion.column = column;
    text = Trim(text.substr(static_cast<size_t>(number.ptr - text.data())));
  }
  const size_t close = text.find(']');
  if (!text.starts_with('[') || close == std::string_view::npos) return false;
  assertion.subject = Trim(text.substr(1, close - 1));
  return !assertion.subject.empty() && TakePart(text.substr(close + 1), assertion.part);
}

/// `ValueError "part"`
bool ParseRaises(std::string_view text, Assertion& assertion) {
  const size_t blank = std::min(text.find(' '), text.size());
  assertion.subject = text.substr(0, blank);
  return !assertion.subject.empty() && TakePart(text.substr(blank), assertion.part);
}

/// Reads one comment; false if it starts as an assertion and goes on as none. Other comments leave `found` false.
bool Parse(std::string_view text, Assertion& assertion, bool& found) {
  found = true;
  if (Take(text, "error:")) {
    assertion.kind = AssertionKind::kError;
    return ParseError(text, assertion);
  }
  if (Take(text, "raises:")) {
    assertion.kind = AssertionKind::kRaises;
    return ParseRaises(text, assertion);
  }
  if (Take(text, "creates:") || Take(text, "reuses:")) {
    assertion.variables = SplitList(text);
    return !assertion.variables.empty();
  }
  if (Take(text, "revealed:")) {
    assertion.kind = AssertionKind::kRevealed;
    assertion.subject = text;
    return true;
  }
  found = false;
  return true;
}

/// The number, from 1, of the first line after `line` (from 0) that holds code.
uint32_t NextCodeLine(std::string_view code, size_t line) {
  size_t at = 0;
  for (uint32_t number = 1; at <= code.size(); ++number) {
    const size_t end = std::min(code.find('\n', at), code.size());
    const std::string_view text = Trim(code.substr(at, end - at));
    if (number > line + 1 && !text.empty() && !text.starts_with('#')) return number;
    at = end + 1;
  }
  return static_cast<uint32_t>(line) + 1;
}

}  // namespace

std::vector<Assertion> ParseAssertions(std::string_view code, std::vector<std::string>& mistakes) {
  std::vector<Assertion> assertions;
  for (const Comment& comment : FindComments(code)) {
    const std::string_view text = Trim(comment.text.substr(1));
    Assertion assertion;
    bool found = false;
    if (!Parse(text, assertion, found)) mistakes.push_back(fmt::format("cannot read the assertion `{}`", comment.text));
    if (!found) continue;
    if (text.starts_with("creates:")) assertion.kind = AssertionKind::kCreates;
    if (text.starts_with("reuses:")) assertion.kind = AssertionKind::kReuses;
    assertion.line = comment.own_line ? NextCodeLine(code, comment.line) : static_cast<uint32_t>(comment.line) + 1;
    assertions.push_back(std::move(assertion));
  }
  return assertions;
}

}  // namespace tfscope::pages
