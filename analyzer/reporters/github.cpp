// The format `github`: workflow commands, which GitHub Actions shows as annotations. A step shows ten of each severity,
// so the gravest and most certain findings come first; the log holds all of them.
#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "analyzer/diagnostics/places.h"
#include "analyzer/reporters/report.h"

namespace tfscope {
namespace {

constexpr size_t kMaxTitle = 255;
constexpr size_t kMaxMessage = 60 << 10;  // GitHub takes 64 KB, escapes included

/// Escapes what ends a message; in a property also what ends that. Other control characters become text.
std::string Escaped(std::string_view text, bool is_property) {
  std::string result;
  while (!text.empty()) {
    const size_t length = std::min(text.find_first_of(is_property ? "%\r\n:," : "%\r\n"), text.size());
    result += Printable(text.substr(0, length));
    text.remove_prefix(length);
    if (text.empty()) break;
    result += fmt::format("%{:02X}", static_cast<unsigned char>(text.front()));
    text.remove_prefix(1);
  }
  return result;
}

std::string Property(std::string_view text) { return Escaped(text, true); }

std::string_view CommandOf(Severity severity) {
  switch (severity) {
    case Severity::kInfo:
      return "notice";
    case Severity::kWarning:
      return "warning";
    case Severity::kError:
      return "error";
  }
  return "error";
}

std::string Command(const Finding& finding, const Report& report) {
  const Region region = RegionOf(report.sources, finding.span);
  const std::string title = fmt::format("tfscope ({})", finding.rule->code);
  std::string line = fmt::format(
      "::{} title={},file={},line={},endLine={}", CommandOf(finding.severity), Property(CutText(title, kMaxTitle)),
      Property(RepositoryPath(report, finding.span.file)), region.begin.line, region.end.line);
  // GitHub drops an annotation whose columns lie on different lines.
  if (region.begin.line == region.end.line) {
    line += fmt::format(",col={},endColumn={}", region.begin.column, region.end.column);
  }
  std::string text = fmt::format("{} [{}] {}", finding.rule->code, finding.rule->name, Statement(finding));
  if (const std::string details = Details(finding); !details.empty()) text += "\n" + details;
  return fmt::format("{}::{}\n", line, CutText(Escaped(text, false), kMaxMessage));
}

}  // namespace

std::string RenderGitHub(const Report& report) {
  std::vector<const Finding*> findings;
  for (const Finding& finding : report.findings) findings.push_back(&finding);
  const auto rank = [](const Finding* finding) {
    return std::tuple(-static_cast<int>(finding->severity), finding->possible, !finding->condition.empty(),
                      finding->rule->precision != Precision::kHigh);
  };
  std::ranges::stable_sort(findings,
                           [&](const Finding* left, const Finding* right) { return rank(left) < rank(right); });
  std::string text;
  for (const Finding* finding : findings) text += Command(*finding, report);
  return text;
}

}  // namespace tfscope
