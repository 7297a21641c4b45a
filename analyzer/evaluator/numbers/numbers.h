// Numbers as Python values: int (bool included), float, complex. Operands are unwrapped and known.
#pragma once

#include <compare>
#include <optional>

#include "analyzer/evaluator/machine.h"
#include "analyzer/evaluator/numbers/integer.h"
#include "analyzer/syntax/tree.h"

namespace tfscope {

/// Ints with more bits are not computed (`10 ** 10 ** 10`): they become unknown ints.
inline constexpr uint64_t kLargestIntegerBits = 1 << 18;

/// The int of this value: a small one where it fits.
Value NewInteger(Heap& heap, Integer value);
Value NewComplex(Heap& heap, double real, double imaginary);

inline bool IsSmallInteger(Value value) { return value.is_int() || value.is_bool(); }
inline bool IsInteger(Value value) { return IsSmallInteger(value) || As<BigInt>(value) != nullptr; }
inline bool IsReal(Value value) { return IsInteger(value) || value.is_float(); }
inline bool IsNumber(Value value) { return IsReal(value) || As<Complex>(value) != nullptr; }

/// The int value of an IsInteger value.
Integer IntegerOf(Value value);
/// The value as a double; nothing if it is an int too large for one. Only for IsReal values.
std::optional<double> DoubleOf(Value value);

/// Order of two IsReal values, exact also between large ints and floats.
std::partial_ordering CompareNumbers(Value left, Value right);
/// `left == right` of IsNumber values.
bool NumbersEqual(Value left, Value right);
/// CPython's hash of a number; equal numbers of different types have equal hashes.
int64_t HashNumber(Value value);
/// False for zero of any type.
bool NumberTruth(Value value);

/// `left op right` of IsNumber values; NotImplemented if the types have no such operation.
Result NumberBinary(Machine& machine, BinaryOperator op, Value left, Value right);
Result NumberUnary(Machine& machine, UnaryOperator op, Value operand);

// The families that NumberBinary chooses from.
Result IntegerBinary(Machine& machine, BinaryOperator op, Value left, Value right);
Result FloatBinary(Machine& machine, BinaryOperator op, double left, double right);
struct ComplexParts {
  double real = 0;
  double imaginary = 0;
};
Result ComplexBinary(Machine& machine, BinaryOperator op, ComplexParts left, ComplexParts right);

/// `int(value)` of a float: OverflowError and ValueError for infinity and NaN.
Result TruncateFloat(Machine& machine, double value);
/// Python's `round(value, digits)` for floats: correctly rounded, halves to even.
Result RoundFloat(Machine& machine, double value, int64_t digits);
Result RoundInteger(Machine& machine, Value value, Value digits);

}  // namespace tfscope
