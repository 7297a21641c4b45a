// Attribute access: descriptors, instance dictionaries, classes and their metaclasses, modules, `__getattr__`.
#include "analyzer/evaluator/builtin_descriptors.h"
#include "analyzer/evaluator/builtins/builtins.h"
#include "analyzer/evaluator/machine.h"
#include "analyzer/evaluator/protocols.h"
#include "analyzer/evaluator/slots.h"

namespace tfscope {

namespace {

/// Looking through a longer order of base classes is charged for.
constexpr size_t kLongOrder = 32;

/// Has `__set__` or `__delete__`, so that it wins over the instance's own attributes.
bool IsDataDescriptor(Machine& machine, Value value) {
  if (As<Property>(value) != nullptr || As<Member>(value) != nullptr) return true;
  auto* instance = As<Instance>(value);
  return instance != nullptr &&
         (machine.LookUpInClass(instance->cls, machine.heap().names().set) != nullptr ||
          machine.LookUpInClass(instance->cls, machine.heap().names().delete_descriptor) != nullptr);
}

/// A hook other than that of `object`: written in Python, or a builtin method that a class gave this name, as
/// `__setattr__ = dict.__setitem__`.
bool IsHook(Machine& machine, Value value) {
  const auto* native = As<NativeFunction>(value);
  return native == nullptr ? As<Function>(value) != nullptr : native->owner != machine.types().object;
}

/// The hook of this name that a class defines for its instances, or a metaclass for its classes.
const Value* WrittenHook(Machine& machine, Value object, const Str* name) {
  if (As<Instance>(object) == nullptr && As<Class>(object) == nullptr) return nullptr;
  const Value* hook = machine.LookUpInClass(machine.TypeOf(object), name);
  return hook != nullptr && IsHook(machine, *hook) ? hook : nullptr;
}

}  // namespace

const Value* Machine::LookUpInClass(const Class* cls, const Str* name) {
  return method_cache_.Find(cls, name, heap_.class_version(), [&]() -> const Value* {
    for (const Class* base : cls->mro) {
      if (const Value* found = base->attributes.FindStr(name)) return found;
    }
    return nullptr;
  });
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
    case ObjectKind::kInstance: {
      auto* instance = static_cast<Instance*>(object.object());
      return instance->cls->has_slots ? nullptr : &instance->dict;
    }
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
    case ObjectKind::kMember:
      return object.defined() ? GetSlot(*this, *static_cast<Member*>(descriptor.object()), object) : descriptor;
    case ObjectKind::kInstance: {
      const Value* get = LookUpInClass(static_cast<Instance*>(descriptor.object())->cls, heap_.names().get);
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
  if (in_class != nullptr && IsDataDescriptor(*this, *in_class)) return Bind(*in_class, object, type, calls);
  if (const OrderedMap* own = OwnAttributes(object)) {
    if (const Value* found = own->FindStr(name)) return *found;
  }
  if (in_class != nullptr) return Bind(*in_class, object, type, calls);
  return SpecialAttribute(object, name->text);
}

Result Machine::FindOnClass(Class* cls, Str* name, bool* calls) {
  Class* meta = cls->metaclass == nullptr ? types_.type : cls->metaclass;
  const Value* in_meta = LookUpInClass(meta, name);
  if (in_meta != nullptr && IsDataDescriptor(*this, *in_meta)) {
    return Bind(*in_meta, Value::Of(cls), meta, calls);
  }
  if (Value special = SpecialAttribute(Value::Of(cls), name->text); special.defined()) return special;
  if (const Value* found = LookUpInClass(cls, name)) {
    const Value builtin = As<Property>(*found) == nullptr ? Value() : BuiltinDescriptor(*this, *cls, name->text);
    return builtin.defined() ? Result(builtin) : Bind(*found, Value(), cls, calls);
  }
  if (in_meta != nullptr) return Bind(*in_meta, Value::Of(cls), meta, calls);
  return BuiltinDescriptor(*this, *cls, name->text);
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
  Result found = FindWithHooks(object, name, &calls);
  return found.ok() && calls ? Call(found.value(), {}) : found;
}

Result Machine::UnknownAttribute(Value object, Str* name) {
  TypeHint hint = object.symbol()->hint == TypeHint::kOpaque ? TypeHint::kOpaque : TypeHint::kAny;
  return heap_.NewSymbol(
      {.operation = Symbol::Operation::kAttribute, .hint = hint, .name = name, .a = object, .origin = CurrentSpan()});
}

/// `__getattr__` of the object's class; null if it has none.
const Value* Machine::GetAttributeHook(Value object) {
  if (auto* instance = As<Instance>(object)) return LookUpInClass(instance->cls, heap_.names().getattr);
  if (auto* cls = As<Class>(object); cls != nullptr && cls->metaclass != nullptr) {
    return LookUpInClass(cls->metaclass, heap_.names().getattr);
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
                 fmt::format("type object '{}' has no attribute '{}'", NameInErrors(*cls), name->text));
  }
  return Raise(types_.attribute_error,
               fmt::format("'{}' object has no attribute '{}'", TypeName(*this, object), name->text));
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
  if (as_method ? LoadPlainMethod(frame, object, name) : LoadOwnAttribute(frame, object, name)) return Step::kNext;
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
  Value arguments[] = {object, Value::Of(name)};
  const Value* fallback = GetAttributeHook(object);
  const Value* hook = WrittenHook(*this, object, heap_.names().getattribute);
  Result found = hook == nullptr ? Find(object, name, calls) : Call(*hook, arguments);
  if (*calls && fallback != nullptr) {
    // A getter that raises AttributeError leaves the answer to `__getattr__`.
    *calls = false;
    found = Call(found.value(), {});
  }
  if (found.ok() && found.value().defined()) return found;
  bool missing = found.ok() || (pending_.defined() && ExceptionIs(pending_, types_.attribute_error));
  if (!missing) return found;
  if (fallback == nullptr) return found.ok() ? MissingAttribute(object, name) : found;
  TakePending();
  return Call(*fallback, arguments);
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
  if (const Value* hook = LookUpInClass(type, heap_.names().getattribute)) {
    if (IsHook(*this, *hook)) return false;
  }
  frame.stack.push_back(*in_class);
  frame.stack.push_back(object);
  return true;
}

/// The common case of another attribute: one of the instance itself, which nothing of its class comes before.
bool Machine::LoadOwnAttribute(Frame& frame, Value object, Str* name) {
  const auto* instance = As<Instance>(object);
  if (instance == nullptr || instance->dict == nullptr || instance->cls->has_slots) return false;
  Class* cls = instance->cls;
  const Value* own = instance->dict->items.FindStr(name);
  if (own == nullptr || cls->mro.size() > kLongOrder) return false;
  const Value* in_class = LookUpInClass(cls, name);
  if (in_class != nullptr && IsDataDescriptor(*this, *in_class)) return false;
  const Value* hook = LookUpInClass(cls, heap_.names().getattribute);
  if (hook != nullptr && IsHook(*this, *hook)) return false;
  frame.stack.push_back(*own);
  return true;
}

Machine::Step Machine::StoreAttribute(Frame& frame, Str* name) {
  Value object = Pop(frame);
  Value value = Pop(frame);
  if (const Value* hook = WrittenHook(*this, object, heap_.names().setattr)) {
    Value arguments[] = {object, Value::Of(name), value};
    return StartCall(*hook, arguments, {}, {OnReturn::kDiscard, 0, {}});
  }
  Result result = SetAttribute(object, name, value);
  if (result.kind() == Result::Kind::kTailCall) return FollowTail({OnReturn::kDiscard, 0, {}});
  return result.raised() ? Step::kRaise : Step::kNext;
}

/// `setattr`, with a `__setattr__` written in Python.
Result Machine::SetAttributeWithHook(Value object, Str* name, Value value) {
  const Value* hook = WrittenHook(*this, object, heap_.names().setattr);
  return hook == nullptr ? SetAttribute(object, name, value) : TailCall(*hook, {object, Value::Of(name), value});
}

/// What a descriptor of the class does when its attribute is set, or (`value` undefined) deleted. Undefined: nothing.
Result Machine::SetByDescriptor(Value descriptor, Value object, Value value) {
  bool deletes = !value.defined();
  if (auto* property = As<Property>(descriptor)) {
    Value function = deletes ? property->deleter : property->setter;
    if (!function.defined() || function.is_none()) {
      return Raise(types_.attribute_error, deletes ? "can't delete attribute" : "can't set attribute");
    }
    return deletes ? TailCall(function, {object}) : TailCall(function, {object, value});
  }
  if (auto* member = As<Member>(descriptor)) return SetSlot(*this, *member, object, value);
  auto* instance = As<Instance>(descriptor);
  if (instance == nullptr) return Value();
  std::string_view wanted = deletes ? "__delete__" : "__set__";
  if (const Value* method = LookUpInClass(instance->cls, heap_.Intern(wanted))) {
    return deletes ? TailCall(*method, {descriptor, object}) : TailCall(*method, {descriptor, object, value});
  }
  bool half = LookUpInClass(instance->cls, heap_.Intern(deletes ? "__set__" : "__delete__")) != nullptr;
  return half ? Raise(types_.attribute_error, wanted) : Result(Value());
}

/// `object.__setattr__`: descriptors of the class first, then the object's own attributes.
Result Machine::SetAttribute(Value object, Str* name, Value value) {
  if (object.is_unknown()) return Value::None();
  const Value* descriptor = LookUpInClass(TypeOf(object), name);
  if (descriptor != nullptr) {
    if (IsReadOnly(*this, object, name->text)) {
      return Raise(types_.attribute_error, NotWritable(*this, object, name, true));
    }
    Result set = SetByDescriptor(*descriptor, object, value);
    if (!set.ok() || set.value().defined()) return set;
  }
  Result special = SetSpecialAttribute(object, name->text, value);
  if (!special.ok() || special.value().defined()) return special;
  if (auto* cls = As<Class>(object)) {
    if (cls->is_native) return TypeError("can't set attributes of built-in/extension type '{}'", cls->name->text);
    heap_.WillWrite(cls);
    cls->attributes.SetStr(name, value);
    return Value::None();
  }
  Dict* own = EnsureDictionary(object);
  if (own == nullptr) {
    const bool exists = descriptor != nullptr || SpecialAttribute(object, name->text).defined();
    return Raise(types_.attribute_error, NotWritable(*this, object, name, exists));
  }
  heap_.WillWrite(own);
  const size_t before = own->items.slots();
  own->items.SetStr(name, value);
  if (own->items.slots() > before) heap_.Charge(sizeof(OrderedMap::Entry));
  return Value::None();
}

Result Machine::DeleteAttribute(Value object, Str* name) {
  const Value* hook = WrittenHook(*this, object, heap_.names().delattr);
  return hook == nullptr ? DeleteOwnAttribute(object, name) : TailCall(*hook, {object, Value::Of(name)});
}

/// `object.__delattr__`.
Result Machine::DeleteOwnAttribute(Value object, Str* name) {
  if (object.is_unknown()) return Value::None();
  if (const Value* descriptor = LookUpInClass(TypeOf(object), name)) {
    if (IsReadOnly(*this, object, name->text)) {
      return Raise(types_.attribute_error, NotWritable(*this, object, name, true));
    }
    Result deleted = SetByDescriptor(*descriptor, object, Value());
    if (!deleted.ok() || deleted.value().defined()) return deleted;
  }
  Dict** own = DictionaryOf(object);
  if (auto* cls = As<Class>(object)) {
    if (cls->is_native) return TypeError("can't set attributes of built-in/extension type '{}'", cls->name->text);
    heap_.WillWrite(cls);
    if (cls->attributes.EraseStr(name)) return Value::None();
  } else if (own == nullptr) {
    if (name->text == "__class__") return TypeError("can't delete __class__ attribute");
    const bool exists =
        LookUpInClass(TypeOf(object), name) != nullptr || SpecialAttribute(object, name->text).defined();
    return Raise(types_.attribute_error, NotWritable(*this, object, name, exists));
  } else if (*own != nullptr) {
    heap_.WillWrite(*own);
    if ((*own)->items.EraseStr(name)) return Value::None();
  }
  return Raise(types_.attribute_error, name->text);
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
