// `_tfscope`: operations and tensors as objects. What every operation of a graph goes through is here and not in the
// models, whose slower ways remain for whatever is out of the ordinary.
#include <algorithm>
#include <array>
#include <unordered_set>

#include "analyzer/evaluator/intrinsics/intrinsics.h"

namespace tfscope {
namespace {

/// The object's own attribute of this name; undefined if it has none.
Value OwnAttribute(Machine& machine, Value object, std::string_view name) {
  const Instance* instance = As<Instance>(object);
  if (instance == nullptr || instance->dict == nullptr) return {};
  const Value* found = instance->dict->items.FindStr(machine.heap().Intern(name));
  return found == nullptr ? Value() : *found;
}

std::span<const Value> ItemsOf(Value sequence) {
  if (const List* list = As<List>(sequence)) return list->items;
  if (const Tuple* tuple = As<Tuple>(sequence)) return tuple->items;
  return {};
}

bool IsExactly(Value value, const Class* cls) {
  const Instance* instance = As<Instance>(value);
  return instance != nullptr && instance->cls == cls;
}

/// A tensor, or the tensor of a variable, of this graph; or something that belongs to no graph.
bool FitsGraph(Machine& machine, Value item, Value graph, const Class* tensor_class) {
  if (item.is_unknown() || item.is_none() || item.is_bool() || item.is_int() || item.is_float() || As<Str>(item)) {
    return true;
  }
  for (std::string_view element : {"_variable", "_graph_element"}) {
    if (IsExactly(item, tensor_class)) break;
    item = OwnAttribute(machine, item, element);
  }
  if (!IsExactly(item, tensor_class) || OwnAttribute(machine, item, "_must_be_used").defined()) return false;
  return Identical(OwnAttribute(machine, OwnAttribute(machine, item, "_op"), "_graph"), graph);
}

Result AreOfGraph(Machine& machine, NativeArguments arguments) {
  const Class* tensor_class = As<Class>(arguments[2]);
  if (As<List>(arguments[0]) == nullptr && As<Tuple>(arguments[0]) == nullptr) return Value::Bool(false);
  for (Value item : ItemsOf(arguments[0])) {
    if (!FitsGraph(machine, item, arguments[1], tensor_class)) return Value::Bool(false);
  }
  return Value::Bool(true);
}

Result AreTensors(Machine&, NativeArguments arguments) {
  const Class* tensor_class = As<Class>(arguments[1]);
  const bool is_sequence = As<List>(arguments[0]) != nullptr || As<Tuple>(arguments[0]) != nullptr;
  return Value::Bool(is_sequence && std::ranges::all_of(ItemsOf(arguments[0]),
                                                        [&](Value item) { return IsExactly(item, tensor_class); }));
}

Result IsAmong(Machine& machine, NativeArguments arguments) {
  std::span<const Value> items = ItemsOf(arguments[1]);
  machine.Charge(items.size() / 16);
  for (Value item : items) {
    if (Identical(item, arguments[0])) return Value::Bool(true);
  }
  return Value::Bool(false);
}

/// The element type of a tensor that holds values, not a reference to them; undefined for anything else.
Value ValueType(Machine& machine, Value tensor, const Class* tensor_class) {
  if (!IsExactly(tensor, tensor_class)) return {};
  const Value dtype = OwnAttribute(machine, tensor, "_dtype");
  const Value is_reference = OwnAttribute(machine, dtype, "_is_ref_dtype");
  return is_reference.is_bool() && !is_reference.as_bool() ? dtype : Value();
}

bool IsAllowed(Value dtype, Value allowed) {
  return allowed.is_none() || std::ranges::any_of(ItemsOf(allowed), [&](Value one) { return Identical(one, dtype); });
}

/// Enters the types that plain tensors give to an operation's type attributes; false, and nothing is entered, if
/// anything has to be converted, guessed or refused.
Result MatchTypes(Machine& machine, NativeArguments arguments) {
  const Class* tensor_class = As<Class>(arguments[3]);
  Dict* types = As<Dict>(arguments[2]);
  std::span<const Value> wanted = ItemsOf(arguments[0]);
  std::span<const Value> tensors = ItemsOf(arguments[1]);
  if (types == nullptr || wanted.size() != tensors.size()) return Value::Bool(false);
  std::vector<std::pair<Str*, Value>> found;
  for (size_t i = 0; i < wanted.size(); ++i) {
    std::span<const Value> input = ItemsOf(wanted[i]);  // attribute, element type, allowed
    const Value dtype = ValueType(machine, tensors[i], tensor_class);
    if (!dtype.defined() || input.size() != 3) return Value::Bool(false);
    Str* attribute = As<Str>(input[0]);
    if (attribute == nullptr) {
      if (!Identical(dtype, input[1])) return Value::Bool(false);
      continue;
    }
    const Value* entered = types->items.FindStr(attribute);
    for (const auto& [name, type] : found) entered = name->text == attribute->text ? &type : entered;
    if (entered == nullptr ? !IsAllowed(dtype, input[2]) : !Identical(*entered, dtype)) return Value::Bool(false);
    if (entered == nullptr) found.emplace_back(attribute, dtype);
  }
  machine.heap().WillWrite(types);
  for (const auto& [attribute, dtype] : found) types->items.SetStr(attribute, dtype);
  return Value::Bool(true);
}

using NamedValue = std::pair<std::string_view, Value>;

Value MakeObject(Machine& machine, Value cls, std::initializer_list<NamedValue> attributes) {
  Heap& heap = machine.heap();
  Value object = machine.NewInstance(As<Class>(cls));
  Dict* dict = heap.NewDict();
  for (const auto& [name, value] : attributes) dict->items.SetStr(heap.Intern(name), value);
  As<Instance>(object)->dict = dict;
  return object;
}

Result MakeOperation(Machine& machine, NativeArguments arguments) {
  enum { kOperation, kTensor, kGraph, kType, kInputs, kName, kControl, kOutputs, kValue, kAttributes };
  if (As<Class>(arguments[kOperation]) == nullptr || As<Class>(arguments[kTensor]) == nullptr) {
    return machine.TypeError("make_operation: no classes");
  }
  const Value graph = arguments[kGraph];
  const Value listed = machine.heap().NewList({});
  std::vector<Value>& outputs = As<List>(listed)->items;
  const Value operation = MakeObject(machine, arguments[kOperation],
                                     {{"_graph", graph},
                                      {"_type", arguments[kType]},
                                      {"_inputs", arguments[kInputs]},
                                      {"_attributes", arguments[kAttributes]},
                                      {"_control_inputs", arguments[kControl]},
                                      {"_devices", OwnAttribute(machine, graph, "_devices")},
                                      {"_control_flow_context", OwnAttribute(machine, graph, "_control_flow_context")},
                                      {"outputs", listed}});
  auto name = machine.naming().AddOperation(GraphOf(machine, OwnAttribute(machine, graph, "_id")),
                                            NameOf(machine, arguments[kName]), operation.object(),
                                            TextOf(arguments[kType]) == "Const");
  if (!name) return RaiseNaming(machine, name.error());
  As<Instance>(operation)->dict->items.SetStr(machine.heap().Intern("_name"), NameValue(machine, *name));
  for (Value output : ItemsOf(arguments[kOutputs])) {
    std::span<const Value> parts = ItemsOf(output);
    if (parts.size() != 2) return machine.TypeError("make_operation: an output is a shape and an element type");
    const bool is_first = outputs.empty();
    outputs.push_back(MakeObject(machine, arguments[kTensor],
                                 {{"_op", operation},
                                  {"_value_index", Value::Int(static_cast<int64_t>(outputs.size()))},
                                  {"_dtype", parts[1]},
                                  {"_shape", parts[0]},
                                  {"_value", is_first ? arguments[kValue] : Value::None()}}));
  }
  return operation;
}

/// Walks over the operations that an operation's value comes from, as far as those of `ends`.
Result ReadsAny(Machine& machine, NativeArguments arguments) {
  constexpr size_t kMostOperations = 1000;
  const auto is_one_of = [](Value type, Value types) {
    const Str* text = As<Str>(type);
    return text == nullptr || std::ranges::any_of(ItemsOf(types), [&](Value one) {
             const Str* name = As<Str>(one);
             return name != nullptr && name->text == text->text;
           });
  };
  std::unordered_set<const Object*> seen;
  std::vector<Value> pending = {arguments[0]};
  while (!pending.empty()) {
    const Value operation = pending.back();
    pending.pop_back();
    if (As<Instance>(operation) == nullptr || seen.size() == kMostOperations) return Value::Bool(true);
    if (!seen.insert(operation.object()).second) continue;
    const Value type = OwnAttribute(machine, operation, "_type");
    if (is_one_of(type, arguments[1])) return Value::Bool(true);
    if (is_one_of(type, arguments[2])) continue;
    for (Value input : ItemsOf(OwnAttribute(machine, operation, "_inputs"))) {
      pending.push_back(OwnAttribute(machine, input, "_op"));
    }
  }
  machine.Charge(seen.size() / 4);
  return Value::Bool(false);
}

constexpr uint32_t kAnything = kTakesUnknown | kTakesSymbolicText | kHasEffects;

constexpr std::array kOperationSpecs = {
    // Whether all items, tensors and variables among them, belong to the graph or to none, and to nothing unusual.
    NativeSpec{"are_of_graph", "items, graph, tensor_class", AreOfGraph, kAnything},
    // Whether this is a list or tuple of tensors.
    NativeSpec{"are_tensors", "items, tensor_class", AreTensors, kAnything},
    // Whether the very object is an item of the list or tuple.
    NativeSpec{"is_among", "item, items", IsAmong, kAnything},
    // Enters in `types` what the tensors give to type attributes, by `wanted`: (attribute, element type, allowed) each.
    // False if they are no plain tensors that fit.
    NativeSpec{"match_types", "wanted, tensors, types, tensor_class", MatchTypes, kAnything},
    // Whether an operation of one of the types `wanted` is among those that the operation's value is made from. What
    // operations of the types `ends` are made from does not count. True also if that is not known.
    NativeSpec{"reads_any", "operation, wanted, ends", ReadsAny, kAnything},
    // A new operation of the graph under its unique name, with a tensor for each (shape, element type) of the outputs;
    // `value` is the constant value of the first one.
    NativeSpec{
        "make_operation",
        "operation_class, tensor_class, graph, op_type, inputs, name, control_inputs, outputs, value, attributes",
        MakeOperation, kAnything},
};

}  // namespace

void InstallOperationIntrinsics(Machine& machine, Module* module) { machine.Define(module, kOperationSpecs); }

}  // namespace tfscope
