#include "rules/reasons.h"

#include <algorithm>

namespace tfscope {

const Reason* FindReason(std::span<const Reason> reasons, std::string_view message) {
  const auto found = std::ranges::find_if(
      reasons, [&](const Reason& reason) { return message.find(reason.words) != std::string_view::npos; });
  return found == reasons.end() ? nullptr : &*found;
}

void Explain(Reporter::Builder& finding, const Reason& reason, const Site& site, const Reporter& report) {
  const Span argument = site.ArgumentOr(reason.keyword, reason.position);
  finding.Mark(argument == site.call ? report.NameArgument(site) : argument, std::string(reason.label));
  finding.CalledFrom(site, "called");
  if (!reason.help.empty()) finding.Help(std::string(reason.help));
}

}  // namespace tfscope
