// `--statistics`
#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analyzer/reporters/report.h"

namespace tfscope {
namespace {

struct RuleCount {
  const RuleInfo* rule;
  size_t count;
};

std::vector<RuleCount> CountByRule(std::span<const Finding> findings) {
  std::map<std::string_view, RuleCount> by_code;
  for (const Finding& finding : findings) {
    ++by_code.try_emplace(finding.rule->code, RuleCount{finding.rule, 0}).first->second.count;
  }
  std::vector<RuleCount> counts;
  for (const auto& [code, count] : by_code) counts.push_back(count);
  std::ranges::stable_sort(counts, std::greater<>(), &RuleCount::count);
  return counts;
}

}  // namespace

std::string RenderStatistics(std::span<const Finding> findings) {
  const std::vector<RuleCount> counts = CountByRule(findings);
  const size_t width = counts.empty() ? 0 : fmt::formatted_size("{}", counts.front().count);
  std::string text;
  for (const RuleCount& entry : counts) {
    text += fmt::format("{:>{}}  {}  {}\n", entry.count, width, entry.rule->code, entry.rule->name);
  }
  return text;
}

std::string RenderStatisticsJson(std::span<const Finding> findings) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const RuleCount& entry : CountByRule(findings)) {
    list.push_back({{"code", entry.rule->code}, {"name", entry.rule->name}, {"count", entry.count}});
  }
  return list.dump(2) + "\n";
}

}  // namespace tfscope
