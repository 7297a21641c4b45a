// `__slots__`: classes whose instances have named places in place of a `__dict__`.
#include "analyzer/evaluator/slots.h"

#include <algorithm>

#include "analyzer/evaluator/builtin_descriptors.h"
#include "analyzer/evaluator/protocols.h"

namespace tfscope {

namespace {

/// `__name` inside a class is `_Class__name`.
Str* Mangled(Heap& heap, const Class* cls, Str* name) {
  std::string_view text = name->text;
  std::string_view of_class = cls->name->text;
  of_class.remove_prefix(std::min(of_class.find_first_not_of('_'), of_class.size()));
  if (!text.starts_with("__") || text.ends_with("__") || of_class.empty()) return heap.Intern(text);
  return heap.Intern(fmt::format("_{}{}", of_class, text));
}

/// Instances of all bases have no `__dict__`.
bool BasesHaveSlots(const Class* cls) {
  return std::ranges::all_of(cls->bases, [](const Class* base) { return base->has_slots; });
}

bool IsIdentifier(std::string_view text) {
  auto part = [](char c) { return c == '_' || (c & 0x80) != 0 || std::isalnum(static_cast<unsigned char>(c)) != 0; };
  return !text.empty() && std::isdigit(static_cast<unsigned char>(text[0])) == 0 && std::ranges::all_of(text, part);
}

Result WrongOwner(Machine& machine, const Member& member, Value object) {
  return machine.TypeError("descriptor '{}' for '{}' objects doesn't apply to '{}' object", member.name->text,
                           member.owner->name->text, TypeName(machine, object));
}

}  // namespace

Result AddSlots(Machine& machine, Class* cls) {
  Heap& heap = machine.heap();
  const Value* declared = cls->attributes.FindStr(heap.Intern("__slots__"));
  if (declared == nullptr) return Value::None();
  std::vector<Value> names;
  if (As<Str>(*declared) != nullptr) {
    names.push_back(*declared);
  } else if (!machine.Collect(*declared, names)) {
    return Result::Raised();
  }
  bool variable_size = cls->layout == Layout::kInt || cls->layout == Layout::kTuple || cls->layout == Layout::kBytes;
  if (!names.empty() && variable_size) {
    return machine.TypeError("nonempty __slots__ not supported for subtype of '{}'", cls->bases[0]->name->text);
  }
  cls->has_slots = !cls->is_opaque && BasesHaveSlots(cls);
  for (Value value : names) {
    auto* text = As<Str>(value);
    if (value.is_unknown()) cls->has_slots = false;
    if (value.is_unknown()) continue;
    if (text == nullptr)
      return machine.TypeError("__slots__ items must be strings, not '{}'", TypeName(machine, value));
    if (!IsIdentifier(text->text)) return machine.TypeError("__slots__ must be identifiers");
    if (text->text == "__dict__") cls->has_slots = false;
    if (text->text == "__dict__" || text->text == "__weakref__") continue;
    Str* name = Mangled(heap, cls, text);
    if (cls->attributes.FindStr(name) != nullptr) {
      return machine.ValueError("'{}' in __slots__ conflicts with class variable", text->text);
    }
    auto* member = heap.New<Member>();
    member->name = name;
    member->owner = cls;
    cls->attributes.SetStr(name, Value::Of(member));
  }
  return Value::None();
}

Result GetSlot(Machine& machine, const Member& member, Value object) {
  if (IsBuiltinDescriptor(member) && machine.IsSubclass(machine.TypeOf(object), member.owner)) {
    return machine.GetAttribute(object, member.name);
  }
  auto* instance = As<Instance>(object);
  if (instance == nullptr || !machine.IsSubclass(instance->cls, member.owner))
    return WrongOwner(machine, member, object);
  const Value* value = instance->slots == nullptr ? nullptr : instance->slots->items.FindStr(member.name);
  return value == nullptr ? machine.Raise(machine.types().attribute_error, member.name->text) : Result(*value);
}

Result SetSlot(Machine& machine, const Member& member, Value object, Value value) {
  auto* instance = As<Instance>(object);
  if (instance == nullptr || !machine.IsSubclass(instance->cls, member.owner))
    return WrongOwner(machine, member, object);
  if (instance->slots == nullptr) {
    machine.heap().WillWrite(instance);
    instance->slots = machine.heap().NewDict();
  }
  machine.heap().WillWrite(instance->slots);
  if (value.defined()) {
    instance->slots->items.SetStr(member.name, value);
  } else if (!instance->slots->items.EraseStr(member.name)) {
    return machine.Raise(machine.types().attribute_error, member.name->text);
  }
  return Value::None();
}

}  // namespace tfscope
