// Builtin functions on objects of any type: attributes, types, identity.
#include <algorithm>

#include "analyzer/evaluator/builtins/builtins.h"
#include "analyzer/evaluator/builtins/str_common.h"
#include "analyzer/evaluator/numbers/numbers.h"
#include "analyzer/evaluator/operators.h"
#include "analyzer/evaluator/set_operations.h"
#include "analyzer/tensorflow/api_table.h"

namespace tfscope {

namespace {

Result LengthOfObject(Machine& machine, Value object) {
  Result length = machine.CallMethod(object, "__len__");
  return length.ok() ? CheckedLength(machine, length.value()) : length;
}

Result Length(Machine& machine, NativeArguments arguments) {
  Value object = arguments[0];
  if (UserMethod(machine, object, "__len__").defined()) return LengthOfObject(machine, object);
  Value value = Machine::Unwrap(object);
  const Str* text = As<Str>(value);
  const Instance* instance = As<Instance>(value);
  bool is_opaque = instance != nullptr && instance->cls->is_opaque;
  if (value.is_unknown() || is_opaque || (text != nullptr && text->symbolic)) {
    if (As<Instance>(value) != nullptr) return machine.Fresh(TypeHint::kInt);
    return UnknownMethod(machine, "len", value, Value(), TypeHint::kInt);
  }
  auto count = [](size_t size) { return Value::Int(static_cast<int64_t>(size)); };
  if (text != nullptr) return count(text->length);
  if (const List* list = As<List>(value)) return count(list->items.size());
  if (const Tuple* tuple = As<Tuple>(value)) return count(tuple->items.size());
  if (const Dict* dict = As<Dict>(value)) return count(dict->items.size());
  if (const Set* set = As<Set>(value)) return count(set->items.size());
  if (const Bytes* bytes = As<Bytes>(value)) return count(bytes->data.size());
  if (const Range* range = As<Range>(value)) return Value::Int(RangeLength(range));
  const DictView* view = As<DictView>(value);
  const Dict* dict = view == nullptr ? nullptr : As<Dict>(Machine::Unwrap(view->dict));
  if (dict != nullptr) return count(dict->items.size());
  return machine.TypeError("object of type '{}' has no len()", TypeName(machine, object));
}

/// The attribute's name, interned; null with an exception pending.
Str* AttributeName(Machine& machine, Value name, std::string_view function) {
  const Str* text = As<Str>(Machine::Unwrap(name));
  if (text != nullptr) return machine.heap().Intern(text->text);
  if (function == "getattr" || function == "hasattr") {
    (void)machine.TypeError("{}(): attribute name must be string", function);
  } else {
    (void)machine.TypeError("attribute name must be string, not '{}'", TypeName(machine, name));
  }
  return nullptr;
}

bool IsUncertain(Value name) {
  const Str* text = As<Str>(Machine::Unwrap(name));
  return name.is_unknown() || (text != nullptr && text->symbolic);
}

/// Whether reading a missing attribute does more than fail.
bool HasHook(Machine& machine, Value object) {
  const Instance* instance = As<Instance>(object);
  if (instance != nullptr && instance->cls->is_opaque) return true;
  if (const Class* cls = As<Class>(object); cls != nullptr && cls->is_opaque) return true;
  return object.is_unknown() || UserMethod(machine, object, "__getattr__").defined() ||
         UserMethod(machine, object, "__getattribute__").defined();
}

/// Attributes that are found only by calling or loading something: properties, and names of TensorFlow's modules.
bool MayHave(Machine& machine, Value object, Str* name) {
  if (const Module* module = As<Module>(object)) {
    const std::string_view path = module->name->text;
    return module->is_library && ApiTable::Of(path).Find(path, name->text).has_value();
  }
  return machine.LookUpInClass(machine.TypeOf(object), name) != nullptr;
}

/// The attribute, or undefined if there is none.
Result FindAttribute(Machine& machine, Value object, Str* name) {
  if (!HasHook(machine, object) && !machine.LookUp(object, name).defined() && !MayHave(machine, object, name)) {
    return Value();
  }
  Result result = machine.GetAttribute(object, name);
  if (!result.raised()) return result;
  bool is_missing =
      machine.pending().defined() && machine.ExceptionIs(machine.pending(), machine.types().attribute_error);
  if (!is_missing) return result;
  machine.TakePending();
  return Value();
}

Result GetAttr(Machine& machine, NativeArguments arguments) {
  if (IsUncertain(arguments[1])) return machine.Fresh(arguments[0].is_unknown() ? TypeHint::kOpaque : TypeHint::kAny);
  Str* name = AttributeName(machine, arguments[1], "getattr");
  if (name == nullptr) return Result::Raised();
  if (!arguments[2].defined()) return machine.GetAttribute(arguments[0], name);
  Result found = FindAttribute(machine, arguments[0], name);
  if (!found.ok() || found.value().defined()) return found;
  return arguments[2];
}

Result HasAttr(Machine& machine, NativeArguments arguments) {
  Value object = arguments[0];
  bool is_opaque = object.is_unknown() && object.symbol()->hint == TypeHint::kOpaque && !machine.InLibrary();
  if (is_opaque && !IsUncertain(arguments[1])) return Value::Bool(true);
  if (object.is_unknown() && machine.InLibrary()) return Value::Bool(false);
  if (object.is_unknown() || IsUncertain(arguments[1])) {
    return UnknownMethod(machine, "hasattr", object, arguments[1], TypeHint::kBool);
  }
  Str* name = AttributeName(machine, arguments[1], "hasattr");
  if (name == nullptr) return Result::Raised();
  Result found = FindAttribute(machine, object, name);
  if (!found.ok()) return found;
  return Value::Bool(found.value().defined());
}

Result SetAttr(Machine& machine, NativeArguments arguments) {
  if (IsUncertain(arguments[1])) return Value::None();
  Str* name = AttributeName(machine, arguments[1], "setattr");
  if (name == nullptr) return Result::Raised();
  Result result = machine.SetAttributeWithHook(arguments[0], name, arguments[2]);
  return result.ok() ? Result(Value::None()) : result;
}

Result DelAttr(Machine& machine, NativeArguments arguments) {
  if (IsUncertain(arguments[1])) return Value::None();
  Str* name = AttributeName(machine, arguments[1], "delattr");
  if (name == nullptr) return Result::Raised();
  Result result = machine.DeleteAttribute(arguments[0], name);
  return result.ok() ? Result(Value::None()) : result;
}

/// The class that the hint of a symbol names; null if it names none.
const Class* ClassOfHint(const Types& types, TypeHint hint) {
  switch (hint) {
    case TypeHint::kBool:
      return types.bool_;
    case TypeHint::kInt:
      return types.int_;
    case TypeHint::kFloat:
      return types.float_;
    case TypeHint::kStr:
      return types.str;
    case TypeHint::kBytes:
      return types.bytes;
    case TypeHint::kList:
      return types.list;
    case TypeHint::kTuple:
      return types.tuple;
    case TypeHint::kDict:
      return types.dict;
    default:
      return nullptr;
  }
}

Truth Merge(Truth all, Truth next) {
  if (all == Truth::kTrue || all == Truth::kRaised || next == Truth::kFalse) return all;
  return next;
}

/// Calls `__instancecheck__` or `__subclasscheck__` of a metaclass.
Truth AskMetaclass(Machine& machine, Value cls, std::string_view method, Value operand) {
  Result result = machine.CallMethod(cls, method, {&operand, 1});
  return result.ok() ? machine.TruthOf(result.value()) : Truth::kRaised;
}

Truth IsInstanceOf(Machine& machine, Value value, Value cls, int depth) {
  if (cls.is_unknown() || depth > 50) return Truth::kUnknown;
  if (const Tuple* tuple = As<Tuple>(Machine::Unwrap(cls))) {
    Truth all = Truth::kFalse;
    for (Value item : tuple->items) {
      if (all == Truth::kTrue || all == Truth::kRaised || !machine.Charge(1)) break;
      all = Merge(all, IsInstanceOf(machine, value, item, depth + 1));
    }
    return all;
  }
  bool exact = !value.is_unknown() && As<Class>(cls) != nullptr && machine.TypeOf(value) == As<Class>(cls);
  if (exact) return Truth::kTrue;
  if (UserMethod(machine, cls, "__instancecheck__").defined()) {
    return AskMetaclass(machine, cls, "__instancecheck__", value);
  }
  const Class* wanted = As<Class>(cls);
  if (wanted == nullptr) {
    const Instance* instance = As<Instance>(cls);
    if (instance != nullptr && (instance->cls->is_opaque || instance->cls->is_library)) return Truth::kUnknown;
    (void)machine.TypeError("isinstance() arg 2 must be a type or tuple of types");
    return Truth::kRaised;
  }
  if (value.is_unknown()) {
    if (wanted == machine.types().object) return Truth::kTrue;
    const Class* known = ClassOfHint(machine.types(), value.symbol()->hint);
    if (known == nullptr) return machine.InLibrary() ? Truth::kFalse : Truth::kUnknown;
    return machine.IsSubclass(known, wanted) ? Truth::kTrue : Truth::kFalse;
  }
  if (machine.IsInstance(value, wanted)) return Truth::kTrue;
  return machine.TypeOf(value)->is_opaque ? Truth::kUnknown : Truth::kFalse;
}

Result OfTruth(Machine& machine, Truth truth, std::string_view function, NativeArguments arguments) {
  if (truth == Truth::kRaised) return Result::Raised();
  if (truth == Truth::kUnknown) return UnknownMethod(machine, function, arguments[0], arguments[1], TypeHint::kBool);
  return Value::Bool(truth == Truth::kTrue);
}

Result IsInstance(Machine& machine, NativeArguments arguments) {
  return OfTruth(machine, IsInstanceOf(machine, arguments[0], arguments[1], 0), "isinstance", arguments);
}

Truth IsSubclassOf(Machine& machine, Value value, Value cls, int depth) {
  if (cls.is_unknown() || value.is_unknown() || depth > 50) return Truth::kUnknown;
  if (const Tuple* tuple = As<Tuple>(Machine::Unwrap(cls))) {
    Truth all = Truth::kFalse;
    for (Value item : tuple->items) all = Merge(all, IsSubclassOf(machine, value, item, depth + 1));
    return all;
  }
  if (UserMethod(machine, cls, "__subclasscheck__").defined()) {
    return AskMetaclass(machine, cls, "__subclasscheck__", value);
  }
  const Class* derived = As<Class>(value);
  const Class* base = As<Class>(cls);
  if (derived == nullptr || base == nullptr) {
    std::string_view what = derived == nullptr ? "issubclass() arg 1 must be a class"
                                               : "issubclass() arg 2 must be a class or tuple of classes";
    (void)machine.TypeError("{}", what);
    return Truth::kRaised;
  }
  if (machine.IsSubclass(derived, base)) return Truth::kTrue;
  return derived->is_opaque ? Truth::kUnknown : Truth::kFalse;
}

Result IsSubclass(Machine& machine, NativeArguments arguments) {
  return OfTruth(machine, IsSubclassOf(machine, arguments[0], arguments[1], 0), "issubclass", arguments);
}

Result Callable(Machine& machine, NativeArguments arguments) {
  Value value = arguments[0];
  if (value.is_unknown()) {
    if (value.symbol()->hint == TypeHint::kOpaque) return Value::Bool(true);
    bool has_type = ClassOfHint(machine.types(), value.symbol()->hint) != nullptr;
    if (has_type || machine.InLibrary()) return Value::Bool(!has_type);
    return UnknownMethod(machine, "callable", value, Value(), TypeHint::kBool);
  }
  return Value::Bool(IsCallable(machine, value));
}

Result Hash(Machine& machine, NativeArguments arguments) {
  if (arguments[0].is_unknown()) return UnknownMethod(machine, "hash", arguments[0], Value(), TypeHint::kInt);
  std::optional<uint64_t> hash = machine.Hash(arguments[0]);
  return hash.has_value() ? Result(Value::Int(static_cast<int64_t>(*hash))) : Result::Raised();
}

Result Id(Machine& machine, NativeArguments arguments) {
  Value value = arguments[0];
  if (value.is_object()) return Value::Int(static_cast<int64_t>(machine.heap().AddressOf(value.object())));
  if (value.is_unknown()) return UnknownMethod(machine, "id", value, Value(), TypeHint::kInt);
  return Value::Int(0x560000000000 + static_cast<int64_t>(value.tag()) * 0x1000000 + (value.as_int() & 0xFFFFF) * 32);
}

void AddNames(const OrderedMap& map, std::vector<std::string_view>& names) {
  for (size_t i = 0; i < map.slots(); ++i) {
    if (const Str* name = As<Str>(map.slot(i).key)) names.push_back(name->text);
  }
}

Result Dir(Machine& machine, NativeArguments arguments) {
  std::vector<std::string_view> names;
  Value object = arguments[0];
  if (object.is_unknown()) return machine.Fresh(TypeHint::kList);
  if (UserMethod(machine, object, "__dir__").defined()) {
    return CallLibrary(machine, "sorted_names", {object});
  }
  const Class* cls = As<Class>(object);
  if (!object.defined()) {
    AddNames(As<Dict>(machine.LocalsOfCaller())->items, names);
  } else if (const Module* module = As<Module>(object)) {
    AddNames(module->attributes(), names);
  } else {
    const Instance* instance = As<Instance>(object);
    if (instance != nullptr && instance->dict != nullptr) AddNames(instance->dict->items, names);
    const Class* type = cls != nullptr ? cls : machine.TypeOf(object);
    for (const Class* base : type->mro) AddNames(base->attributes, names);
    constexpr std::string_view kOfObject[] = {"__class__",  "__dir__",       "__doc__",    "__ge__",
                                              "__gt__",     "__le__",        "__lt__",     "__ne__",
                                              "__reduce__", "__reduce_ex__", "__sizeof__", "__subclasshook__"};
    names.insert(names.end(), std::begin(kOfObject), std::end(kOfObject));
    if (!type->is_native && !type->has_slots) names.insert(names.end(), {"__dict__", "__weakref__"});
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  std::vector<Value> items;
  for (std::string_view name : names) items.push_back(Value::Of(machine.heap().Intern(name)));
  return machine.heap().NewList(std::move(items));
}

/// `exit` and `quit`, which Python's start-up adds for the interactive interpreter, and programs use.
Result Exit(Machine& machine, NativeArguments arguments) {
  std::vector<Value> given;
  if (arguments[0].defined()) given.push_back(arguments[0]);
  return machine.RaiseObject(machine.NewException(machine.types().system_exit, std::move(given)));
}

/// `help` and the notices, which the start-up adds, too: what they show is not told.
Result ShowText(Machine&, NativeArguments) { return Value::None(); }

constexpr NativeSpec kFunctions[] = {
    {"len", "obj", Length, kTakesAll, TypeHint::kInt},
    {"getattr", "object, name, default=", GetAttr, kTakesAll},
    {"hasattr", "object, name", HasAttr, kTakesAll, TypeHint::kBool},
    {"setattr", "object, name, value", SetAttr, kTakesAll},
    {"delattr", "object, name", DelAttr, kTakesAll},
    {"isinstance", "object, classinfo", IsInstance, kTakesAll, TypeHint::kBool},
    {"issubclass", "derived, classinfo", IsSubclass, kTakesAll, TypeHint::kBool},
    {"callable", "object", Callable, kTakesAll, TypeHint::kBool},
    {"hash", "object", Hash, kTakesUnknown, TypeHint::kInt},
    {"id", "object", Id, kTakesAll, TypeHint::kInt},
    {"dir", "object=", Dir, kTakesAll, TypeHint::kList},
    {"exit", "code=", Exit, kTakesAll | kHasEffects},
    {"quit", "code=", Exit, kTakesAll | kHasEffects},
    {"help", "object=", ShowText, kTakesAll | kHasEffects},
    {"copyright", "", ShowText, kHasEffects},
    {"credits", "", ShowText, kHasEffects},
    {"license", "", ShowText, kHasEffects},
};

void DefineConstants(Machine& machine) {
  OrderedMap& names = machine.builtins()->attributes();
  auto set = [&](std::string_view name, Value value) { names.SetStr(machine.heap().Intern(name), value); };
  set("None", Value::None());
  set("True", Value::Bool(true));
  set("False", Value::Bool(false));
  set("NotImplemented", Value::NotImplemented());
  set("Ellipsis", Value::Ellipsis());
  set("__debug__", Value::Bool(true));
}

/// Names of types that are not builtins: `function`, `NoneType`.
bool IsBuiltinName(std::string_view name) {
  if (name.ends_with("iterator") || name.ends_with("descriptor") || name == "method-wrapper") return false;
  constexpr std::string_view kOthers[] = {"NoneType",
                                          "NotImplementedType",
                                          "ellipsis",
                                          "function",
                                          "builtin_function_or_method",
                                          "method",
                                          "generator",
                                          "coroutine",
                                          "module",
                                          "code",
                                          "cell",
                                          "frame",
                                          "mappingproxy",
                                          "traceback",
                                          "map",
                                          "filter",
                                          "dict_keys",
                                          "dict_values",
                                          "dict_items"};
  return std::find(std::begin(kOthers), std::end(kOthers), name) == std::end(kOthers);
}

void DefineTypes(Machine& machine) {
  OrderedMap& names = machine.builtins()->attributes();
  const Types& types = machine.types();
  auto set = [&](std::string_view name, Class* cls) {
    if (IsBuiltinName(name)) names.SetStr(machine.heap().Intern(name), Value::Of(cls));
  };
#define TFSCOPE_TYPE(field, python_name, base, layout) set(python_name, types.field);
#include "analyzer/evaluator/types.def"
#undef TFSCOPE_TYPE
  set("IOError", types.os_error);
  set("EnvironmentError", types.os_error);
  // Names of Python 2, which code for both versions asks for.
  set("unicode", types.str);
  set("basestring", types.str);
  set("long", types.int_);
}

}  // namespace

bool IsCallable(Machine& machine, Value value) {
  if (value.is_unknown() || As<Function>(value) != nullptr || As<NativeFunction>(value) != nullptr) return true;
  if (As<BoundMethod>(value) != nullptr || As<Class>(value) != nullptr) return true;
  const Instance* instance = As<Instance>(value);
  return UserMethod(machine, value, "__call__").defined() || (instance != nullptr && instance->cls->is_opaque);
}

void InstallObjectFunctions(Machine& machine) {
  DefineTypes(machine);
  DefineConstants(machine);
  machine.Define(machine.builtins(), kFunctions);
}

}  // namespace tfscope
