#include "analyzer/evaluator/builtin_descriptors.h"

#include <algorithm>

#include "analyzer/evaluator/protocols.h"

namespace tfscope {

namespace {

/// An attribute of a builtin type. CPython computes an `attribute`; a `member` lies in the object itself.
struct Entry {
  std::string_view type;
  std::string_view name;
  bool is_member = false;
};

constexpr Entry kEntries[] = {{"BaseException", "args"},
                              {"StopIteration", "value", true},
                              {"ImportError", "name", true},
                              {"int", "real"},
                              {"int", "imag"},
                              {"int", "numerator"},
                              {"int", "denominator"},
                              {"float", "real"},
                              {"float", "imag"},
                              {"complex", "real", true},
                              {"complex", "imag", true},
                              {"property", "fget", true},
                              {"property", "fset", true},
                              {"property", "fdel", true},
                              {"slice", "start", true},
                              {"slice", "stop", true},
                              {"slice", "step", true},
                              {"range", "start", true},
                              {"range", "stop", true},
                              {"range", "step", true},
                              {"SystemExit", "code", true},
                              {"ImportError", "path", true},
                              {"classmethod", "__func__", true},
                              {"staticmethod", "__func__", true},
                              {"method", "__func__", true},
                              {"method", "__self__", true},
                              {"method_descriptor", "__name__", true},
                              {"builtin_function_or_method", "__name__"},
                              {"builtin_function_or_method", "__self__"},
                              {"generator", "gi_frame", true},
                              {"generator", "gi_running", true},
                              {"generator", "gi_code", true},
                              {"generator", "gi_yieldfrom"}};

const Entry* FindEntry(const Class& cls, std::string_view name) {
  if (!cls.is_native) return nullptr;
  const auto* found = std::ranges::find_if(
      kEntries, [&](const Entry& entry) { return entry.name == name && entry.type == cls.name->text; });
  return found == std::end(kEntries) ? nullptr : found;
}

/// The entry of the object's type, unless a class written in Python comes before it.
const Entry* EntryOf(Machine& machine, Value object, std::string_view name) {
  Str* interned = machine.heap().Intern(name);
  for (Class* base : machine.TypeOf(object)->mro) {
    if (!base->is_native && base->attributes.FindStr(interned) != nullptr) return nullptr;
    if (const Entry* entry = FindEntry(*base, name)) return entry;
  }
  return nullptr;
}

}  // namespace

Value BuiltinDescriptor(Machine& machine, const Class& cls, std::string_view name) {
  Str* interned = machine.heap().Intern(name);
  for (Class* base : cls.mro) {
    const bool is_overridden = !base->is_native && base->attributes.FindStr(interned) != nullptr;
    if (is_overridden) return Value();
    if (FindEntry(*base, name) == nullptr) continue;
    auto* member = machine.heap().New<Member>();
    member->name = interned;
    member->owner = base;
    return Value::Of(member);
  }
  return Value();
}

bool IsReadOnly(Machine& machine, Value object, std::string_view name) {
  const Entry* entry = EntryOf(machine, object, name);
  return entry != nullptr && (entry->type == "int" || entry->type == "float" || entry->type == "complex");
}

std::string NotWritable(Machine& machine, Value object, const Str* name, bool exists) {
  const Entry* entry = EntryOf(machine, object, name->text);
  if (entry != nullptr && entry->is_member) return "readonly attribute";
  if (entry != nullptr) return fmt::format("attribute '{}' of '{}' objects is not writable", name->text, entry->type);
  if (exists) return fmt::format("'{}' object attribute '{}' is read-only", TypeName(machine, object), name->text);
  return fmt::format("'{}' object has no attribute '{}'", TypeName(machine, object), name->text);
}

bool IsBuiltinDescriptor(const Member& member) { return FindEntry(*member.owner, member.name->text) != nullptr; }

std::string DescriptorText(const Member& member) {
  const Entry* entry = FindEntry(*member.owner, member.name->text);
  const bool is_member = entry == nullptr || entry->is_member;
  return fmt::format("<{} '{}' of '{}' objects>", is_member ? "member" : "attribute", member.name->text,
                     member.owner->name->text);
}

}  // namespace tfscope
