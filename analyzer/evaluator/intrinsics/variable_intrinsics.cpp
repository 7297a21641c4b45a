// `_tfscope`: variables and their store, savers, and the final state of the graphs.
#include <algorithm>
#include <array>

#include "analyzer/evaluator/intrinsics/intrinsics.h"

namespace tfscope {
namespace {

Reuse ReuseOf(Value value) {
  if (!value.is_bool()) return Reuse::kAuto;
  return value.as_bool() ? Reuse::kTrue : Reuse::kFalse;
}

bool IsTrue(Value value) { return value.is_bool() && value.as_bool(); }

uint32_t EntryOf(Value value) { return value.is_int() ? static_cast<uint32_t>(value.as_int()) : 0; }

Result VariableMade(Machine& machine, NativeArguments arguments) {
  Naming& naming = machine.naming();
  GraphIndex graph = GraphOf(machine, arguments[0]);
  if (!arguments[1].is_object()) return machine.TypeError("variable_made: no variable");
  NameText name = NameOf(machine, arguments[2]);
  NameText wanted = NameOf(machine, arguments[3]);
  Shape shape = ShapeOf(arguments[5]);
  std::string dtype = TextOf(arguments[6]);
  bool resource = IsTrue(arguments[8]);
  NameHistory history = naming.HistoryOf(graph, wanted.text, name.text);
  VariableId id = naming.AddVariable({.graph = graph,
                                      .handle = arguments[1].object(),
                                      .name = name,
                                      .shape = shape,
                                      .dtype = dtype,
                                      .resource = resource});
  machine.Emit(tfscope::VariableMade{.variable = id,
                                     .graph = naming.ListedId(graph).value_or(0),
                                     .name = name.text,
                                     .key = {},
                                     .requested_name = wanted.text,
                                     .given_name = NameOf(machine, arguments[11]).text,
                                     .explicit_name = IsTrue(arguments[4]),
                                     .taken_by_scope_only = history.taken_by_scope_only,
                                     .taken_by = history.taken_by,
                                     .shape = std::move(shape),
                                     .dtype = std::move(dtype),
                                     .trainable = IsTrue(arguments[7]),
                                     .resource = resource,
                                     .reuse_in_force = IsTrue(arguments[9]),
                                     .variable_scope = NameOf(machine, arguments[12]).text,
                                     .scope_entry = EntryOf(arguments[13]),
                                     .api = TextOf(arguments[10]),
                                     .certainty = name.symbolic ? Certainty::kPossible : Certainty::kMust,
                                     .site = machine.CurrentSite()});
  return Value::None();
}

Result NameAsTrainable(Machine& machine, NativeArguments arguments) {
  VariableId variable = arguments[0].is_object() ? machine.naming().FindVariable(arguments[0].object()) : kNoVariable;
  machine.Emit(tfscope::NameAsTrainable{variable, NameOf(machine, arguments[1]).text, machine.CurrentSite()});
  return Value::None();
}

/// The event of a variable that was just made is among the last ones.
void SetKeyOfEvent(Machine& machine, VariableId variable, const std::string& key) {
  std::vector<Event>& events = machine.log().events;
  for (size_t index = events.size(); index-- > 0;) {
    auto* made = std::get_if<tfscope::VariableMade>(&events[index]);
    if (made == nullptr || made->variable != variable) continue;
    made->key = key;
    return;
  }
}

/// In the graphs of an unknown caller, who may share, a second creation is no certain error.
void NotePossibleDuplicate(Machine& machine, GraphIndex graph, VariableId existing, Value reuse) {
  if (!machine.naming().IsOpen(graph) || !reuse.is_unknown()) return;
  const NamingError error = VariableExistsError(machine.naming().variable(existing).name.text, existing);
  machine.Emit(ErrorRaised{.kind = error.kind,
                           .type = "ValueError",
                           .message = error.message,
                           .variable = error.variable,
                           .other = error.other,
                           .certainty = Certainty::kPossible,
                           .site = machine.CurrentSite()});
}

Result StoreResolve(Machine& machine, NativeArguments arguments) {
  Naming& naming = machine.naming();
  auto found = naming.Resolve(GraphOf(machine, arguments[0]), NameOf(machine, arguments[1]), ReuseOf(arguments[2]),
                              ShapeOf(arguments[3]), TextOf(arguments[4]));
  if (!found) return RaiseNaming(machine, found.error());
  if (*found == kNoVariable) return Value::None();
  NotePossibleDuplicate(machine, GraphOf(machine, arguments[0]), *found, arguments[2]);
  machine.Emit(VariableShared{*found, TextOf(arguments[5]), machine.CurrentSite()});
  return HandleValue(naming.variable(*found).handle);
}

/// Whether the variable may exist although the program was not seen to make it: an unknown caller's, to be shared.
Result MayExist(Machine& machine, NativeArguments arguments) {
  bool shares = arguments[1].is_unknown() || IsTrue(arguments[1]);
  return Value::Bool(shares && machine.naming().IsOpen(GraphOf(machine, arguments[0])));
}

/// The reuse flag in which a graph's first scope is found: unknown in a graph of an unknown caller.
Result CallerReuse(Machine& machine, NativeArguments arguments) {
  return machine.naming().IsOpen(GraphOf(machine, arguments[0])) ? machine.Fresh(TypeHint::kBool) : Value::Bool(false);
}

Result StoreKeep(Machine& machine, NativeArguments arguments) {
  Naming& naming = machine.naming();
  VariableId variable = arguments[2].is_object() ? naming.FindVariable(arguments[2].object()) : kNoVariable;
  if (variable == kNoVariable) return Value::None();
  std::string key = NameOf(machine, arguments[1]).text;
  SetKeyOfEvent(machine, variable, key);
  naming.Keep(GraphOf(machine, arguments[0]), key, variable);
  return Value::None();
}

Result StoreGet(Machine& machine, NativeArguments arguments) {
  Naming& naming = machine.naming();
  VariableId variable = naming.Kept(GraphOf(machine, arguments[0]), NameOf(machine, arguments[1]).text);
  return variable == kNoVariable ? Value::None() : HandleValue(naming.variable(variable).handle);
}

Result CheckNotPartitioned(Machine& machine, NativeArguments arguments) {
  auto error = machine.naming().CheckNotPartitioned(GraphOf(machine, arguments[0]), NameOf(machine, arguments[1]));
  if (error) return RaiseNaming(machine, *error);
  return Value::None();
}

Result CheckNotPlain(Machine& machine, NativeArguments arguments) {
  auto error = machine.naming().CheckNotPlain(GraphOf(machine, arguments[0]), NameOf(machine, arguments[1]));
  if (error) return RaiseNaming(machine, *error);
  return Value::None();
}

Result IsPartitioned(Machine& machine, NativeArguments arguments) {
  return Value::Bool(
      machine.naming().IsPartitioned(GraphOf(machine, arguments[0]), NameOf(machine, arguments[1]).text));
}

Result PartitionedResolve(Machine& machine, NativeArguments arguments) {
  std::optional<std::vector<int64_t>> partitions = ShapeOf(arguments[5]).dimensions;
  auto found = machine.naming().ResolvePartitioned(GraphOf(machine, arguments[0]), NameOf(machine, arguments[1]),
                                                   ReuseOf(arguments[2]), ShapeOf(arguments[3]), TextOf(arguments[4]),
                                                   partitions);
  if (!found) return RaiseNaming(machine, found.error());
  return HandleValue(*found);
}

Result PartitionedKeep(Machine& machine, NativeArguments arguments) {
  if (!arguments[2].is_object()) return Value::None();
  machine.naming().KeepPartitioned(GraphOf(machine, arguments[0]), NameOf(machine, arguments[1]).text,
                                   {arguments[2].object(), ShapeOf(arguments[3]), TextOf(arguments[4]),
                                    ShapeOf(arguments[5]).dimensions.value_or(std::vector<int64_t>())});
  return Value::None();
}

Result SaverMade(Machine& machine, NativeArguments arguments) {
  auto graph = machine.naming().ListedId(GraphOf(machine, arguments[0]));
  const List* items = As<List>(arguments[1]);
  if (!graph || items == nullptr) return Value::None();
  std::vector<VariableId> variables;
  for (const Value& item : items->items) {
    VariableId id = item.is_object() ? machine.naming().FindVariable(item.object()) : kNoVariable;
    if (id != kNoVariable) variables.push_back(id);
  }
  machine.Emit(tfscope::SaverMade{*graph, std::move(variables), machine.CurrentSite()});
  return Value::None();
}

constexpr uint32_t kAnything = kTakesUnknown | kTakesSymbolicText | kHasEffects;

constexpr std::array kVariableSpecs = {
    // A variable was made: its op name, the name it wanted, and what is to be reported.
    NativeSpec{"variable_made",
               "graph, variable, name, wanted, explicit_name, shape, dtype, trainable, resource, reuse_in_force, api, "
               "given_name, scope, scope_entry",
               VariableMade, kAnything},
    // A variable got this text as `trainable`.
    NativeSpec{"name_as_trainable", "variable, text", NameAsTrainable, kAnything},
    // The store's variable to share, None if it is to be made, or ValueError; and adding one.
    NativeSpec{"store_resolve", "graph, key, reuse, shape, dtype, api", StoreResolve, kAnything},
    NativeSpec{"may_exist", "graph, reuse", MayExist, kAnything},
    NativeSpec{"caller_reuse", "graph", CallerReuse, kAnything},
    NativeSpec{"store_keep", "graph, key, variable", StoreKeep, kAnything},
    NativeSpec{"store_get", "graph, key", StoreGet, kAnything},
    // The same for partitioned variables; `partitions` is None if no partitioner was called.
    NativeSpec{"check_not_partitioned", "graph, key", CheckNotPartitioned, kAnything},
    NativeSpec{"check_not_plain", "graph, key", CheckNotPlain, kAnything},
    NativeSpec{"is_partitioned", "graph, key", IsPartitioned, kAnything},
    NativeSpec{"partitioned_resolve", "graph, key, reuse, shape, dtype, partitions", PartitionedResolve, kAnything},
    NativeSpec{"partitioned_keep", "graph, key, variable, shape, dtype, partitions", PartitionedKeep, kAnything},
    // A Saver was made over a list of variables.
    NativeSpec{"saver_made", "graph, variables", SaverMade, kAnything},
};

/// Adds `key` to the state of each variable in `items`, once per membership.
void NoteMembers(const Naming& naming, const List& items, const std::string& key,
                 std::vector<VariableState>& variables) {
  for (const Value& item : items.items) {
    VariableId id = item.is_object() ? naming.FindVariable(item.object()) : kNoVariable;
    auto state = std::ranges::lower_bound(variables, id, {}, &VariableState::variable);
    if (state != variables.end() && state->variable == id) state->collections.push_back(key);
  }
}

}  // namespace

void InstallVariableIntrinsics(Machine& machine, Module* module) { machine.Define(module, kVariableSpecs); }

void FinishGraphs(Machine& machine) {
  const Naming& naming = machine.naming();
  Str* collections_name = machine.heap().Intern("_collections");
  std::vector<std::vector<VariableState>> graphs;
  std::vector<std::vector<VariableId>> members(naming.graph_count());
  for (VariableId id = 0; id < naming.variable_count(); ++id) members[naming.variable(id).graph].push_back(id);
  for (GraphIndex graph = 0; graph < naming.graph_count(); ++graph) {
    if (!naming.ListedId(graph)) continue;
    std::vector<VariableState>& variables = graphs.emplace_back();
    for (VariableId id : members[graph]) variables.push_back({id, {}});
    const Instance* object = As<Instance>(HandleValue(naming.graph_handle(graph)));
    if (object == nullptr || object->dict == nullptr) continue;
    const Value* found = object->dict->items.FindStr(collections_name);
    const Dict* collections = found == nullptr ? nullptr : As<Dict>(*found);
    if (collections == nullptr) continue;
    for (size_t slot = 0; slot < collections->items.slots(); ++slot) {
      const OrderedMap::Entry& entry = collections->items.slot(slot);
      const List* items = As<List>(entry.value);
      if (!entry.key.defined() || items == nullptr || As<Str>(entry.key) == nullptr) continue;
      NoteMembers(naming, *items, TextOf(entry.key), variables);
    }
  }
  machine.log().graphs = std::move(graphs);
}

}  // namespace tfscope
