// What every rule includes. A rule is one .cpp with a RuleInfo and a check, one .md beside it, one line in
// registry.def.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "analyzer/diagnostics/finding.h"
#include "analyzer/events/events.h"
#include "analyzer/source/source_manager.h"

namespace tfscope {

/// Collects the findings of one log. Turns sites and stacks into notes, so that rules only name events.
class Reporter {
 public:
  Reporter(const CallStacks& stacks, const SourceManager& sources) : stacks_(stacks), sources_(sources) {}

  /// Adds to one finding; valid until the next `Emit`.
  class Builder {
   public:
    Builder(Finding& finding, const Reporter& reporter) : finding_(finding), reporter_(reporter) {}
    Builder& Mark(Span span, std::string text);                                  ///< the narrow label
    Builder& Note(std::string message, Span span = {}, std::string label = {});  ///< a second place, or a remark
    /// A second place with the calls that led there: `LEAD at f.py:3, called from ...`.
    Builder& Second(const Site& site, Span mark, std::string_view lead);
    /// The calls that led to the finding itself: `LEAD from f.py:3 g(x), ...`; nothing for a call at the top level.
    Builder& CalledFrom(const Site& site, std::string_view lead);
    Builder& Help(std::string text);
    /// An edit that mends it; what it does is the help, too.
    Builder& Replace(Span span, std::string text, std::string message);
    Builder& Variable(std::string name);
    Builder& Level(Severity severity);
    Builder& Certain(Certainty certainty);

   private:
    Finding& finding_;
    const Reporter& reporter_;
  };

  /// Starts a finding at a call.
  template <typename... Parts>
  Builder Emit(const RuleInfo& rule, const Site& site, fmt::format_string<Parts...> format, Parts&&... parts) {
    return Start(rule, site.call, site.stack, fmt::format(format, std::forward<Parts>(parts)...));
  }
  /// Starts a finding about an exception: names the exception, and lowers the severity of one that is caught.
  template <typename... Parts>
  Builder Emit(const RuleInfo& rule, const ErrorRaised& error, fmt::format_string<Parts...> format, Parts&&... parts) {
    return StartError(rule, error, fmt::format(format, std::forward<Parts>(parts)...));
  }
  /// Starts a finding at a place that is no call.
  template <typename... Parts>
  Builder EmitAt(const RuleInfo& rule, Span span, fmt::format_string<Parts...> format, Parts&&... parts) {
    return Start(rule, span, kNoCallStack, fmt::format(format, std::forward<Parts>(parts)...));
  }

  /// The argument that names the variable in a call of `get_variable`, `Variable` and their like, as far as it can be
  /// told; else the whole call.
  Span NameArgument(const Site& site) const;
  /// The last name of the function that a call calls: `get_variable` of `tf.get_variable("w")`; empty for no call.
  std::string_view CalleeName(const Site& site) const;
  /// The source of a span.
  std::string_view Text(Span span) const { return sources_.Text(span); }
  /// `model.py:14`
  std::string Place(Span span) const;
  std::vector<Finding> Take() { return std::move(findings_); }

 private:
  Builder Start(const RuleInfo& rule, Span span, CallStackId stack, std::string message);
  Builder StartError(const RuleInfo& rule, const ErrorRaised& error, std::string message);

  const CallStacks& stacks_;
  const SourceManager& sources_;
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

/// The rule of a code or name; null if there is none.
const Rule* FindRule(std::string_view code_or_name);

/// The Markdown page of a rule, embedded in the program; empty if it is missing.
std::string_view RulePage(const RuleInfo& rule);

/// What the rules say about one log.
std::vector<Finding> RunRules(const EventLog& log, const CallStacks& stacks, const SourceManager& sources);

/// Whether a variable was made by a call of `tf.Variable` or its like, which know neither the store nor reuse.
bool IsOutsideStore(const VariableMade& made);

/// The text between two markers of a message of TensorFlow's; empty if they are missing.
std::string_view TextBetween(std::string_view text, std::string_view before, std::string_view after);

/// Whether a full name lies in a variable scope; the root, which has no name, holds all.
bool IsInScope(std::string_view name, std::string_view scope);

/// The variable scope that a variable's full name lies in; empty at the root.
std::string_view ScopeOf(std::string_view name);

}  // namespace tfscope
