// printf-style formatting: `text % arguments`.
#include <cmath>

#include "analyzer/evaluator/numbers/numbers.h"
#include "analyzer/evaluator/operators.h"
#include "analyzer/evaluator/protocols.h"
#include "analyzer/evaluator/text.h"
#include "analyzer/evaluator/text/format_value.h"
#include "analyzer/evaluator/text/number_format.h"
#include "analyzer/evaluator/text/quote.h"
#include "analyzer/evaluator/text/symbolic_text.h"

namespace tfscope {

namespace {

class PercentFormatter {
 public:
  PercentFormatter(Machine& machine, std::string_view text, Value arguments, bool is_bytes)
      : machine_(machine), text_(text), arguments_(arguments), is_bytes_(is_bytes) {}

  /// The formatted text; nothing if an exception is pending.
  std::optional<std::string> Run();

 private:
  struct Conversion {
    FormatSpec spec;
    bool has_key = false;
    Value key;
    char type = 0;
    size_t type_index = 0;
  };

  std::optional<std::string> Fail(Class* type, std::string_view message) {
    (void)machine_.Raise(type, message);
    return std::nullopt;
  }
  bool Parse(Conversion& conversion);
  bool ParseKey(Conversion& conversion);
  bool ParseFlags(Conversion& conversion);
  bool ParseCount(int64_t& count);
  Value NextArgument();
  Value KeyedArgument(Value key);
  std::optional<std::string> Convert(const Conversion& conversion, Value value);
  std::optional<std::string> ConvertText(const Conversion& conversion, Value value);
  std::optional<std::string> ConvertInteger(const Conversion& conversion, Value value);
  std::optional<std::string> ConvertFloat(const Conversion& conversion, Value value);
  std::optional<std::string> ConvertCharacter(const Conversion& conversion, Value value);
  bool IsMapping() const;
  size_t ConversionCount() const;

