// Scopes and names that TensorFlow refuses. Its messages say what it checks, not what the code did; they are told apart
// by their fixed words. Two mistakes are Python's own errors: a scope called like a function, and an attribute asked of
// the context manager instead of the scope.
#include <algorithm>

#include "rules/reasons.h"

namespace tfscope {

extern const RuleInfo kInvalidScope{.code = "TFV106",
                                    .name = "invalid-scope",
                                    .since = "0.1.0",
                                    .severity = Severity::kError,
                                    .summary = "A scope is opened, named or used in a way that TensorFlow refuses."};

namespace {

constexpr Reason kScopeReasons[] = {
    {"default_name is None then", "the scope has neither a name nor a default name", "name_or_scope", 0,
     "None, and no default_name", "pass a name, or default_name= for one that is made unique"},
    {"reuse parameter must be", "reuse is not True, False, None or tf.AUTO_REUSE", "reuse", 8, "no reuse flag",
     "0, 1, NumPy's booleans and tensors do not count: write reuse=True, or reuse=bool(...)"},
    {"cannot be used without", "reuse is asked for in a scope that has only a default name", "reuse", 8,
     "reuse of a scope without a name",
     "give the scope a name: a default name is made unique, so that there is nothing to reuse"},
    {"name_or_scope must be", "the scope is neither a string nor a VariableScope", "name_or_scope", 0,
     "neither a string nor a scope", "pass a name, or the scope that `with tf.variable_scope(...) as scope` gave"},
    {"`default_name` type", "default_name is not a string", "default_name", 1, "not a string",
     "the inputs of an operation are the third argument: write values=[...]"},
    {"At least one of name", "the name scope has neither a name nor a default name", "name", 0,
     "None, and no default_name", "pass a name or a default_name"},
    {"auxiliary_name_scope", "auxiliary_name_scope is not True or False", "auxiliary_name_scope", 12, "not a boolean",
     "write True or False"},
    {"expected string or bytes-like", "a name is not a string", "name", kKeywordOnly, "not a string",
     "pass a string: str(...), or '%d' % number"},
    {"can only concatenate str", "the name of the variable is not a string", "name", 0, "not a string",
     "pass a string: str(...), or '%d' % number"},
    {"itera", "values is not a list", "values", 2, "not a list", "put the inputs into a list: values=[x]"},
    {"Improper nesting", "the scopes are left in another order than they were entered", "", kKeywordOnly,
     "left while another scope is the current one", "enter scopes by `with`, and each context manager once at a time"},
    {"name cannot be None", "the template has no name", "name_", 0, "no name", "pass a name"},
};

constexpr Reason kPythonReasons[] = {
    {"'variable_scope' object is not callable", "tf.variable_scope is used as a decorator or called", "", kKeywordOnly,
     "a context manager, not a function", "open it inside the function: with tf.variable_scope(...):"},
    {"'name_scope' object is not callable", "tf.name_scope is used as a decorator or called", "", kKeywordOnly,
     "a context manager, not a function", "open it inside the function: with tf.name_scope(...):"},
    {"'variable_scope' object has no attribute", "tf.variable_scope(...) is not the scope itself", "", kKeywordOnly,
     "only the scope that `with` enters has it", "write with tf.variable_scope(...) as scope:, and use scope"},
    {"'function' object has no attribute 'reuse_variables'", "tf.get_variable_scope is not called", "", kKeywordOnly,
     "a function", "write tf.get_variable_scope().reuse_variables()"},
};

bool IsNamePart(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("_.-/").find(c) != std::string_view::npos;
}

std::string HelpForName(std::string_view name) {
  if (name.empty()) return "pass a name, or None for the default one";
  if (name.find(':') != std::string_view::npos)
    return "`x:0` names a tensor: use x.op.name, which ends before the colon";
  if (std::ranges::all_of(name, IsNamePart)) return "at the top level a name starts with a letter, a digit or a dot";
  std::string valid;
  for (const char c : name) {
    const bool continues = (static_cast<unsigned char>(c) & 0xC0) == 0x80;  // of a character that has got its `_`
    if (!continues) valid += IsNamePart(c) ? c : '_';
  }
  return fmt::format("use letters, digits and `_.-/` only, as in `{}`", valid);
}

void ReportName(const ErrorRaised& error, Reporter& report) {
  const std::string_view name = error.variable;
  auto finding = name.empty() ? report.Emit(kInvalidScope, error, "an empty name is given here")
                              : report.Emit(kInvalidScope, error, "`{}` is not a valid name", name);
  finding.Mark(report.NameArgument(error.site), "refused by TensorFlow").CalledFrom(error.site, "called");
  finding.Help(HelpForName(name));
}

void Report(const ErrorRaised& error, const Reason& reason, Reporter& report) {
  auto finding = report.Emit(kInvalidScope, error, "{}", reason.message);
  Explain(finding, reason, error.site, report);
}

}  // namespace

bool IsScopeError(const ErrorRaised& error) {
  if (error.kind == ErrorKind::kInvalidScope) return true;
  const bool by_python = error.kind == ErrorKind::kOther || error.kind == ErrorKind::kGraphConstruction;
  return by_python && FindReason(kPythonReasons, error.message) != nullptr;
}

void CheckInvalidScope(const EventLog& log, Reporter& report) {
  for (const ErrorRaised* error : log.Of<ErrorRaised>()) {
    if (!IsScopeError(*error)) continue;
    const bool by_python = error->kind != ErrorKind::kInvalidScope;
    if (!by_python && error->message.ends_with(" name") && error->message.starts_with('\'')) {
      ReportName(*error, report);
      continue;
    }
    const Reason* reason =
        by_python ? FindReason(kPythonReasons, error->message) : FindReason(kScopeReasons, error->message);
    if (reason != nullptr) Report(*error, *reason, report);
  }
}

}  // namespace tfscope
