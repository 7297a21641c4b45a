// Arithmetic on ints of any size: sign and magnitude, base 2**32, as `BigInt` stores them. Pure functions; callers
// bound the sizes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tfscope {

using Magnitude = std::vector<uint32_t>;  ///< least significant first, no leading zero; empty for zero

struct Integer {
  bool negative = false;  ///< never set for zero
  Magnitude magnitude;

  bool is_zero() const { return magnitude.empty(); }
  friend bool operator==(const Integer&, const Integer&) = default;
};

Integer IntegerFrom(int64_t value);
Integer IntegerFromUnsigned(uint64_t value);
/// Integral part of a finite number.
Integer IntegerFromDouble(double value);
/// Digits of base 2 to 36, without sign or underscores; nothing if another character is met or there is no digit.
std::optional<Integer> IntegerFromDigits(std::string_view digits, unsigned base);

std::optional<int64_t> ToInt64(const Integer& value);
/// The nearest double, halves to even; nothing if too large.
std::optional<double> ToDouble(const Integer& value);
/// Lower-case digits with `-` in front of a negative value, without prefix.
std::string ToDigits(const Integer& value, unsigned base);
/// `int.bit_length`.
uint64_t BitLength(const Integer& value);

/// Below zero, zero, or above zero as `a` is less than, equal to or greater than `b`.
int Compare(const Integer& a, const Integer& b);
Integer Negate(Integer value);
Integer Add(const Integer& a, const Integer& b);
Integer Subtract(const Integer& a, const Integer& b);
Integer Multiply(const Integer& a, const Integer& b);

struct Division {
  Integer quotient;
  Integer remainder;
};
/// Python's `divmod`: the quotient is floored, the remainder has the divisor's sign. `divisor` is not zero.
Division DivideFloor(const Integer& dividend, const Integer& divisor);
/// `a / b` correctly rounded; nothing if too large. `b` is not zero.
std::optional<double> TrueDivide(const Integer& a, const Integer& b);
Integer Power(Integer base, uint64_t exponent);
/// `pow(base, exponent, modulus)` for a non-negative exponent and a modulus other than zero.
Integer ModularPower(const Integer& base, const Integer& exponent, const Integer& modulus);

Integer ShiftLeft(const Integer& value, uint64_t bits);
Integer ShiftRight(const Integer& value, uint64_t bits);
Integer BitAnd(const Integer& a, const Integer& b);
Integer BitOr(const Integer& a, const Integer& b);
Integer BitXor(const Integer& a, const Integer& b);
Integer Invert(const Integer& value);

}  // namespace tfscope
