// Builtin functions on numbers and characters.
#include <cmath>

#include "analyzer/evaluator/builtins/builtins.h"
#include "analyzer/evaluator/builtins/natives.h"
#include "analyzer/evaluator/numbers/numbers.h"
#include "analyzer/evaluator/operators.h"
#include "analyzer/evaluator/text/unicode.h"

namespace tfscope {

namespace {

Result Abs(Machine& machine, NativeArguments arguments) {
  Value value = Machine::Unwrap(arguments[0]);
  if (UserMethod(machine, arguments[0], "__abs__").defined()) return machine.CallMethod(arguments[0], "__abs__");
  if (const Complex* number = As<Complex>(value)) return Value::Float(std::hypot(number->real, number->imaginary));
  if (value.is_float()) return Value::Float(std::abs(value.as_float()));
  if (!IsInteger(value)) return machine.TypeError("bad operand type for abs(): '{}'", TypeName(machine, arguments[0]));
  Integer integer = IntegerOf(value);
  integer.negative = false;
  return NewInteger(machine.heap(), std::move(integer));
}

template <unsigned base, char mark>
Result ToBase(Machine& machine, NativeArguments arguments) {
  Result index = AsIndex(machine, arguments[0]);
  if (!index.ok()) return index;
  if (index.value().is_unknown()) return machine.Fresh(TypeHint::kStr);
  if (!index.value().defined()) {
    return machine.TypeError("'{}' object cannot be interpreted as an integer", TypeName(machine, arguments[0]));
  }
  Integer value = IntegerOf(index.value());
  if (!machine.Charge(value.magnitude.size() * value.magnitude.size() / 16)) return machine.Fresh(TypeHint::kStr);
  std::string digits = ToDigits({false, value.magnitude}, base);
  return machine.heap().Text(fmt::format("{}0{}{}", value.negative ? "-" : "", mark, digits));
}

Result DivideWithRest(Machine& machine, NativeArguments arguments) {
  Value left = Machine::Unwrap(arguments[0]);
  Value right = Machine::Unwrap(arguments[1]);
  if (UserMethod(machine, arguments[0], "__divmod__").defined()) {
    Result own = machine.CallMethod(arguments[0], "__divmod__", arguments.subspan(1, 1));
    if (!own.ok() || own.value().tag() != Value::Tag::kNotImplemented) return own;
  }
  if (UserMethod(machine, arguments[1], "__rdivmod__").defined()) {
    Result reflected = machine.CallMethod(arguments[1], "__rdivmod__", arguments.subspan(0, 1));
    if (!reflected.ok() || reflected.value().tag() != Value::Tag::kNotImplemented) return reflected;
  }
  if (As<Complex>(left) != nullptr || As<Complex>(right) != nullptr) {
    if (IsNumber(left) && IsNumber(right)) return machine.TypeError("can't take floor or mod of complex number.");
  }
  if (!IsReal(left) || !IsReal(right)) {
    auto* first = As<Instance>(left);
    auto* second = As<Instance>(right);
    if ((first != nullptr && first->cls->is_opaque) || (second != nullptr && second->cls->is_opaque)) {
      return machine.Fresh(TypeHint::kTuple);
    }
    return machine.TypeError("unsupported operand type(s) for divmod(): '{}' and '{}'", TypeName(machine, arguments[0]),
                             TypeName(machine, arguments[1]));
  }
  Result quotient = NumberBinary(machine, BinaryOperator::kFloorDivide, left, right);
  if (!quotient.ok()) return quotient;
  Result rest = NumberBinary(machine, BinaryOperator::kModulo, left, right);
  if (!rest.ok()) return rest;
  return machine.heap().NewTuple({quotient.value(), rest.value()});
}

Result PowerWithModulus(Machine& machine, Value base, Value exponent, Value modulus) {
  if (!IsReal(base) || !IsReal(exponent) || !IsReal(modulus)) {
    return machine.TypeError("unsupported operand type(s) for pow(): '{}', '{}', '{}'", TypeName(machine, base),
                             TypeName(machine, exponent), TypeName(machine, modulus));
  }
  if (!IsInteger(base) || !IsInteger(exponent) || !IsInteger(modulus)) {
    return machine.TypeError("pow() 3rd argument not allowed unless all arguments are integers");
  }
  Integer divisor = IntegerOf(modulus);
  Integer power = IntegerOf(exponent);
  if (divisor.is_zero()) return machine.ValueError("pow() 3rd argument cannot be 0");
  if (power.negative) {
    return machine.ValueError("pow() 2nd argument cannot be negative when 3rd argument specified");
  }
  uint64_t words = divisor.magnitude.size() + 1;
  if (!machine.Charge(BitLength(power) * words * words / 8)) return machine.Fresh(TypeHint::kInt);
  return NewInteger(machine.heap(), ModularPower(IntegerOf(base), power, divisor));
}

Result Pow(Machine& machine, NativeArguments arguments) {
  Value base = Machine::Unwrap(arguments[0]);
  Value exponent = Machine::Unwrap(arguments[1]);
  if (arguments[2].defined() && !arguments[2].is_none()) {
    if (UserMethod(machine, arguments[0], "__pow__").defined()) {
      return machine.CallMethod(arguments[0], "__pow__", arguments.subspan(1, 2));
    }
    return PowerWithModulus(machine, base, exponent, Machine::Unwrap(arguments[2]));
  }
  if (IsNumber(base) && IsNumber(exponent)) return NumberBinary(machine, BinaryOperator::kPower, base, exponent);
  return CallLibrary(machine, "power", {arguments[0], arguments[1]});
}

Result Round(Machine& machine, NativeArguments arguments) {
  Value number = Machine::Unwrap(arguments[0]);
  Value digits = ArgumentOr(arguments, 1, Value::None());
  if (UserMethod(machine, arguments[0], "__round__").defined()) {
    size_t count = digits.is_none() ? 0 : 1;
    return machine.CallMethod(arguments[0], "__round__", arguments.subspan(1, count));
  }
  if (!IsReal(number)) {
    return machine.TypeError("type {} doesn't define __round__ method", TypeName(machine, arguments[0]));
  }
  IntegerArgument places = ReadInteger(machine, arguments, 1, 0);
  if (!places.ok) return Result::Raised();
  if (!machine.InPython2() && IsInteger(number) && digits.is_none())
    return RoundInteger(machine, number, Value::Int(0));
  if (machine.InPython2()) {
    // Halves away from zero, and always a float.
    if (digits.is_none()) return Value::Float(std::round(DoubleOf(number).value_or(HUGE_VAL)));
    return RoundFloat(machine, DoubleOf(number).value_or(HUGE_VAL), places.value);
  }
  if (IsInteger(number)) return RoundInteger(machine, number, Value::Int(places.value));
  if (!digits.is_none()) return RoundFloat(machine, number.as_float(), places.value);
  // Halves to even, as an int.
  double value = number.as_float();
  return TruncateFloat(machine, std::isfinite(value) ? std::nearbyint(value) : value);
}

Result Ord(Machine& machine, NativeArguments arguments) {
  Value value = Machine::Unwrap(arguments[0]);
  if (const Bytes* bytes = As<Bytes>(value); bytes != nullptr && bytes->data.size() == 1) {
    return Value::Int(static_cast<unsigned char>(bytes->data[0]));
  }
  const Str* text = As<Str>(value);
  if (text == nullptr) {
    return machine.TypeError("ord() expected string of length 1, but {} found", TypeName(machine, arguments[0]));
  }
  if (text->length != 1) {
    return machine.TypeError("ord() expected a character, but string of length {} found", text->length);
  }
  size_t position = 0;
  return Value::Int(DecodeCodePoint(text->text, position));
}

Result Chr(Machine& machine, NativeArguments arguments) {
  Value plain = Machine::Unwrap(arguments[0]);
  Result index = plain.is_unknown() || IsInteger(plain) ? plain : Value();
  if (!index.value().defined() && UserMethod(machine, arguments[0], "__int__").defined()) {  // not `__index__`
    index = machine.CallMethod(arguments[0], "__int__");
    if (!index.ok()) return index;
    if (!index.value().is_unknown() && !IsInteger(Machine::Unwrap(index.value()))) {
      return machine.TypeError("__int__ returned non-int (type {})", TypeName(machine, index.value()));
    }
  }
  if (index.value().is_unknown()) return machine.Fresh(TypeHint::kStr);
  if (!index.value().defined() || !IsInteger(Machine::Unwrap(index.value()))) {
    return machine.TypeError("an integer is required (got type {})", TypeName(machine, arguments[0]));
  }
  int64_t code = ClampedInt(index.value());
  if (As<BigInt>(Machine::Unwrap(index.value())) != nullptr) {
    return machine.Raise(machine.types().overflow_error, "Python int too large to convert to C long");
  }
  if (code > INT32_MAX || code < INT32_MIN) {
    return machine.Raise(machine.types().overflow_error,
                         code > 0 ? "signed integer is greater than maximum" : "signed integer is less than minimum");
  }
  if (code < 0 || code > 0x10FFFF) return machine.ValueError("chr() arg not in range(0x110000)");
  std::string text;
  AppendCodePoint(text, static_cast<uint32_t>(code));
  return machine.heap().Text(text);
}

Result Sum(Machine& machine, NativeArguments arguments) {
  Value total = ArgumentOr(arguments, 1, Value::Int(0));
  if (arguments[0].is_unknown()) return machine.Fresh();
  if (As<Str>(Machine::Unwrap(total)) != nullptr) {
    return machine.TypeError("sum() can't sum strings [use ''.join(seq) instead]");
  }
  if (const Bytes* bytes = As<Bytes>(Machine::Unwrap(total))) {
    return bytes->is_bytearray ? machine.TypeError("sum() can't sum bytearray [use b''.join(seq) instead]")
                               : machine.TypeError("sum() can't sum bytes [use b''.join(seq) instead]");
  }
  if (!IsNativeIterable(machine, arguments[0])) {
    Result iterator = machine.GetIterator(arguments[0]);
    if (!iterator.ok()) return iterator;
    return CallLibrary(machine, "sum_up", {iterator.value(), total});
  }
  std::vector<Value> items;
  if (!machine.Collect(arguments[0], items)) return Result::Raised();
  if (!AllPlain(items) || !AllPlain({total})) {
    return CallLibrary(machine, "sum_up", {machine.heap().NewList(std::move(items)), total});
  }
  for (Value item : items) {
    if (!machine.Charge(1)) return machine.Fresh();
    Result next = BuiltinBinary(machine, BinaryOperator::kAdd, total, item);
    if (!next.ok()) return next;
    if (Identical(next.value(), Value::NotImplemented())) {
      return machine.TypeError("unsupported operand type(s) for +: '{}' and '{}'", TypeName(machine, total),
                               TypeName(machine, item));
    }
    total = next.value();
    if (total.is_unknown()) return total;
  }
  return total;
}

constexpr NativeSpec kFunctions[] = {
    {"abs", "x", Abs},
    {"bin", "number", ToBase<2, 'b'>, 0, TypeHint::kStr},
    {"oct", "number", ToBase<8, 'o'>, 0, TypeHint::kStr},
    {"hex", "number", ToBase<16, 'x'>, 0, TypeHint::kStr},
    {"divmod", "x, y", DivideWithRest},
    {"pow", "x, y, z=", Pow},
    {"round", "number, ndigits=", Round},
    {"ord", "c", Ord, 0, TypeHint::kInt},
    {"chr", "i", Chr, 0, TypeHint::kStr},
    {"unichr", "i", Chr, 0, TypeHint::kStr},
    {"sum", "iterable, start=", Sum, kTakesAll},
};

}  // namespace

void InstallNumberFunctions(Machine& machine) { machine.Define(machine.builtins(), kFunctions); }

}  // namespace tfscope
