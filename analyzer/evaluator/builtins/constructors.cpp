// `__new__` of numbers, strings and bytes.
#include <cmath>

#include "analyzer/evaluator/builtins/builtins.h"
#include "analyzer/evaluator/builtins/str_common.h"
#include "analyzer/evaluator/numbers/numbers.h"
#include "analyzer/evaluator/text/encoding.h"
#include "analyzer/evaluator/text/float_text.h"
#include "analyzer/evaluator/text/quote.h"
#include "analyzer/evaluator/text/symbolic_text.h"
#include "analyzer/evaluator/text/unicode.h"

namespace tfscope {

namespace {

Result BadIntLiteral(Machine& machine, Value text, int64_t base) {
  std::optional<std::string> shown = machine.ReprText(text);
  if (!shown.has_value()) return Result::Raised();
  return machine.ValueError("invalid literal for int() with base {}: {}", base, *shown);
}

/// Removes underscores between digits; nothing if one stands elsewhere.
std::optional<std::string> WithoutUnderscores(std::string_view digits) {
  std::string result;
  for (size_t i = 0; i < digits.size(); ++i) {
    if (digits[i] != '_') {
      result += digits[i];
    } else if (i == 0 || i + 1 == digits.size() || digits[i + 1] == '_') {
      return std::nullopt;
    }
  }
  return result;
}

/// The base that a prefix (`0x`) gives or confirms, and the digits after it.
int64_t TakePrefix(std::string_view& digits, int64_t base) {
  if (digits.size() < 2 || digits[0] != '0') return base == 0 ? 10 : base;
  char mark = static_cast<char>(digits[1] | 0x20);
  int64_t prefixed = mark == 'x' ? 16 : mark == 'o' ? 8 : mark == 'b' ? 2 : 0;
  if (prefixed == 0 || (base != 0 && base != prefixed)) return base == 0 ? 10 : base;
  digits.remove_prefix(digits.size() > 2 && digits[2] == '_' ? 3 : 2);
  return prefixed;
}

Result IntFromText(Machine& machine, Value original, std::string_view text, int64_t base) {
  const std::string ascii = WithAsciiDigits(text);
  std::string_view digits = Strip(ascii, "", false, StripSide::kBoth);
  bool negative = digits.starts_with('-');
  if (negative || digits.starts_with('+')) digits.remove_prefix(1);
  std::string_view before_prefix = digits;
  int64_t actual = TakePrefix(digits, base);
  std::optional<std::string> plain = WithoutUnderscores(digits);
  if (!plain.has_value()) return BadIntLiteral(machine, original, base);
  if (plain->size() * 5 > kLargestIntegerBits || !machine.Charge(plain->size() * plain->size() / 512)) {
    return machine.Fresh(TypeHint::kInt);
  }
  std::optional<Integer> value = IntegerFromDigits(*plain, static_cast<unsigned>(actual));
  bool leading_zero = base == 0 && actual == 10 && before_prefix.size() > 1 && before_prefix[0] == '0';
  if (!value.has_value() || (leading_zero && !value->is_zero())) return BadIntLiteral(machine, original, base);
  return NewInteger(machine.heap(), negative ? Negate(std::move(*value)) : std::move(*value));
}

Result IntFromObject(Machine& machine, Value object) {
  for (std::string_view method : {"__int__", "__trunc__"}) {
    if (!UserMethod(machine, object, method).defined()) continue;
    Result result = machine.CallMethod(object, method);
    if (!result.ok() || result.value().is_unknown()) return result;
    if (result.value().is_bool()) return Value::Int(result.value().as_int());
    if (IsInteger(Machine::Unwrap(result.value()))) return result;
    if (method == "__trunc__") {
      return machine.TypeError("__trunc__ returned non-Integral (type {})", TypeName(machine, result.value()));
    }
    return machine.TypeError("{} returned non-int (type {})", method, TypeName(machine, result.value()));
  }
  const Instance* instance = As<Instance>(object);
  if (instance != nullptr && instance->cls->is_opaque) return machine.Fresh(TypeHint::kInt);
  return machine.TypeError("int() argument must be a string{} or a number, not '{}'",
                           machine.InPython2() ? "" : ", a bytes-like object", TypeName(machine, object));
}

Result NewInt(Machine& machine, NativeArguments arguments) {
  Value value = Machine::Unwrap(ArgumentOr(arguments, 1, Value::Int(0)));
  const Str* text = As<Str>(value);
  const Bytes* bytes = As<Bytes>(value);
  if (value.is_unknown() || (text != nullptr && text->symbolic)) return machine.Fresh(TypeHint::kInt);
  IntegerArgument base = ReadInteger(machine, arguments, 2, 10);
  if (!base.ok) return Result::Raised();
  if (arguments[2].defined()) {
    if (text == nullptr && bytes == nullptr)
      return machine.TypeError("int() can't convert non-string with explicit base");
    if (base.value != 0 && (base.value < 2 || base.value > 36)) {
      return machine.ValueError("int() base must be >= 2 and <= 36, or 0");
    }
  }
  if (text != nullptr) return IntFromText(machine, value, text->text, base.value);
  if (bytes != nullptr) return IntFromText(machine, value, bytes->data, base.value);
  if (value.is_float()) return TruncateFloat(machine, value.as_float());
  if (As<Complex>(value) != nullptr) return machine.TypeError("can't convert complex to int");
  if (IsInteger(value)) return value.is_bool() ? Value::Int(value.as_int()) : value;
  return IntFromObject(machine, arguments[1]);
}

Result FloatFromText(Machine& machine, Value original, std::string_view text) {
  const std::string ascii = WithAsciiDigits(text);
  const auto stripped = Strip(ascii, "", false, StripSide::kBoth);
  if (std::optional<double> value = ParseFloatText(stripped)) return Value::Float(*value);
  // An empty text is not quoted.
  if (stripped.empty()) return machine.ValueError("could not convert string to float: ");
  std::optional<std::string> shown = machine.InPython2() ? std::string(text) : machine.ReprText(original);
  if (!shown.has_value()) return Result::Raised();
  return machine.ValueError("could not convert string to float: {}", *shown);
}

Result NewFloat(Machine& machine, NativeArguments arguments) {
  Value value = Machine::Unwrap(ArgumentOr(arguments, 1, Value::Float(0)));
  if (value.is_unknown()) return machine.Fresh(TypeHint::kFloat);
  if (const Str* text = As<Str>(value)) return FloatFromText(machine, value, text->text);
  if (const Bytes* bytes = As<Bytes>(value)) return FloatFromText(machine, value, bytes->data);
  if (As<Complex>(value) != nullptr) return machine.TypeError("can't convert complex to float");
  if (IsReal(value)) {
    if (std::optional<double> number = DoubleOf(value)) return Value::Float(*number);
    return machine.Raise(machine.types().overflow_error, "int too large to convert to float");
  }
  if (UserMethod(machine, arguments[1], "__float__").defined()) {
    Result result = machine.CallMethod(arguments[1], "__float__");
    if (!result.ok() || result.value().is_unknown() || Machine::Unwrap(result.value()).is_float()) return result;
    return machine.TypeError("{}.__float__ returned non-float (type {})", TypeName(machine, arguments[1]),
                             TypeName(machine, result.value()));
  }
  const Instance* instance = As<Instance>(arguments[1]);
  if (instance != nullptr && instance->cls->is_opaque) return machine.Fresh(TypeHint::kFloat);
  return machine.TypeError("float() argument must be a string or a number, not '{}'", TypeName(machine, arguments[1]));
}

Result NewBool(Machine& machine, NativeArguments arguments) {
  Value value = ArgumentOr(arguments, 1, Value::Bool(false));
  if (value.is_unknown() && value.symbol()->hint == TypeHint::kBool) return value;
  switch (machine.TruthOf(value)) {
    case Truth::kFalse:
      return Value::Bool(false);
    case Truth::kTrue:
      return Value::Bool(true);
    case Truth::kRaised:
      return Result::Raised();
    case Truth::kUnknown:
      break;
  }
  return UnknownMethod(machine, "bool", value, Value(), TypeHint::kBool);
}

/// Underscores stand between digits alone.
bool HasMisplacedUnderscore(std::string_view text) {
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '_') continue;
    const bool between = i > 0 && i + 1 < text.size() && std::isdigit(static_cast<unsigned char>(text[i - 1])) != 0 &&
                         std::isdigit(static_cast<unsigned char>(text[i + 1])) != 0;
    if (!between) return true;
  }
  return false;
}

