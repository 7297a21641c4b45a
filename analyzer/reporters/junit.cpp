// The format `junit`: a test suite for each file, a failed test for each finding that can fail a run.
#include <algorithm>

#include <fmt/format.h>

#include "analyzer/diagnostics/places.h"
#include "analyzer/reporters/report.h"
#include "analyzer/source/notebook.h"

namespace tfscope {
namespace {

/// Text for content and attributes. XML 1.0 has no way to write most control characters: these become text.
std::string Xml(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const size_t length = std::min(text.find_first_of("&<>\"\n\r\t"), text.size());
    result += Printable(text.substr(0, length));
    text.remove_prefix(length);
    if (text.empty()) break;
    result += fmt::format("&#{};", static_cast<int>(text.front()));
    text.remove_prefix(1);
  }
  // U+FFFE and U+FFFF are no characters of XML either.
  for (const std::string_view noncharacter : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
    for (size_t at = 0; (at = result.find(noncharacter, at)) != std::string::npos;)
      result.replace(at, 3, "\xEF\xBF\xBD");
  }
  return result;
}

bool IsFailure(const Finding& finding) { return finding.severity >= Severity::kWarning; }

std::string TestCase(const Finding& finding, std::string_view path, const SourceManager& sources) {
  const LineColumn begin = sources.Begin(finding.span);
  const CellLine place = PlaceInCell(sources.file(finding.span.file), begin.line);
  const std::string_view module = path.substr(0, path.ends_with(".py") ? path.size() - 3 : path.size());
  const std::string statement = Statement(finding);
  std::string text = fmt::format("line {}, col {}, {}", LineText(place), begin.column, statement);
  if (const std::string details = Details(finding); !details.empty()) text += "\n" + details;
  const std::string content = IsFailure(finding)
                                  ? fmt::format("<failure message=\"{}\" type=\"{}\">{}</failure>", Xml(statement),
                                                SeverityName(finding.severity), Xml(text))
                                  : fmt::format("<system-out>{}</system-out>", Xml(text));
  return fmt::format(
      "    <testcase name=\"org.tfscope.{}\" classname=\"{}\" line=\"{}\" column=\"{}\">\n      {}\n    </testcase>\n",
      finding.rule->code, Xml(module), place.line, begin.column, content);
}

std::string Suite(std::string_view path, std::span<const Finding> findings, const SourceManager& sources) {
  std::string text = fmt::format(
      "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"0\" package=\"org.tfscope\">\n",
      Xml(path), findings.size(), std::ranges::count_if(findings, &IsFailure));
  for (const Finding& finding : findings) text += TestCase(finding, path, sources);
  return text + "  </testsuite>\n";
}

}  // namespace

std::string RenderJunit(const Report& report) {
  const std::span<const Finding> findings = report.findings;
  std::string suites;
  for (size_t first = 0; first < findings.size();) {
    const std::string& path = report.sources.file(findings[first].span.file).display_path;
    size_t end = first;
    while (end < findings.size() && report.sources.file(findings[end].span.file).display_path == path) ++end;
    suites += Suite(path, findings.subspan(first, end - first), report.sources);
    first = end;
  }
  if (findings.empty()) {
    suites =
        "  <testsuite name=\"tfscope\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"0\" package=\"org.tfscope\">\n"
        "    <testcase name=\"No errors found\" classname=\"tfscope\"/>\n  </testsuite>\n";
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"tfscope\" tests=\"{}\" failures=\"{}\" "
      "errors=\"0\">\n{}</testsuites>\n",
      std::max<size_t>(1, findings.size()), std::ranges::count_if(findings, &IsFailure), suites);
}

}  // namespace tfscope
