// An attribute or import that TensorFlow does not have. The evaluation looks names up in the table of the real modules;
// this rule says where the function really is.
#include "rules/rule.h"

namespace tfscope {

extern const RuleInfo kNoSuchApi{.code = "TFV302",
                                 .name = "no-such-api",
                                 .since = "0.1.0",
                                 .severity = Severity::kError,
                                 .summary = "A name is used that TensorFlow 1.15 does not have."};

namespace {

/// The exception of a message, which Python's wording tells.
std::string_view ExceptionFor(std::string_view message) {
  if (message.find("has no attribute") != std::string_view::npos) return "AttributeError";
  return message.starts_with("No module named") ? "ModuleNotFoundError" : "ImportError";
}

}  // namespace

void CheckNoSuchApi(const EventLog& log, Reporter& report) {
  for (const ApiMissing* missing : log.Of<ApiMissing>()) {
    auto finding = report.Emit(kNoSuchApi, missing->site, "`{}` has no `{}`", missing->module, missing->attribute);
    finding.Mark(missing->attribute_span, "no such name");
    finding.Note(fmt::format("raises {}: {}{}", ExceptionFor(missing->message), missing->message,
                             missing->caught ? " (caught by the program)" : ""));
    finding.CalledFrom(missing->site, "called");
    if (!missing->suggestion.empty()) finding.Help(fmt::format("use `{}`", missing->suggestion));
    if (missing->caught) finding.Level(Severity::kInfo);
  }
}

}  // namespace tfscope
