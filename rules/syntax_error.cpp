// Places that the parser could not read. What can be read around them is analysed all the same.
#include "rules/rule.h"

namespace tfscope {

extern const RuleInfo kSyntaxError{.code = "TFV901",
                                   .name = "syntax-error",
                                   .since = "0.1.0",
                                   .severity = Severity::kError,
                                   .summary = "The file does not parse as Python; what can be read of it is analysed."};

void CheckSyntaxError(const EventLog& log, Reporter& report) {
  for (const SyntaxError* error : log.Of<SyntaxError>()) {
    report.EmitAt(kSyntaxError, error->span, "{}", error->message);
  }
}

}  // namespace tfscope
