// `tf.Variable` and Keras layers know nothing of the reuse of variable scopes: under reuse they make a new variable.
// The rule speaks where the code was about to share one: there is an earlier variable that it repeats.
#include "rules/creations.h"
#include "rules/rule.h"

namespace tfscope {

extern const RuleInfo kReuseIgnored{
    .code = "TFV202",
    .name = "reuse-ignored",
    .since = "0.1.0",
    .severity = Severity::kWarning,
    .summary =
        "tf.Variable, or a layer that is no function of tf.layers, makes a new variable in a scope that reuses."};

namespace {

/// Where reuse was switched on for a variable: the latest place before it, in its scope or around it.
const ReuseSet* ReuseFor(const EventLog& log, const VariableMade& made) {
  const ReuseSet* latest = nullptr;
  for (const Event& event : log.events) {
    if (std::get_if<VariableMade>(&event) == &made) break;
    const auto* reuse = std::get_if<ReuseSet>(&event);
    if (reuse != nullptr && reuse->graph == made.graph && IsInScope(made.variable_scope + "/", reuse->scope)) {
      latest = reuse;
    }
  }
  return latest;
}

std::string_view ShortName(std::string_view api) { return api.starts_with("tf.keras") ? "a Keras layer" : api; }

void Report(const EventLog& log, const CreationGroup& group, Reporter& report) {
  const VariableMade& made = *group.first;
  const VariableMade& original = *group.original;
  auto finding =
      report.Emit(kReuseIgnored, made.site, "`{}` is a new variable: {} ignores reuse", made.name, ShortName(made.api));
  const bool certain = made.certainty == Certainty::kMust && original.certainty == Certainty::kMust;
  finding.Certain(certain ? Certainty::kMust : Certainty::kPossible).Variable(made.name);
  finding.Mark(report.NameArgument(made.site), fmt::format("not shared with `{}`", original.name));
  if (original.site.call != made.site.call || original.site.stack != made.site.stack) {
    finding.Second(original.site, report.NameArgument(original.site), fmt::format("`{}` created first", original.name));
  }
  if (const ReuseSet* reuse = ReuseFor(log, made)) {
    finding.Second(reuse->site, reuse->site.call, "reuse was switched on");
  }
  finding.CalledFrom(made.site, "called again");
  if (!group.others.empty()) finding.Note(OthersText(group));
  finding.Help("to share it, create it with tf.get_variable; to keep two variables, make the second outside of reuse");
}

}  // namespace

void CheckReuseIgnored(const EventLog& log, Reporter& report) {
  std::vector<CreationGroup> groups;
  for (const IgnoredReuse& ignored : FindIgnoredReuse(log)) AddToGroup(groups, *ignored.made, ignored.original);
  for (const CreationGroup& group : groups) Report(log, group, report);
}

}  // namespace tfscope
