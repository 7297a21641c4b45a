#include "rules/reasons.h"

#include <algorithm>
#include <map>
#include <tuple>

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

std::string_view StatementOf(std::string_view message) {
  if (message.starts_with("in converted code:")) {
    while (message.ends_with('\n')) message.remove_suffix(1);
    message.remove_prefix(message.rfind('\n') + 1);
    if (const size_t type_end = message.find("Error: "); type_end != std::string_view::npos) {
      message.remove_prefix(type_end + std::string_view("Error: ").size());
    }
  }
  message = message.substr(0, message.find('\n'));
  if (message.ends_with('.') && !message.ends_with("...")) message.remove_suffix(1);
  return message;
}

bool FollowsMissingName(const EventLog& log, const ErrorRaised& error) {
  const Span& call = error.site.call;
  return std::ranges::any_of(log.Of<ApiMissing>(), [&](const ApiMissing* missing) {
    const Span& name = missing->site.call;
    return name.file == call.file && name.begin == call.begin && name.end <= call.end;
  });
}

bool AssumesBothWays(const EventLog& log) {
  std::map<std::tuple<FileId, uint32_t, uint32_t>, bool> assumed;
  for (const Assumption* assumption : log.Of<Assumption>()) {
    const Span& place = assumption->place;
    const auto [known, is_new] = assumed.try_emplace({place.file, place.begin, place.end}, assumption->taken);
    if (!is_new && known->second != assumption->taken) return true;
  }
  return false;
}

}  // namespace tfscope
