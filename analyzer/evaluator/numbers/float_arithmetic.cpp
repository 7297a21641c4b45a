// Operators of floats and complex numbers, with CPython's rules for signs, zeros and overflow.
#include <cmath>
#include <complex>

#include "analyzer/evaluator/numbers/numbers.h"

namespace tfscope {

namespace {

Result ZeroDivision(Machine& machine, const char* message) {
  return machine.Raise(machine.types().zero_division_error, message);
}

Result OutOfRange(Machine& machine) {
  Value message = machine.heap().Text("Numerical result out of range");
  return machine.RaiseObject(machine.NewException(machine.types().overflow_error, {Value::Int(34), message}));
}

double FloatModulo(double a, double b) {
  double result = std::fmod(a, b);
  if (result == 0) return std::copysign(0.0, b);
  return (b < 0) != (result < 0) ? result + b : result;
}

double FloatFloorDivide(double a, double b) {
  double remainder = std::fmod(a, b);
  double quotient = (a - remainder) / b;
  if (remainder != 0 && (b < 0) != (remainder < 0)) quotient -= 1;
  if (quotient == 0) return std::copysign(0.0, a / b);
  double floored = std::floor(quotient);
  return quotient - floored > 0.5 ? floored + 1 : floored;
}

Result FloatPower(Machine& machine, double a, double b) {
  if (a == 0 && b < 0 && !std::isnan(b)) {
    return ZeroDivision(machine, "0.0 cannot be raised to a negative power");
  }
  if (a < 0 && std::isfinite(a) && std::isfinite(b) && b != std::floor(b)) {
    return ComplexBinary(machine, BinaryOperator::kPower, {a, 0}, {b, 0});
  }
  double result = std::pow(a, b);
  if (std::isinf(result) && std::isfinite(a) && std::isfinite(b)) return OutOfRange(machine);
  return Value::Float(result);
}

std::complex<double> PowerByInteger(std::complex<double> base, int64_t exponent) {
  std::complex<double> result = 1;
  for (uint64_t rest = static_cast<uint64_t>(std::abs(exponent)); rest != 0; rest >>= 1) {
    if ((rest & 1) != 0) result *= base;
    base *= base;
  }
  return exponent < 0 ? 1.0 / result : result;
}

Result ComplexPower(Machine& machine, ComplexParts left, ComplexParts right) {
  Heap& heap = machine.heap();
  if (right.real == 0 && right.imaginary == 0) return NewComplex(heap, 1, 0);
  if (left.real == 0 && left.imaginary == 0) {
    if (right.imaginary != 0 || right.real < 0) {
      return ZeroDivision(machine, "0.0 to a negative or complex power");
    }
    return NewComplex(heap, 0, 0);
  }
  if (right.imaginary == 0 && right.real == std::floor(right.real) && std::abs(right.real) <= 100) {
    auto result = PowerByInteger({left.real, left.imaginary}, static_cast<int64_t>(right.real));
    return NewComplex(heap, result.real(), result.imag());
  }
  double size = std::hypot(left.real, left.imaginary);
  double length = std::pow(size, right.real);
  double angle = std::atan2(left.imaginary, left.real);
  double phase = angle * right.real;
  if (right.imaginary != 0) {
    length /= std::exp(angle * right.imaginary);
    phase += right.imaginary * std::log(size);
  }
  if (std::isinf(length)) return machine.Raise(machine.types().overflow_error, "complex exponentiation");
  return NewComplex(heap, length * std::cos(phase), length * std::sin(phase));
}

// Smith's method, as CPython divides: scale by the larger part of the divisor.
Result ComplexDivide(Machine& machine, ComplexParts a, ComplexParts b) {
  if (b.real == 0 && b.imaginary == 0) return ZeroDivision(machine, "complex division by zero");
  if (std::abs(b.real) >= std::abs(b.imaginary)) {
    double ratio = b.imaginary / b.real;
    double scale = b.real + b.imaginary * ratio;
    return NewComplex(machine.heap(), (a.real + a.imaginary * ratio) / scale, (a.imaginary - a.real * ratio) / scale);
  }
  double ratio = b.real / b.imaginary;
  double scale = b.real * ratio + b.imaginary;
  return NewComplex(machine.heap(), (a.real * ratio + a.imaginary) / scale, (a.imaginary * ratio - a.real) / scale);
}

}  // namespace

Result FloatBinary(Machine& machine, BinaryOperator op, double left, double right) {
  switch (op) {
    case BinaryOperator::kAdd:
      return Value::Float(left + right);
    case BinaryOperator::kSubtract:
      return Value::Float(left - right);
    case BinaryOperator::kMultiply:
      return Value::Float(left * right);
    case BinaryOperator::kDivide:
      if (right == 0) return ZeroDivision(machine, "float division by zero");
      return Value::Float(left / right);
    case BinaryOperator::kFloorDivide:
      if (right == 0) return ZeroDivision(machine, "float divmod()");
      return Value::Float(FloatFloorDivide(left, right));
    case BinaryOperator::kModulo:
      if (right == 0) return ZeroDivision(machine, "float modulo");
      return Value::Float(FloatModulo(left, right));
    case BinaryOperator::kPower:
      return FloatPower(machine, left, right);
    default:
      return Value::NotImplemented();
  }
}

Result ComplexBinary(Machine& machine, BinaryOperator op, ComplexParts left, ComplexParts right) {
  Heap& heap = machine.heap();
  switch (op) {
    case BinaryOperator::kAdd:
      return NewComplex(heap, left.real + right.real, left.imaginary + right.imaginary);
    case BinaryOperator::kSubtract:
      return NewComplex(heap, left.real - right.real, left.imaginary - right.imaginary);
    case BinaryOperator::kMultiply:
      return NewComplex(heap, left.real * right.real - left.imaginary * right.imaginary,
                        left.real * right.imaginary + left.imaginary * right.real);
    case BinaryOperator::kDivide:
      return ComplexDivide(machine, left, right);
    case BinaryOperator::kPower:
      return ComplexPower(machine, left, right);
    case BinaryOperator::kFloorDivide:
      return machine.TypeError("can't take floor of complex number.");
    case BinaryOperator::kModulo:
      return machine.TypeError("can't mod complex numbers.");
    default:
      return Value::NotImplemented();
  }
}

}  // namespace tfscope