/// Parts of `1+2j`: nothing if it is malformed.
std::optional<ComplexParts> ParseComplex(std::string_view text) {
  text = Strip(text, "", false, StripSide::kBoth);
  if (text.starts_with('(') && text.ends_with(')')) text = text.substr(1, text.size() - 2);
  auto number = [](std::string_view part) -> std::optional<double> {
    if (part.empty() || part == "+") return 1.0;
    return part == "-" ? -1.0 : ParseFloatText(part);
  };
  if (text.empty()) return std::nullopt;
  if (!text.ends_with('j') && !text.ends_with('J')) {
    std::optional<double> real = ParseFloatText(text);
    return real.has_value() ? std::optional(ComplexParts{*real, 0}) : std::nullopt;
  }
  text.remove_suffix(1);
  size_t split = text.size();
  while (split > 0) {
    --split;
    bool is_sign = (text[split] == '+' || text[split] == '-') && (split == 0 || (text[split - 1] | 0x20) != 'e');
    if (is_sign) break;
  }
  std::optional<double> imaginary = number(text.substr(split));
  std::optional<double> real = split == 0 ? 0.0 : ParseFloatText(text.substr(0, split));
  if (!imaginary.has_value() || !real.has_value()) return std::nullopt;
  return ComplexParts{*real, *imaginary};
}

