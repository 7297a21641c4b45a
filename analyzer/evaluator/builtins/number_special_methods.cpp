// Special methods of numbers that stand behind builtin functions: `__abs__`, `__round__`, `__divmod__`, `__float__`,
// ...
#include <cmath>

#include "analyzer/evaluator/builtins/builtins.h"
#include "analyzer/evaluator/builtins/natives.h"
#include "analyzer/evaluator/numbers/numbers.h"

namespace tfscope {

namespace {

/// The builtin function on the plain number, as `abs(x)` for `x.__abs__()`.
Result CallBuiltin(Machine& machine, std::string_view name, std::vector<Value> arguments) {
  for (Value& argument : arguments) argument = Machine::Unwrap(argument);
  const Value* function = machine.builtins()->attributes().FindStr(machine.heap().Intern(name));
  return function == nullptr ? machine.Fresh() : machine.TailCall(*function, std::move(arguments));
}

Result Absolute(Machine& machine, NativeArguments arguments) { return CallBuiltin(machine, "abs", {arguments[0]}); }
Result AsFloat(Machine& machine, NativeArguments arguments) { return CallBuiltin(machine, "float", {arguments[0]}); }
Result AsInteger(Machine& machine, NativeArguments arguments) { return CallBuiltin(machine, "int", {arguments[0]}); }

Result Rounded(Machine& machine, NativeArguments arguments) {
  if (!arguments[1].defined()) return CallBuiltin(machine, "round", {arguments[0]});
  return CallBuiltin(machine, "round", {arguments[0], arguments[1]});
}

bool IsComplex(Value self) { return As<Complex>(Machine::Unwrap(self)) != nullptr; }

bool Fits(Value self, Value other) {
  Value right = Machine::Unwrap(other);
  if (IsComplex(self)) return IsNumber(right);
  return Machine::Unwrap(self).is_float() ? IsReal(right) : IsInteger(right);
}

// Complex numbers refuse whatever the other operand is.
Result DividedWithRest(Machine& machine, NativeArguments arguments) {
  if (IsComplex(arguments[0])) return CallBuiltin(machine, "divmod", {arguments[0], arguments[0]});
  if (!Fits(arguments[0], arguments[1])) return Value::NotImplemented();
  return CallBuiltin(machine, "divmod", {arguments[0], arguments[1]});
}

Result DividingWithRest(Machine& machine, NativeArguments arguments) {
  if (IsComplex(arguments[0])) return CallBuiltin(machine, "divmod", {arguments[0], arguments[0]});
  if (!Fits(arguments[0], arguments[1])) return Value::NotImplemented();
  return CallBuiltin(machine, "divmod", {arguments[1], arguments[0]});
}

Result Power(Machine& machine, NativeArguments arguments) {
  if (!Fits(arguments[0], arguments[1])) return Value::NotImplemented();
  if (arguments[2].defined()) return CallBuiltin(machine, "pow", {arguments[0], arguments[1], arguments[2]});
  return CallBuiltin(machine, "pow", {arguments[0], arguments[1]});
}

/// `str` and `repr` of a number are the same, whatever a subclass says.
Result Text(Machine& machine, NativeArguments arguments) { return CallBuiltin(machine, "repr", {arguments[0]}); }

constexpr NativeSpec kRealMethods[] = {
    {"__trunc__", "self", AsInteger, 0, TypeHint::kInt},
    {"__round__", "self, ndigits=", Rounded},
};

constexpr NativeSpec kIntMethods[] = {
    {"__floor__", "self", AsInteger, 0, TypeHint::kInt},
    {"__ceil__", "self", AsInteger, 0, TypeHint::kInt},
};

/// Those that complex numbers have only to refuse them, too.
constexpr NativeSpec kNumberMethods[] = {
    {"__float__", "self", AsFloat, 0, TypeHint::kFloat},
    {"__int__", "self", AsInteger, 0, TypeHint::kInt},
    {"__divmod__", "self, other", DividedWithRest, 0, TypeHint::kTuple},
    {"__rdivmod__", "self, other", DividingWithRest, 0, TypeHint::kTuple},
    {"__abs__", "self", Absolute},
    {"__pow__", "self, other, modulo=", Power},
    {"__str__", "self", Text, 0, TypeHint::kStr},
};

}  // namespace

void InstallNumberSpecialMethods(Machine& machine) {
  const Types& types = machine.types();
  for (Class* cls : {types.int_, types.float_}) machine.Define(cls, kRealMethods);
  for (Class* cls : {types.int_, types.float_, types.complex}) machine.Define(cls, kNumberMethods);
  machine.Define(types.int_, kIntMethods);
}

}  // namespace tfscope
