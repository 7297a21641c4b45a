// What every rule includes. A rule is one .cpp with a RuleInfo and a check, one .md beside it, one line in registry.def.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "analyzer/diagnostics/finding.h"
#include "analyzer/events/events.h"

namespace tfscope {

/// Collects the findings of one log. Turns stacks into notes, so that rules only name events.
class Reporter {
 public:
  explicit Reporter(const CallStacks& stacks) : stacks_(stacks) {}

  /// Starts a finding at a site; the returned builder adds to it.
  class Builder {
   public:
    Builder(Finding& finding, const CallStacks& stacks) : finding_(finding), stacks_(stacks) {}
    Builder& Mark(Span span, std::string text);                        ///< the narrow label
    Builder& Note(Span span, std::string message);                     ///< a second place
    Builder& Stack(const Site& site, std::string_view lead);           ///< `LEAD at f.py:3, called from ...`
    Builder& Help(std::string text);
    Builder& Variable(std::string name);
    Builder& Level(Severity severity);

   private:
    Finding& finding_;
    const CallStacks& stacks_;
  };

  template <typename... Parts>
  Builder Emit(const RuleInfo& rule, Span span, fmt::format_string<Parts...> format, Parts&&... parts) {
    Finding& finding = findings_.emplace_back();
    finding.rule = &rule;
    finding.severity = rule.severity;
    finding.span = span;
    finding.message = fmt::format(format, std::forward<Parts>(parts)...);
    return {finding, stacks_};
  }

  std::vector<Finding> Take() { return std::move(findings_); }

 private:
  const CallStacks& stacks_;
  std::vector<Finding> findings_;
};

/// A rule: reads one log, emits findings. Pure; the order of rules does not matter.
using RuleCheck = void (*)(const EventLog& log, Reporter& report);

struct Rule {
  const RuleInfo* info;
  RuleCheck check;
};

/// All rules, in code order, from registry.def.
std::span<const Rule> AllRules();

}  // namespace tfscope