Result NewComplexNumber(Machine& machine, NativeArguments arguments) {
  Value real = Machine::Unwrap(ArgumentOr(arguments, 1, Value::Int(0)));
  Value imaginary = Machine::Unwrap(ArgumentOr(arguments, 2, Value::Int(0)));
  if (const Str* text = As<Str>(real)) {
    if (arguments[2].defined()) return machine.TypeError("complex() can't take second arg if first is a string");
    std::optional<ComplexParts> parts = ParseComplex(text->text);
    if (!parts.has_value()) {
      if (!HasMisplacedUnderscore(text->text)) return machine.ValueError("complex() arg is a malformed string");
      return machine.ValueError("could not convert string to complex: {}", QuoteText(text->text));
    }
    return NewComplex(machine.heap(), parts->real, parts->imaginary);
  }
  for (std::string_view method : {"__complex__", "__float__"}) {
    if (IsNumber(real) || !UserMethod(machine, arguments[1], method).defined()) continue;
    Result converted = machine.CallMethod(arguments[1], method);
    if (!converted.ok() || converted.value().is_unknown()) return converted;
    real = Machine::Unwrap(converted.value());
    if (method == "__complex__" && As<Complex>(real) == nullptr) {
      return machine.TypeError("__complex__ should return a complex object");
    }
    if (method == "__float__" && !real.is_float()) {
      return machine.TypeError("{}.__float__ returned non-float (type {})", TypeName(machine, arguments[1]),
                               TypeName(machine, real));
    }
  }
  if (!IsNumber(real)) {
    return machine.TypeError("complex() first argument must be a string or a number, not '{}'",
                             TypeName(machine, real));
  }
  if (!IsNumber(imaginary)) {
    if (As<Str>(imaginary) != nullptr) return machine.TypeError("complex() second arg can't be a string");
    return machine.TypeError("complex() second argument must be a number, not '{}'", TypeName(machine, imaginary));
  }
  Value unit = NewComplex(machine.heap(), 0, 1);
  if (!arguments[2].defined() && As<Complex>(real) != nullptr) return real;
  if (IsReal(real) && IsReal(imaginary)) {
    return NewComplex(machine.heap(), DoubleOf(real).value_or(HUGE_VAL), DoubleOf(imaginary).value_or(HUGE_VAL));
  }
  Result product = NumberBinary(machine, BinaryOperator::kMultiply, imaginary, unit);
  return product.ok() ? NumberBinary(machine, BinaryOperator::kAdd, real, product.value()) : product;
}

