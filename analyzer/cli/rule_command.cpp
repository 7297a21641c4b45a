// `tfscope rule` and `tfscope version`
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analyzer/cli/options.h"
#include "analyzer/cli/output.h"
#include "analyzer/diagnostics/places.h"
#include "analyzer/library/embedded.h"
#include "analyzer/support/version.h"
#include "rules/rule.h"

namespace tfscope {
namespace {

using Json = nlohmann::ordered_json;

std::string_view StatusName(Status status) {
  switch (status) {
    case Status::kPreview:
      return "preview";
    case Status::kStable:
      return "stable";
    case Status::kDeprecated:
      return "deprecated";
  }
  return "preview";
}

Json RuleJson(const RuleInfo& rule) {
  return {{"code", rule.code},       {"name", rule.name},
          {"summary", rule.summary}, {"severity", SeverityName(rule.severity)},
          {"since", rule.since},     {"status", StatusName(rule.status)},
          {"page", RulePage(rule)}};
}

std::string Dump(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

std::string ListText() {
  std::string text;
  for (const Rule& rule : AllRules()) {
    text += fmt::format("{}  {:<26} {:<8} {}\n", rule.info->code, rule.info->name, SeverityName(rule.info->severity),
                        rule.info->summary);
  }
  return text;
}

std::string AllText(bool json) {
  Json list = Json::array();
  std::string text;
  for (const Rule& rule : AllRules()) {
    list.push_back(RuleJson(*rule.info));
    text += (text.empty() ? "" : "\n") + std::string(RulePage(*rule.info));
  }
  return json ? Dump(list) : text;
}

}  // namespace

int RunRule(const RuleOptions& options) {
  const bool json = options.format == "json";
  if (options.all || (options.rule.empty() && json)) return WriteOutput("", AllText(json)) ? kClean : kFailure;
  if (options.rule.empty()) return WriteOutput("", ListText()) ? kClean : kFailure;
  const Rule* rule = FindRule(options.rule);
  if (rule == nullptr) {
    std::vector<const RuleInfo*> rules;
    for (const Rule& known : AllRules()) rules.push_back(known.info);
    Complain(UnknownRule(Printable(options.rule), rules));
    return kFailure;
  }
  return WriteOutput("", json ? Dump(RuleJson(*rule->info)) : std::string(RulePage(*rule->info))) ? kClean : kFailure;
}

int RunVersion(const std::string& format) {
  if (format != "json") return WriteOutput("", fmt::format("tfscope {}\n", kVersion)) ? kClean : kFailure;
  const Json json = {{"version", kVersion}, {"models", LibraryModels().size()}, {"rules", AllRules().size()}};
  return WriteOutput("", Dump(json)) ? kClean : kFailure;
}

}  // namespace tfscope
