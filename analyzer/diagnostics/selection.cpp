#include "analyzer/diagnostics/selection.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "analyzer/support/nearest.h"

namespace tfscope {
namespace {

constexpr std::string_view kAll = "ALL";

/// How exactly `selector` names `rule`: 0 not at all, more for a longer prefix, most for the code or the name.
size_t Specificity(std::string_view selector, const RuleInfo& rule) {
  if (selector == kAll) return 1;
  if (selector == rule.name || selector == rule.code) return 100;
  return !selector.empty() && rule.code.starts_with(selector) ? 1 + selector.size() : 0;
}

bool NamesARule(std::string_view selector, std::span<const RuleInfo* const> rules) {
  return std::ranges::any_of(rules, [&](const RuleInfo* rule) { return Specificity(selector, *rule) > 0; });
}

size_t Best(const std::vector<std::string>& selectors, const RuleInfo& rule) {
  size_t best = 0;
  for (const std::string& selector : selectors) best = std::max(best, Specificity(selector, rule));
  return best;
}

}  // namespace

std::string UnknownRule(std::string_view name, std::span<const RuleInfo* const> rules) {
  std::vector<std::string> known = {std::string(kAll)};
  for (const RuleInfo* rule : rules) {
    known.emplace_back(rule->code);
    known.emplace_back(rule->name);
  }
  const std::string nearest = NearestName(name, known);
  return nearest.empty() ? fmt::format("unknown rule `{}`; `tfscope rule` lists all rules", name)
                         : fmt::format("unknown rule `{}`, did you mean `{}`?", name, nearest);
}

tl::expected<std::set<std::string_view>, std::string> SelectRules(const SelectionOptions& options,
                                                                  std::span<const RuleInfo* const> rules) {
  for (const std::vector<std::string>* list : {&options.select, &options.ignore, &options.extend_select}) {
    for (const std::string& selector : *list) {
      if (!NamesARule(selector, rules)) return tl::unexpected(UnknownRule(selector, rules));
    }
  }
  std::set<std::string_view> codes;
  for (const RuleInfo* rule : rules) {
    const size_t by_default = rule->by_default ? 1 : 0;
    const size_t selected =
        std::max(options.select.empty() ? by_default : Best(options.select, *rule), Best(options.extend_select, *rule));
    if (selected > Best(options.ignore, *rule)) codes.insert(rule->code);
  }
  return codes;
}

}  // namespace tfscope
