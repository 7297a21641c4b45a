// Values as text: repr, str, `format`, `%` and number literals.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "analyzer/evaluator/machine.h"

namespace tfscope {

/// repr of a value of a builtin type (containers call ReprText of their items; cycles print as `[...]`). For instances
/// of user classes without `__repr__`: `<__main__.A object at 0x...>` with an address that is fixed by order of
/// creation.
std::optional<std::string> BuiltinRepr(Machine& machine, Value value);

/// `format(value, specification)` for builtin values; a result that depends on symbols is partly known.
Result BuiltinFormat(Machine& machine, Value value, std::string_view specification);

/// `text % arguments` for str and bytes.
Result PercentFormat(Machine& machine, Value text, Value arguments);

/// `text.format(*arguments, **keywords)`.
Result StrFormat(Machine& machine, std::string_view text, std::span<const Value> arguments, const OrderedMap& keywords);

/// The shortest text that reads back as `value`, as CPython's repr(float) prints it.
std::string FloatRepr(double value);

/// The value of an int literal as the syntax tree keeps it (`0x1F`, `12`); big values become BigInt.
Value ParseInt(Heap& heap, std::string_view digits);
double ParseFloat(std::string_view digits);

}  // namespace tfscope
