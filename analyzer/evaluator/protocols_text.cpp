// repr() and str() of any value.
#include <cmath>

#include "analyzer/evaluator/numbers/numbers.h"
#include "analyzer/evaluator/protocols.h"
#include "analyzer/evaluator/text.h"
#include "analyzer/evaluator/text/float_text.h"

namespace tfscope {

namespace {

/// Calls `__repr__` or `__str__` written in Python.
std::optional<std::string> CallForText(Machine& machine, Value value, std::string_view method) {
  Result result = machine.CallMethod(value, method);
  if (!result.ok()) return std::nullopt;
  std::optional<std::string> text = TextOf(machine, result.value());
  if (!text.has_value()) {
    (void)machine.TypeError("{} returned non-string (type {})", method, TypeName(machine, result.value()));
  }
  return text;
}

std::optional<std::string> ExceptionText(Machine& machine, const Instance* exception) {
  std::vector<Value> arguments = ExceptionArguments(machine, exception);
  if (arguments.empty()) return "";
  bool is_key_error = machine.IsSubclass(exception->cls, machine.types().key_error);
  if (arguments.size() == 1) return is_key_error ? machine.ReprText(arguments[0]) : machine.StrText(arguments[0]);
  if (machine.IsSubclass(exception->cls, machine.types().os_error) && arguments.size() <= 3) {
    std::optional<std::string> number = machine.StrText(arguments[0]);
    std::optional<std::string> message = machine.StrText(arguments[1]);
    if (!number.has_value() || !message.has_value()) return std::nullopt;
    std::string text = fmt::format("[Errno {}] {}", *number, *message);
    if (arguments.size() == 2) return text;
    std::optional<std::string> file = machine.ReprText(arguments[2]);
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
  return CallForText(*this, value, "__repr__");
}

std::optional<std::string> Machine::StrText(Value value) {
  if (value.is_unknown()) return Placeholder(value);
  if (const Str* text = As<Str>(value)) return std::string(text->text);
  const Instance* instance = As<Instance>(value);
  if (UserMethod(*this, value, "__str__").defined()) {
    NestingGuard guard(*this);
    if (!guard.too_deep()) return CallForText(*this, value, "__str__");
    (void)guard.Raise("");
    return std::nullopt;
  }
  if (instance != nullptr && instance->cls->layout == Layout::kException) {
    NestingGuard guard(*this);  // an exception may be its own argument
    if (!guard.too_deep()) return ExceptionText(*this, instance);
    (void)guard.Raise(" while getting the str of an object");
    return std::nullopt;
  }
  if (const Str* text = As<Str>(Unwrap(value))) return std::string(text->text);
  if (InPython2() && instance == nullptr) {
    if (value.is_float()) return Python2FloatText(value.as_float());
    if (As<BigInt>(value) != nullptr) return ToDigits(IntegerOf(value), 10);
  }
  return ReprText(value);
}

}  // namespace tfscope
