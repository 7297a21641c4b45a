#include "analyzer/evaluator/numbers/numbers.h"

#include <charconv>
#include <cmath>
#include <cstdlib>

namespace tfscope {

Value NewInteger(Heap& heap, Integer value) {
  if (std::optional<int64_t> small = ToInt64(value)) return Value::Int(*small);
  heap.Charge(value.magnitude.size() * sizeof(uint32_t));
  auto* result = heap.New<BigInt>();
  result->negative = value.negative;
  result->magnitude = std::move(value.magnitude);
  return Value::Of(result);
}

Value NewComplex(Heap& heap, double real, double imaginary) {
  auto* result = heap.New<Complex>();
  result->real = real;
  result->imaginary = imaginary;
  return Value::Of(result);
}

Integer IntegerOf(Value value) {
  if (const BigInt* big = As<BigInt>(value)) return {big->negative, big->magnitude};
  return IntegerFrom(value.as_int());
}

std::optional<double> DoubleOf(Value value) {
  if (value.is_float()) return value.as_float();
  if (IsSmallInteger(value)) return static_cast<double>(value.as_int());
  return ToDouble(IntegerOf(value));
}

namespace {
std::partial_ordering Ordering(int order) {
  if (order == 0) return std::partial_ordering::equivalent;
  return order < 0 ? std::partial_ordering::less : std::partial_ordering::greater;
}

std::partial_ordering CompareIntegerToFloat(Value integer, double number) {
  if (std::isnan(number)) return std::partial_ordering::unordered;
  if (std::isinf(number)) return Ordering(number < 0 ? 1 : -1);
  if (int order = Compare(IntegerOf(integer), IntegerFromDouble(number)); order != 0) return Ordering(order);
  double fraction = number - std::trunc(number);
  return 0.0 <=> fraction;
}

ComplexParts PartsOf(Value value) {
  if (const Complex* number = As<Complex>(value)) return {number->real, number->imaginary};
  return {DoubleOf(value).value_or(HUGE_VAL), 0};
}

constexpr uint64_t kHashModulus = (uint64_t{1} << 61) - 1;

int64_t HashInteger(const Integer& value) {
  uint64_t hash = 0;
  for (size_t i = value.magnitude.size(); i-- > 0;) {
    unsigned __int128 wide = static_cast<unsigned __int128>(hash) << 32 | value.magnitude[i];
    hash = static_cast<uint64_t>(wide % kHashModulus);
  }
  int64_t result = static_cast<int64_t>(hash);
  if (value.negative) result = -result;
  return result == -1 ? -2 : result;
}

// As CPython's _Py_HashDouble defines it: the value modulo 2**61 - 1.
int64_t HashFloat(double value) {
  if (std::isinf(value)) return value > 0 ? 314159 : -314159;
  if (std::isnan(value)) return 0;
  int exponent = 0;
  double fraction = std::frexp(std::abs(value), &exponent);
  uint64_t hash = 0;
  while (fraction != 0) {
    hash = ((hash << 28) & kHashModulus) | hash >> 33;
    fraction *= 268435456.0;  // 2**28
    exponent -= 28;
    auto digit = static_cast<uint64_t>(fraction);
    fraction -= static_cast<double>(digit);
    hash += digit;
    if (hash >= kHashModulus) hash -= kHashModulus;
  }
  int shift = exponent >= 0 ? exponent % 61 : 60 - ((-1 - exponent) % 61);
  hash = ((hash << shift) & kHashModulus) | hash >> (61 - shift);
  int64_t result = static_cast<int64_t>(hash);
  if (value < 0) result = -result;
  return result == -1 ? -2 : result;
}
}  // namespace

std::partial_ordering CompareNumbers(Value left, Value right) {
  if (IsSmallInteger(left) && IsSmallInteger(right)) return left.as_int() <=> right.as_int();
  if (left.is_float() && right.is_float()) return left.as_float() <=> right.as_float();
  if (left.is_float()) return 0 <=> CompareIntegerToFloat(right, left.as_float());
  if (right.is_float()) return CompareIntegerToFloat(left, right.as_float());
  return Ordering(Compare(IntegerOf(left), IntegerOf(right)));
}

bool NumbersEqual(Value left, Value right) {
  if (IsReal(left) && IsReal(right)) return CompareNumbers(left, right) == 0;
  ComplexParts a = PartsOf(left);
  ComplexParts b = PartsOf(right);
  return a.real == b.real && a.imaginary == b.imaginary;
}

int64_t HashNumber(Value value) {
  if (const Complex* number = As<Complex>(value)) {
    uint64_t imaginary = static_cast<uint64_t>(HashFloat(number->imaginary));
    auto hash = static_cast<int64_t>(static_cast<uint64_t>(HashFloat(number->real)) + 1000003u * imaginary);
    return hash == -1 ? -2 : hash;
  }
  return value.is_float() ? HashFloat(value.as_float()) : HashInteger(IntegerOf(value));
}

bool NumberTruth(Value value) {
  if (const Complex* number = As<Complex>(value)) return number->real != 0 || number->imaginary != 0;
  if (value.is_float()) return value.as_float() != 0;
  return !IsSmallInteger(value) || value.as_int() != 0;
}

Result NumberBinary(Machine& machine, BinaryOperator op, Value left, Value right) {
  if (IsInteger(left) && IsInteger(right)) return IntegerBinary(machine, op, left, right);
  if (!IsReal(left) || !IsReal(right)) return ComplexBinary(machine, op, PartsOf(left), PartsOf(right));
  std::optional<double> a = DoubleOf(left);
  std::optional<double> b = DoubleOf(right);
  if (!a.has_value() || !b.has_value()) {
    return machine.Raise(machine.types().overflow_error, "int too large to convert to float");
  }
  return FloatBinary(machine, op, *a, *b);
}

Result NumberUnary(Machine& machine, UnaryOperator op, Value operand) {
  if (const Complex* number = As<Complex>(operand)) {
    if (op == UnaryOperator::kInvert) return Value::NotImplemented();
    if (op == UnaryOperator::kPositive) return operand;
    return NewComplex(machine.heap(), -number->real, -number->imaginary);
  }
  if (operand.is_float()) {
    if (op == UnaryOperator::kInvert) return Value::NotImplemented();
    return op == UnaryOperator::kNegative ? Value::Float(-operand.as_float()) : operand;
  }
  switch (op) {
    case UnaryOperator::kNegative:
      return NewInteger(machine.heap(), Negate(IntegerOf(operand)));
    case UnaryOperator::kInvert:
      return NewInteger(machine.heap(), Invert(IntegerOf(operand)));
    default:
      return operand.is_bool() ? Value::Int(operand.as_int()) : operand;
  }
}

Result TruncateFloat(Machine& machine, double value) {
  if (std::isinf(value)) {
    return machine.Raise(machine.types().overflow_error, "cannot convert float infinity to integer");
  }
  if (std::isnan(value)) return machine.ValueError("cannot convert float NaN to integer");
  return NewInteger(machine.heap(), IntegerFromDouble(value));
}

Result RoundFloat(Machine& machine, double value, int64_t digits) {
  if (!std::isfinite(value) || digits > 323) return Value::Float(value);
  if (digits < -308) return Value::Float(std::copysign(0.0, value));
  double result = 0;
  if (digits < 0) {
    // Round the exact integral part: with a divisor of 10 the remainder decides, halves to even.
    Integer unit = Power(IntegerFrom(10), static_cast<uint64_t>(-digits));
    Division parts = DivideFloor(IntegerFromDouble(std::abs(value)), unit);
    bool fraction = std::trunc(value) != value;
    int order = Compare(ShiftLeft(parts.remainder, 1), unit);
    bool odd = !BitAnd(parts.quotient, IntegerFrom(1)).is_zero();
    if (order > 0 || (order == 0 && (fraction || odd))) parts.quotient = Add(parts.quotient, IntegerFrom(1));
    std::optional<double> rounded = ToDouble(Multiply(parts.quotient, unit));
    if (!rounded.has_value())
      return machine.Raise(machine.types().overflow_error, "rounded value too large to represent");
    result = std::copysign(*rounded, value);
  } else {
    char buffer[800];
    auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, static_cast<int>(digits));
    std::from_chars(buffer, end.ptr, result);
  }
  return Value::Float(result);
}

Result RoundInteger(Machine& machine, Value value, Value digits) {
  if (!digits.is_int() || digits.as_int() >= 0) return value.is_bool() ? Value::Int(value.as_int()) : value;
  Integer number = IntegerOf(value);
  if (digits.as_int() < -100000) return Value::Int(0);
  Integer unit = Power(IntegerFrom(10), static_cast<uint64_t>(-digits.as_int()));
  Division parts = DivideFloor(number, unit);
  int order = Compare(ShiftLeft(parts.remainder, 1), unit);
  bool odd = !BitAnd(parts.quotient, IntegerFrom(1)).is_zero();
  if (order > 0 || (order == 0 && odd)) parts.quotient = Add(parts.quotient, IntegerFrom(1));
  return NewInteger(machine.heap(), Multiply(parts.quotient, unit));
}

}  // namespace tfscope
