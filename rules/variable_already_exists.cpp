// `tf.get_variable` raises ValueError when the full name exists and the scope does not reuse. The evaluation reports
// each such exception; this rule adds where the variable came from and what to do about it.
#include "rules/rule.h"

namespace tfscope {

extern const RuleInfo kVariableAlreadyExists{
    .code = "TFV101",
    .name = "variable-already-exists",
    .since = "0.1.0",
    .severity = Severity::kError,
    .summary = "A variable is created again under a name that exists, in a scope that does not reuse."};

namespace {

std::string HelpFor(const ErrorRaised& error, const VariableMade* first) {
  const std::string_view scope = ScopeOf(error.variable);
  const std::string share = scope.empty()
                                ? "create it in a tf.variable_scope with reuse=tf.AUTO_REUSE"
                                : fmt::format("open scope `{}`, or one around it, with reuse=tf.AUTO_REUSE", scope);
  std::string_view separate = "choose another name";
  if (first != nullptr && first->site.call == error.site.call) {
    const bool loop = first->site.stack == error.site.stack;
    separate = loop ? "put the loop's index into the name" : "put each call into a scope of its own";
  }
  return fmt::format("to share it, {}; for a second variable, {}", share, separate);
}

}  // namespace

void CheckVariableAlreadyExists(const EventLog& log, Reporter& report) {
  for (const ErrorRaised* error : log.Of<ErrorRaised>()) {
    if (error->kind != ErrorKind::kVariableExists) continue;
    const VariableMade* first = log.Made(error->other);
    auto finding = report.Emit(kVariableAlreadyExists, *error, "`{}` already exists here", error->variable);
    finding.Mark(report.NameArgument(error->site), "second creation, without reuse");
    if (first != nullptr) finding.Second(first->site, report.NameArgument(first->site), "created first");
    finding.CalledFrom(error->site, "called again");
    finding.Help(HelpFor(*error, first));
  }
}

}  // namespace tfscope
