// Under reuse `tf.get_variable` compares the given shape with that of the existing variable and raises ValueError if
// they are incompatible. Both shapes stand in TensorFlow's message.
#include "rules/rule.h"

namespace tfscope {

extern const RuleInfo kSharedShapeMismatch{
    .code = "TFV103",
    .name = "shared-shape-mismatch",
    .since = "0.1.0",
    .severity = Severity::kError,
    .summary = "A variable is shared with another shape than it was created with."};

void CheckSharedShapeMismatch(const EventLog& log, Reporter& report) {
  for (const ErrorRaised* error : log.Of<ErrorRaised>()) {
    if (error->kind != ErrorKind::kShapeMismatch) continue;
    const std::string_view wanted = TextBetween(error->message, "but specified shape ", " and found shape ");
    const std::string_view found = TextBetween(error->message, " and found shape ", ".");
    const VariableMade* first = log.Made(error->other);
    auto finding =
        wanted.empty()
            ? report.Emit(kSharedShapeMismatch, *error, "`{}` is shared with another shape than it was created with",
                          error->variable)
            : report.Emit(kSharedShapeMismatch, *error, "`{}` is shared with shape {}, but was created with shape {}",
                          error->variable, wanted, found);
    finding.Mark(error->site.ArgumentOr("shape", 1),
                 wanted.empty() ? std::string("another shape") : fmt::format("shape {}", wanted));
    if (first != nullptr) finding.Second(first->site, first->site.ArgumentOr("shape", 1), "created first");
    finding.CalledFrom(error->site, "called again");
    finding.Help("give both calls the same shape, or the second one a name or scope of its own");
  }
}

}  // namespace tfscope