Result NewStr(Machine& machine, NativeArguments arguments) {
  if (!arguments[1].defined()) return machine.heap().Text("");
  Value value = arguments[1];
  const Bytes* bytes = As<Bytes>(Machine::Unwrap(value));
  if (bytes != nullptr && (arguments[2].defined() || arguments[3].defined())) {
    return DecodeBytes(machine, bytes->data, ArgumentOr(arguments, 2, Value::None()),
                       ArgumentOr(arguments, 3, Value::None()));
  }
  if (arguments[2].defined() && !arguments[2].is_unknown() && As<Str>(Machine::Unwrap(arguments[2])) == nullptr) {
    return machine.TypeError("str() argument 2 must be str, not {}", TypeName(machine, arguments[2]));
  }
  if (arguments[2].defined() && !value.is_unknown()) {
    if (As<Str>(Machine::Unwrap(value)) != nullptr) return machine.TypeError("decoding str is not supported");
    return machine.TypeError("decoding to str: need a bytes-like object, {} found", TypeName(machine, value));
  }
  if (As<Str>(value) != nullptr) return value;
  if (value.is_unknown() && value.symbol()->hint == TypeHint::kStr) return value;
  std::optional<std::string> text = machine.StrText(value);
  return text.has_value() ? Result(TextValue(machine.heap(), *text)) : Result::Raised();
}

Result BytesFromItems(Machine& machine, Value iterable, bool is_bytearray, std::string& data) {
  Result iterator = iterable;
  if (!IsNativeIterable(machine, iterable)) {
    // CPython's bytearray() does not ask for the length.
    iterator = is_bytearray ? machine.GetIterator(iterable) : IteratorOfSized(machine, iterable);
  }
  if (!iterator.ok()) {
    const bool is_other =
        !machine.pending().defined() || !machine.ExceptionIs(machine.pending(), machine.types().type_error);
    if (is_bytearray || is_other) return iterator;
    machine.TakePending();
    return machine.TypeError("cannot convert '{}' object to bytes", TypeName(machine, iterable));
  }
  std::vector<Value> items;
  if (!machine.Collect(iterator.value(), items)) return Result::Raised();
  for (Value item : items) {
    Result index = AsIndex(machine, item);
    if (!index.ok()) return index;
    if (index.value().is_unknown()) return machine.Fresh(TypeHint::kBytes);
    if (!index.value().defined()) {
      return machine.TypeError("'{}' object cannot be interpreted as an integer", TypeName(machine, item));
    }
    int64_t byte = ClampedInt(index.value());
    if (byte < 0 || byte > 255) {
      return machine.ValueError("{} must be in range(0, 256)", is_bytearray ? "byte" : "bytes");
    }
    data += static_cast<char>(byte);
  }
  return Value();
}

