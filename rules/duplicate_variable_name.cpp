// `tf.Variable` never fails on a taken name: it appends `_1`. The rule speaks where the code chose a name and a
// variable had it already; a name taken by a scope or another op is no mistake of this kind.
#include <set>

#include "rules/creations.h"
#include "rules/rule.h"

namespace tfscope {

extern const RuleInfo kDuplicateVariableName{
    .code = "TFV201",
    .name = "duplicate-variable-name",
    .since = "0.1.0",
    .severity = Severity::kWarning,
    .summary = "tf.Variable makes a second variable, renamed, because another variable has its name."};

namespace {

/// The names inside of a Keras layer are the layer's, not the author's.
bool IsRenamed(const VariableMade& made) {
  return IsOutsideStore(made) && !made.api.starts_with("tf.keras") && made.explicit_name &&
         made.taken_by != kNoVariable && !made.taken_by_scope_only && made.name != made.requested_name;
}

}  // namespace

void CheckDuplicateVariableName(const EventLog& log, Reporter& report) {
  std::set<const VariableMade*> ignored;  // these are TFV202
  for (const IgnoredReuse& reuse : FindIgnoredReuse(log)) ignored.insert(reuse.made);
  std::vector<CreationGroup> groups;
  for (const VariableMade* made : log.Of<VariableMade>()) {
    if (IsRenamed(*made) && !ignored.contains(made)) AddToGroup(groups, *made, log.Made(made->taken_by));
  }
  for (const CreationGroup& group : groups) {
    const VariableMade& made = *group.first;
    auto finding = report.Emit(kDuplicateVariableName, made.site, "`{}` is taken: this variable is named `{}`",
                               made.requested_name, made.name);
    finding.Certain(made.certainty).Variable(made.name);
    finding.Mark(report.NameArgument(made.site), fmt::format("becomes `{}`", made.name));
    if (const VariableMade* first = group.original) {
      finding.Second(first->site, report.NameArgument(first->site), fmt::format("`{}` created first", first->name));
    }
    finding.CalledFrom(made.site, "called again");
    if (!group.others.empty()) finding.Note(OthersText(group));
    finding.Help("give it a name of its own; to share one variable, use tf.get_variable in a scope with reuse");
  }
}

}  // namespace tfscope
