// Sets, the set-like views of dicts, and membership in containers.
#pragma once

#include "analyzer/evaluator/machine.h"
#include "analyzer/syntax/tree.h"

namespace tfscope {

/// set, frozenset, keys() and items() of a dict.
bool IsSetLike(Value value);
/// `left op right` for `==`, `<=`, ... of set-like values.
Result CompareSets(Machine& machine, CompareOperator op, Value left, Value right);
/// `left | right`, `&`, `-`, `^` of set-like values.
Result SetBinary(Machine& machine, BinaryOperator op, Value left, Value right);

enum class SetOperation : uint8_t { kUnion, kIntersection, kDifference, kSymmetricDifference };
/// Changes `target` by the items of `items`. False if an exception is pending.
bool CombineInto(Machine& machine, OrderedMap& target, SetOperation operation, const std::vector<Value>& items);

/// `item in container` of builtin containers; NotImplemented if it is no container.
Result BuiltinContains(Machine& machine, Value container, Value item);

/// The elements in the order in which CPython iterates them: for small ints, in Python 2 also for strings, that of its
/// hash table, which does not depend on randomized hashes; else the order of insertion.
std::vector<Value> SetElements(const Machine& machine, const Set* set);

int64_t RangeLength(const Range* range);
/// The element at an index below the length.
int64_t RangeElement(const Range* range, int64_t index);

}  // namespace tfscope
