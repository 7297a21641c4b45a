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

/// The scope that the refused variable lies in, as it was entered last.
const ScopeEntered* EntryOf(std::string_view scope, const EventLog& log, const ErrorRaised& error) {
  const ScopeEntered* latest = nullptr;
  for (const Event& event : log.events) {
    if (std::get_if<ErrorRaised>(&event) == &error) break;
    const auto* entered = std::get_if<ScopeEntered>(&event);
    if (entered != nullptr && entered->scope == scope) latest = entered;
  }
  return latest;
}

std::string HowToShare(const EventLog& log, const ErrorRaised& error, const Reporter& report) {
  const std::string_view scope = ScopeOf(error.variable);
  if (scope.empty()) return "create it in a tf.variable_scope with reuse=tf.AUTO_REUSE";
  const ScopeEntered* entered = EntryOf(scope, log, error);
  if (entered == nullptr || !report.CalleeName(entered->site).ends_with("variable_scope")) {
    return fmt::format("open scope `{}`, or one around it, with reuse=tf.AUTO_REUSE", scope);
  }
  return fmt::format("pass reuse=tf.AUTO_REUSE to the scope at {}", report.Place(entered->site.call));
}

std::string HelpFor(const EventLog& log, const ErrorRaised& error, const Reporter& report) {
  const VariableMade* first = log.Made(error.other);
  std::string_view separate = "choose another name";
  if (first != nullptr && first->site.call == error.site.call) {
    const bool loop = first->site.stack == error.site.stack;
    separate = loop ? "put the loop's index into the name" : "put each call into a scope of its own";
  }
  return fmt::format("to share it, {}; for a second variable, {}", HowToShare(log, error, report), separate);
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
    finding.Help(HelpFor(log, *error, report));
  }
}

}  // namespace tfscope
