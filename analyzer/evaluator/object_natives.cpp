// Methods of `object`, `type`, `super` and the exceptions.
#include <array>

#include "analyzer/evaluator/builtins/natives.h"
#include "analyzer/evaluator/exception_attributes.h"
#include "analyzer/evaluator/machine.h"
#include "analyzer/evaluator/protocols.h"
#include "analyzer/evaluator/slots.h"
#include "analyzer/evaluator/text.h"

namespace tfscope {

namespace {

Result ObjectNew(Machine& machine, NativeArguments arguments) {
  auto* cls = As<Class>(arguments[0]);
  if (cls == nullptr) return machine.TypeError("object.__new__(X): X is not a type object");
  bool given = !As<Tuple>(arguments[1])->items.empty() || !As<Dict>(arguments[2])->items.empty();
  if (cls == machine.types().none_type) {
    return given ? machine.TypeError("NoneType takes no arguments") : Result(Value::None());
  }
  if (cls->is_native && cls->layout == Layout::kNative) {
    return machine.TypeError("cannot create '{}' instances", cls->name->text);
  }
  if (!given || cls->is_opaque || cls->layout != Layout::kPlain) return machine.NewInstance(cls);
  const Value* creator = machine.LookUpInClass(cls, machine.heap().names().make);
  const Value* initializer = machine.LookUpInClass(cls, machine.heap().names().init);
  if (creator != nullptr && As<NativeFunction>(*creator) == nullptr) {
    return machine.TypeError("object.__new__() takes exactly one argument (the type to instantiate)");
  }
  if (initializer == nullptr || As<NativeFunction>(*initializer) != nullptr) {
    return machine.TypeError("{}() takes no arguments", cls->name->text);
  }
  return machine.NewInstance(cls);
}

Result ObjectInit(Machine& machine, NativeArguments arguments) {
  bool given = !As<Tuple>(arguments[1])->items.empty() || !As<Dict>(arguments[2])->items.empty();
  Class* cls = machine.TypeOf(arguments[0]);
  const Value* creator = machine.LookUpInClass(cls, machine.heap().names().make);
  bool default_new = creator == nullptr || As<NativeFunction>(*creator) != nullptr;
  const Value* initializer = machine.LookUpInClass(cls, machine.heap().names().init);
  bool default_init = initializer == nullptr || As<NativeFunction>(*initializer) != nullptr;
  if (!given || cls->layout != Layout::kPlain || cls->is_opaque) return Value::None();
  if (!default_init) {
    return machine.TypeError("object.__init__() takes exactly one argument (the instance to initialize)");
  }
  if (default_new) return machine.TypeError("{}() takes no arguments", cls->name->text);
  return Value::None();
}

Result ObjectSetAttribute(Machine& machine, NativeArguments arguments) {
  auto* name = As<Str>(arguments[1]);
  if (name == nullptr) return machine.TypeError("attribute name must be string");
  return machine.SetAttribute(arguments[0], name, arguments[2]);
}

Result ObjectGetAttribute(Machine& machine, NativeArguments arguments) {
  auto* name = As<Str>(arguments[1]);
  if (name == nullptr) return machine.TypeError("attribute name must be string");
  return machine.PlainGetAttribute(arguments[0], name);
}

Result ObjectDeleteAttribute(Machine& machine, NativeArguments arguments) {
  return machine.DeleteOwnAttribute(arguments[0], As<Str>(arguments[1]));
}

Result ObjectRepr(Machine& machine, NativeArguments arguments) {
  auto text = BuiltinRepr(machine, arguments[0]);
  if (!text) return Result::Raised();
  return machine.heap().Text(*text);
}

Result ObjectStr(Machine& machine, NativeArguments arguments) {
  auto text = machine.ReprText(arguments[0]);
  if (!text) return Result::Raised();
  return machine.heap().Text(*text);
}

Result ObjectEqual(Machine&, NativeArguments arguments) {
  return Identical(arguments[0], arguments[1]) ? Value::Bool(true) : Value::NotImplemented();
}

Result ObjectHash(Machine& machine, NativeArguments arguments) {
  auto hash = machine.Hash(arguments[0]);
  if (!hash) return Result::Raised();
  return Value::Int(static_cast<int64_t>(*hash >> 1));
}

Result TypeNew(Machine& machine, NativeArguments arguments) {
  auto* meta = As<Class>(arguments[0]);
  auto* name = As<Str>(arguments[1]);
  auto* bases = As<Tuple>(Machine::Unwrap(arguments[2]));
  auto* names = As<Dict>(Machine::Unwrap(arguments[3]));
  if (meta == nullptr) return machine.TypeError("type.__new__(X): X is not a type object");
  auto wrong = [&](int index, std::string_view wanted) {
    return machine.TypeError("type.__new__() argument {} must be {}, not {}", index, wanted,
                             TypeName(machine, arguments[static_cast<size_t>(index)]));
  };
  if (name == nullptr) return wrong(1, "str");
  if (bases == nullptr) return wrong(2, "tuple");
  if (names == nullptr) return wrong(3, "dict");
  return machine.NewClass(meta, name, bases->items, names->items, arguments[4]);
}

Result ObjectInitSubclass(Machine& machine, NativeArguments arguments) {
  auto* cls = As<Class>(arguments[0]);
  if (As<Dict>(arguments[1])->items.empty() || cls == nullptr || cls->is_opaque) return Value::None();
  return machine.TypeError("__init_subclass__() takes no keyword arguments");
}

std::vector<KeywordArgument> KeywordsOf(const Dict& keywords) {
  std::vector<KeywordArgument> result;
  for (size_t i = 0; i < keywords.items.slots(); ++i) {
    result.push_back({As<Str>(keywords.items.slot(i).key), keywords.items.slot(i).value});
  }
  return result;
}

Result TypeInit(Machine&, NativeArguments) { return Value::None(); }

Result TypeCall(Machine& machine, NativeArguments arguments) {
  return machine.InstantiateByType(As<Class>(arguments[0]), As<Tuple>(arguments[1])->items,
                                   As<Dict>(arguments[2])->items);
}

Result TypeMro(Machine& machine, NativeArguments arguments) {
  std::vector<Value> items;
  for (Class* cls : As<Class>(arguments[0])->mro) items.push_back(Value::Of(cls));
  return machine.heap().NewList(std::move(items));
}

Result TypeSubclasses(Machine& machine, NativeArguments arguments) {
  std::vector<Value> items;
  for (Class* cls : As<Class>(arguments[0])->subclasses) items.push_back(Value::Of(cls));
  return machine.heap().NewList(std::move(items));
}

/// `types.MethodType(function, instance)`.
Result MethodNew(Machine& machine, NativeArguments arguments) {
  if (arguments[2].is_none()) return machine.TypeError("self must not be None");
  auto* method = machine.heap().New<BoundMethod>();
  method->function = arguments[1];
  method->self = arguments[2];
  return Value::Of(method);
}

/// `function.__get__`.
Result FunctionGet(Machine& machine, NativeArguments arguments) {
  if (arguments[1].is_none()) return arguments[0];
  auto* method = machine.heap().New<BoundMethod>();
  method->function = arguments[0];
  method->self = arguments[1];
  return Value::Of(method);
}

/// `__get__`, `__set__` and `__delete__` of a slot's descriptor.
Result MemberGet(Machine& machine, NativeArguments arguments) {
  const Member* member = As<Member>(arguments[0]);
  if (member == nullptr || arguments[1].is_none()) return arguments[0];
  return GetSlot(machine, *member, arguments[1]);
}

Result MemberSet(Machine& machine, NativeArguments arguments) {
  const Member* member = As<Member>(arguments[0]);
  return member == nullptr ? Result(Value::None()) : SetSlot(machine, *member, arguments[1], arguments[2]);
}

Result MemberDelete(Machine& machine, NativeArguments arguments) {
  const Member* member = As<Member>(arguments[0]);
  return member == nullptr ? Result(Value::None()) : SetSlot(machine, *member, arguments[1], Value());
}

/// `types.ModuleType(name, doc)`.
Result ModuleInit(Machine& machine, NativeArguments arguments) {
  if (As<Instance>(arguments[0]) == nullptr) return Value::None();
  Value documentation = arguments[2].defined() ? arguments[2] : Value::None();
  Result named = machine.SetAttribute(arguments[0], machine.heap().Intern("__name__"), arguments[1]);
  if (!named.ok()) return named;
  return machine.SetAttribute(arguments[0], machine.heap().Intern("__doc__"), documentation);
}

Result SuperNew(Machine& machine, NativeArguments arguments) { return machine.MakeSuper(arguments[1], arguments[2]); }

Result ExceptionNew(Machine& machine, NativeArguments arguments) {
  auto* cls = As<Class>(arguments[0]);
  if (cls == nullptr) return machine.TypeError("BaseException.__new__(X): X is not a type object");
  Value made = machine.NewInstance(cls);
  if (machine.IsSubclass(cls, machine.types().os_error)) {
    FillOsError(machine, *As<Instance>(made), *As<Tuple>(arguments[1]));
  } else {
    As<Instance>(made)->payload = arguments[1];
  }
  return made;
}

Result ExceptionInit(Machine& machine, NativeArguments arguments) {
  auto* instance = As<Instance>(arguments[0]);
  if (instance == nullptr) return Value::None();
  const OrderedMap& keywords = As<Dict>(arguments[2])->items;
  bool takes_name = machine.IsSubclass(instance->cls, machine.types().import_error);
  if (!keywords.empty() && !takes_name && !instance->cls->is_opaque) {
    return machine.TypeError("{}() takes no keyword arguments", instance->cls->name->text);
  }
  machine.heap().WillWrite(instance);
  if (!keywords.empty()) {
    instance->slots = machine.heap().NewDict();
    instance->slots->items = keywords;
  }
  if (!machine.IsSubclass(instance->cls, machine.types().os_error)) instance->payload = arguments[1];
  return Value::None();
}

Result ExceptionStr(Machine& machine, NativeArguments arguments) {
  auto* instance = As<Instance>(arguments[0]);
  auto* values = instance == nullptr ? nullptr : As<Tuple>(instance->payload);
  if (values == nullptr || values->items.empty()) return machine.heap().Text("");
  Value shown = values->items.size() == 1 ? values->items[0] : instance->payload;
  bool as_repr = values->items.size() == 1 && machine.IsInstance(arguments[0], machine.types().key_error);
  auto text = as_repr ? machine.ReprText(shown) : machine.StrText(shown);
  if (!text) return Result::Raised();
  return machine.heap().Text(*text);
}

Result ExceptionRepr(Machine& machine, NativeArguments arguments) {
  auto* instance = As<Instance>(arguments[0]);
  auto* values = instance == nullptr ? nullptr : As<Tuple>(instance->payload);
  std::string text(machine.TypeOf(arguments[0])->name->text);
  text += "(";
  for (size_t i = 0; values != nullptr && i < values->items.size(); ++i) {
    auto item = machine.ReprText(values->items[i]);
    if (!item) return Result::Raised();
    if (i > 0) text += ", ";
    text += *item;
  }
  return machine.heap().Text(text + ")");
}

Result ExceptionWithTraceback(Machine&, NativeArguments arguments) { return arguments[0]; }

constexpr uint32_t kAnything = kTakesUnknown | kTakesSymbolicText;

constexpr std::array kObjectMethods = {
    NativeSpec{"__new__", "cls, *args, **kwargs", ObjectNew, kAnything},
    NativeSpec{"__init__", "self, *args, **kwargs", ObjectInit, kAnything},
    NativeSpec{"__setattr__", "self, name, value", ObjectSetAttribute, kAnything},
    NativeSpec{"__getattribute__", "self, name", ObjectGetAttribute, kAnything},
    NativeSpec{"__delattr__", "self, name", ObjectDeleteAttribute, kAnything},
    NativeSpec{"__repr__", "self", ObjectRepr, kAnything},
    NativeSpec{"__str__", "self", ObjectStr, kAnything},
    NativeSpec{"__eq__", "self, other", ObjectEqual, kAnything},
    NativeSpec{"__hash__", "self", ObjectHash, kAnything},
};
constexpr std::array kObjectClassMethods = {
    NativeSpec{"__init_subclass__", "cls, **kwargs", ObjectInitSubclass, kAnything},
};
constexpr std::array kTypeMethods = {
    NativeSpec{"__new__", "cls, name, bases, namespace, **kwargs", TypeNew, kAnything},
    NativeSpec{"__init__", "self, *args, **kwargs", TypeInit, kAnything},
    NativeSpec{"__call__", "self, *args, **kwargs", TypeCall, kAnything},
    NativeSpec{"mro", "self", TypeMro, kAnything},
    NativeSpec{"__subclasses__", "self", TypeSubclasses, kAnything},
};
constexpr std::array kMethodMethods = {
    NativeSpec{"__new__", "cls, function, instance", MethodNew, kAnything},
};
constexpr std::array kFunctionMethods = {
    NativeSpec{"__get__", "self, instance, owner=", FunctionGet, kAnything},
};
constexpr std::array kMemberMethods = {
    NativeSpec{"__get__", "self, instance, owner=", MemberGet, kAnything},
    NativeSpec{"__set__", "self, instance, value", MemberSet, kAnything},
    NativeSpec{"__delete__", "self, instance", MemberDelete, kAnything},
};
constexpr std::array kModuleMethods = {
    NativeSpec{"__init__", "self, name, doc=", ModuleInit, kAnything},
};
constexpr std::array kSuperMethods = {
    NativeSpec{"__new__", "cls, type, self=", SuperNew, kAnything},
};
constexpr std::array kExceptionMethods = {
    NativeSpec{"__new__", "cls, *args, **kwargs", ExceptionNew, kAnything},
    NativeSpec{"__init__", "self, *args, **kwargs", ExceptionInit, kAnything},
    NativeSpec{"__str__", "self", ExceptionStr, kAnything},
    NativeSpec{"__repr__", "self", ExceptionRepr, kAnything},
    NativeSpec{"with_traceback", "self, traceback", ExceptionWithTraceback, kAnything},
};

}  // namespace

void Machine::InstallObjectNatives() {
  Define(types_.object, kObjectMethods);
  DefineClassMethods(*this, types_.object, kObjectClassMethods);
  Define(types_.type, kTypeMethods);
  Define(types_.super, kSuperMethods);
  Define(types_.method, kMethodMethods);
  Define(types_.function, kFunctionMethods);
  Define(types_.member_descriptor, kMemberMethods);
  Define(types_.module, kModuleMethods);
  Define(types_.base_exception, kExceptionMethods);
}

/// `object.__getattribute__`: no hooks of the class.
Result Machine::PlainGetAttribute(Value object, Str* name) {
  if (object.is_unknown()) return UnknownAttribute(object, name);
  bool calls = false;
  Result found = Find(object, name, &calls);
  if (!found.ok()) return found;
  if (calls) return TailCall(found.value(), {});
  return found.value().defined() ? found : MissingAttribute(object, name);
}

Result Machine::NewClass(Class* meta, Str* name, std::span<const Value> bases, const OrderedMap& names,
                         Value keywords) {
  Class* winner = MetaclassOf(Value::Of(meta), bases);
  if (winner == nullptr) return Result::Raised();
  const Value* creator = LookUpInClass(winner, heap_.names().make);
  if (winner != meta && As<StaticMethod>(*creator) != nullptr) creator = &As<StaticMethod>(*creator)->function;
  if (winner != meta && As<Function>(*creator) != nullptr) {
    std::vector<Value> copied(bases.begin(), bases.end());
    auto* dict = heap_.NewDict();
    dict->items = names;
    Value positional[] = {Value::Of(winner), Value::Of(name), heap_.NewTuple(std::move(copied)), Value::Of(dict)};
    return Call(*creator, positional, KeywordsOf(*As<Dict>(keywords)));
  }
  Result made = MakeClass(winner, name, bases, names);
  if (!made.ok()) return made;
  Result hooks = RunClassHooks(As<Class>(made.value()), KeywordsOf(*As<Dict>(keywords)));
  if (hooks.raised()) return hooks;
  return made;
}

/// `type.__call__(cls, ...)`: what calling a class does once its metaclass lets it.
Result Machine::InstantiateByType(Class* cls, std::span<const Value> positional, const OrderedMap& keywords) {
  if (cls == nullptr) return TypeError("descriptor '__call__' requires a 'type' object");
  tail_ = {};
  tail_.created = cls;
  tail_.arguments.assign(positional.begin(), positional.end());
  for (size_t i = 0; i < keywords.slots(); ++i) {
    tail_.keywords.push_back({As<Str>(keywords.slot(i).key), keywords.slot(i).value});
  }
  return Result::TailCall();
}

}  // namespace tfscope
