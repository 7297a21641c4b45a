// Ints to and from digits and doubles.
#include <algorithm>
#include <bit>
#include <cmath>

#include "analyzer/evaluator/numbers/integer.h"
#include "analyzer/evaluator/numbers/magnitude.h"

namespace tfscope {

namespace {
/// The largest power of `base` below 2**32 and its exponent.
struct Chunk {
  uint32_t power;
  size_t digits;
};

Chunk ChunkOf(unsigned base) {
  Chunk chunk{base, 1};
  while (static_cast<uint64_t>(chunk.power) * base <= UINT32_MAX) {
    chunk.power *= base;
    ++chunk.digits;
  }
  return chunk;
}

unsigned DigitValue(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'z') return static_cast<unsigned>(c - 'a') + 10;
  if (c >= 'A' && c <= 'Z') return static_cast<unsigned>(c - 'A') + 10;
  return 99;
}

/// `mantissa * 2**exponent` rounded to a double, halves to even; `sticky` says that lower bits were cut off.
std::optional<double> RoundToDouble(uint64_t mantissa, int64_t exponent, bool sticky) {
  if (mantissa == 0) return 0.0;
  int64_t width = std::bit_width(mantissa);
  int64_t keep = std::min<int64_t>(53, width + exponent + 1074);  // fewer bits for subnormal results
  if (width + exponent > 1024) return std::nullopt;
  if (keep < 0) return 0.0;
  int64_t drop = width - keep;
  if (drop > 0) {
    uint64_t half = uint64_t{1} << (drop - 1);
    uint64_t low = drop >= 64 ? mantissa : mantissa & ((half << 1) - 1);
    uint64_t high = drop >= 64 ? 0 : mantissa >> drop;
    if (low > half || (low == half && (sticky || (high & 1) != 0))) ++high;
    mantissa = high;
    exponent += drop;
  }
  double result = std::ldexp(static_cast<double>(mantissa), static_cast<int>(exponent));
  if (std::isinf(result)) return std::nullopt;
  return result;
}
}  // namespace

std::optional<Integer> IntegerFromDigits(std::string_view digits, unsigned base) {
  if (digits.empty()) return std::nullopt;
  Chunk chunk = ChunkOf(base);
  Integer result;
  for (size_t i = 0; i < digits.size(); i += chunk.digits) {
    uint32_t power = 1;
    uint32_t part = 0;
    for (char c : digits.substr(i, chunk.digits)) {
      unsigned digit = DigitValue(c);
      if (digit >= base) return std::nullopt;
      part = part * base + digit;
      power *= base;
    }
    MultiplyAddSmall(result.magnitude, power, part);
  }
  Trim(result.magnitude);
  return result;
}

std::string ToDigits(const Integer& value, unsigned base) {
  if (value.is_zero()) return "0";
  Chunk chunk = ChunkOf(base);
  Magnitude rest = value.magnitude;
  std::string result;
  while (!rest.empty()) {
    uint32_t part = DivideSmall(rest, chunk.power);
    for (size_t i = 0; i < chunk.digits && (part != 0 || !rest.empty()); ++i) {
      result += "0123456789abcdefghijklmnopqrstuvwxyz"[part % base];
      part /= base;
    }
  }
  if (value.negative) result += '-';
  std::reverse(result.begin(), result.end());
  return result;
}

std::optional<double> ToDouble(const Integer& value) {
  uint64_t bits = BitLength(value);
  if (bits > 1024) return std::nullopt;
  uint64_t cut = bits > 64 ? bits - 64 : 0;
  Magnitude top = ShiftMagnitudeRight(value.magnitude, cut);
  bool sticky = cut > 0 && CompareMagnitude(ShiftMagnitudeLeft(top, cut), value.magnitude) != 0;
  std::optional<double> result = RoundToDouble(LowWord(top), static_cast<int64_t>(cut), sticky);
  if (result.has_value() && value.negative) result = -*result;
  return result;
}

std::optional<double> TrueDivide(const Integer& a, const Integer& b) {
  if (a.is_zero()) return b.negative ? -0.0 : 0.0;
  // A quotient of 64 or 65 bits, of which the remainder makes the sticky bit.
  int64_t shift = static_cast<int64_t>(BitLength(b)) + 64 - static_cast<int64_t>(BitLength(a));
  uint64_t distance = static_cast<uint64_t>(std::abs(shift));
  Magnitude dividend = shift > 0 ? ShiftMagnitudeLeft(a.magnitude, distance) : a.magnitude;
  Magnitude divisor = shift < 0 ? ShiftMagnitudeLeft(b.magnitude, distance) : b.magnitude;
  MagnitudeDivision parts = DivideMagnitude(dividend, divisor);
  bool sticky = !parts.remainder.empty();
  if (MagnitudeBits(parts.quotient) > 64) {
    sticky = sticky || (parts.quotient[0] & 1) != 0;
    parts.quotient = ShiftMagnitudeRight(parts.quotient, 1);
    --shift;
  }
  std::optional<double> result = RoundToDouble(LowWord(parts.quotient), -shift, sticky);
  if (result.has_value() && a.negative != b.negative) result = -*result;
  return result;
}

}  // namespace tfscope
