#include "analyzer/evaluator/numbers/magnitude.h"

#include <algorithm>
#include <bit>

namespace tfscope {

void Trim(Magnitude& value) {
  while (!value.empty() && value.back() == 0) value.pop_back();
}

uint64_t LowWord(const Magnitude& value) {
  uint64_t result = value.empty() ? 0 : value[0];
  if (value.size() > 1) result |= static_cast<uint64_t>(value[1]) << 32;
  return result;
}

uint64_t MagnitudeBits(const Magnitude& value) {
  return value.empty() ? 0 : (value.size() - 1) * 32 + static_cast<uint64_t>(std::bit_width(value.back()));
}

int CompareMagnitude(const Magnitude& a, const Magnitude& b) {
  if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
  for (size_t i = a.size(); i-- > 0;) {
    if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
  }
  return 0;
}

Magnitude AddMagnitude(const Magnitude& a, const Magnitude& b) {
  const Magnitude& longer = a.size() >= b.size() ? a : b;
  const Magnitude& shorter = a.size() >= b.size() ? b : a;
  Magnitude result(longer.size() + 1);
  uint64_t carry = 0;
  for (size_t i = 0; i < longer.size(); ++i) {
    carry += static_cast<uint64_t>(longer[i]) + (i < shorter.size() ? shorter[i] : 0);
    result[i] = static_cast<uint32_t>(carry);
    carry >>= 32;
  }
  result.back() = static_cast<uint32_t>(carry);
  Trim(result);
  return result;
}

Magnitude SubtractMagnitude(const Magnitude& a, const Magnitude& b) {
  Magnitude result(a.size());
  int64_t borrow = 0;
  for (size_t i = 0; i < a.size(); ++i) {
    int64_t difference = static_cast<int64_t>(a[i]) - (i < b.size() ? static_cast<int64_t>(b[i]) : 0) + borrow;
    result[i] = static_cast<uint32_t>(difference);
    borrow = difference < 0 ? -1 : 0;
  }
  Trim(result);
  return result;
}

Magnitude MultiplyMagnitude(const Magnitude& a, const Magnitude& b) {
  if (a.empty() || b.empty()) return {};
  Magnitude result(a.size() + b.size());
  for (size_t i = 0; i < a.size(); ++i) {
    uint64_t carry = 0;
    for (size_t j = 0; j < b.size(); ++j) {
      carry += static_cast<uint64_t>(a[i]) * b[j] + result[i + j];
      result[i + j] = static_cast<uint32_t>(carry);
      carry >>= 32;
    }
    result[i + b.size()] = static_cast<uint32_t>(carry);
  }
  Trim(result);
  return result;
}

Magnitude ShiftMagnitudeLeft(const Magnitude& value, uint64_t bits) {
  if (value.empty()) return {};
  size_t words = bits / 32;
  unsigned rest = bits % 32;
  Magnitude result(value.size() + words + 1);
  for (size_t i = 0; i < value.size(); ++i) {
    uint64_t shifted = static_cast<uint64_t>(value[i]) << rest;
    result[i + words] |= static_cast<uint32_t>(shifted);
    result[i + words + 1] = static_cast<uint32_t>(shifted >> 32);
  }
  Trim(result);
  return result;
}

Magnitude ShiftMagnitudeRight(const Magnitude& value, uint64_t bits) {
  size_t words = bits / 32;
  if (words >= value.size()) return {};
  unsigned rest = bits % 32;
  Magnitude result(value.size() - words);
  for (size_t i = words; i < value.size(); ++i) {
    uint64_t pair = value[i];
    if (i + 1 < value.size()) pair |= static_cast<uint64_t>(value[i + 1]) << 32;
    result[i - words] = static_cast<uint32_t>(pair >> rest);
  }
  Trim(result);
  return result;
}

void MultiplyAddSmall(Magnitude& value, uint32_t factor, uint32_t addend) {
  uint64_t carry = addend;
  for (uint32_t& word : value) {
    carry += static_cast<uint64_t>(word) * factor;
    word = static_cast<uint32_t>(carry);
    carry >>= 32;
  }
  if (carry != 0) value.push_back(static_cast<uint32_t>(carry));
}

uint32_t DivideSmall(Magnitude& value, uint32_t divisor) {
  uint64_t remainder = 0;
  for (size_t i = value.size(); i-- > 0;) {
    remainder = remainder << 32 | value[i];
    value[i] = static_cast<uint32_t>(remainder / divisor);
    remainder %= divisor;
  }
  Trim(value);
  return static_cast<uint32_t>(remainder);
}

namespace {
/// Subtracts `digit * divisor` from the words of `rest` that start at `offset`; true if that went below zero.
bool SubtractProduct(Magnitude& rest, const Magnitude& divisor, uint64_t digit, size_t offset) {
  uint64_t carry = 0;
  int64_t borrow = 0;
  for (size_t i = 0; i <= divisor.size(); ++i) {
    carry += i < divisor.size() ? digit * divisor[i] : 0;
    int64_t difference = static_cast<int64_t>(rest[offset + i]) - static_cast<uint32_t>(carry) + borrow;
    rest[offset + i] = static_cast<uint32_t>(difference);
    borrow = difference < 0 ? -1 : 0;
    carry >>= 32;
  }
  return borrow < 0;
}

void AddBack(Magnitude& rest, const Magnitude& divisor, size_t offset) {
  uint64_t carry = 0;
  for (size_t i = 0; i <= divisor.size(); ++i) {
    carry += static_cast<uint64_t>(rest[offset + i]) + (i < divisor.size() ? divisor[i] : 0);
    rest[offset + i] = static_cast<uint32_t>(carry);
    carry >>= 32;
  }
}
}  // namespace

// Knuth, The Art of Computer Programming, volume 2, 4.3.1, algorithm D.
MagnitudeDivision DivideMagnitude(const Magnitude& dividend, const Magnitude& divisor) {
  MagnitudeDivision result;
  if (CompareMagnitude(dividend, divisor) < 0) {
    result.remainder = dividend;
    return result;
  }
  if (divisor.size() == 1) {
    result.quotient = dividend;
    uint32_t remainder = DivideSmall(result.quotient, divisor[0]);
    if (remainder != 0) result.remainder.push_back(remainder);
    return result;
  }
  unsigned shift = static_cast<unsigned>(std::countl_zero(divisor.back()));
  Magnitude scaled = ShiftMagnitudeLeft(divisor, shift);
  Magnitude rest = ShiftMagnitudeLeft(dividend, shift);
  rest.resize(dividend.size() + 1);
  size_t size = scaled.size();
  result.quotient.resize(rest.size() - size);
  for (size_t j = result.quotient.size(); j-- > 0;) {
    uint64_t top = static_cast<uint64_t>(rest[j + size]) << 32 | rest[j + size - 1];
    uint64_t digit = std::min<uint64_t>(top / scaled[size - 1], UINT32_MAX);
    uint64_t left = top - digit * scaled[size - 1];
    while (left <= UINT32_MAX && digit * scaled[size - 2] > (left << 32 | rest[j + size - 2])) {
      --digit;
      left += scaled[size - 1];
    }
    if (SubtractProduct(rest, scaled, digit, j)) {
      --digit;
      AddBack(rest, scaled, j);
    }
    result.quotient[j] = static_cast<uint32_t>(digit);
  }
  Trim(result.quotient);
  Trim(rest);
  result.remainder = ShiftMagnitudeRight(rest, shift);
  return result;
}

}  // namespace tfscope
