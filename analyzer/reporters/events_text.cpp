#include "analyzer/reporters/events_text.h"

#include <fmt/format.h>

#include "analyzer/diagnostics/places.h"
#include "analyzer/reporters/style.h"

namespace tfscope {
namespace {

std::string_view KindName(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::kVariableExists:
      return "variable exists";
    case ErrorKind::kVariableMissing:
      return "variable missing";
    case ErrorKind::kShapeMismatch:
      return "shape mismatch";
    case ErrorKind::kDtypeMismatch:
      return "dtype mismatch";
    case ErrorKind::kUnderspecified:
      return "underspecified";
    case ErrorKind::kInvalidScope:
      return "invalid scope";
    case ErrorKind::kSlotsUnderReuse:
      return "slots under reuse";
    case ErrorKind::kCellSharing:
      return "cell sharing";
    case ErrorKind::kInvalidCall:
      return "invalid call";
    case ErrorKind::kIncompatibleShapes:
      return "incompatible shapes";
    case ErrorKind::kGraphConstruction:
      return "graph construction";
    case ErrorKind::kNothingToSave:
      return "nothing to save";
    case ErrorKind::kDuplicateSaveName:
      return "duplicate save name";
    case ErrorKind::kNoSuchApi:
      return "no such API";
    case ErrorKind::kOther:
      return "other";
  }
  return "other";
}

/// Writes one event; a visitor of the variant.
class Writer {
 public:
  Writer(const EventLog& log, const CallStacks& stacks, const SourceManager& sources)
      : log_(log), stacks_(stacks), sources_(sources) {}

  std::string operator()(const VariableMade& event) const {
    std::string text = fmt::format("made #{} `{}` {} {} by {} in graph {}", event.variable, Printable(event.name),
                                   event.shape.ToString(), event.dtype, event.api, event.graph);
    if (event.key != event.name)
      text += event.key.empty() ? ", not in the store" : fmt::format(", key `{}`", Printable(event.key));
    if (event.requested_name != event.name) text += fmt::format(", asked for `{}`", Printable(event.requested_name));
    if (event.taken_by != kNoVariable) text += fmt::format(", taken by #{}", event.taken_by);
    if (event.taken_by_scope_only) text += ", taken by a scope or op";
    if (!event.explicit_name) text += ", unnamed";
    if (!event.trainable) text += ", not trainable";
    if (event.resource) text += ", resource";
    if (event.reuse_in_force)
      text += fmt::format(", under reuse in entry {} of `{}`", event.scope_entry, Printable(event.variable_scope));
    return At(event.site, text + Possibly(event.certainty));
  }
  std::string operator()(const NameAsTrainable& event) const {
    return At(event.site, fmt::format("{} got `{}` as trainable", Name(event.variable), Printable(event.text)));
  }
  std::string operator()(const VariableShared& event) const {
    return At(event.site, fmt::format("shared {} by {}", Name(event.variable), event.api));
  }
  std::string operator()(const ErrorRaised& event) const {
    return At(event.site,
              fmt::format("raised {} ({}{}): {}{}", event.type, KindName(event.kind), event.caught ? ", caught" : "",
                          Printable(event.message), Possibly(event.certainty)));
  }
  std::string operator()(const ApiMissing& event) const {
    return At(event.site, fmt::format("missing `{}` of `{}`{}: {}; suggested `{}`", event.attribute, event.module,
                                      event.caught ? " (caught)" : "", Printable(event.message), event.suggestion));
  }
  std::string operator()(const CollectionAdded& event) const {
    return At(event.site, fmt::format("{} added to `{}`", Name(event.variable), Printable(event.collection)));
  }
  std::string operator()(const CollectionRead& event) const {
    return At(event.site, fmt::format("read collection `{}` of graph {}", Printable(event.collection), event.graph));
  }
  std::string operator()(const ScopeEntered& event) const {
    return At(event.site, fmt::format("entered scope `{}` of graph {}, entry {}", Printable(event.scope), event.graph,
                                      event.entry));
  }
  std::string operator()(const ReuseSet& event) const {
    return At(event.site, fmt::format("reuse set for scope `{}` of graph {}", Printable(event.scope), event.graph));
  }
  std::string operator()(const SaverMade& event) const {
    return At(event.site, fmt::format("saver of {}", Counted(event.variables.size(), "variable")));
  }
  std::string operator()(const LimitReached& event) const {
    return fmt::format("{} limit of {} reached\n", PlaceText(sources_, event.place), event.what);
  }
  std::string operator()(const SyntaxError& event) const {
    return fmt::format("{} syntax error: {}\n", PlaceText(sources_, event.span), event.message);
  }
  std::string operator()(const Assumption& event) const {
    return fmt::format("{} assumed `{}` {}\n", PlaceText(sources_, event.place), Printable(event.condition),
                       event.taken);
  }
  std::string operator()(const Unmodelled& event) const {
    return At(event.site, fmt::format("no model of `{}`", Printable(event.name)));
  }

  std::string Name(VariableId variable) const {
    const VariableMade* made = log_.Made(variable);
    return made == nullptr ? "no variable" : fmt::format("#{} `{}`", variable, Printable(made->name));
  }

 private:
  std::string At(const Site& site, std::string_view text) const {
    return fmt::format("{} {}{}\n", PlaceText(sources_, site.call), text,
                       CalledFromText(sources_, stacks_, site.stack));
  }
  static const char* Possibly(Certainty certainty) { return certainty == Certainty::kPossible ? " (possible)" : ""; }

  const EventLog& log_;
  const CallStacks& stacks_;
  const SourceManager& sources_;
};

}  // namespace

std::string DumpEvents(const EventLog& log, const CallStacks& stacks, const SourceManager& sources) {
  const Writer writer(log, stacks, sources);
  std::string text = log.isolated ? "isolated root\n" : "";
  for (const Event& event : log.events) text += std::visit(writer, event);
  for (const auto& [place, call] : log.unmodelled) text += writer(call);
  for (size_t graph = 0; graph < log.graphs.size(); ++graph) {
    text += fmt::format("graph {}: {}\n", graph, Counted(log.graphs[graph].size(), "variable"));
    for (const VariableState& state : log.graphs[graph]) {
      text += fmt::format("  {}:", writer.Name(state.variable));
      for (const std::string& collection : state.collections) text += " " + Printable(collection);
      text += "\n";
    }
  }
  if (log.error.has_value()) {
    text += fmt::format("ends at {} with {}: {}{}\n", PlaceText(sources, log.error->place), log.error->type,
                        Printable(log.error->message), CalledFromText(sources, stacks, log.error->stack));
  }
  for (const std::string& line : log.output) text += fmt::format("printed: {}\n", Printable(line));
  if (!log.complete) text += "incomplete\n";
  return text;
}

}  // namespace tfscope