template <bool is_bytearray>
Result NewBytes(Machine& machine, NativeArguments arguments) {
  std::string data;
  Value value = Machine::Unwrap(ArgumentOr(arguments, 1, Value()));
  bool asks = As<Instance>(value) != nullptr && !arguments[2].defined() && !arguments[3].defined();
  if (asks && !is_bytearray && UserMethod(machine, value, "__bytes__").defined()) {
    Result made = machine.CallMethod(value, "__bytes__");
    if (!made.ok() || made.value().is_unknown() || As<Bytes>(Machine::Unwrap(made.value())) != nullptr) return made;
    return machine.TypeError("__bytes__ returned non-bytes (type {})", TypeName(machine, made.value()));
  }
  if (asks) {
    Result index = AsIndex(machine, value);
    bool is_type_error = !index.ok() && machine.pending().defined() &&
                         machine.ExceptionIs(machine.pending(), machine.types().type_error);
    if (!index.ok() && !is_type_error) return index;
    if (is_type_error) {
      machine.TakePending();
    } else if (index.value().defined()) {
      value = index.value();
    }
  }
  auto* instance = As<Instance>(value);
  bool converts = instance == nullptr || instance->cls->is_opaque || UserMethod(machine, value, "__iter__").defined() ||
                  UserMethod(machine, value, "__getitem__").defined();
  if (!converts) {
    return is_bytearray ? machine.TypeError("'{}' object is not iterable", TypeName(machine, value))
                        : machine.TypeError("cannot convert '{}' object to bytes", TypeName(machine, value));
  }
  if (value.is_unknown()) return machine.Fresh(TypeHint::kBytes);
  if (const Bytes* bytes = As<Bytes>(value)) {
    data = bytes->data;
  } else if (const Str* text = As<Str>(value)) {
    if (!arguments[2].defined()) return machine.TypeError("string argument without an encoding");
    Result encoded = EncodeText(machine, text, arguments[2], ArgumentOr(arguments, 3, Value::None()));
    if (!encoded.ok() || encoded.value().is_unknown()) return encoded;
    data = As<Bytes>(encoded.value())->data;
  } else if (IsInteger(value)) {
    int64_t count = ClampedInt(value);
    if (As<BigInt>(value) != nullptr) {
      return machine.Raise(machine.types().overflow_error, "cannot fit 'int' into an index-sized integer");
    }
    if (count < 0) return machine.ValueError("negative count");
    if (count > kLargestString) return machine.Fresh(TypeHint::kBytes);
    data.assign(static_cast<size_t>(count), '\0');
  } else if (value.defined()) {
    Result filled = BytesFromItems(machine, arguments[1], is_bytearray, data);
    if (!filled.ok() || filled.value().defined()) return filled;
  }
  Bytes* result = machine.heap().NewBytes(data);
  result->is_bytearray = is_bytearray;
  return Value::Of(result);
}

constexpr NativeSpec kNewInt[] = {{"__new__", "cls, x=, /, base=", NewInt, kTakesAll, TypeHint::kInt}};
constexpr NativeSpec kNewFloat[] = {{"__new__", "cls, x=", NewFloat, kTakesUnknown, TypeHint::kFloat}};
constexpr NativeSpec kNewBool[] = {{"__new__", "cls, x=", NewBool, kTakesAll, TypeHint::kBool}};
constexpr NativeSpec kNewComplex[] = {{"__new__", "cls, real=, imag=", NewComplexNumber}};
constexpr NativeSpec kNewStr[] = {{"__new__", "cls, object=, encoding=, errors=", NewStr, kTakesAll, TypeHint::kStr}};
constexpr NativeSpec kNewBytes[] = {
    {"__new__", "cls, source=, encoding=, errors=", NewBytes<false>, kTakesUnknown, TypeHint::kBytes}};
constexpr NativeSpec kNewByteArray[] = {
    {"__new__", "cls, source=, encoding=, errors=", NewBytes<true>, kTakesUnknown, TypeHint::kBytes}};

}  // namespace

void InstallConstructors(Machine& machine) {
  const Types& types = machine.types();
  machine.Define(types.int_, kNewInt);
  machine.Define(types.float_, kNewFloat);
  machine.Define(types.bool_, kNewBool);
  machine.Define(types.complex, kNewComplex);
  machine.Define(types.str, kNewStr);
  machine.Define(types.bytes, kNewBytes);
  machine.Define(types.bytearray, kNewByteArray);
}

}  // namespace tfscope
