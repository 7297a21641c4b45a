// repr() and str() of any value.
#include <cmath>

#include "analyzer/evaluator/exception_attributes.h"
#include "analyzer/evaluator/numbers/numbers.h"
#include "analyzer/evaluator/protocols.h"
#include "analyzer/evaluator/text.h"
#include "analyzer/evaluator/text/float_text.h"
#include "analyzer/evaluator/unicode_errors.h"

namespace tfscope {

namespace {

/// Calls `__repr__` or `__str__` written in Python; `shown` names it in an error.
std::optional<std::string> CallForText(Machine& machine, Value value, std::string_view method, std::string_view shown) {
  Result result = machine.CallMethod(value, method);
  if (!result.ok()) return std::nullopt;
  std::optional<std::string> text = TextOf(machine, result.value());
  if (!text.has_value()) {
    (void)machine.TypeError("{} returned non-string (type {})", shown, TypeName(machine, result.value()));
  }
  return text;
}

/// `SyntaxError`'s arguments are a message and the place: file, line, ...
std::optional<std::string> SyntaxErrorText(Machine& machine, Value message, const Tuple& place) {
  std::optional<std::string> text = machine.StrText(message);
  if (!text.has_value() || place.items.size() < 2 || !place.items[1].is_int()) return text;
  auto* file = As<Str>(place.items[0]);
  if (file == nullptr) return fmt::format("{} (line {})", *text, place.items[1].as_int());
  std::string_view name = file->text.substr(file->text.rfind('/') + 1);
  return fmt::format("{} ({}, line {})", *text, name, place.items[1].as_int());
}

std::optional<std::string> ExceptionText(Machine& machine, const Instance* exception) {
  std::vector<Value> arguments = ExceptionArguments(machine, exception);
  bool is_syntax_error = arguments.size() == 2 && machine.IsSubclass(exception->cls, machine.types().syntax_error);
  if (auto* place = is_syntax_error ? As<Tuple>(arguments[1]) : nullptr) {
    return SyntaxErrorText(machine, arguments[0], *place);
  }
  if (machine.IsSubclass(exception->cls, machine.types().unicode_error)) {
    if (std::optional<std::string> text = UnicodeErrorText(arguments)) return text;
  }
  if (arguments.empty()) return "";
  bool is_key_error = machine.IsSubclass(exception->cls, machine.types().key_error);
  if (arguments.size() == 1) return is_key_error ? machine.ReprText(arguments[0]) : machine.StrText(arguments[0]);
  if (machine.IsSubclass(exception->cls, machine.types().os_error) && arguments.size() <= 3) {
    std::optional<std::string> number = machine.StrText(arguments[0]);
    std::optional<std::string> message = machine.StrText(arguments[1]);
    if (!number.has_value() || !message.has_value()) return std::nullopt;
    std::string text = fmt::format("[Errno {}] {}", *number, *message);
    Value name = ExceptionAttribute(machine, *exception, "filename");
    if (!name.defined() || name.is_none()) return text;
    std::optional<std::string> file = machine.ReprText(name);
    if (!file.has_value()) return std::nullopt;
    return text + ": " + *file;
  }
  return machine.ReprText(machine.heap().NewTuple(std::move(arguments)));
}

/// str(float) rounds to twelve digits there.
std::string Python2FloatText(double value) {
  constexpr int kDigits = 12;
  if (!std::isfinite(value)) return FloatRepr(value);
  return (std::signbit(value) ? "-" : "") + FloatDigits(std::abs(value), 'r', kDigits, false);
}

}  // namespace

std::optional<std::string> Machine::ReprText(Value value) {
  if (value.is_unknown()) return Placeholder(value);
  NestingGuard guard(*this);
  if (guard.too_deep()) {
    (void)guard.Raise(" while getting the repr of an object");
    return std::nullopt;
  }
  if (!UserMethod(*this, value, "__repr__").defined()) return BuiltinRepr(*this, value);
  return CallForText(*this, value, "__repr__", "__repr__");
}

std::optional<std::string> Machine::StrText(Value value) {
  if (value.is_unknown()) return Placeholder(value);
  if (const Str* text = As<Str>(value)) return std::string(text->text);
  const Instance* instance = As<Instance>(value);
  if (UserMethod(*this, value, "__str__").defined()) {
    NestingGuard guard(*this);
    if (!guard.too_deep()) return CallForText(*this, value, "__str__", "__str__");
    (void)guard.Raise("");
    return std::nullopt;
  }
  if (instance != nullptr && instance->cls->layout == Layout::kException) {
    NestingGuard guard(*this);  // an exception may be its own argument
    if (!guard.too_deep()) return ExceptionText(*this, instance);
    (void)guard.Raise(" while getting the str of an object");
    return std::nullopt;
  }
  Value plain = Unwrap(value);
  if (const Str* text = As<Str>(plain)) return std::string(text->text);
  if (InPython2() && instance == nullptr) {
    if (value.is_float()) return Python2FloatText(value.as_float());
    if (As<BigInt>(value) != nullptr) return ToDigits(IntegerOf(value), 10);
  }
  if (instance != nullptr && IsNumber(plain)) return BuiltinRepr(*this, plain);
  NestingGuard guard(*this);
  bool written = instance != nullptr && !guard.too_deep() && UserMethod(*this, value, "__repr__").defined();
  return written ? CallForText(*this, value, "__repr__", "__str__") : ReprText(value);
}

}  // namespace tfscope
