// The format `rdjson`: Reviewdog Diagnostic Format. Its columns are bytes.
#include <nlohmann/json.hpp>

#include "analyzer/reporters/report.h"
#include "analyzer/support/version.h"

namespace tfscope {
namespace {

using Json = nlohmann::ordered_json;

std::string_view SeverityOf(Severity severity) {
  switch (severity) {
    case Severity::kInfo:
      return "INFO";
    case Severity::kWarning:
      return "WARNING";
    case Severity::kError:
      return "ERROR";
  }
  return "ERROR";
}

Json PlaceJson(LineColumn place) { return {{"line", place.line}, {"column", place.column}}; }

Json RangeJson(Span span, const SourceManager& sources) {
  const Region region = ByteRegionOf(sources, span);
  return {{"start", PlaceJson(region.begin)}, {"end", PlaceJson(region.end)}};
}

Json LocationJson(Span span, const Report& report) {
  return {{"path", RepositoryPath(report, span.file)}, {"range", RangeJson(span, report.sources)}};
}

Json DiagnosticJson(const Finding& finding, const Report& report) {
  std::string message = Statement(finding);
  Json related = Json::array();
  for (const Note& note : finding.notes) {
    if (note.span.valid()) {
      related.push_back({{"message", note.message}, {"location", LocationJson(note.span, report)}});
    } else {
      message += "\n" + note.message;
    }
  }
  if (!finding.help.empty()) message += "\nhelp: " + finding.help;
  Json diagnostic = {{"message", std::move(message)}, {"location", LocationJson(finding.span, report)}};
  diagnostic["severity"] = SeverityOf(finding.severity);
  diagnostic["code"] = {{"value", finding.rule->code}};
  if (!related.empty()) diagnostic["relatedLocations"] = std::move(related);
  // A suggestion is one edit of the file that the diagnostic is about.
  if (finding.fix.has_value() && finding.fix->edits.size() == 1 &&
      finding.fix->edits[0].span.file == finding.span.file) {
    const Edit& edit = finding.fix->edits[0];
    diagnostic["suggestions"] = Json::array({{{"range", RangeJson(edit.span, report.sources)}, {"text", edit.text}}});
  }
  return diagnostic;
}

}  // namespace

std::string RenderRdjson(const Report& report) {
  Json diagnostics = Json::array();
  for (const Finding& finding : report.findings) diagnostics.push_back(DiagnosticJson(finding, report));
  Json source = {{"name", "tfscope"}};
  if (!std::string_view(kHomepage).empty()) source["url"] = kHomepage;
  Json json = {{"source", std::move(source)}, {"severity", "ERROR"}};
  json["diagnostics"] = std::move(diagnostics);
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace tfscope
