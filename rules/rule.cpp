// The table of rules and what they share.
#include "rules/rule.h"

#include <algorithm>
#include <array>

#include "analyzer/diagnostics/places.h"
#include "analyzer/library/embedded.h"

namespace tfscope {

#define TFSCOPE_RULE(name)       \
  extern const RuleInfo k##name; \
  void Check##name(const EventLog& log, Reporter& report);
#include "rules/registry.def"
#undef TFSCOPE_RULE

namespace {

constexpr Rule kRules[] = {
#define TFSCOPE_RULE(name) {&k##name, &Check##name},
#include "rules/registry.def"
#undef TFSCOPE_RULE
};

/// Where functions take the name of what they make: position of that parameter.
struct NamePosition {
  std::string_view function;
  size_t position;
};
constexpr NamePosition kNamePositions[] = {
    {"get_variable", 0},   {"get_local_variable", 0}, {"model_variable", 0}, {"variable", 0},      {"Variable", 5},
    {"variable_scope", 0}, {"variable_op_scope", 1},  {"name_scope", 0},     {"make_template", 0}, {"placeholder", 2},
};

}  // namespace

std::span<const Rule> AllRules() { return kRules; }

const Rule* FindRule(std::string_view code_or_name) {
  const auto* found = std::ranges::find_if(
      kRules, [&](const Rule& rule) { return rule.info->code == code_or_name || rule.info->name == code_or_name; });
  return found == std::end(kRules) ? nullptr : found;
}

std::string_view RulePage(const RuleInfo& rule) {
  std::string file(rule.name);
  std::ranges::replace(file, '-', '_');
  file += ".md";
  for (const EmbeddedFile& page : RulePages()) {
    if (page.path == file) return page.text;
  }
  return {};
}

std::vector<Finding> RunRules(const EventLog& log, const CallStacks& stacks, const SourceManager& sources) {
  Reporter reporter(stacks, sources);
  for (const Rule& rule : AllRules()) rule.check(log, reporter);
  return reporter.Take();
}

bool IsOutsideStore(const VariableMade& made) {
  constexpr std::string_view kFunctions[] = {"Variable", "local_variable", "global_variable"};
  const bool by_function =
      std::ranges::any_of(kFunctions, [&](std::string_view name) { return made.api.ends_with(name); });
  return made.key.empty() && (by_function || made.api.find("layers.") != std::string::npos);
}

std::string_view TextBetween(std::string_view text, std::string_view before, std::string_view after) {
  const size_t start = text.find(before);
  if (start == std::string_view::npos) return {};
  text.remove_prefix(start + before.size());
  const size_t end = text.find(after);
  return end == std::string_view::npos ? std::string_view() : text.substr(0, end);
}

bool IsInScope(std::string_view name, std::string_view scope) {
  return scope.empty() || (name.starts_with(scope) && name.substr(scope.size()).starts_with('/'));
}

std::string_view ScopeOf(std::string_view name) {
  const size_t slash = name.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : name.substr(0, slash);
}

std::string_view Reporter::CalleeName(const Site& site) const {
  const std::string_view call = sources_.Text(site.call);
  const size_t parenthesis = call.find('(');
  if (parenthesis == std::string_view::npos) return {};
  const std::string_view callee = call.substr(0, parenthesis);
  const size_t dot = callee.rfind('.');
  std::string_view name = dot == std::string_view::npos ? callee : callee.substr(dot + 1);
  while (!name.empty() && (name.back() == ' ' || name.back() == '\t')) name.remove_suffix(1);
  return name;
}

Span Reporter::NameArgument(const Site& site) const {
  constexpr size_t kNone = SIZE_MAX;
  size_t position = kNone;
  const std::string_view callee = CalleeName(site);
  for (const NamePosition& entry : kNamePositions) {
    if (entry.function == callee) position = entry.position;
  }
  return site.ArgumentOr("name", position);
}

std::string Reporter::Place(Span span) const { return PlaceText(sources_, span); }

Reporter::Builder Reporter::Start(const RuleInfo& rule, Span span, CallStackId stack, std::string message) {
  Finding& finding = findings_.emplace_back();
  finding.rule = &rule;
  finding.severity = rule.severity;
  finding.span = span;
  finding.label = span;
  finding.stack = stack;
  finding.message = std::move(message);
  return {finding, *this};
}

Reporter::Builder Reporter::StartError(const RuleInfo& rule, const ErrorRaised& error, std::string message) {
  Builder builder = Start(rule, error.site.call, error.site.stack, std::move(message));
  builder.Certain(error.certainty);
  builder.Variable(error.variable);
  // The stack that TensorFlow appends is the note about the first place.
  const std::string_view text =
      std::string_view(error.message).substr(0, error.message.find(" Originally defined at:"));
  builder.Note(
      fmt::format("raises {}: {}{}", error.type, Printable(text), error.caught ? " (caught by the program)" : ""));
  if (error.caught) builder.Level(Severity::kInfo);
  return builder;
}

Reporter::Builder& Reporter::Builder::Mark(Span span, std::string text) {
  if (span.valid()) finding_.label = span;
  finding_.label_text = std::move(text);
  return *this;
}

Reporter::Builder& Reporter::Builder::Note(std::string message, Span span, std::string label) {
  finding_.notes.push_back({std::move(message), span, std::move(label), false});
  return *this;
}

Reporter::Builder& Reporter::Builder::Second(const Site& site, Span mark, std::string_view lead) {
  std::string message = fmt::format("{} at {}{}", lead, reporter_.Place(site.call),
                                    CalledFromText(reporter_.sources_, reporter_.stacks_, site.stack));
  Note(std::move(message), mark, fmt::format("{} here", lead));
  finding_.notes.back().is_said_by_label = site.stack == kNoCallStack;
  return *this;
}

Reporter::Builder& Reporter::Builder::CalledFrom(const Site& site, std::string_view lead) {
  if (site.stack == kNoCallStack) return *this;
  std::string calls = CalledFromText(reporter_.sources_, reporter_.stacks_, site.stack);
  calls.erase(0, std::string_view(", called").size());
  return Note(fmt::format("{}{}", lead, calls), reporter_.stacks_[site.stack].call_site);
}

Reporter::Builder& Reporter::Builder::Help(std::string text) {
  finding_.help = std::move(text);
  return *this;
}

Reporter::Builder& Reporter::Builder::Replace(Span span, std::string text, std::string message) {
  finding_.help = message;
  finding_.fix = Fix{std::move(message), {{span, std::move(text)}}};
  return *this;
}

Reporter::Builder& Reporter::Builder::Variable(std::string name) {
  finding_.variable = std::move(name);
  return *this;
}

Reporter::Builder& Reporter::Builder::Level(Severity severity) {
  finding_.severity = severity;
  return *this;
}

Reporter::Builder& Reporter::Builder::Certain(Certainty certainty) {
  finding_.possible = certainty == Certainty::kPossible;
  return *this;
}

}  // namespace tfscope
