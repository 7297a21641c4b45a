// A variable cannot be created because its shape is missing, not fully known, or given beside a constant initializer,
// or because it has no value. TensorFlow's messages name the reason in its own way; they are told apart by their fixed
// words.
#include <algorithm>

#include "rules/reasons.h"

namespace tfscope {

extern const RuleInfo kUnderspecifiedVariable{
    .code = "TFV105",
    .name = "underspecified-variable",
    .since = "0.1.0",
    .severity = Severity::kError,
    .summary = "A variable is created without a fully known shape, or with both a shape and a constant initializer."};

namespace {

constexpr Reason kReasons[] = {
    {"do not specify shape", "has both a shape and a constant initializer", "shape", 1,
     "the constant has a shape already", "leave out shape=, or use tf.constant_initializer(value) with the shape"},
    {"must have a shape specified", "gets an initial value whose shape is not fully known", "initial_value", 0,
     "shape not fully known", "give the value a static shape, or pass validate_shape=False"},
    {"must be specified", "has no initial value", "initial_value", kKeywordOnly, "no initial value",
     "pass an initial value"},
    {"don't match", "has an initializer of another dtype than dtype=", "dtype", 2, "another dtype",
     "convert the initial value, or leave out dtype="},
    {"An initializer for variable", "has a dtype without a default initializer", "dtype", 2, "no default initializer",
     "pass initializer="},
    {"", "has no fully known shape", "shape", 1, "shape not fully known",
     "pass a shape without None; a dimension taken from a tensor is None where its static shape is not known"},
};
constexpr const Reason& kNoKnownShape = kReasons[std::size(kReasons) - 1];

/// The user's own call of `get_variable` gives no shape.
bool IsWithoutShape(const Site& site, const Reporter& report) {
  const bool unpacks = std::ranges::any_of(
      site.arguments, [](const ArgumentSpan& argument) { return argument.keyword.starts_with('*'); });
  return report.CalleeName(site) == "get_variable" && !unpacks && site.ArgumentOr("shape", 1) == site.call;
}

}  // namespace

void CheckUnderspecifiedVariable(const EventLog& log, Reporter& report) {
  for (const ErrorRaised* error : log.Of<ErrorRaised>()) {
    if (error->kind != ErrorKind::kUnderspecified) continue;
    const Reason& reason = *FindReason(kReasons, error->message);
    auto finding = error->variable.empty()
                       ? report.Emit(kUnderspecifiedVariable, *error, "the variable created here {}", reason.message)
                       : report.Emit(kUnderspecifiedVariable, *error, "`{}` {}", error->variable, reason.message);
    Explain(finding, reason, error->site, report);
    if (&reason == &kNoKnownShape && IsWithoutShape(error->site, report)) {
      finding.Mark(report.NameArgument(error->site), "neither a shape nor a value");
      finding.Help("pass shape=, or an initializer that is a value");
    }
  }
}

}  // namespace tfscope
