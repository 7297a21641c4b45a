// What the tables of builtin functions and methods share.
#pragma once

#include "analyzer/evaluator/machine.h"
#include "analyzer/evaluator/protocols.h"

namespace tfscope {

/// Flags of natives that handle everything that is not known.
inline constexpr uint32_t kTakesAll = kTakesUnknown | kTakesSymbolicText;

template <typename T>
inline constexpr std::string_view kTypeName = "object";
template <>
inline constexpr std::string_view kTypeName<Str> = "str";
template <>
inline constexpr std::string_view kTypeName<Bytes> = "bytes";
template <>
inline constexpr std::string_view kTypeName<List> = "list";
template <>
inline constexpr std::string_view kTypeName<Tuple> = "tuple";
template <>
inline constexpr std::string_view kTypeName<Dict> = "dict";
template <>
inline constexpr std::string_view kTypeName<Set> = "set";

/// Makes a native of a function that takes `self` as a T and the arguments after it.
template <typename T, Result (*method)(Machine&, T&, NativeArguments)>
Result Method(Machine& machine, NativeArguments arguments) {
  Value self = Machine::Unwrap(arguments[0]);
  if (self.is_unknown()) return machine.Fresh();
  T* object = As<T>(self);
  if (object != nullptr) return method(machine, *object, arguments.subspan(1));
  return machine.TypeError("descriptor requires a '{}' object but received a '{}'", kTypeName<T>,
                           TypeName(machine, arguments[0]));
}

/// Defines natives that get the class as their first argument when called through it.
void DefineClassMethods(Machine& machine, Class* cls, std::span<const NativeSpec> specs);
void DefineStaticMethods(Machine& machine, Class* cls, std::span<const NativeSpec> specs);
/// Defines a read-only attribute that a native computes.
void DefineGetter(Machine& machine, Class* cls, const NativeSpec& spec);

inline Value ArgumentOr(NativeArguments arguments, size_t index, Value absent) {
  return index < arguments.size() && arguments[index].defined() ? arguments[index] : absent;
}

/// An optional int argument. `ok` is false if an exception is pending; symbols give `absent`.
struct IntegerArgument {
  bool ok = true;
  bool unknown = false;
  int64_t value = 0;
};
IntegerArgument ReadInteger(Machine& machine, NativeArguments arguments, size_t index, int64_t absent);

/// Known items, all of builtin types, of which comparing and adding needs no Python code.
bool AllPlain(const std::vector<Value>& items);

/// Whether calling the value can succeed, as far as its type tells; unknown ones may.
bool IsCallable(Machine& machine, Value value);

/// Calls a function of library/builtins.py in place of the native.
Result CallLibrary(Machine& machine, std::string_view function, std::vector<Value> arguments);

/// Fills `order` with the positions of `keys` in stable sorted order. False if an exception is pending.
bool SortedOrder(Machine& machine, const std::vector<Value>& keys, bool reverse, std::vector<size_t>& order);

}  // namespace tfscope
