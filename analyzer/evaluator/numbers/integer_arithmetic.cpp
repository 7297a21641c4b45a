// Operators of ints: 64-bit where the result fits, else of any size up to kLargestIntegerBits.
#include "analyzer/evaluator/numbers/numbers.h"

namespace tfscope {

namespace {

Result DivisionByZero(Machine& machine, BinaryOperator op) {
  return machine.Raise(machine.types().zero_division_error,
                       op == BinaryOperator::kDivide ? "division by zero" : "integer division or modulo by zero");
}

Result TooLarge(Machine& machine) { return machine.Fresh(TypeHint::kInt); }

Result PowerOfIntegers(Machine& machine, Value left, Value right) {
  Integer base = IntegerOf(left);
  Integer exponent = IntegerOf(right);
  if (exponent.negative) {
    std::optional<double> a = ToDouble(base);
    std::optional<double> b = ToDouble(exponent);
    if (!a.has_value() || !b.has_value()) {
      return machine.Raise(machine.types().overflow_error, "int too large to convert to float");
    }
    return FloatBinary(machine, BinaryOperator::kPower, *a, *b);
  }
  uint64_t bits = BitLength(base);
  if (bits <= 1) {
    if (base.is_zero() && !exponent.is_zero()) return Value::Int(0);
    bool odd = !exponent.is_zero() && (exponent.magnitude[0] & 1) != 0;
    return Value::Int(base.negative && odd ? -1 : 1);
  }
  std::optional<int64_t> count = ToInt64(exponent);
  if (!count.has_value() || static_cast<uint64_t>(*count) > kLargestIntegerBits / bits) return TooLarge(machine);
  uint64_t words = bits * static_cast<uint64_t>(*count) / 32;
  if (!machine.Charge(words * words / 16)) return TooLarge(machine);
  return NewInteger(machine.heap(), Power(std::move(base), static_cast<uint64_t>(*count)));
}

Result Shift(Machine& machine, BinaryOperator op, Value left, Value right) {
  Integer amount = IntegerOf(right);
  if (amount.negative) return machine.ValueError("negative shift count");
  Integer value = IntegerOf(left);
  std::optional<int64_t> bits = ToInt64(amount);
  if (op == BinaryOperator::kRightShift) {
    if (!bits.has_value()) return Value::Int(value.negative ? -1 : 0);
    return NewInteger(machine.heap(), ShiftRight(value, static_cast<uint64_t>(*bits)));
  }
  if (value.is_zero()) return Value::Int(0);
  if (!bits.has_value() || static_cast<uint64_t>(*bits) > kLargestIntegerBits) return TooLarge(machine);
  return NewInteger(machine.heap(), ShiftLeft(value, static_cast<uint64_t>(*bits)));
}

Result LargeBinary(Machine& machine, BinaryOperator op, Value left, Value right) {
  Integer a = IntegerOf(left);
  Integer b = IntegerOf(right);
  if (BitLength(a) + BitLength(b) > 2 * kLargestIntegerBits) return TooLarge(machine);
  if (!machine.Charge(1 + a.magnitude.size() * b.magnitude.size() / 16)) return TooLarge(machine);
  Heap& heap = machine.heap();
  switch (op) {
    case BinaryOperator::kAdd:
      return NewInteger(heap, Add(a, b));
    case BinaryOperator::kSubtract:
      return NewInteger(heap, Subtract(a, b));
    case BinaryOperator::kMultiply:
      if (BitLength(a) + BitLength(b) > kLargestIntegerBits) return TooLarge(machine);
      return NewInteger(heap, Multiply(a, b));
    case BinaryOperator::kBitAnd:
      return NewInteger(heap, BitAnd(a, b));
    case BinaryOperator::kBitOr:
      return NewInteger(heap, BitOr(a, b));
    case BinaryOperator::kBitXor:
      return NewInteger(heap, BitXor(a, b));
    case BinaryOperator::kFloorDivide:
    case BinaryOperator::kModulo: {
      if (b.is_zero()) return DivisionByZero(machine, op);
      Division parts = DivideFloor(a, b);
      return NewInteger(heap, std::move(op == BinaryOperator::kModulo ? parts.remainder : parts.quotient));
    }
    case BinaryOperator::kDivide: {
      if (b.is_zero()) return DivisionByZero(machine, op);
      if (std::optional<double> quotient = TrueDivide(a, b)) return Value::Float(*quotient);
      return machine.Raise(machine.types().overflow_error, "integer division result too large for a float");
    }
    case BinaryOperator::kPower:
      return PowerOfIntegers(machine, left, right);
    case BinaryOperator::kLeftShift:
    case BinaryOperator::kRightShift:
      return Shift(machine, op, left, right);
    case BinaryOperator::kMatrixMultiply:
      return Value::NotImplemented();
  }
  return Value::NotImplemented();
}

/// The result if 64 bits suffice; undefined otherwise.
Value SmallBinary(BinaryOperator op, int64_t a, int64_t b) {
  int64_t result = 0;
  switch (op) {
    case BinaryOperator::kAdd:
      return __builtin_add_overflow(a, b, &result) ? Value() : Value::Int(result);
    case BinaryOperator::kSubtract:
      return __builtin_sub_overflow(a, b, &result) ? Value() : Value::Int(result);
    case BinaryOperator::kMultiply:
      return __builtin_mul_overflow(a, b, &result) ? Value() : Value::Int(result);
    case BinaryOperator::kBitAnd:
      return Value::Int(a & b);
    case BinaryOperator::kBitOr:
      return Value::Int(a | b);
    case BinaryOperator::kBitXor:
      return Value::Int(a ^ b);
    case BinaryOperator::kFloorDivide:
    case BinaryOperator::kModulo: {
      if (b == 0 || b == -1) return Value();
      int64_t quotient = a / b;
      int64_t remainder = a % b;
      if (remainder != 0 && (remainder < 0) != (b < 0)) {
        remainder += b;
        --quotient;
      }
      return Value::Int(op == BinaryOperator::kModulo ? remainder : quotient);
    }
    default:
      return Value();
  }
}

}  // namespace

Result IntegerBinary(Machine& machine, BinaryOperator op, Value left, Value right) {
  if (IsSmallInteger(left) && IsSmallInteger(right)) {
    Value result = SmallBinary(op, left.as_int(), right.as_int());
    bool is_bitwise = op == BinaryOperator::kBitAnd || op == BinaryOperator::kBitOr || op == BinaryOperator::kBitXor;
    if (is_bitwise && left.is_bool() && right.is_bool()) return Value::Bool(result.as_int() != 0);
    if (result.defined()) return result;
  }
  return LargeBinary(machine, op, left, right);
}

}  // namespace tfscope
