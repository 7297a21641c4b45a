// Bit operations of ints: negative values behave as if in two's complement with infinitely many sign bits.
#include <algorithm>

#include "analyzer/evaluator/numbers/integer.h"
#include "analyzer/evaluator/numbers/magnitude.h"

namespace tfscope {

namespace {
/// Two's complement in `words` words.
Magnitude ToComplement(const Integer& value, size_t words) {
  Magnitude result = value.magnitude;
  result.resize(words);
  if (!value.negative) return result;
  uint64_t carry = 1;
  for (uint32_t& word : result) {
    carry += static_cast<uint32_t>(~word);
    word = static_cast<uint32_t>(carry);
    carry >>= 32;
  }
  return result;
}

Integer FromComplement(Magnitude words) {
  Integer result;
  result.negative = (words.back() >> 31) != 0;
  if (result.negative) {
    uint64_t carry = 1;
    for (uint32_t& word : words) {
      carry += static_cast<uint32_t>(~word);
      word = static_cast<uint32_t>(carry);
      carry >>= 32;
    }
  }
  Trim(words);
  result.magnitude = std::move(words);
  return result;
}

template <typename Combine>
Integer CombineBits(const Integer& a, const Integer& b, Combine combine) {
  size_t words = std::max(a.magnitude.size(), b.magnitude.size()) + 1;  // one more for the sign
  Magnitude left = ToComplement(a, words);
  Magnitude right = ToComplement(b, words);
  for (size_t i = 0; i < words; ++i) left[i] = combine(left[i], right[i]);
  return FromComplement(std::move(left));
}
}  // namespace

Integer BitAnd(const Integer& a, const Integer& b) {
  return CombineBits(a, b, [](uint32_t x, uint32_t y) { return x & y; });
}

Integer BitOr(const Integer& a, const Integer& b) {
  return CombineBits(a, b, [](uint32_t x, uint32_t y) { return x | y; });
}

Integer BitXor(const Integer& a, const Integer& b) {
  return CombineBits(a, b, [](uint32_t x, uint32_t y) { return x ^ y; });
}

}  // namespace tfscope