  Machine& machine_;
  std::string_view text_;
  Value arguments_;
  bool is_bytes_;
  size_t position_ = 0;
  size_t next_ = 0;  ///< next positional argument
  bool used_keys_ = false;
};

bool PercentFormatter::IsMapping() const {
  Value plain = Machine::Unwrap(arguments_);
  if (plain.is_unknown() || As<Dict>(plain) != nullptr || As<List>(plain) != nullptr) return true;
  if (As<Range>(plain) != nullptr || (As<Bytes>(plain) != nullptr && !is_bytes_)) return true;
  return As<Instance>(plain) != nullptr && UserMethod(machine_, plain, "__getitem__").defined();
}

size_t PercentFormatter::ConversionCount() const {
  size_t count = 0;
  for (size_t i = 0; i + 1 < text_.size(); ++i) {
    if (text_[i] == '%' && text_[++i] != '%') ++count;
  }
  return count;
}

Value PercentFormatter::NextArgument() {
  size_t index = next_++;
  const Tuple* tuple = As<Tuple>(Machine::Unwrap(arguments_));
  if (tuple != nullptr && index < tuple->items.size()) return tuple->items[index];
  bool is_tuple_of_unknowns = arguments_.is_unknown() && ConversionCount() > 1;
  if (tuple == nullptr && index == 0 && !is_tuple_of_unknowns) return arguments_;
  if (is_tuple_of_unknowns) {
    return machine_.heap().NewSymbol({.operation = Symbol::Operation::kItem,
                                      .a = arguments_,
                                      .b = Value::Int(static_cast<int64_t>(index)),
                                      .origin = machine_.CurrentSpan()});
  }
  (void)machine_.TypeError("not enough arguments for format string");
  return Value();
}

Value PercentFormatter::KeyedArgument(Value key) {
  if (!IsMapping()) {
    (void)machine_.TypeError("format requires a mapping");
    return Value();
  }
  Result value = UserMethod(machine_, arguments_, "__getitem__").defined()
                     ? machine_.CallMethod(arguments_, "__getitem__", {&key, 1})
                     : BuiltinLoadItem(machine_, Machine::Unwrap(arguments_), key);
  return value.ok() ? value.value() : Value();
}

bool PercentFormatter::ParseKey(Conversion& conversion) {
  int depth = 0;
  size_t begin = position_ + 1;
  for (; position_ < text_.size(); ++position_) {
    if (text_[position_] == '(') ++depth;
    if (text_[position_] == ')' && --depth == 0) break;
  }
  if (position_ >= text_.size()) {
    (void)machine_.ValueError("incomplete format key");
    return false;
  }
  std::string_view key = text_.substr(begin, position_ - begin);
  ++position_;
  conversion.has_key = used_keys_ = true;
  conversion.key = is_bytes_ ? Value::Of(machine_.heap().NewBytes(key)) : TextValue(machine_.heap(), key);
  if (!is_bytes_ && !HasPlaceholder(key)) conversion.key = Value::Of(machine_.heap().Intern(key));
  return true;
}

bool PercentFormatter::ParseCount(int64_t& count) {
  if (position_ < text_.size() && text_[position_] == '*') {
    ++position_;
    Value argument = Machine::Unwrap(NextArgument());
    if (!argument.defined()) return false;
    if (!IsSmallInteger(argument)) {
      if (IsInteger(argument)) {
        (void)Fail(machine_.types().overflow_error, "Python int too large to convert to C ssize_t");
      } else if (!argument.is_unknown()) {
        (void)machine_.TypeError("* wants int");
      }
      count = -1;
      return argument.is_unknown();
    }
    count = argument.as_int();
    return true;
  }
  while (position_ < text_.size() && text_[position_] >= '0' && text_[position_] <= '9') {
    count = std::max<int64_t>(count, 0) * 10 + (text_[position_++] - '0');
    if (count > INT64_MAX / 16) {
      (void)machine_.ValueError("width too big");
      return false;
    }
  }
  return true;
}

bool PercentFormatter::ParseFlags(Conversion& conversion) {
  FormatSpec& spec = conversion.spec;
  bool zero = false;
  for (; position_ < text_.size(); ++position_) {
    char c = text_[position_];
    if (c == '-')
      spec.align = '<';
    else if (c == '+')
      spec.sign = '+';
    else if (c == ' ')
      spec.sign = spec.sign == '+' ? '+' : ' ';
    else if (c == '#')
      spec.alternate = true;
    else if (c == '0')
      zero = true;
    else
      break;
  }
  if (!ParseCount(spec.width)) return false;
  if (spec.width < -1) {
    spec.align = '<';
    spec.width = -spec.width;
  }
  if (zero && spec.align != '<') {
    spec.align = '=';
    spec.fill = "0";
  }
  if (position_ < text_.size() && text_[position_] == '.') {
    ++position_;
    spec.precision = 0;
    if (!ParseCount(spec.precision)) return false;
    spec.precision = std::max<int64_t>(spec.precision, 0);
  }
  return true;
}

bool PercentFormatter::Parse(Conversion& conversion) {
  if (position_ < text_.size() && text_[position_] == '(' && !ParseKey(conversion)) return false;
  if (!ParseFlags(conversion)) return false;
  while (position_ < text_.size() && std::string_view("hlL").find(text_[position_]) != std::string_view::npos)
    ++position_;
  if (position_ >= text_.size()) {
    (void)machine_.ValueError("incomplete format");
    return false;
  }
  conversion.type_index = position_;
  conversion.type = text_[position_++];
  return true;
}

std::optional<std::string> PercentFormatter::Run() {
  std::string result;
  while (position_ < text_.size()) {
    if (!machine_.Charge(1) || result.size() > kLargestString) return result;
    size_t percent = std::min(text_.find('%', position_), text_.size());
    result += text_.substr(position_, percent - position_);
    if (percent == text_.size()) break;
    position_ = percent + 1;
    Conversion conversion;
    if (!Parse(conversion)) return std::nullopt;
    if (conversion.type == '%' && conversion.type_index == percent + 1) {
      result += '%';
      continue;
    }
    if (conversion.type == '%') {
      if (!NextArgument().defined()) return std::nullopt;
      return Convert(conversion, Value::None());
    }
    Value value = conversion.has_key ? KeyedArgument(conversion.key) : NextArgument();
    if (!value.defined()) return std::nullopt;
    std::optional<std::string> text = Convert(conversion, value);
    if (!text.has_value()) return std::nullopt;
    result += *text;
    machine_.Charge(text->size() / 64);
  }
  const Tuple* tuple = As<Tuple>(Machine::Unwrap(arguments_));
  size_t given = tuple != nullptr ? tuple->items.size() : 1;
  if (next_ >= given || used_keys_ || (tuple == nullptr && IsMapping())) return result;
  std::string_view kind = is_bytes_ ? "bytes" : "string";
  return Fail(machine_.types().type_error, fmt::format("not all arguments converted during {} formatting", kind));
}

std::optional<std::string> PercentFormatter::Convert(const Conversion& conversion, Value value) {
  const FormatSpec& spec = conversion.spec;
  if (spec.too_large()) return machine_.Placeholder(machine_.Fresh(TypeHint::kStr));
  bool plain = spec.width <= 0 && spec.precision < 0 && spec.sign == 0 && !spec.alternate;
  Value unwrapped = Machine::Unwrap(value);
  switch (conversion.type) {
    case 's':
    case 'r':
    case 'a':
      return ConvertText(conversion, value);
    case 'b':
      if (is_bytes_) return ConvertText(conversion, value);
      break;
    case 'd':
    case 'i':
    case 'u':
    case 'x':
    case 'X':
    case 'o':
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case 'c': {
      if (unwrapped.is_unknown()) {
        bool keeps = plain && std::string_view("diuc").find(conversion.type) != std::string_view::npos;
        char sign = spec.sign == 0 ? '-' : spec.sign;
        std::string name =
            keeps ? "" : fmt::format("%{}{}.{}{}{}", spec.fill, spec.width, spec.precision, sign, conversion.type);
        return TextOf(machine_, FormatUnknown(machine_, unwrapped, name).value());
      }
      if (conversion.type == 'c') return ConvertCharacter(conversion, unwrapped);
      bool is_float = std::string_view("eEfFgG").find(conversion.type) != std::string_view::npos;
      return is_float ? ConvertFloat(conversion, value) : ConvertInteger(conversion, value);
    }
    default:
      break;
  }
  auto code = static_cast<unsigned char>(conversion.type);
  return Fail(machine_.types().value_error,
              fmt::format("unsupported format character '{}' (0x{:x}) at index {}", conversion.type,
                          static_cast<unsigned>(code), conversion.type_index));
}

std::optional<std::string> PercentFormatter::ConvertText(const Conversion& conversion, Value value) {
  const Bytes* bytes = As<Bytes>(Machine::Unwrap(value));
  std::optional<std::string> text;
  if (is_bytes_ && bytes != nullptr && (conversion.type == 's' || conversion.type == 'b')) {
    text = std::string(bytes->data);
  } else {
    text = conversion.type == 's' ? machine_.StrText(value) : machine_.ReprText(value);
  }
  if (!text.has_value()) return text;
  if (conversion.type == 'a') text = EscapeNonAscii(*text);
  FormatSpec spec = conversion.spec;
  if (HasPlaceholder(*text) && (spec.width > 0 || spec.precision >= 0)) {
    Value symbol = machine_.Fresh(TypeHint::kStr);
    return machine_.Placeholder(symbol);
  }
  if (spec.precision >= 0) {
    const auto most = static_cast<size_t>(spec.precision);
    text->resize(is_bytes_ ? std::min(most, text->size()) : ByteOffset(*text, most));
  }
  if (spec.align == '=') spec = {.width = spec.width};
  if (is_bytes_) {  // the width counts bytes
    const auto wanted = static_cast<size_t>(std::max<int64_t>(spec.width, 0));
    const size_t missing = wanted > text->size() ? wanted - text->size() : 0;
    text->insert(spec.align == '<' ? text->size() : 0, missing, ' ');
    return text;
  }
  return Pad(spec, *text, '>');
}

std::optional<std::string> PercentFormatter::ConvertInteger(const Conversion& conversion, Value value) {
  char type = conversion.type == 'i' || conversion.type == 'u' ? 'd' : conversion.type;
  Value number = Machine::Unwrap(value);
  if (number.is_float() && type == 'd') {
    Result truncated = TruncateFloat(machine_, number.as_float());
    if (!truncated.ok()) return std::nullopt;
    number = truncated.value();
  }
  if (!number.is_unknown() && !IsInteger(number)) {
    // A number has `__int__` or `__float__`. `%d` asks for `__int__`, the others for `__index__`.
    bool has_integer = UserMethod(machine_, value, "__int__").defined();
    bool is_number = has_integer || UserMethod(machine_, value, "__float__").defined();
    Result converted = number;
    bool truncates = !has_integer && UserMethod(machine_, value, "__trunc__").defined();
    if (type == 'd' && has_integer) converted = machine_.CallMethod(value, "__int__");
    if (type == 'd' && is_number && truncates) converted = machine_.CallMethod(value, "__trunc__");
    if (type != 'd' && is_number) converted = AsIndex(machine_, value);
    if (!converted.ok()) {
      if (!machine_.pending().defined() || !machine_.ExceptionIs(machine_.pending(), machine_.types().type_error)) {
        return std::nullopt;
      }
      machine_.TakePending();
    } else if (converted.value().defined()) {
      number = Machine::Unwrap(converted.value());
    }
    if (number.is_unknown()) return machine_.Placeholder(machine_.Fresh(TypeHint::kStr));
  }
  if (!IsInteger(number)) {
    std::string_view wanted = type == 'd' ? "a number" : "an integer";
    return Fail(machine_.types().type_error,
                fmt::format("%{} format: {} is required, not {}", conversion.type, wanted, TypeName(machine_, value)));
  }
  Integer integer = IntegerOf(number);
  if (!machine_.Charge(integer.magnitude.size() * integer.magnitude.size() / 16)) return "";
  FormatSpec spec = conversion.spec;
  spec.type = type;
  spec.precision = -1;
  NumberText parts;
  parts.negative = integer.negative;
  parts.digits = ToDigits({false, integer.magnitude}, type == 'o' ? 8 : type == 'd' ? 10 : 16);
  if (type == 'X') {
    for (char& c : parts.digits) c = c >= 'a' ? static_cast<char>(c - 32) : c;
  }
  if (spec.alternate && type != 'd') parts.prefix = std::string("0") + type;
  auto precision = static_cast<size_t>(std::max<int64_t>(conversion.spec.precision, 0));
  if (parts.digits.size() < precision) parts.digits.insert(0, precision - parts.digits.size(), '0');
  return PadNumber(spec, parts);
}

std::optional<std::string> PercentFormatter::ConvertFloat(const Conversion& conversion, Value value) {
  Value number = Machine::Unwrap(value);
  if (!IsReal(number) && UserMethod(machine_, value, "__float__").defined()) {
    Result converted = machine_.CallMethod(value, "__float__");
    if (!converted.ok()) return std::nullopt;
    number = Machine::Unwrap(converted.value());
    if (number.is_unknown()) return machine_.Placeholder(machine_.Fresh(TypeHint::kStr));
    if (!number.is_float()) {
      return Fail(machine_.types().type_error, fmt::format("{}.__float__ returned non-float (type {})",
                                                           TypeName(machine_, value), TypeName(machine_, number)));
    }
  }
  if (As<Complex>(number) != nullptr) return Fail(machine_.types().type_error, "can't convert complex to float");
  if (!IsReal(number)) {
    return Fail(machine_.types().type_error, fmt::format("must be real number, not {}", TypeName(machine_, value)));
  }
  std::optional<double> real = DoubleOf(number);
  if (!real.has_value()) return Fail(machine_.types().overflow_error, "int too large to convert to float");
  FormatSpec spec = conversion.spec;
  spec.type = conversion.type;
  return FormatFloat(spec, *real, "float").value_or("");
}

std::optional<std::string> PercentFormatter::ConvertCharacter(const Conversion& conversion, Value value) {
  std::string text;
  if (As<Str>(value) == nullptr && !IsSmallInteger(value)) {
    Result index = AsIndex(machine_, value);
    if (!index.ok()) {
      machine_.TakePending();  // whatever it says: it is no character
    } else if (index.value().defined() && !index.value().is_unknown()) {
      value = index.value();
    }
  }
  if (const Str* str = As<Str>(value); str != nullptr && str->length == 1 && !is_bytes_) {
    text = str->text;
  } else if (const Bytes* bytes = As<Bytes>(value); is_bytes_ && bytes != nullptr && bytes->data.size() == 1) {
    text = bytes->data;
  } else if (IsSmallInteger(value)) {
    int64_t limit = is_bytes_ ? 256 : 0x110000;
    if (value.as_int() < 0 || value.as_int() >= limit) {
      return Fail(machine_.types().overflow_error,
                  is_bytes_ ? "%c arg not in range(256)" : "%c arg not in range(0x110000)");
    }
    if (is_bytes_)
      text = static_cast<char>(value.as_int());
    else
      AppendCodePoint(text, static_cast<uint32_t>(value.as_int()));
  } else {
    return Fail(machine_.types().type_error,
                is_bytes_ ? "%c requires an integer in range(256) or a single byte" : "%c requires int or char");
  }
  FormatSpec spec = conversion.spec;
  if (spec.align == '=') spec = {.width = spec.width};
  return Pad(spec, text, '>');
}

}  // namespace

Result PercentFormat(Machine& machine, Value text, Value arguments) {
  const Bytes* bytes = As<Bytes>(text);
  std::string_view format = bytes != nullptr ? bytes->data : As<Str>(text)->text;
  if (!machine.Charge(format.size() / 8)) return machine.Fresh(bytes != nullptr ? TypeHint::kBytes : TypeHint::kStr);
  PercentFormatter formatter(machine, format, arguments, bytes != nullptr);
  std::optional<std::string> result = formatter.Run();
  if (!result.has_value()) return Result::Raised();
  if (bytes != nullptr) {
    if (HasPlaceholder(*result)) return machine.Fresh(TypeHint::kBytes);
    Bytes* formatted = machine.heap().NewBytes(*result);
    formatted->is_bytearray = bytes->is_bytearray;
    return Value::Of(formatted);
  }
  if (result->size() > kLargestString) return machine.Fresh(TypeHint::kStr);
  return TextValue(machine.heap(), *result);
}

}  // namespace tfscope
