// Methods and attributes of property, classmethod and staticmethod.
#include "analyzer/evaluator/builtins/builtins.h"
#include "analyzer/evaluator/builtins/natives.h"

namespace tfscope {

namespace {

/// `property.getter`, `setter`, `deleter`: a copy with one function replaced.
template <Value Property::*field>
Result WithFunction(Machine& machine, NativeArguments arguments) {
  const Property* property = As<Property>(Machine::Unwrap(arguments[0]));
  if (property == nullptr) return machine.TypeError("descriptor requires a 'property' object");
  auto* copy = machine.heap().New<Property>();
  copy->getter = property->getter;
  copy->setter = property->setter;
  copy->deleter = property->deleter;
  copy->documentation = property->documentation;
  copy->*field = arguments[1];
  return Value::Of(copy);
}

template <Value Property::*field>
Result PropertyField(Machine&, NativeArguments arguments) {
  const Property* property = As<Property>(Machine::Unwrap(arguments[0]));
  return property == nullptr || !(property->*field).defined() ? Value::None() : property->*field;
}

/// `property.__get__`: without an instance, the property itself.
Result PropertyGet(Machine& machine, NativeArguments arguments) {
  const Property* property = As<Property>(Machine::Unwrap(arguments[0]));
  if (property == nullptr || arguments[1].is_none()) return arguments[0];
  const Value getter = property->getter;
  if (!getter.defined() || getter.is_none()) {
    return machine.Raise(machine.types().attribute_error, "unreadable attribute");
  }
  return machine.TailCall(getter, {arguments[1]});
}

/// `property.__set__` and, without a value, `property.__delete__`.
Result PropertySet(Machine& machine, NativeArguments arguments) {
  const Property* property = As<Property>(Machine::Unwrap(arguments[0]));
  if (property == nullptr) return Value::None();
  const bool deletes = arguments.size() < 3;
  const Value function = deletes ? property->deleter : property->setter;
  if (!function.defined() || function.is_none()) {
    return machine.Raise(machine.types().attribute_error, deletes ? "can't delete attribute" : "can't set attribute");
  }
  return deletes ? machine.TailCall(function, {arguments[1]})
                 : machine.TailCall(function, {arguments[1], arguments[2]});
}

/// `classmethod.__get__`: bound to the owner, or else to the type of the instance.
Result ClassMethodGet(Machine& machine, NativeArguments arguments) {
  const ClassMethod* wrapper = As<ClassMethod>(Machine::Unwrap(arguments[0]));
  if (wrapper == nullptr) return arguments[0];
  const bool has_owner = arguments[2].defined() && !arguments[2].is_none();
  if (!has_owner && arguments[1].is_none()) return machine.TypeError("__get__(None, None) is invalid");
  auto* method = machine.heap().New<BoundMethod>();
  method->function = wrapper->function;
  method->self = has_owner ? arguments[2] : Value::Of(machine.TypeOf(arguments[1]));
  return Value::Of(method);
}

Result StaticMethodGet(Machine&, NativeArguments arguments) {
  const StaticMethod* wrapper = As<StaticMethod>(Machine::Unwrap(arguments[0]));
  return wrapper == nullptr ? arguments[0] : wrapper->function;
}

constexpr NativeSpec kPropertyMethods[] = {
    {"getter", "self, function", WithFunction<&Property::getter>, kTakesAll},
    {"setter", "self, function", WithFunction<&Property::setter>, kTakesAll},
    {"deleter", "self, function", WithFunction<&Property::deleter>, kTakesAll},
    {"__get__", "self, instance, owner=", PropertyGet, kTakesAll},
    {"__set__", "self, instance, value", PropertySet, kTakesAll},
    {"__delete__", "self, instance", PropertySet, kTakesAll},
};

constexpr NativeSpec kPropertyFields[] = {
    {"fget", "self", PropertyField<&Property::getter>, kTakesAll},
    {"fset", "self", PropertyField<&Property::setter>, kTakesAll},
    {"fdel", "self", PropertyField<&Property::deleter>, kTakesAll},
};

constexpr NativeSpec kClassMethodMethods[] = {
    {"__get__", "self, instance, owner=", ClassMethodGet, kTakesAll},
};

constexpr NativeSpec kStaticMethodMethods[] = {
    {"__get__", "self, instance, owner=", StaticMethodGet, kTakesAll},
};

}  // namespace

void InstallDescriptorMethods(Machine& machine) {
  const Types& types = machine.types();
  machine.Define(types.property, kPropertyMethods);
  for (const NativeSpec& spec : kPropertyFields) DefineGetter(machine, types.property, spec);
  machine.Define(types.classmethod, kClassMethodMethods);
  machine.Define(types.staticmethod, kStaticMethodMethods);
}

}  // namespace tfscope
