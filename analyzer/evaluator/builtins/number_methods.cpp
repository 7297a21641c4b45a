// Methods of int, float and complex.
#include <cctype>
#include <cmath>
#include <cstdlib>

#include "analyzer/evaluator/builtins/builtins.h"
#include "analyzer/evaluator/builtins/natives.h"
#include "analyzer/evaluator/numbers/numbers.h"
#include "analyzer/evaluator/text/float_text.h"

namespace tfscope {

namespace {

using NumberMethod = Result (*)(Machine&, Value, NativeArguments);

/// Makes a native of a function that takes `self` as a number that `fits`.
template <bool (*fits)(Value), NumberMethod method>
Result OfNumber(Machine& machine, NativeArguments arguments) {
  Value self = Machine::Unwrap(arguments[0]);
  if (self.is_unknown()) return machine.Fresh();
  if (fits(self)) return method(machine, self, arguments.subspan(1));
  return machine.TypeError("descriptor requires a number but received a '{}'", TypeName(machine, arguments[0]));
}

bool IsFloat(Value value) { return value.is_float(); }
bool IsComplex(Value value) { return As<Complex>(value) != nullptr; }

Result LengthInBits(Machine&, Value self, NativeArguments) {
  return Value::Int(static_cast<int64_t>(BitLength(IntegerOf(self))));
}

Result Itself(Machine& machine, Value self, NativeArguments) {
  return IsInteger(self) ? NumberUnary(machine, UnaryOperator::kPositive, self) : Result(self);
}

Result ToBytes(Machine& machine, Value self, NativeArguments arguments) {
  IntegerArgument length = ReadInteger(machine, arguments, 0, 1);
  const Str* order = As<Str>(Machine::Unwrap(arguments[1]));
  Truth is_signed = machine.TruthOf(ArgumentOr(arguments, 2, Value::Bool(false)));
  if (!length.ok || is_signed == Truth::kRaised) return Result::Raised();
  if (order == nullptr || (order->text != "big" && order->text != "little")) {
    return machine.ValueError("byteorder must be either 'little' or 'big'");
  }
  if (length.value < 0) return machine.ValueError("length argument must be non-negative");
  if (length.value > kLargestString) return machine.Fresh(TypeHint::kBytes);
  Integer value = IntegerOf(self);
  Class* overflow = machine.types().overflow_error;
  if (value.negative && is_signed != Truth::kTrue)
    return machine.Raise(overflow, "can't convert negative int to unsigned");
  // The bits that are needed: for signed values one more for the sign.
  uint64_t bits = BitLength(value.negative ? Invert(value) : value) + (is_signed == Truth::kTrue ? 1 : 0);
  if (bits > static_cast<uint64_t>(length.value) * 8) return machine.Raise(overflow, "int too big to convert");
  if (value.negative) value = Add(value, ShiftLeft(IntegerFrom(1), static_cast<uint64_t>(length.value) * 8));
  std::string data(static_cast<size_t>(length.value), '\0');
  for (size_t i = 0; i < data.size() && i / 4 < value.magnitude.size(); ++i) {
    auto byte = static_cast<char>(value.magnitude[i / 4] >> (i % 4 * 8));
    data[order->text == "little" ? i : data.size() - 1 - i] = byte;
  }
  return Value::Of(machine.heap().NewBytes(data));
}

Result FromBytes(Machine& machine, NativeArguments arguments) {
  const Bytes* bytes = As<Bytes>(Machine::Unwrap(arguments[1]));
  const Str* order = As<Str>(Machine::Unwrap(arguments[2]));
  if (bytes == nullptr)
    return machine.TypeError("cannot convert '{}' object to bytes", TypeName(machine, arguments[1]));
  if (order == nullptr || (order->text != "big" && order->text != "little")) {
    return machine.ValueError("byteorder must be either 'little' or 'big'");
  }
  if (bytes->data.size() * 8 > kLargestIntegerBits) return machine.Fresh(TypeHint::kInt);
  bool is_little = order->text == "little";
  size_t size = bytes->data.size();
  Integer value;
  value.magnitude.resize(size / 4 + 1);
  for (size_t i = 0; i < size; ++i) {
    auto byte = static_cast<unsigned char>(bytes->data[is_little ? i : size - 1 - i]);
    value.magnitude[i / 4] |= static_cast<uint32_t>(byte) << (i % 4 * 8);
  }
  while (!value.magnitude.empty() && value.magnitude.back() == 0) value.magnitude.pop_back();
  bool is_signed = machine.TruthOf(ArgumentOr(arguments, 3, Value::Bool(false))) == Truth::kTrue;
  if (is_signed && size > 0 && BitLength(value) == size * 8) {
    value = Subtract(value, ShiftLeft(IntegerFrom(1), size * 8));
  }
  return NewInteger(machine.heap(), std::move(value));
}

Result IsIntegral(Machine&, Value self, NativeArguments) {
  return Value::Bool(std::isfinite(self.as_float()) && self.as_float() == std::trunc(self.as_float()));
}

Result HexOfFloat(Machine& machine, Value self, NativeArguments) {
  double value = self.as_float();
  if (!std::isfinite(value)) return machine.heap().Text(FloatRepr(value));
  int exponent = 0;
  double fraction = std::frexp(std::abs(value), &exponent) * 2;
  exponent = fraction == 0 ? 0 : exponent - 1;
  if (exponent < -1022) {
    fraction = std::ldexp(fraction, exponent + 1022);
    exponent = -1022;
  }
  auto lead = static_cast<int>(fraction);
  auto digits = static_cast<uint64_t>(std::ldexp(fraction - lead, 52));
  std::string sign = std::signbit(value) ? "-" : "";
  if (fraction == 0) return machine.heap().Text(sign + "0x0.0p+0");
  return machine.heap().Text(fmt::format("{}0x{}.{:013x}p{:+}", sign, lead, digits, exponent));
}

Result AsRatio(Machine& machine, Value self, NativeArguments) {
  double value = self.as_float();
  if (std::isnan(value)) return machine.ValueError("cannot convert NaN to integer ratio");
  if (std::isinf(value)) {
    return machine.Raise(machine.types().overflow_error, "cannot convert Infinity to integer ratio");
  }
  int exponent = 0;
  double fraction = std::frexp(value, &exponent);
  for (int i = 0; i < 300 && fraction != std::floor(fraction); ++i) {
    fraction *= 2;
    --exponent;
  }
  Integer numerator = IntegerFromDouble(fraction);
  Integer denominator = IntegerFrom(1);
  if (exponent > 0) numerator = ShiftLeft(numerator, static_cast<uint64_t>(exponent));
  if (exponent < 0) denominator = ShiftLeft(denominator, static_cast<uint64_t>(-exponent));
  return machine.heap().NewTuple({NewInteger(machine.heap(), numerator), NewInteger(machine.heap(), denominator)});
}

Result Conjugate(Machine& machine, Value self, NativeArguments) {
  const Complex* number = As<Complex>(self);
  return NewComplex(machine.heap(), number->real, -number->imaginary);
}

constexpr NativeSpec kIntMethods[] = {
    {"bit_length", "self", OfNumber<IsInteger, LengthInBits>, 0, TypeHint::kInt},
    {"conjugate", "self", OfNumber<IsInteger, Itself>, 0, TypeHint::kInt},
    {"to_bytes", "self, length, byteorder, *, signed=", OfNumber<IsInteger, ToBytes>, 0, TypeHint::kBytes},
};

constexpr NativeSpec kIntClassMethods[] = {
    {"from_bytes", "cls, bytes, byteorder, *, signed=", FromBytes, 0, TypeHint::kInt},
};

/// `float.fromhex`: strtod reads what CPython reads, but for white space and the words.
Result FromHex(Machine& machine, NativeArguments arguments) {
  const Str* text = As<Str>(Machine::Unwrap(arguments[1]));
  if (text == nullptr) return machine.TypeError("bad argument type for built-in operation");
  std::string digits(text->text.substr(std::min(text->text.find_first_not_of(" \t\n"), text->text.size())));
  digits.resize(digits.find_last_not_of(" \t\n") + 1);
  size_t sign = digits.starts_with('-') || digits.starts_with('+') ? 1 : 0;
  bool prefixed = digits.size() > sign + 1 && digits[sign] == '0' && (digits[sign + 1] | 32) == 'x';
  bool word = digits.size() > sign && std::isalpha(static_cast<unsigned char>(digits[sign])) != 0 &&
              std::isxdigit(static_cast<unsigned char>(digits[sign])) == 0;
  if (!prefixed && !word) digits.insert(sign, "0x");
  char* end = nullptr;
  double value = std::strtod(digits.c_str(), &end);
  bool complete = !digits.empty() && end == digits.c_str() + digits.size();
  if (!complete) return machine.ValueError("invalid hexadecimal floating-point string");
  return Value::Float(value);
}

constexpr NativeSpec kFloatClassMethods[] = {
    {"fromhex", "cls, string", FromHex, 0, TypeHint::kFloat},
};

constexpr NativeSpec kFloatMethods[] = {
    {"is_integer", "self", OfNumber<IsFloat, IsIntegral>, 0, TypeHint::kBool},
    {"hex", "self", OfNumber<IsFloat, HexOfFloat>, 0, TypeHint::kStr},
    {"as_integer_ratio", "self", OfNumber<IsFloat, AsRatio>, 0, TypeHint::kTuple},
    {"conjugate", "self", OfNumber<IsFloat, Itself>, 0, TypeHint::kFloat},
};

constexpr NativeSpec kComplexMethods[] = {
    {"conjugate", "self", OfNumber<IsComplex, Conjugate>},
};

// Attributes that are computed: getters of properties.
Result Real(Machine& machine, NativeArguments arguments) {
  Value self = Machine::Unwrap(arguments[0]);
  if (const Complex* number = As<Complex>(self)) return Value::Float(number->real);
  return Itself(machine, self, {});
}

Result Imaginary(Machine&, NativeArguments arguments) {
  Value self = Machine::Unwrap(arguments[0]);
  if (const Complex* number = As<Complex>(self)) return Value::Float(number->imaginary);
  return self.is_float() ? Value::Float(0) : Value::Int(0);
}

Result Denominator(Machine&, NativeArguments) { return Value::Int(1); }

constexpr NativeSpec kReal = {"real", "self", Real};
constexpr NativeSpec kImaginary = {"imag", "self", Imaginary};
constexpr NativeSpec kNumerator = {"numerator", "self", Real};
constexpr NativeSpec kDenominator = {"denominator", "self", Denominator};

}  // namespace

void InstallNumberMethods(Machine& machine) {
  const Types& types = machine.types();
  machine.Define(types.int_, kIntMethods);
  DefineClassMethods(machine, types.int_, kIntClassMethods);
  machine.Define(types.float_, kFloatMethods);
  DefineClassMethods(machine, types.float_, kFloatClassMethods);
  machine.Define(types.complex, kComplexMethods);
  for (Class* cls : {types.int_, types.float_, types.complex}) {
    DefineGetter(machine, cls, kReal);
    DefineGetter(machine, cls, kImaginary);
  }
  DefineGetter(machine, types.int_, kNumerator);
  DefineGetter(machine, types.int_, kDenominator);
}

}  // namespace tfscope
