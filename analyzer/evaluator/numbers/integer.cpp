#include "analyzer/evaluator/numbers/integer.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "analyzer/evaluator/numbers/magnitude.h"

namespace tfscope {

namespace {
Integer Signed(bool negative, Magnitude magnitude) {
  bool is_zero = magnitude.empty();
  return {negative && !is_zero, std::move(magnitude)};
}
}  // namespace

Integer IntegerFromUnsigned(uint64_t value) {
  Integer result;
  for (; value != 0; value >>= 32) result.magnitude.push_back(static_cast<uint32_t>(value));
  return result;
}

Integer IntegerFrom(int64_t value) {
  Integer result = IntegerFromUnsigned(value < 0 ? 0 - static_cast<uint64_t>(value) : static_cast<uint64_t>(value));
  result.negative = value < 0;
  return result;
}

Integer IntegerFromDouble(double value) {
  int exponent = 0;
  double fraction = std::frexp(std::abs(std::trunc(value)), &exponent);
  if (fraction == 0) return {};
  Integer result = IntegerFromUnsigned(static_cast<uint64_t>(std::ldexp(fraction, 53)));
  exponent -= 53;
  uint64_t distance = static_cast<uint64_t>(std::abs(exponent));
  result = exponent >= 0 ? ShiftLeft(result, distance) : ShiftRight(result, distance);
  result.negative = value < 0 && !result.is_zero();
  return result;
}

std::optional<int64_t> ToInt64(const Integer& value) {
  if (value.magnitude.size() > 2) return std::nullopt;
  uint64_t bits = LowWord(value.magnitude);
  constexpr uint64_t kSmallest = uint64_t{1} << 63;
  if (bits > kSmallest || (bits == kSmallest && !value.negative)) return std::nullopt;
  return static_cast<int64_t>(value.negative ? 0 - bits : bits);
}

uint64_t BitLength(const Integer& value) { return MagnitudeBits(value.magnitude); }

int Compare(const Integer& a, const Integer& b) {
  if (a.negative != b.negative) return a.negative ? -1 : 1;
  int order = CompareMagnitude(a.magnitude, b.magnitude);
  return a.negative ? -order : order;
}

Integer Negate(Integer value) {
  value.negative = !value.negative && !value.is_zero();
  return value;
}

Integer Add(const Integer& a, const Integer& b) {
  if (a.negative == b.negative) return Signed(a.negative, AddMagnitude(a.magnitude, b.magnitude));
  int order = CompareMagnitude(a.magnitude, b.magnitude);
  if (order == 0) return {};
  if (order > 0) return Signed(a.negative, SubtractMagnitude(a.magnitude, b.magnitude));
  return Signed(b.negative, SubtractMagnitude(b.magnitude, a.magnitude));
}

Integer Subtract(const Integer& a, const Integer& b) { return Add(a, Negate(b)); }

Integer Multiply(const Integer& a, const Integer& b) {
  return Signed(a.negative != b.negative, MultiplyMagnitude(a.magnitude, b.magnitude));
}

Division DivideFloor(const Integer& dividend, const Integer& divisor) {
  MagnitudeDivision parts = DivideMagnitude(dividend.magnitude, divisor.magnitude);
  Division result{Signed(dividend.negative != divisor.negative, std::move(parts.quotient)),
                  Signed(dividend.negative, std::move(parts.remainder))};
  if (!result.remainder.is_zero() && dividend.negative != divisor.negative) {
    result.quotient = Subtract(result.quotient, IntegerFrom(1));
    result.remainder = Add(result.remainder, divisor);
  }
  return result;
}

Integer Power(Integer base, uint64_t exponent) {
  Integer result = IntegerFrom(1);
  while (exponent != 0) {
    if ((exponent & 1) != 0) result = Multiply(result, base);
    exponent >>= 1;
    if (exponent != 0) base = Multiply(base, base);
  }
  return result;
}

Integer ModularPower(const Integer& base, const Integer& exponent, const Integer& modulus) {
  Integer result = DivideFloor(IntegerFrom(1), modulus).remainder;
  Integer square = DivideFloor(base, modulus).remainder;
  uint64_t bits = BitLength(exponent);
  for (uint64_t i = 0; i < bits; ++i) {
    bool is_set = ((exponent.magnitude[i / 32] >> (i % 32)) & 1) != 0;
    if (is_set) result = DivideFloor(Multiply(result, square), modulus).remainder;
    if (i + 1 < bits) square = DivideFloor(Multiply(square, square), modulus).remainder;
  }
  return result;
}

Integer ShiftLeft(const Integer& value, uint64_t bits) {
  return Signed(value.negative, ShiftMagnitudeLeft(value.magnitude, bits));
}

Integer ShiftRight(const Integer& value, uint64_t bits) {
  // Floors: -1 >> 1 is -1. With x = -m: floor(-m / 2**k) = -((m - 1) >> k) - 1.
  if (!value.negative) return Signed(false, ShiftMagnitudeRight(value.magnitude, bits));
  return Invert(Signed(false, ShiftMagnitudeRight(Invert(value).magnitude, bits)));
}

Integer Invert(const Integer& value) { return Subtract(Negate(value), IntegerFrom(1)); }

}  // namespace tfscope
