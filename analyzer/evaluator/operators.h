// Operators on builtin values. Operands are unwrapped and known; user classes and symbols are the machine's business.
#pragma once

#include <compare>

#include "analyzer/evaluator/machine.h"

namespace tfscope {

/// `left op right` for builtin operands; NotImplemented where Python's builtin types have no such operation.
/// Partly known strings concatenate and format to partly known strings. Charges the budget for what it builds; results
/// past the memory budget (`[0] * 10 ** 12`, `10 ** 10 ** 10`) are fresh symbols of the right hint.
Result BuiltinBinary(Machine& machine, BinaryOperator op, Value left, Value right);

/// As BuiltinBinary, but lists, sets, dicts and bytearrays change in place where Python's do.
Result BuiltinInPlace(Machine& machine, BinaryOperator op, Value left, Value right);

/// `-x`, `+x`, `~x`; `not` is the machine's.
Result BuiltinUnary(Machine& machine, UnaryOperator op, Value operand);

/// `==`, `!=`, `<`, ... of builtin operands, `in` of builtin containers (right); NotImplemented if they have none.
/// A comparison whose outcome depends on a symbol inside gives a symbol.
Result BuiltinCompare(Machine& machine, CompareOperator op, Value left, Value right);

/// The answer of `==`, `<`, ... when the operands are in this order.
bool Holds(CompareOperator op, std::partial_ordering order);

/// `container[index]` of builtin containers, with slices; raises IndexError, KeyError, TypeError as CPython does.
/// A dict subclass with `__missing__` is the machine's business: a missing key then gives undefined if `missing_ok`.
Result BuiltinLoadItem(Machine& machine, Value container, Value index, bool missing_ok = false);
/// What a dict gets under keys that are not known may stand for any of its entries: one that holds None waits to be
/// filled. The caller has announced the write.
void FillAnyEntry(Machine& machine, Dict& dict);
Result BuiltinStoreItem(Machine& machine, Value container, Value index, Value value);
Result BuiltinDeleteItem(Machine& machine, Value container, Value index);

/// Charges for finding `part` in `text`, which may take as long as their product.
bool ChargeSearch(Machine& machine, std::string_view text, std::string_view part);

}  // namespace tfscope
