// TensorFlow raises TypeError for a call that its signature does not take: an argument that it does not have, one too
// many, or a missing one; and ValueError or TypeError for a value of the wrong kind where a variable is made. What it
// says of the argument orders of its older versions is often about shapes.
#include "rules/older_calls.h"
#include "rules/reasons.h"

namespace tfscope {

extern const RuleInfo kInvalidCall{
    .code = "TFV109",
    .name = "invalid-call",
    .since = "0.1.0",
    .severity = Severity::kError,
    .summary = "A function of TensorFlow is called with arguments that it does not take."};

namespace {

/// The argument that the message names, else the whole call.
Span ArgumentOf(const ErrorRaised& error) {
  const std::string name(TextBetween(error.message, "argument '", "'"));
  for (const ArgumentSpan& argument : error.site.arguments) {
    if (!name.empty() && argument.keyword == name) return argument.span;
  }
  return error.site.call;
}

}  // namespace

void CheckInvalidCall(const EventLog& log, Reporter& report) {
  for (const ErrorRaised* error : log.Of<ErrorRaised>()) {
    if (!IsInvalidCall(*error, report) || FollowsMissingName(log, *error)) continue;
    auto finding = report.Emit(kInvalidCall, *error, "TensorFlow refuses this call: {}", StatementOf(error->message));
    finding.Mark(ArgumentOf(*error), "not taken");
    finding.CalledFrom(error->site, "called");
    if (const OlderCall* older = FindOlderCall(*error, report)) finding.Help(std::string(older->help));
  }
}

}  // namespace tfscope
