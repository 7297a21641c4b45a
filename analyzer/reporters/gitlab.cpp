// The format `gitlab`: a Code Quality report.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analyzer/diagnostics/fingerprint.h"
#include "analyzer/reporters/report.h"

namespace tfscope {
namespace {

using Json = nlohmann::ordered_json;

std::string_view SeverityOf(Severity severity) {
  switch (severity) {
    case Severity::kInfo:
      return "info";
    case Severity::kWarning:
      return "minor";
    case Severity::kError:
      return "major";
  }
  return "major";
}

Json PlaceJson(LineColumn place) { return {{"line", place.line}, {"column", place.column}}; }

}  // namespace

std::string RenderGitLab(const Report& report) {
  FingerprintCounter fingerprints;
  Json list = Json::array();
  for (const Finding& finding : report.findings) {
    const Region region = RegionOf(report.sources, finding.span);
    std::string path = RepositoryPath(report, finding.span.file);
    std::string fingerprint = fingerprints.Next(finding, path, report.sources);
    Json positions = {{"begin", PlaceJson(region.begin)}, {"end", PlaceJson(region.end)}};
    Json location = {{"path", std::move(path)}, {"positions", std::move(positions)}};
    // Merge requests do not show `check_name`.
    list.push_back({{"description", fmt::format("{}: {}", finding.rule->code, Statement(finding))},
                    {"check_name", finding.rule->code},
                    {"fingerprint", std::move(fingerprint)},
                    {"severity", SeverityOf(finding.severity)},
                    {"location", std::move(location)}});
  }
  return list.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace tfscope
