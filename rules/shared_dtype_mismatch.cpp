// Under reuse `tf.get_variable` compares the wanted dtype (the argument, else the scope's, else float32) with that of
// the existing variable. A repeat of the very same call fails where the dtype came from a value initializer.
#include "rules/rule.h"

namespace tfscope {

extern const RuleInfo kSharedDtypeMismatch{
    .code = "TFV104",
    .name = "shared-dtype-mismatch",
    .since = "0.1.0",
    .severity = Severity::kError,
    .summary = "A variable is shared with another dtype than it was created with."};

namespace {

std::string_view WithoutReference(std::string_view dtype) {
  constexpr std::string_view kSuffix = "_ref";
  if (dtype.ends_with(kSuffix)) dtype.remove_suffix(kSuffix.size());
  return dtype;
}

}  // namespace

void CheckSharedDtypeMismatch(const EventLog& log, Reporter& report) {
  for (const ErrorRaised* error : log.Of<ErrorRaised>()) {
    if (error->kind != ErrorKind::kDtypeMismatch) continue;
    const std::string_view wanted = TextBetween(error->message, "but specified dtype ", " and found dtype ");
    const std::string_view found = WithoutReference(TextBetween(error->message, " and found dtype ", "."));
    const VariableMade* first = log.Made(error->other);
    auto finding =
        wanted.empty()
            ? report.Emit(kSharedDtypeMismatch, *error, "`{}` is shared with another dtype than it was created with",
                          error->variable)
            : report.Emit(kSharedDtypeMismatch, *error, "`{}` is shared with dtype {}, but was created with dtype {}",
                          error->variable, wanted, found);
    const Span dtype_argument = error->site.ArgumentOr("dtype", 2);
    const bool shown = dtype_argument != error->site.call;
    finding.Mark(
        shown ? dtype_argument : report.NameArgument(error->site),
        shown || wanted.empty() ? std::string("another dtype") : fmt::format("asks for {}, the default", wanted));
    if (first != nullptr) finding.Second(first->site, report.NameArgument(first->site), "created first");
    finding.CalledFrom(error->site, "called again");
    finding.Help(found.empty() ? std::string("write the same dtype= in both calls")
                               : fmt::format("write dtype=tf.{} in both calls", found));
  }
}

}  // namespace tfscope
