// Arithmetic on magnitudes: the unsigned part of ints of any size, base 2**32, least significant word first, no leading
// zeros.
#pragma once

#include "analyzer/evaluator/numbers/integer.h"

namespace tfscope {

/// Drops leading zeros.
void Trim(Magnitude& value);
/// The lowest 64 bits.
uint64_t LowWord(const Magnitude& value);
uint64_t MagnitudeBits(const Magnitude& value);
int CompareMagnitude(const Magnitude& a, const Magnitude& b);
Magnitude AddMagnitude(const Magnitude& a, const Magnitude& b);
/// `a - b`, where `a` is not less than `b`.
Magnitude SubtractMagnitude(const Magnitude& a, const Magnitude& b);
Magnitude MultiplyMagnitude(const Magnitude& a, const Magnitude& b);
Magnitude ShiftMagnitudeLeft(const Magnitude& value, uint64_t bits);
Magnitude ShiftMagnitudeRight(const Magnitude& value, uint64_t bits);
/// `value * factor + addend`, in place.
void MultiplyAddSmall(Magnitude& value, uint32_t factor, uint32_t addend);
/// Divides in place and returns the remainder.
uint32_t DivideSmall(Magnitude& value, uint32_t divisor);

struct MagnitudeDivision {
  Magnitude quotient;
  Magnitude remainder;
};
/// `divisor` is not zero.
MagnitudeDivision DivideMagnitude(const Magnitude& dividend, const Magnitude& divisor);

}  // namespace tfscope
