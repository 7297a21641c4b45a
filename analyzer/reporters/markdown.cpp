// The format `markdown`: a table for the summary of a CI job.
#include <algorithm>

#include <fmt/format.h>

#include "analyzer/diagnostics/places.h"
#include "analyzer/reporters/report.h"
#include "analyzer/source/notebook.h"

namespace tfscope {
namespace {

constexpr size_t kMaxTable = 900 << 10;  // a summary of GitHub Actions holds 1 MiB

/// Text that Markdown shows as it is, in a cell of a table; what stands in backticks becomes code.
std::string Markdown(std::string_view raw) {
  const std::string text = Printable(raw);
  std::string result;
  bool is_code = false;
  for (size_t at = 0; at < text.size(); ++at) {
    const char character = text[at];
    if (character == '`' && (is_code || text.find('`', at + 1) != std::string::npos)) {
      result += is_code ? "</code>" : "<code>";
      is_code = !is_code;
    } else if (std::string_view("&<>@").find(character) != std::string_view::npos) {
      result += fmt::format("&#{};", static_cast<int>(character));
    } else {
      if (std::string_view("\\`*_[]~|#!$").find(character) != std::string_view::npos) result += '\\';
      result += character;
    }
  }
  return result;
}

std::string Row(const Finding& finding, const Report& report) {
  const LineColumn begin = report.sources.Begin(finding.span);
  const std::string line = LineText(PlaceInCell(report.sources.file(finding.span.file), begin.line));
  return fmt::format("| {} | {} {} | {}:{}:{} | {} |\n", SeverityName(finding.severity), finding.rule->code,
                     finding.rule->name, Markdown(RepositoryPath(report, finding.span.file)), line, begin.column,
                     Markdown(Statement(finding)));
}

}  // namespace

std::string RenderMarkdown(const Report& report) {
  std::string text = "### tfscope\n\n";
  if (!report.findings.empty()) text += "| Severity | Rule | Place | Finding |\n| --- | --- | --- | --- |\n";
  size_t shown = 0;
  for (const Finding& finding : report.findings) {
    const std::string row = Row(finding, report);
    if (text.size() + row.size() > kMaxTable) break;
    text += row;
    ++shown;
  }
  if (!report.findings.empty()) text += "\n";
  if (shown < report.findings.size()) text += fmt::format("... and {} more.\n\n", report.findings.size() - shown);
  const std::string summary = RenderSummary(report.findings, report.coverage, report.show_unmodelled, Style(false));
  std::string_view rest = summary;
  while (!rest.empty()) {  // a paragraph for each line: they would run together
    const size_t end = std::min(rest.find('\n'), rest.size());
    text += Markdown(rest.substr(0, end)) + "\n";
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!rest.empty()) text += "\n";
  }
  return text;
}

}  // namespace tfscope
