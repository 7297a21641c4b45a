// Comments are looked at when findings are silenced (`Suppress` in analyzer/cli/driver.cpp): what they silence is known
// only then. No log says anything about them.
#include "rules/rule.h"

namespace tfscope {

extern const RuleInfo kUnusedSuppression{.code = "TFV903",
                                         .name = "unused-suppression",
                                         .since = "0.1.0",
                                         .severity = Severity::kWarning,
                                         .summary = "A comment that is to silence a finding silences nothing.",
                                         .by_default = false};

void CheckUnusedSuppression(const EventLog&, Reporter&) {}

}  // namespace tfscope
