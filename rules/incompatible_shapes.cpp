// Operations check the shapes of their inputs while the graph is built, as far as they are known. TensorFlow's message
// names the operation and the shapes.
#include "rules/older_calls.h"
#include "rules/reasons.h"

namespace tfscope {

extern const RuleInfo kIncompatibleShapes{
    .code = "TFV110",
    .name = "incompatible-shapes",
    .since = "0.1.0",
    .severity = Severity::kError,
    .summary = "An operation or layer is given tensors of shapes that it refuses."};

void CheckIncompatibleShapes(const EventLog& log, Reporter& report) {
  const bool is_doubtful = AssumesBothWays(log);
  for (const ErrorRaised* error : log.Of<ErrorRaised>()) {
    if (error->kind != ErrorKind::kIncompatibleShapes || IsInvalidCall(*error, report)) continue;
    if (FollowsMissingName(log, *error)) continue;
    auto finding = report.Emit(kIncompatibleShapes, *error, "{}", StatementOf(error->message));
    if (is_doubtful) finding.Certain(Certainty::kPossible);
    finding.Mark(error->site.call, "refused by TensorFlow").CalledFrom(error->site, "called");
  }
}

}  // namespace tfscope
