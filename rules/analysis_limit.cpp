// The evaluation is bounded. Where it stopped at a bound, silence about what follows means nothing; this rule says so.
#include "rules/rule.h"

namespace tfscope {

extern const RuleInfo kAnalysisLimit{
    .code = "TFV902",
    .name = "analysis-limit",
    .since = "0.1.0",
    .severity = Severity::kInfo,
    .summary = "The analysis stopped at one of its limits; what lies past it was not checked."};

void CheckAnalysisLimit(const EventLog& log, Reporter& report) {
  for (const LimitReached* limit : log.Of<LimitReached>()) {
    report.EmitAt(kAnalysisLimit, limit->place, "the limit of {} was reached here: what follows was not checked",
                  limit->what);
  }
}

}  // namespace tfscope
