// Whatever else TensorFlow raises while a program builds its graph. Rules with a code of their own come first: they say
// more than the message does.
#include "rules/older_calls.h"
#include "rules/reasons.h"

namespace tfscope {

extern const RuleInfo kGraphConstructionError{
    .code = "TFV111",
    .name = "graph-construction-error",
    .since = "0.1.0",
    .severity = Severity::kError,
    .summary = "TensorFlow raises an exception that ends the building of the graph."};

void CheckGraphConstructionError(const EventLog& log, Reporter& report) {
  const bool is_doubtful = AssumesBothWays(log);
  for (const ErrorRaised* error : log.Of<ErrorRaised>()) {
    if (error->kind != ErrorKind::kGraphConstruction || IsScopeError(*error)) continue;
    if (IsInvalidCall(*error, report) || FollowsMissingName(log, *error)) continue;
    const std::string_view statement = StatementOf(error->message);
    auto finding = statement.empty() ? report.Emit(kGraphConstructionError, *error, "TensorFlow raises {}", error->type)
                                     : report.Emit(kGraphConstructionError, *error, "{}", statement);
    if (is_doubtful) finding.Certain(Certainty::kPossible);
    finding.Mark(error->site.call, "refused by TensorFlow").CalledFrom(error->site, "called");
  }
}

}  // namespace tfscope
