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

/// Changes of a set, which must have been announced with WillWrite. False if an exception is pending.
bool AddToSet(Machine& machine, Set& set, Value element);
void EraseFromSet(Set& set, size_t slot);
void ClearSet(Set& set);
/// Makes it hold what `other` holds.
void AssignSet(Set& set, const Set& other);

enum class SetOperation : uint8_t { kUnion, kIntersection, kDifference, kSymmetricDifference };
/// The operation of `|`, `&`, `-` or `^`.
std::optional<SetOperation> SetOperationOf(BinaryOperator op);
/// Changes `target` by the elements of an iterable. False if an exception is pending.
bool CombineInto(Machine& machine, Set& target, SetOperation operation, Value other);
/// A new set of the kind of `left`, made of its elements and those of an iterable. Null if an exception is pending.
Set* Combine(Machine& machine, SetOperation operation, const Set& left, Value other);

/// `item in container` of builtin containers; NotImplemented if it is no container.
Result BuiltinContains(Machine& machine, Value container, Value item);

/// Whether CPython gives a key with this hash the same one in every run.
bool HasFixedHash(Value key, uint64_t hash);
/// The elements in the order in which CPython iterates them where it does not depend on randomized hashes, as for
/// numbers, in Python 2 also for strings; else in the order of insertion.
std::vector<Value> SetElements(const Machine& machine, const Set* set);

int64_t RangeLength(const Range* range);
/// The element at an index below the length.
int64_t RangeElement(const Range* range, int64_t index);

}  // namespace tfscope
