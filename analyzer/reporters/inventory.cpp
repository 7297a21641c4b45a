#include "analyzer/reporters/inventory.h"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "analyzer/diagnostics/places.h"
#include "analyzer/source/notebook.h"

namespace tfscope {
namespace {

struct KeyName {
  std::string_view key;
  std::string_view name;
};

/// tf.GraphKeys of TensorFlow 1.15.
constexpr KeyName kGraphKeys[] = {
    {"activations", "ACTIVATIONS"},
    {"asset_filepaths", "ASSET_FILEPATHS"},
    {"biases", "BIASES"},
    {"concatenated_variables", "CONCATENATED_VARIABLES"},
    {"cond_context", "COND_CONTEXT"},
    {"eval_step", "EVAL_STEP"},
    {"global_step", "GLOBAL_STEP"},
    {"init_op", "INIT_OP"},
    {"local_init_op", "LOCAL_INIT_OP"},
    {"local_resources", "LOCAL_RESOURCES"},
    {"local_variables", "LOCAL_VARIABLES"},
    {"losses", "LOSSES"},
    {"metric_variables", "METRIC_VARIABLES"},
    {"model_variables", "MODEL_VARIABLES"},
    {"moving_average_variables", "MOVING_AVERAGE_VARIABLES"},
    {"queue_runners", "QUEUE_RUNNERS"},
    {"ready_for_local_init_op", "READY_FOR_LOCAL_INIT_OP"},
    {"ready_op", "READY_OP"},
    {"regularization_losses", "REGULARIZATION_LOSSES"},
    {"resources", "RESOURCES"},
    {"saveable_objects", "SAVEABLE_OBJECTS"},
    {"savers", "SAVERS"},
    {"summaries", "SUMMARIES"},
    {"summary_op", "SUMMARY_OP"},
    {"table_initializer", "TABLE_INITIALIZERS"},
    {"train_op", "TRAIN_OP"},
    {"trainable_resource_variables", "TRAINABLE_RESOURCE_VARIABLES"},
    {"trainable_variables", "TRAINABLE_VARIABLES"},
    {"update_ops", "UPDATE_OPS"},
    {"variables", "GLOBAL_VARIABLES"},
    {"weights", "WEIGHTS"},
    {"while_context", "WHILE_CONTEXT"},
};

struct DtypeBytes {
  std::string_view dtype;
  uint64_t bytes;
};

constexpr DtypeBytes kDtypes[] = {
    {"bfloat16", 2}, {"bool", 1},    {"complex128", 16}, {"complex64", 8}, {"float16", 2},
    {"float32", 4},  {"float64", 8}, {"int16", 2},       {"int32", 4},     {"int64", 8},
    {"int8", 1},     {"qint16", 2},  {"qint32", 4},      {"qint8", 1},     {"quint16", 2},
    {"quint8", 1},   {"uint16", 2},  {"uint32", 4},      {"uint64", 8},    {"uint8", 1},
};

InventoryPlace PlaceOf(Span span, const SourceManager& sources) {
  if (!span.valid()) return {};
  const LineColumn begin = sources.Begin(span);
  const CellLine place = PlaceInCell(sources.file(span.file), begin.line);
  return {sources.file(span.file).display_path, place.line, begin.column, place.cell};
}

std::vector<std::string> CollectionNames(const std::vector<std::string>& keys) {
  std::vector<std::string> names;
  for (const std::string& key : keys) names.push_back(CollectionName(key));
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

/// What the log says about a variable by its id.
struct History {
  std::unordered_map<VariableId, const VariableMade*> made;
  std::unordered_map<VariableId, std::vector<const VariableShared*>> shared;
};

InventoryVariable MakeVariable(const VariableState& state, const History& history, const CallStacks& stacks,
                               const SourceManager& sources) {
  const VariableMade& made = *history.made.at(state.variable);
  InventoryVariable variable{made.name,
                             made.shape,
                             made.dtype,
                             made.trainable,
                             CollectionNames(state.collections),
                             made.api,
                             PlaceOf(made.site.call, sources),
                             {},
                             {}};
  for (const CallStackEntry& entry : stacks.Unwind(made.site.stack)) {
    variable.stack.push_back({PlaceOf(entry.call_site, sources), entry.caller});
  }
  if (const auto found = history.shared.find(state.variable); found != history.shared.end()) {
    for (const VariableShared* shared : found->second)
      variable.shared_at.push_back(PlaceOf(shared->site.call, sources));
  }
  return variable;
}

}  // namespace

std::string CollectionName(const std::string& key) {
  const auto* found = std::ranges::find(kGraphKeys, key, &KeyName::key);
  return found == std::end(kGraphKeys) ? key : std::string(found->name);
}

uint64_t DtypeSize(std::string_view dtype) {
  const auto* found = std::ranges::find(kDtypes, dtype, &DtypeBytes::dtype);
  return found == std::end(kDtypes) ? 0 : found->bytes;
}

Inventory MakeInventory(std::string file, const EventLog& log, const CallStacks& stacks, const SourceManager& sources) {
  Inventory inventory;
  inventory.file = std::move(file);
  inventory.complete = log.complete;
  History history;
  for (const Event& event : log.events) {
    if (const auto* made = std::get_if<VariableMade>(&event)) {
      history.made[made->variable] = made;
    } else if (const auto* shared = std::get_if<VariableShared>(&event)) {
      history.shared[shared->variable].push_back(shared);
    } else if (const auto* limit = std::get_if<LimitReached>(&event)) {
      inventory.limits.push_back({limit->what, PlaceOf(limit->place, sources)});
    } else if (const auto* assumption = std::get_if<Assumption>(&event);
               assumption != nullptr && !IsInModel(sources, assumption->place)) {
      inventory.assumptions.push_back({assumption->condition, assumption->taken, PlaceOf(assumption->place, sources)});
    }
  }
  for (const std::vector<VariableState>& graph : log.graphs) {
    std::vector<InventoryVariable>& variables = inventory.graphs.emplace_back();
    for (const VariableState& state : graph) {
      if (history.made.contains(state.variable)) variables.push_back(MakeVariable(state, history, stacks, sources));
    }
  }
  if (inventory.graphs.empty()) inventory.graphs.emplace_back();  // the default graph, which nothing asked for
  if (log.error.has_value()) {
    inventory.error = InventoryError{log.error->type, log.error->message, PlaceOf(log.error->place, sources)};
  }
  return inventory;
}

void FilterInventory(Inventory& inventory, const std::regex& pattern) {
  // libstdc++ matches by recursion, a frame or two per character.
  constexpr size_t kMaxLength = 2000;
  for (std::vector<InventoryVariable>& graph : inventory.graphs) {
    std::erase_if(graph, [&](const InventoryVariable& variable) {
      return !std::regex_search(variable.name.substr(0, kMaxLength), pattern);
    });
  }
}

std::string InventoryTotals(const std::vector<InventoryVariable>& variables) {
  uint64_t parameters = 0;
  uint64_t trainable = 0;
  uint64_t bytes = 0;
  size_t unknown = 0;
  for (const InventoryVariable& variable : variables) {
    const int64_t count = variable.shape.ElementCount();
    if (count < 0) {
      ++unknown;
      continue;
    }
    parameters += static_cast<uint64_t>(count);
    if (variable.trainable) trainable += static_cast<uint64_t>(count);
    bytes += static_cast<uint64_t>(count) * DtypeSize(variable.dtype);
  }
  std::string text = fmt::format("{}, {} ({} trainable), {}", Counted(variables.size(), "variable"),
                                 Counted(parameters, "parameter"), trainable, Counted(bytes, "byte"));
  if (unknown > 0) text += fmt::format(", {} of unknown size", unknown);
  return text + "\n";
}

std::string InventoryRemarks(const Inventory& inventory, const Style& style) {
  const auto at = [](const InventoryPlace& place) {
    if (place.line == 0) return std::string();
    return fmt::format(" ({}:{})", Printable(place.file), LineText({place.cell, place.line}));
  };
  std::string text;
  if (inventory.error.has_value()) {
    text += fmt::format("{} the program ends with {}: {}{}\n", style(Paint::kError, "error:"), inventory.error->type,
                        Printable(inventory.error->message), at(inventory.error->place));
  }
  for (const InventoryAssumption& assumption : inventory.assumptions) {
    text += fmt::format("{} `{}` is {}{}\n", style(Paint::kInfo, "assumed:"), Printable(assumption.condition),
                        assumption.taken ? "true" : "false", at(assumption.place));
  }
  for (const InventoryLimit& limit : inventory.limits) {
    const std::string_view consequence = limit.what == "iterations"
                                             ? "of a long loop the first and the last ones were evaluated"
                                             : "what follows is missing";
    const std::string line =
        fmt::format("{} the limit of {} was reached{}; {}\n", style(Paint::kWarning, "incomplete:"), limit.what,
                    at(limit.place), consequence);
    if (text.find(line) == std::string::npos) text += line;
  }
  if (!inventory.complete && inventory.limits.empty()) {
    text += style(Paint::kWarning, "incomplete:") + " variables may be missing\n";
  }
  return text;
}

}  // namespace tfscope
