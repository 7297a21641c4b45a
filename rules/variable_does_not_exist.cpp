// `tf.get_variable` raises ValueError under reuse=True when no variable of the full name was made by get_variable. The
// rule adds where reuse was switched on, and the name that was probably meant.
#include "analyzer/support/nearest.h"
#include "rules/reasons.h"

namespace tfscope {

extern const RuleInfo kVariableDoesNotExist{
    .code = "TFV102",
    .name = "variable-does-not-exist",
    .since = "0.1.0",
    .severity = Severity::kError,
    .summary = "A variable that tf.get_variable never created is asked for in a scope with reuse=True."};

namespace {

/// What the log holds up to the error.
struct Before {
  const ReuseSet* reuse = nullptr;          ///< the latest that the name lies in
  const VariableMade* same_name = nullptr;  ///< a variable of that name outside the store
  std::vector<std::string> keys;
};

Before Look(const EventLog& log, const ErrorRaised& error) {
  Before before;
  for (const Event& event : log.events) {
    if (std::get_if<ErrorRaised>(&event) == &error) break;
    if (const auto* reuse = std::get_if<ReuseSet>(&event);
        reuse != nullptr && IsInScope(error.variable, reuse->scope)) {
      before.reuse = reuse;
    } else if (const auto* made = std::get_if<VariableMade>(&event)) {
      if (!made->key.empty()) before.keys.push_back(made->key);
      if (made->key.empty() && made->name == error.variable) before.same_name = made;
    }
  }
  return before;
}

std::string HelpFor(const ErrorRaised& error, const Before& before) {
  if (before.same_name != nullptr)
    return "tf.get_variable never finds what tf.Variable made: use tf.get_variable for both";
  const std::string nearest = NearestName(error.variable, before.keys);
  if (!nearest.empty())
    return fmt::format("did you mean `{}`? To create a new variable here, use reuse=tf.AUTO_REUSE", nearest);
  return "create the variable first, outside of reuse; reuse=tf.AUTO_REUSE creates at the first call and shares later";
}

}  // namespace

void CheckVariableDoesNotExist(const EventLog& log, Reporter& report) {
  const bool is_doubtful = AssumesBothWays(log);
  for (const ErrorRaised* error : log.Of<ErrorRaised>()) {
    if (error->kind != ErrorKind::kVariableMissing) continue;
    const Before before = Look(log, *error);
    auto finding = report.Emit(kVariableDoesNotExist, *error, "`{}` does not exist, and reuse forbids creating it here",
                               error->variable);
    if (is_doubtful) finding.Certain(Certainty::kPossible);
    finding.Mark(report.NameArgument(error->site), "asked for under reuse");
    if (before.same_name != nullptr) {
      finding.Second(before.same_name->site, report.NameArgument(before.same_name->site),
                     fmt::format("created by {}", before.same_name->api));
    }
    if (before.reuse != nullptr) finding.Second(before.reuse->site, before.reuse->site.call, "reuse was switched on");
    finding.CalledFrom(error->site, "called");
    finding.Help(HelpFor(*error, before));
  }
}

}  // namespace tfscope
