// The format `sarif`: SARIF 2.1.0, as GitHub's code scanning shows it best.
#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analyzer/diagnostics/fingerprint.h"
#include "analyzer/diagnostics/places.h"
#include "analyzer/reporters/line_hash.h"
#include "analyzer/reporters/report.h"
#include "analyzer/support/version.h"

namespace tfscope {
namespace {

using Json = nlohmann::ordered_json;

constexpr size_t kMaxDescription = 1024;  // what GitHub takes
constexpr size_t kMaxLocations = 100;     // of one result, what GitHub keeps

std::string_view LevelOf(Severity severity) {
  switch (severity) {
    case Severity::kInfo:
      return "note";
    case Severity::kWarning:
      return "warning";
    case Severity::kError:
      return "error";
  }
  return "error";
}

/// A path as a reference relative to the repository.
std::string Uri(std::string_view path) {
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char byte : path) {
    const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
                       std::string_view("-._~/").find(byte) != std::string_view::npos;
    uri += plain ? std::string(1, byte) : fmt::format("%{:02X}", static_cast<unsigned char>(byte));
  }
  return uri;
}

Json TextJson(std::string_view text) { return {{"text", text}}; }

/// The first section of a rule's page.
std::string_view WhatItDoes(std::string_view page) {
  constexpr std::string_view kHeading = "## What it does\n";
  const size_t heading = page.find(kHeading);
  if (heading == std::string_view::npos) return {};
  page.remove_prefix(heading + kHeading.size());
  page = page.substr(0, page.find("\n## "));
  const size_t begin = std::min(page.find_first_not_of('\n'), page.size());
  const size_t end = page.find_last_not_of('\n');
  return page.substr(begin, end == std::string_view::npos ? 0 : end + 1 - begin);
}

class SarifLog {
 public:
  explicit SarifLog(const Report& report) : report_(report) {}

  Json Run() {
    Json rules = Json::array();
    for (const RuleText& text : report_.rules) {
      indices_[text.rule] = rules.size();
      rules.push_back(RuleJson(text));
    }
    Json driver = {{"name", "tfscope"}, {"semanticVersion", kVersion}};
    if (!std::string_view(kHomepage).empty()) driver["informationUri"] = kHomepage;
    driver["rules"] = std::move(rules);
    Json results = Json::array();
    Json notifications = Json::array();
    for (const std::string& failure : report_.failures) {
      notifications.push_back({{"level", "error"}, {"message", TextJson(failure)}});
    }
    for (const Finding& finding : report_.findings) {
      if (finding.rule->code == "TFV902") notifications.push_back(NotificationJson(finding));
      results.push_back(ResultJson(finding));
    }
    Json invocation = {{"executionSuccessful", report_.failures.empty()}};
    invocation["toolExecutionNotifications"] = std::move(notifications);
    Json run = {{"tool", {{"driver", std::move(driver)}}}, {"columnKind", "unicodeCodePoints"}};
    run["invocations"] = Json::array({std::move(invocation)});
    run["results"] = std::move(results);
    return run;
  }

 private:
  Json RuleJson(const RuleText& text) const {
    const RuleInfo& rule = *text.rule;
    const std::string_view description = WhatItDoes(text.page);
    Json json = {{"id", rule.code}, {"name", rule.name}};
    json["shortDescription"] = TextJson(CutText(rule.summary, kMaxDescription));
    json["fullDescription"] = TextJson(description.empty() ? rule.summary : CutText(description, kMaxDescription));
    json["help"] = {{"text", text.page}, {"markdown", text.page}};
    if (!std::string_view(kHomepage).empty()) json["helpUri"] = fmt::format("{}/rules/{}", kHomepage, rule.name);
    json["defaultConfiguration"] = {{"enabled", rule.by_default}, {"level", LevelOf(rule.severity)}};
    json["properties"] = {
        {"tags", Json::array({"tensorflow"})},
        {"precision", rule.precision == Precision::kHigh ? "high" : "medium"},
        {"problem.severity", rule.severity == Severity::kInfo ? "recommendation" : SeverityName(rule.severity)}};
    return json;
  }

  Json PlaceJson(Span span) const {
    const Region region = RegionOf(report_.sources, span);
    return {{"artifactLocation", {{"uri", Uri(RepositoryPath(report_, span.file))}}},
            {"region",
             {{"startLine", region.begin.line},
              {"startColumn", region.begin.column},
              {"endLine", region.end.line},
              {"endColumn", region.end.column}}}};
  }

  Json RelatedJson(const Finding& finding) const {
    Json related = Json::array();
    for (const Note& note : finding.notes) {
      if (!note.span.valid() || IsInModel(report_.sources, note.span) || related.size() == kMaxLocations) continue;
      related.push_back({{"id", related.size() + 1},
                         {"physicalLocation", PlaceJson(note.span)},
                         {"message", TextJson(note.message)}});
    }
    return related;
  }

  /// The calls that lead to the finding, outermost first.
  Json CodeFlowJson(const Finding& finding) const {
    Json steps = Json::array();
    const auto add = [&](Span span, std::string text) {
      Json location = {{"physicalLocation", PlaceJson(span)}, {"message", TextJson(text)}};
      steps.push_back({{"location", std::move(location)}});
    };
    for (const CallStackEntry& entry : report_.stacks.Unwind(finding.stack)) {
      if (steps.size() < kMaxLocations) add(entry.call_site, SnippetText(report_.sources, entry.call_site));
    }
    add(finding.span, finding.message);
    return {{"threadFlows", Json::array({{{"locations", std::move(steps)}}})}};
  }

  Json ResultJson(const Finding& finding) {
    std::string text = Statement(finding) + ".";
    if (const std::string details = Details(finding); !details.empty()) text += "\n" + details;
    Json result = {{"ruleId", finding.rule->code}};
    if (const auto index = indices_.find(finding.rule); index != indices_.end()) result["ruleIndex"] = index->second;
    result["level"] = LevelOf(finding.severity);
    result["message"] = TextJson(text);
    result["locations"] = Json::array({{{"physicalLocation", PlaceJson(finding.span)}}});
    if (Json related = RelatedJson(finding); !related.empty()) result["relatedLocations"] = std::move(related);
    if (finding.stack != kNoCallStack) result["codeFlows"] = Json::array({CodeFlowJson(finding)});
    result["partialFingerprints"] = {
        {"primaryLocationLineHash", LineHash(finding.span)},
        {"tfscope/v1", fingerprints_.Next(finding, RepositoryPath(report_, finding.span.file), report_.sources)}};
    return result;
  }

  Json NotificationJson(const Finding& finding) const {
    return {{"level", "note"},
            {"message", TextJson(finding.message)},
            {"locations", Json::array({{{"physicalLocation", PlaceJson(finding.span)}}})}};
  }

  std::string LineHash(Span span) {
    const SourceFile& file = report_.sources.file(span.file);
    const auto [found, is_new] = line_hashes_.try_emplace(file.display_path);
    if (is_new) found->second = LineHashes(file.document.empty() ? file.text : file.document);
    const uint32_t line = report_.sources.Begin(span).line;
    return line <= found->second.size() ? found->second[line - 1] : std::string();
  }

  const Report& report_;
  FingerprintCounter fingerprints_;
  std::map<const RuleInfo*, size_t> indices_;
  std::map<std::string, std::vector<std::string>> line_hashes_;
};

}  // namespace

std::string RenderSarif(const Report& report) {
  Json json = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"}};
  json["runs"] = Json::array({SarifLog(report).Run()});
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace tfscope
