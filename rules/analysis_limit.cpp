// The evaluation is bounded. Where it stopped at a bound, silence about what follows means nothing; this rule says so.
#include <algorithm>

#include "rules/rule.h"

namespace tfscope {

extern const RuleInfo kAnalysisLimit{
    .code = "TFV902",
    .name = "analysis-limit",
    .since = "0.1.0",
    .severity = Severity::kInfo,
    .summary = "The analysis stopped at one of its limits; what lies past it was not checked."};

namespace {

/// What a limit leaves out, and what can be done about it.
struct Limit {
  std::string_view what;
  std::string_view consequence;
  std::string_view help;
};

constexpr Limit kLimits[] = {
    {"instructions", "what follows was not checked", "raise it with --max-instructions"},
    {"iterations", "of a long loop the first and the last ones were checked", ""},
    {"paths", "of each further unknown condition one side was checked", ""},
    {"nesting", "what is nested deeper was not read", ""},
    {"", "what follows was not checked", ""},
};

const Limit& LimitFor(std::string_view what) {
  return *std::ranges::find_if(kLimits, [&](const Limit& limit) { return limit.what.empty() || limit.what == what; });
}

}  // namespace

void CheckAnalysisLimit(const EventLog& log, Reporter& report) {
  for (const LimitReached* limit : log.Of<LimitReached>()) {
    const Limit& found = LimitFor(limit->what);
    auto finding = report.EmitAt(kAnalysisLimit, limit->place, "the limit of {} was reached here: {}", limit->what,
                                 found.consequence);
    if (!found.help.empty()) finding.Help(std::string(found.help));
  }
}

}  // namespace tfscope
