// TensorFlow raises TypeError for a call that its signature does not take: an argument that it does not have, one too
// many, or a missing one; and ValueError or TypeError for a value of the wrong kind where a variable is made.
#include "rules/rule.h"

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

std::string_view FirstLine(std::string_view text) { return text.substr(0, text.find('\n')); }

}  // namespace

void CheckInvalidCall(const EventLog& log, Reporter& report) {
  for (const ErrorRaised* error : log.Of<ErrorRaised>()) {
    if (error->kind != ErrorKind::kInvalidCall) continue;
    auto finding = report.Emit(kInvalidCall, *error, "TensorFlow refuses this call: {}", FirstLine(error->message));
    finding.Mark(ArgumentOf(*error), "not taken");
    finding.CalledFrom(error->site, "called");
  }
}

}  // namespace tfscope
