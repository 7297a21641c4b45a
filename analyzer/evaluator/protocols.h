// Helpers around the protocols of Python's data model that native code shares: special methods of user classes,
// indices, depth of recursion.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "analyzer/evaluator/machine.h"
#include "analyzer/syntax/tree.h"

namespace tfscope {

/// Results with more elements or bytes than these are not built; they become unknown values of the right type.
inline constexpr int64_t kLargestSequence = int64_t{4} << 20;
inline constexpr int64_t kLargestString = int64_t{16} << 20;

/// `__tp_name__` of the model of a class that CPython has in C, as `datetime.date`; null for others.
const Str* NameInC(const Class& cls);
/// Name of a class in messages.
std::string_view NameInErrors(const Class& cls);
/// That of the value's class.
std::string_view TypeName(Machine& machine, Value value);

/// The special method that a class written in Python defines, bound to `object` by the caller; undefined if there is
/// none or it is the builtin one.
Value UserMethod(Machine& machine, Value object, std::string_view name);

/// Arguments of an exception instance.
std::vector<Value> ExceptionArguments(Machine& machine, const Instance* exception);

/// `operator.index(value)`: an int, or undefined if the value has no `__index__`.
Result AsIndex(Machine& machine, Value value);
/// An int value cut to the range of 64 bits.
int64_t ClampedInt(Value integer);

/// A known string or a symbol as text with placeholders; nothing if it is something else that is known.
std::optional<std::string> TextOf(Machine& machine, Value value);

/// What a comprehension has made, and the locals of its frame: where its filter has kept nothing of an iterable of
/// which nothing is known, `made` becomes unknown, since the filter may keep other elements.
void WidenFiltered(Machine& machine, std::span<const Value> locals, Value& made);

/// Whether C++ code can iterate it to the end without calling Python code. Unknown values count: they give two symbols.
bool IsNativeIterable(Machine& machine, Value value);

/// `iter(iterable)` for a list or tuple of its items, after the length that the iterable says it has was looked at.
Result IteratorOfSized(Machine& machine, Value iterable);
/// Appends all of its items in this way; false if something is raised.
bool CollectSized(Machine& machine, Value iterable, std::vector<Value>& items);
/// The length that a `__len__` returned, checked.
Result CheckedLength(Machine& machine, Value length);

/// `left op right` of any two values, calling special methods. A comparison that depends on symbols gives a symbol.
Result CompareValues(Machine& machine, CompareOperator op, Value left, Value right);

/// What is known of the type of a value.
TypeHint HintOf(Machine& machine, Value value);
/// One of these items, it is not known which.
Value SomeItem(Machine& machine, std::span<const Value> items);

/// The symbol of `left op right`.
Value UnknownComparison(Machine& machine, CompareOperator op, Value left, Value right);

/// `kKeyError` with the key itself as its argument.
Result KeyError(Machine& machine, Value key);

/// Limits how deep C++ code recurs into nested containers.
class NestingGuard {
 public:
  explicit NestingGuard(Machine& machine) : machine_(machine) { ++machine_.nesting().depth; }
  ~NestingGuard() { --machine_.nesting().depth; }
  NestingGuard(const NestingGuard&) = delete;
  NestingGuard& operator=(const NestingGuard&) = delete;

  bool too_deep() const { return machine_.nesting().depth > kLimit; }
  /// RecursionError; `doing` as CPython words it: " in comparison".
  Result Raise(std::string_view doing) const;

 private:
  static constexpr uint32_t kLimit = 300;
  Machine& machine_;
};

}  // namespace tfscope
