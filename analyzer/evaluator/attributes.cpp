// Attribute access: descriptors, instance dictionaries, classes and their metaclasses, modules, `__getattr__`.
#include "analyzer/evaluator/builtins/builtins.h"
#include "analyzer/evaluator/machine.h"

namespace tfscope {

namespace {

/// Looking through a longer order of base classes is charged for.
constexpr size_t kLongOrder = 32;

/// Has `__set__` or `__delete__`, so that it wins over the instance's own attributes.
bool IsDataDescriptor(const Machine& machine, Value value, Str* set_name) {
  if (As<Property>(value) != nullptr) return true;
  auto* instance = As<Instance>(value);
  return instance != nullptr && machine.LookUpInClass(instance->cls, set_name) != nullptr;
}

}  // namespace

const Value* Machine::LookUpInClass(const Class* cls, const Str* name) const {
  for (const Class* base : cls->mro) {
    if (const Value* found = base->attributes.FindStr(name)) return found;
  }
  return nullptr;
}

/// The object's own attributes for reading; null if it has none. Those of a class are found along its MRO instead.
const OrderedMap* Machine::OwnAttributes(Value object) const {
  Dict* const* dict = DictionaryOf(object);
  return dict == nullptr || *dict == nullptr ? nullptr : &(*dict)->items;
}

/// Where an object keeps its `__dict__`; null if it cannot have one.
Dict** Machine::DictionaryOf(Value object) {
  if (!object.is_object()) return nullptr;
  switch (object.object()->kind) {
    case ObjectKind::kInstance:
      return &static_cast<Instance*>(object.object())->dict;
    case ObjectKind::kModule:
      return &static_cast<Module*>(object.object())->dict;
    case ObjectKind::kFunction:
      return &static_cast<Function*>(object.object())->dict;
    default:
      return nullptr;
  }
}

/// The object's `__dict__`, made now if it was never needed; null if it cannot have one.
Dict* Machine::EnsureDictionary(Value object) {
  Dict** dict = DictionaryOf(object);
  if (dict == nullptr) return nullptr;
  if (*dict == nullptr) {
    WillWriteObject(object);
    *dict = heap_.NewDict();
  }
  return *dict;
}

/// What a class attribute gives when read through `object` (undefined: through the class itself). If a getter written
/// in Python must run, `calls` is set and the value is a bound callable without arguments.
Result Machine::Bind(Value descriptor, Value object, Class* cls, bool* calls) {
  if (!descriptor.is_object()) return descriptor;
  switch (descriptor.object()->kind) {
    case ObjectKind::kFunction:
    case ObjectKind::kNativeFunction: {
      if (!object.defined()) return descriptor;
      auto* method = heap_.New<BoundMethod>();
      method->function = descriptor;
      method->self = object;
      return Value::Of(method);
    }
    case ObjectKind::kStaticMethod:
      return static_cast<StaticMethod*>(descriptor.object())->function;
    case ObjectKind::kClassMethod: {
      auto* method = heap_.New<BoundMethod>();
      method->function = static_cast<ClassMethod*>(descriptor.object())->function;
      method->self = Value::Of(cls);
      return Value::Of(method);
    }
    case ObjectKind::kProperty: {
      if (!object.defined()) return descriptor;
      Value getter = static_cast<Property*>(descriptor.object())->getter;
      if (!getter.defined() || getter.is_none()) return Raise(types_.attribute_error, "unreadable attribute");
      auto* method = heap_.New<BoundMethod>();
      method->function = getter;
      method->self = object;
      *calls = true;
      return Value::Of(method);
    }
    case ObjectKind::kInstance: {
      const Value* get = LookUpInClass(static_cast<Instance*>(descriptor.object())->cls, heap_.Intern("__get__"));
      if (get == nullptr) return descriptor;
      Value arguments[] = {descriptor, object.defined() ? object : Value::None(), Value::Of(cls)};
      return Call(*get, arguments);
    }
    default:
      return descriptor;
  }
}

/// Ordinary lookup of `name` on `object`. Undefined value: there is no such attribute. `calls` as in Bind.
Result Machine::Find(Value object, Str* name, bool* calls) {
  if (auto* cls = As<Class>(object)) return FindOnClass(cls, name, calls);
  if (auto* super = As<Super>(object)) return FindOnSuper(super, name, calls);
  Class* type = TypeOf(object);
  if (type->mro.size() > kLongOrder && !Charge(type->mro.size() / kLongOrder)) return Result::Raised();
  const Value* in_class = LookUpInClass(type, name);
  Str* set_name = heap_.Intern("__set__");
  if (in_class != nullptr && IsDataDescriptor(*this, *in_class, set_name)) return Bind(*in_class, object, type, calls);
  if (const OrderedMap* own = OwnAttributes(object)) {
    if (const Value* found = own->FindStr(name)) return *found;
  }
  if (in_class != nullptr) return Bind(*in_class, object, type, calls);
  return SpecialAttribute(object, name->text);
}

Result Machine::FindOnClass(Class* cls, Str* name, bool* calls) {
  Class* meta = cls->metaclass == nullptr ? types_.type : cls->metaclass;
  const Value* in_meta = LookUpInClass(meta, name);
  Str* set_name = heap_.Intern("__set__");
  if (in_meta != nullptr && IsDataDescriptor(*this, *in_meta, set_name)) {
    return Bind(*in_meta, Value::Of(cls), meta, calls);
  }
  if (Value special = SpecialAttribute(Value::Of(cls), name->text); special.defined()) return special;
  if (const Value* found = LookUpInClass(cls, name)) return Bind(*found, Value(), cls, calls);
  if (in_meta != nullptr) return Bind(*in_meta, Value::Of(cls), meta, calls);
  return Value();
}

Result Machine::FindOnSuper(Super* super, Str* name, bool* calls) {
  if (name->text == "__class__") return Value::Of(types_.super);
  const std::vector<Class*>& mro = super->self_class->mro;
  size_t i = 0;
  while (i < mro.size() && mro[i] != super->start) ++i;
  if (mro.size() > kLongOrder && !Charge(mro.size() / kLongOrder)) return Result::Raised();
  for (++i; i < mro.size(); ++i) {
    const Value* found = mro[i]->attributes.FindStr(name);
    if (found == nullptr) continue;
    bool through_class = As<Class>(super->self) == super->self_class;
    // `__new__` is a static method even where it is stored as a plain function.
    if (name->text == "__new__") return As<StaticMethod>(*found) ? As<StaticMethod>(*found)->function : *found;
    return Bind(*found, through_class ? Value() : super->self, super->self_class, calls);
  }
  if (super->self_class->is_opaque) return Fresh(TypeHint::kOpaque);
  return Value();
}

Value Machine::LookUp(Value object, Str* name) {
  if (object.is_unknown()) return Value();
  bool calls = false;
  Result found = Find(object, name, &calls);
  if (found.raised()) {
    TakePending();
    return Value();
  }
  return calls ? Value() : found.value();
}

Result Machine::GetAttribute(Value object, Str* name) {
  if (object.is_unknown()) return UnknownAttribute(object, name);
  if (auto* module = As<Module>(object)) {
    Value value;
    Step step = ModuleAttribute(module, name, &value, true);
    return step == Step::kNext ? Result(value) : Result::Raised();
  }
  bool calls = false;
  Result found = Find(object, name, &calls);
  if (!found.ok()) return found;
  if (calls) return Call(found.value(), {});
  if (found.value().defined()) return found;
  if (const Value* hook = GetAttributeHook(object)) {
    Value arguments[] = {object, Value::Of(name)};
    return Call(*hook, arguments);
  }
  return MissingAttribute(object, name);
}

Result Machine::UnknownAttribute(Value object, Str* name) {
  TypeHint hint = object.symbol()->hint == TypeHint::kOpaque ? TypeHint::kOpaque : TypeHint::kAny;
  return heap_.NewSymbol(
      {.operation = Symbol::Operation::kAttribute, .hint = hint, .name = name, .a = object, .origin = CurrentSpan()});
}

/// `__getattr__` of the object's class; null if it has none.
const Value* Machine::GetAttributeHook(Value object) {
  if (auto* instance = As<Instance>(object)) return LookUpInClass(instance->cls, heap_.Intern("__getattr__"));
  if (auto* cls = As<Class>(object); cls != nullptr && cls->metaclass != nullptr) {
    return LookUpInClass(cls->metaclass, heap_.Intern("__getattr__"));
  }
  return nullptr;
}

Result Machine::MissingAttribute(Value object, Str* name) {
  if (Value method = Python2Method(*this, object, name->text); method.defined()) return method;
  if (auto* instance = As<Instance>(object); instance != nullptr && instance->cls->is_opaque) {
    return Fresh(TypeHint::kOpaque);
  }
  if (auto* cls = As<Class>(object)) {
    if (cls->is_opaque) return Fresh(TypeHint::kOpaque);
    return Raise(types_.attribute_error,
                 fmt::format("type object '{}' has no attribute '{}'", cls->name->text, name->text));
  }
  return Raise(types_.attribute_error,
               fmt::format("'{}' object has no attribute '{}'", TypeOf(object)->name->text, name->text));
}

Machine::Step Machine::LoadAttribute(Frame& frame, Str* name, bool as_method) {
  Value object = frame.stack.back();
  if (auto* module = As<Module>(object)) {
    Value value;
    Step step = ModuleAttribute(module, name, &value, false);
    if (step != Step::kNext) return step;
    frame.stack.back() = value;
    if (as_method) frame.stack.emplace_back();
    return Step::kNext;
  }
  frame.stack.pop_back();
  if (object.is_unknown()) {
    Push(UnknownAttribute(object, name));
    if (as_method) frame.stack.emplace_back();
    return Step::kNext;
  }
  if (frame.code->tree->python2() && As<Instance>(object) == nullptr) {
    if (Value method = Python2Method(*this, object, name->text); method.defined()) {
      frame.stack.push_back(method);
      if (as_method) frame.stack.emplace_back();
      return Step::kNext;
    }
  }
  if (as_method && LoadPlainMethod(frame, object, name)) return Step::kNext;
  bool calls = false;
  Result found = FindWithHooks(object, name, &calls);
  if (!found.ok()) return Step::kRaise;
  Value value = found.value();
  if (calls) {
    // The getter's value goes where the attribute belongs; a method call finds an undefined `self` above it.
    if (!as_method) return StartCall(value, {}, {}, {});
    Result result = Call(value, {});
    if (!result.ok()) return Step::kRaise;
    value = result.value();
  }
  frame.stack.push_back(value);
  if (as_method) frame.stack.emplace_back();
  return Step::kNext;
}

/// `__getattribute__`, ordinary lookup, `__getattr__`, AttributeError, in this order.
Result Machine::FindWithHooks(Value object, Str* name, bool* calls) {
  if (auto* instance = As<Instance>(object)) {
    const Value* hook = LookUpInClass(instance->cls, heap_.Intern("__getattribute__"));
    if (hook != nullptr && As<Function>(*hook) != nullptr) {
      Value arguments[] = {object, Value::Of(name)};
      Result result = Call(*hook, arguments);
      const Value* fallback = GetAttributeHook(object);
      if (result.ok() || fallback == nullptr || !ExceptionIs(pending_, types_.attribute_error)) return result;
      TakePending();
      return Call(*fallback, arguments);
    }
  }
  Result found = Find(object, name, calls);
  if (!found.ok() || found.value().defined()) return found;
  if (const Value* hook = GetAttributeHook(object)) {
    Value arguments[] = {object, Value::Of(name)};
    return Call(*hook, arguments);
  }
  return MissingAttribute(object, name);
}

/// The common case of a method call: a function of the class that the instance does not shadow. No bound method is
/// made.
bool Machine::LoadPlainMethod(Frame& frame, Value object, Str* name) {
  if (!object.is_object() || object.object()->kind == ObjectKind::kClass ||
      object.object()->kind == ObjectKind::kSuper) {
    return false;
  }
  Class* type = TypeOf(object);
  if (type->mro.size() > kLongOrder) return false;
  const Value* in_class = LookUpInClass(type, name);
  if (in_class == nullptr || (As<Function>(*in_class) == nullptr && As<NativeFunction>(*in_class) == nullptr)) {
    return false;
  }
  if (const OrderedMap* own = OwnAttributes(object); own != nullptr && own->FindStr(name) != nullptr) return false;
  if (const Value* hook = LookUpInClass(type, heap_.Intern("__getattribute__"))) {
    if (As<Function>(*hook) != nullptr) return false;
  }
  frame.stack.push_back(*in_class);
  frame.stack.push_back(object);
  return true;
}

Machine::Step Machine::StoreAttribute(Frame& frame, Str* name) {
  Value object = Pop(frame);
  Value value = Pop(frame);
  if (As<Instance>(object) != nullptr) {
    Class* type = TypeOf(object);
    const Value* hook = LookUpInClass(type, heap_.Intern("__setattr__"));
    if (hook != nullptr && As<Function>(*hook) != nullptr) {
      Value arguments[] = {object, Value::Of(name), value};
      return StartCall(*hook, arguments, {}, {OnReturn::kDiscard, 0, {}});
    }
  }
  Result result = SetAttribute(object, name, value);
  if (result.kind() == Result::Kind::kTailCall) return FollowTail({OnReturn::kDiscard, 0, {}});
  return result.raised() ? Step::kRaise : Step::kNext;
}

/// `object.__setattr__`: properties and `__set__` first, then the object's own attributes.
Result Machine::SetAttribute(Value object, Str* name, Value value) {
  if (object.is_unknown()) return Value::None();
  if (const Value* descriptor = LookUpInClass(TypeOf(object), name); descriptor != nullptr) {
    if (auto* property = As<Property>(*descriptor)) {
      if (!property->setter.defined() || property->setter.is_none()) {
        return Raise(types_.attribute_error, "can't set attribute");
      }
      return TailCall(property->setter, {object, value});
    }
    if (auto* instance = As<Instance>(*descriptor)) {
      if (const Value* set = LookUpInClass(instance->cls, heap_.Intern("__set__"))) {
        return TailCall(*set, {*descriptor, object, value});
      }
    }
  }
  if (SetSpecialAttribute(object, name->text, value)) return Value::None();
  if (auto* cls = As<Class>(object)) {
    if (cls->is_native) return TypeError("can't set attributes of built-in/extension type '{}'", cls->name->text);
    heap_.WillWrite(cls);
    cls->attributes.SetStr(name, value);
    return Value::None();
  }
  Dict* own = EnsureDictionary(object);
  if (own == nullptr) {
    return Raise(types_.attribute_error,
                 fmt::format("'{}' object has no attribute '{}'", TypeOf(object)->name->text, name->text));
  }
  heap_.WillWrite(own);
  const size_t before = own->items.slots();
  own->items.SetStr(name, value);
  if (own->items.slots() > before) heap_.Charge(sizeof(OrderedMap::Entry));
  return Value::None();
}

Result Machine::DeleteAttribute(Value object, Str* name) {
  if (object.is_unknown()) return Value::None();
  if (const Value* descriptor = LookUpInClass(TypeOf(object), name)) {
    if (auto* property = As<Property>(*descriptor); property != nullptr && property->deleter.defined()) {
      Value arguments[] = {object};
      return Call(property->deleter, arguments);
    }
  }
  if (As<Instance>(object) != nullptr) {
    const Value* hook = LookUpInClass(TypeOf(object), heap_.Intern("__delattr__"));
    if (hook != nullptr && As<Function>(*hook) != nullptr) {
      Value arguments[] = {object, Value::Of(name)};
      return Call(*hook, arguments);
    }
  }
  if (auto* cls = As<Class>(object)) {
    heap_.WillWrite(cls);
    if (cls->attributes.EraseStr(name)) return Value::None();
  } else if (Dict** own = DictionaryOf(object); own != nullptr && *own != nullptr) {
    heap_.WillWrite(*own);
    if ((*own)->items.EraseStr(name)) return Value::None();
  }
  return Raise(types_.attribute_error, std::string(name->text));
}

void Machine::WillWriteObject(Value object) {
  switch (object.object()->kind) {
    case ObjectKind::kInstance:
      return heap_.WillWrite(static_cast<Instance*>(object.object()));
    case ObjectKind::kModule:
      return heap_.WillWrite(static_cast<Module*>(object.object()));
    case ObjectKind::kFunction:
      return heap_.WillWrite(static_cast<Function*>(object.object()));
    default:
      return;
  }
}

}  // namespace tfscope
