// `_tfscope`: graphs, names, operations, counts of scopes, collections and errors.
#include <algorithm>
#include <array>

#include "analyzer/evaluator/intrinsics/intrinsics.h"
#include "analyzer/evaluator/program.h"
#include "analyzer/source/characters.h"

namespace tfscope {

NameText NameOf(Machine& machine, Value value) {
  value = Machine::Unwrap(value);
  if (const Str* text = As<Str>(value)) return {std::string(text->text), text->symbolic};
  if (const Bytes* bytes = As<Bytes>(value)) return {std::string(bytes->data), false};
  if (value.is_unknown()) return {machine.Placeholder(value), true};
  return {};
}

Value NameValue(Machine& machine, const NameText& name) {
  return Value::Of(name.symbolic ? machine.heap().NewSymbolicStr(name.text) : machine.heap().NewStr(name.text));
}

std::string TextOf(Value value) {
  const Str* text = As<Str>(Machine::Unwrap(value));
  return text == nullptr ? std::string() : std::string(text->text);
}

Shape ShapeOf(Value value) {
  value = Machine::Unwrap(value);
  std::span<const Value> items;
  if (const Tuple* tuple = As<Tuple>(value)) {
    items = tuple->items;
  } else if (const List* list = As<List>(value)) {
    items = list->items;
  } else {
    return Shape::Unknown();
  }
  std::vector<int64_t> sizes;
  for (const Value& item : items) {
    Value size = Machine::Unwrap(item);
    sizes.push_back(size.is_int() || size.is_bool() ? size.as_int() : kUnknownDimension);
  }
  return Shape::Of(std::move(sizes));
}

GraphIndex GraphOf(Machine& machine, Value value) {
  auto index = static_cast<uint64_t>(value.is_int() ? value.as_int() : 0);
  // An object whose making a limit cut off has no graph behind it.
  if (machine.naming().graph_count() == 0) return machine.naming().NewGraph(nullptr, false);
  return index < machine.naming().graph_count() ? static_cast<GraphIndex>(index) : 0;
}

Value HandleValue(Handle handle) {
  if (handle == nullptr) return Value::None();
  return Value::Of(const_cast<Object*>(static_cast<const Object*>(handle)));
}

namespace {

/// Errors that say what a graph lacks or holds, which is the caller's doing where the caller is unknown.
bool DependsOnCaller(const NamingError& error) {
  const ErrorKind kind = error.kind;
  if (kind == ErrorKind::kInvalidScope) return error.message.starts_with("Improper nesting");
  return kind == ErrorKind::kSlotsUnderReuse || kind == ErrorKind::kCellSharing ||
         kind == ErrorKind::kGraphConstruction || kind == ErrorKind::kNothingToSave ||
         kind == ErrorKind::kDuplicateSaveName;
}

}  // namespace

Result RaiseReported(Machine& machine, Class* type, const NamingError& error) {
  const bool may_be_elsewhere = error.kind == ErrorKind::kVariableMissing && machine.log().lends_tensors;
  const bool possible = may_be_elsewhere || (machine.isolated() && DependsOnCaller(error));
  Value exception = machine.NewException(type, {machine.heap().Text(error.message)});
  size_t index = machine.log().events.size();
  machine.Emit(ErrorRaised{.kind = error.kind,
                           .type = std::string(type->name->text),
                           .message = error.message,
                           .variable = error.variable,
                           .other = error.other,
                           .certainty = possible ? Certainty::kPossible : error.certainty,
                           .site = machine.CurrentSite()});
  machine.TieToEvent(exception, index);
  return machine.RaiseObject(exception);
}

Result RaiseNaming(Machine& machine, const NamingError& error) {
  return RaiseReported(machine, machine.types().value_error, error);
}

namespace {

Handle HandleOf(Value value) { return value.is_object() ? value.object() : nullptr; }

Result NewGraph(Machine& machine, NativeArguments arguments) {
  bool is_function = arguments[1].is_bool() && arguments[1].as_bool();
  return Value::Int(machine.naming().NewGraph(HandleOf(arguments[0]), is_function));
}

/// Code that is not known was given a tensor.
Result LendsTensors(Machine& machine, NativeArguments) { return Value::Bool(machine.log().lends_tensors); }

Result NameScope(Machine& machine, NativeArguments arguments) {
  return NameValue(machine, machine.naming().NameScope(GraphOf(machine, arguments[0])));
}

Result SetNameScope(Machine& machine, NativeArguments arguments) {
  machine.naming().SetNameScope(GraphOf(machine, arguments[0]), NameOf(machine, arguments[1]));
  return Value::None();
}

Result EnterNameScope(Machine& machine, NativeArguments arguments) {
  auto entered = machine.naming().EnterNameScope(GraphOf(machine, arguments[0]), NameOf(machine, arguments[1]));
  if (!entered) return RaiseNaming(machine, entered.error());
  return NameValue(machine, *entered);
}

/// The object's own attribute; null if it has none.
const Value* AttributeOf(Machine& machine, Value object, std::string_view name) {
  const Instance* instance = As<Instance>(object);
  if (instance == nullptr || instance->dict == nullptr) return nullptr;
  return instance->dict->items.FindStr(machine.heap().Intern(name));
}

void SetOwnAttribute(Machine& machine, Value object, std::string_view name, Value value) {
  Dict* dict = As<Instance>(object)->dict;
  machine.heap().WillWrite(dict);
  dict->items.SetStr(machine.heap().Intern(name), value);
}

Result OpenNameScope(Machine& machine, NativeArguments arguments) {
  const Value scope = arguments[0];
  const Value graph = arguments[1];
  const Value* id = AttributeOf(machine, graph, "_id");
  const Value* left_scopes = AttributeOf(machine, graph, "_left_scopes");
  const Instance* holder = As<Instance>(scope);
  const NameText name = NameOf(machine, arguments[2]);
  if (id == nullptr || left_scopes == nullptr || holder == nullptr || holder->dict == nullptr) return Value::None();
  const GraphIndex index = GraphOf(machine, *id);
  const NameText old = machine.naming().NameScope(index);
  if (name.symbolic || old.symbolic) return Value::None();
  SetOwnAttribute(machine, scope, "_entered", graph);
  SetOwnAttribute(machine, scope, "_old", NameValue(machine, old));
  SetOwnAttribute(machine, scope, "_old_left_scopes", *left_scopes);
  auto entered = machine.naming().EnterNameScope(index, name);
  if (!entered) return RaiseNaming(machine, entered.error());
  SetOwnAttribute(machine, graph, "_left_scopes", Value::Bool(entered->text.empty()));
  if (!entered->text.empty()) entered->text += '/';
  return NameValue(machine, *entered);
}

Result LeaveNameScope(Machine& machine, NativeArguments arguments) {
  const Value* graph = AttributeOf(machine, arguments[0], "_entered");
  const Value* old = AttributeOf(machine, arguments[0], "_old");
  const Value* old_left_scopes = AttributeOf(machine, arguments[0], "_old_left_scopes");
  const Value* id = graph == nullptr ? nullptr : AttributeOf(machine, *graph, "_id");
  if (id == nullptr || old == nullptr || old_left_scopes == nullptr) return Value::None();
  machine.naming().SetNameScope(GraphOf(machine, *id), NameOf(machine, *old));
  SetOwnAttribute(machine, *graph, "_left_scopes", *old_left_scopes);
  return Value::None();
}

Result UniqueName(Machine& machine, NativeArguments arguments) {
  bool mark = !arguments[2].is_bool() || arguments[2].as_bool();
  return NameValue(machine,
                   machine.naming().UniqueName(GraphOf(machine, arguments[0]), NameOf(machine, arguments[1]), mark));
}

Result WantedName(Machine& machine, NativeArguments arguments) {
  return NameValue(machine, machine.naming().WantedName(GraphOf(machine, arguments[0]), NameOf(machine, arguments[1])));
}

Result NewOperation(Machine& machine, NativeArguments arguments) {
  bool direct = arguments[3].is_bool() && arguments[3].as_bool();
  auto name = machine.naming().AddOperation(GraphOf(machine, arguments[0]), NameOf(machine, arguments[1]),
                                            HandleOf(arguments[2]), direct);
  if (!name) return RaiseNaming(machine, name.error());
  return NameValue(machine, *name);
}

Result FindOperation(Machine& machine, NativeArguments arguments) {
  return HandleValue(
      machine.naming().FindOperation(GraphOf(machine, arguments[0]), NameOf(machine, arguments[1]).text));
}

Result Operations(Machine& machine, NativeArguments arguments) {
  std::vector<Value> items;
  for (Handle handle : machine.naming().Operations(GraphOf(machine, arguments[0])))
    items.push_back(HandleValue(handle));
  machine.Charge(items.size());
  return machine.heap().NewList(std::move(items));
}

Result OpenScope(Machine& machine, NativeArguments arguments) {
  machine.naming().OpenScope(GraphOf(machine, arguments[0]), NameOf(machine, arguments[1]).text);
  return Value::None();
}

Result CloseSubscopes(Machine& machine, NativeArguments arguments) {
  machine.naming().CloseSubscopes(GraphOf(machine, arguments[0]), NameOf(machine, arguments[1]).text);
  return Value::None();
}

Result UniqueScope(Machine& machine, NativeArguments arguments) {
  NameText wanted = NameOf(machine, arguments[1]);
  std::string unique = machine.naming().UniqueScope(GraphOf(machine, arguments[0]), wanted.text);
  // Finding the n-th suffix took n steps.
  if (unique.size() > wanted.text.size()) {
    machine.Charge(std::strtoull(unique.c_str() + wanted.text.size() + 1, nullptr, 10));
  }
  return NameValue(machine, {std::move(unique), wanted.symbolic});
}

Result RememberCounts(Machine& machine, NativeArguments arguments) {
  return Value::Int(static_cast<int64_t>(machine.naming().RememberScopeCounts(GraphOf(machine, arguments[0]))));
}

Result RestoreCounts(Machine& machine, NativeArguments arguments) {
  if (arguments[1].is_int() && arguments[1].as_int() >= 0) {
    machine.naming().RestoreScopeCounts(GraphOf(machine, arguments[0]), static_cast<size_t>(arguments[1].as_int()));
  }
  return Value::None();
}

Result NextLayerNumber(Machine& machine, NativeArguments arguments) {
  return Value::Int(machine.naming().NextLayerNumber(GraphOf(machine, arguments[0]), NameOf(machine, arguments[1]).text,
                                                     NameOf(machine, arguments[2]).text));
}

Result CollectionAdded(Machine& machine, NativeArguments arguments) {
  machine.trail().NoteNamingWrite();
  VariableId variable = arguments[1].is_object() ? machine.naming().FindVariable(arguments[1].object()) : kNoVariable;
  if (variable == kNoVariable || As<Str>(arguments[0]) == nullptr) return Value::None();
  machine.Emit(tfscope::CollectionAdded{TextOf(arguments[0]), variable, machine.CurrentSite()});
  return Value::None();
}

Result CollectionRead(Machine& machine, NativeArguments arguments) {
  auto graph = machine.naming().ListedId(GraphOf(machine, arguments[0]));
  if (!graph || As<Str>(arguments[1]) == nullptr) return Value::None();
  machine.Emit(tfscope::CollectionRead{*graph, TextOf(arguments[1]), machine.CurrentSite()});
  return Value::None();
}

Result ScopeEntered(Machine& machine, NativeArguments arguments) {
  auto graph = machine.naming().ListedId(GraphOf(machine, arguments[0]));
  if (!graph || !arguments[2].is_int()) return Value::None();
  machine.Emit(tfscope::ScopeEntered{*graph, NameOf(machine, arguments[1]).text,
                                     static_cast<uint32_t>(arguments[2].as_int()), machine.CurrentSite()});
  return Value::None();
}

Result ReuseSet(Machine& machine, NativeArguments arguments) {
  auto graph = machine.naming().ListedId(GraphOf(machine, arguments[0]));
  if (graph) machine.Emit(tfscope::ReuseSet{*graph, NameOf(machine, arguments[1]).text, machine.CurrentSite()});
  return Value::None();
}

/// The user's source of an unknown value: the expression that gave it, else the argument by which it was passed.
std::string SourceOf(Machine& machine, Value value, const Site& site, std::string_view keyword) {
  const SourceManager& sources = machine.program().sources();
  const Span origin = value.is_unknown() ? value.symbol()->origin : Span();
  const bool is_model = origin.valid() && sources.file(origin.file).display_path.starts_with('<');
  if (origin.valid() && !is_model) return std::string(sources.Text(origin));
  const std::string_view argument = sources.Text(site.ArgumentOr(keyword, SIZE_MAX));
  const bool has_keyword = argument.starts_with(keyword) && argument.substr(keyword.size()).starts_with('=');
  return std::string(has_keyword ? argument.substr(keyword.size() + 1) : argument);
}

Result KeepApart(Machine& machine, NativeArguments arguments) {
  machine.trail().NoteNamingWrite();
  const bool side = arguments[1].is_bool() && arguments[1].as_bool();
  const Site site = machine.CurrentSite();
  machine.Emit(Assumption{SourceOf(machine, arguments[0], site, TextOf(arguments[2])), side, site.call});
  return Value::Bool(side);
}

struct KindName {
  std::string_view name;
  ErrorKind kind;
};
constexpr std::array kKinds = {
    KindName{"exists", ErrorKind::kVariableExists},
    KindName{"missing", ErrorKind::kVariableMissing},
    KindName{"shape_mismatch", ErrorKind::kShapeMismatch},
    KindName{"dtype_mismatch", ErrorKind::kDtypeMismatch},
    KindName{"underspecified", ErrorKind::kUnderspecified},
    KindName{"invalid_scope", ErrorKind::kInvalidScope},
    KindName{"slots_under_reuse", ErrorKind::kSlotsUnderReuse},
    KindName{"cell_sharing", ErrorKind::kCellSharing},
    KindName{"invalid_call", ErrorKind::kInvalidCall},
    KindName{"incompatible_shapes", ErrorKind::kIncompatibleShapes},
    KindName{"graph_construction", ErrorKind::kGraphConstruction},
    KindName{"nothing_to_save", ErrorKind::kNothingToSave},
    KindName{"duplicate_save_name", ErrorKind::kDuplicateSaveName},
    KindName{"no_such_api", ErrorKind::kNoSuchApi},
};

Result Fail(Machine& machine, NativeArguments arguments) {
  Class* type = As<Class>(arguments[1]);
  if (type == nullptr) return machine.TypeError("fail: the second argument is no exception class");
  const std::string kind_name = TextOf(arguments[0]);
  const auto* kind = std::ranges::find(kKinds, kind_name, &KindName::name);
  NamingError error;
  error.kind = kind == kKinds.end() ? ErrorKind::kOther : kind->kind;
  const auto message = NameOf(machine, arguments[2]);
  error.message = message.text;
  const bool by_shapes = error.kind == ErrorKind::kIncompatibleShapes || error.kind == ErrorKind::kGraphConstruction;
  if (by_shapes && message.symbolic) error.certainty = Certainty::kPossible;  // an unknown size may be another one
  if (arguments[3].defined()) error.variable = NameOf(machine, arguments[3]).text;
  if (arguments[4].is_object()) error.other = machine.naming().FindVariable(arguments[4].object());
  return RaiseReported(machine, type, error);
}

bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }

/// A `_` before each capital that begins a word of small letters and digits, and then between a small letter and a
/// capital, as `to_snake_case` in keras/engine/base_layer.py puts them.
Result SnakeCase(Machine& machine, NativeArguments arguments) {
  const std::string name = TextOf(arguments[0]);
  const auto at = [](const std::string& text, size_t i) { return i < text.size() ? text[i] : '\0'; };
  std::string words;
  for (size_t i = 0; i < name.size(); ++i) {
    words += name[i];
    const char second = at(name, i + 2);
    if (name[i] == '\n' || !IsUpper(at(name, i + 1)) || !(IsLower(second) || IsDigit(second))) continue;
    words += '_';
    words += name[++i];
    while (IsLower(at(name, i + 1)) || IsDigit(at(name, i + 1))) words += name[++i];
  }
  std::string apart;
  for (size_t i = 0; i < words.size(); ++i) {
    apart += words[i];
    if (!IsLower(words[i]) || !IsUpper(at(words, i + 1))) continue;
    apart += '_';
    apart += words[++i];
  }
  return machine.heap().Text(apart);
}

constexpr uint32_t kAnything = kTakesUnknown | kTakesSymbolicText | kHasEffects;

constexpr std::array kNamingSpecs = {
    // The words of a class's name apart, in letters as they are.
    NativeSpec{"snake_case", "name", SnakeCase, 0, TypeHint::kStr},
    // A number for a graph object; graphs of functions are not listed in results.
    NativeSpec{"new_graph", "graph, is_function", NewGraph, kAnything},
    NativeSpec{"lends_tensors", "", LendsTensors},
    // The current name scope without a slash, setting it, opening one (ValueError if invalid).
    NativeSpec{"name_scope", "graph", NameScope, kAnything},
    NativeSpec{"set_name_scope", "graph, scope", SetNameScope, kAnything},
    NativeSpec{"enter_name_scope", "graph, name", EnterNameScope, kAnything},
    // Enters a name scope of the graph on behalf of an object that keeps what `leave_name_scope` restores: the scope
    // with a slash. None, and nothing is entered, where the name is not known.
    NativeSpec{"open_name_scope", "scope, graph, name", OpenNameScope, kAnything},
    NativeSpec{"leave_name_scope", "scope", LeaveNameScope, kAnything},
    NativeSpec{"unique_name", "graph, name, mark_as_used=", UniqueName, kAnything},
    // The name under the current scope, not made unique.
    NativeSpec{"wanted_name", "graph, name", WantedName, kAnything},
    // Registers an operation under its unique name, which is returned; those there are, by name and in order. Constants
    // are made `direct`ly, other operations open a name scope of their name first, which an invalid name shows.
    NativeSpec{"new_op", "graph, name, operation, direct=", NewOperation, kAnything},
    NativeSpec{"operation", "graph, name", FindOperation, kAnything},
    NativeSpec{"operations", "graph", Operations, kAnything},
    // Counts of variable scopes.
    NativeSpec{"open_scope", "graph, name", OpenScope, kAnything},
    NativeSpec{"close_subscopes", "graph, name", CloseSubscopes, kAnything},
    NativeSpec{"unique_scope", "graph, name", UniqueScope, kAnything},
    NativeSpec{"remember_counts", "graph", RememberCounts, kAnything},
    NativeSpec{"restore_counts", "graph, remembered", RestoreCounts, kAnything},
    // The next number, from 1, of a name in a table of the graph (names of Keras layers).
    NativeSpec{"next_layer_number", "graph, table, name", NextLayerNumber, kAnything},
    // Events.
    NativeSpec{"collection_added", "key, item", CollectionAdded, kAnything},
    NativeSpec{"collection_read", "graph, key", CollectionRead, kAnything},
    NativeSpec{"scope_entered", "graph, scope, entry", ScopeEntered, kAnything},
    NativeSpec{"reuse_set", "graph, scope", ReuseSet, kAnything},
    // The side that was taken of an unknown condition of the user's. Sides that run this are not joined: it decides
    // about
    // names or collections, and is reported as an assumption at the user's call.
    NativeSpec{"keep_apart", "condition, side, argument", KeepApart, kAnything},
    // Raises an exception of a class, reported as an error of a kind (`kKinds`).
    NativeSpec{"fail", "kind, exception, message, variable=, other=", Fail, kAnything},
};

}  // namespace

void InstallNamingIntrinsics(Machine& machine, Module* module) { machine.Define(module, kNamingSpecs); }

void InstallIntrinsics(Machine& machine, Module* module) {
  InstallNamingIntrinsics(machine, module);
  InstallOperationIntrinsics(machine, module);
  InstallVariableIntrinsics(machine, module);
  InstallValueIntrinsics(machine, module);
  InstallFloatIntrinsics(machine, module);
  InstallConstantIntrinsics(machine, module);
  InstallArrayIntrinsics(machine, module);
  InstallTwisterIntrinsics(machine, module);
  InstallDiskIntrinsics(machine, module);
}

}  // namespace tfscope
