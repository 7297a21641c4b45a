// `tf.Variable` never fails on a taken name: it appends `_1`. The rule speaks where the code chose a name and a
// variable had it already; a name taken by a scope or another op is no mistake of this kind.
#include "rules/rule.h"

#include <algorithm>

namespace tfscope {

extern const RuleInfo kDuplicateVariableName{
    .code = "TFV201",
    .name = "duplicate-variable-name",
    .since = "0.1.0",
    .severity = Severity::kWarning,
    .summary = "tf.Variable makes a second variable, renamed, because another variable has its name."};

namespace {

bool IsRenamed(const VariableMade& made) {
  const bool by_user =
      made.api.ends_with("Variable") || made.api.ends_with("local_variable") || made.api.ends_with("global_variable");
  return by_user && made.key.empty() && made.explicit_name && made.taken_by != kNoVariable &&
         !made.taken_by_scope_only && made.name != made.requested_name;
}

/// The renamed variables of one call, which a loop or several calls of a function may make.
struct Group {
  const VariableMade* first;
  std::vector<std::string> others;
};

constexpr size_t kShownNames = 4;

std::string OthersText(const Group& group) {
  std::string text;
  for (size_t index = 0; index < group.others.size() && index < kShownNames; ++index) {
    text += fmt::format("{}`{}`", index == 0 ? "" : ", ", group.others[index]);
  }
  if (group.others.size() > kShownNames) text += fmt::format(" and {} more", group.others.size() - kShownNames);
  return text;
}

}  // namespace

void CheckDuplicateVariableName(const EventLog& log, Reporter& report) {
  std::vector<Group> groups;
  for (const VariableMade* made : log.Of<VariableMade>()) {
    if (!IsRenamed(*made)) continue;
    const auto same_call = [&](const Group& group) { return group.first->site.call == made->site.call; };
    const auto found = std::ranges::find_if(groups, same_call);
    if (found == groups.end()) {
      groups.push_back({made, {}});
    } else {
      found->others.push_back(made->name);
    }
  }
  for (const Group& group : groups) {
    const VariableMade& made = *group.first;
    auto finding = report.Emit(kDuplicateVariableName, made.site, "`{}` is taken: this variable is named `{}`",
                               made.requested_name, made.name);
    finding.Certain(made.certainty).Variable(made.name);
    finding.Mark(report.NameArgument(made.site), fmt::format("becomes `{}`", made.name));
    if (const VariableMade* first = log.Made(made.taken_by)) {
      finding.Second(first->site, report.NameArgument(first->site), fmt::format("`{}` created first", first->name));
    }
    finding.CalledFrom(made.site, "called again");
    if (!group.others.empty()) finding.Note(fmt::format("later calls make {}", OthersText(group)));
    finding.Help("give it a name of its own; to share one variable, use tf.get_variable in a scope with reuse");
  }
}

}  // namespace tfscope
