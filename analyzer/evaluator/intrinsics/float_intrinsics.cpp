// `_tfscope`: functions of floats that Python cannot write out, and the program's arguments.
#include <algorithm>
#include <array>
#include <cmath>

#include "analyzer/evaluator/intrinsics/intrinsics.h"
#include "analyzer/evaluator/numbers/gamma.h"
#include "analyzer/evaluator/program.h"

namespace tfscope {
namespace {

struct FloatFunction {
  std::string_view name;
  double (*one)(double);
};

struct FloatPairFunction {
  std::string_view name;
  double (*two)(double, double);
};

constexpr std::array kFloatFunctions = {
    FloatFunction{"sqrt", std::sqrt},   FloatFunction{"exp", std::exp},     FloatFunction{"expm1", std::expm1},
    FloatFunction{"log", std::log},     FloatFunction{"log2", std::log2},   FloatFunction{"log10", std::log10},
    FloatFunction{"log1p", std::log1p}, FloatFunction{"sin", std::sin},     FloatFunction{"cos", std::cos},
    FloatFunction{"tan", std::tan},     FloatFunction{"asin", std::asin},   FloatFunction{"acos", std::acos},
    FloatFunction{"atan", std::atan},   FloatFunction{"sinh", std::sinh},   FloatFunction{"cosh", std::cosh},
    FloatFunction{"tanh", std::tanh},   FloatFunction{"erf", std::erf},     FloatFunction{"gamma", Gamma},
    FloatFunction{"lgamma", LogGamma},  FloatFunction{"erfc", std::erfc},   FloatFunction{"acosh", std::acosh},
    FloatFunction{"asinh", std::asinh}, FloatFunction{"atanh", std::atanh},
};

constexpr std::array kFloatPairFunctions = {
    FloatPairFunction{"atan2", std::atan2},
    FloatPairFunction{"fmod", std::fmod},
    FloatPairFunction{"hypot", std::hypot},
    FloatPairFunction{"copysign", std::copysign},
};

Result OfFloats(Machine& machine, NativeArguments arguments) {
  const std::string name = TextOf(arguments[0]);
  if (!arguments[1].is_float() || (arguments[2].defined() && !arguments[2].is_float())) {
    return machine.TypeError("must be real number");
  }
  const double first = arguments[1].as_float();
  if (arguments[2].defined()) {
    auto found = std::ranges::find(kFloatPairFunctions, name, &FloatPairFunction::name);
    if (found != kFloatPairFunctions.end()) return Value::Float(found->two(first, arguments[2].as_float()));
  } else {
    auto found = std::ranges::find(kFloatFunctions, name, &FloatFunction::name);
    if (found != kFloatFunctions.end()) return Value::Float(found->one(first));
  }
  return machine.ValueError("no such function: {}", name);
}

Value Texts(Machine& machine, const std::vector<std::string>& texts) {
  std::vector<Value> items;
  for (const std::string& text : texts) items.push_back(machine.heap().Text(text));
  return machine.heap().NewList(std::move(items));
}

Result ProgramArguments(Machine& machine, NativeArguments) { return Texts(machine, machine.options().arguments); }
Result FlagValues(Machine& machine, NativeArguments) { return Texts(machine, machine.program().flags()); }

Result FlagTaken(Machine& machine, NativeArguments arguments) {
  if (const Str* name = As<Str>(arguments[0])) machine.program().NoteFlagTaken(name->text);
  return Value::None();
}

/// A check of a program that was given no arguments looks at what it does with any.
Result AssumesArguments(Machine& machine, NativeArguments) {
  return Value::Bool(machine.options().mode == Mode::kCheck && machine.options().arguments.empty());
}

constexpr std::array kFloatSpecs = {
    // A function of <cmath> by its name, of one float or two. Domains are the caller's.
    NativeSpec{"float_function", "name, x, y=", OfFloats, 0, TypeHint::kFloat},
    // sys.argv after the file's name.
    NativeSpec{"program_arguments", "", ProgramArguments, kTellsOfRoot},
    // What `--flag` gives, `name=value` each; a flag of that name is defined; whether arguments that are required but
    // not given count as unknown.
    NativeSpec{"flag_values", "", FlagValues, kTellsOfRoot},
    NativeSpec{"flag_taken", "name", FlagTaken, kHasEffects},
    NativeSpec{"assumes_arguments", "", AssumesArguments, kTellsOfRoot, TypeHint::kBool},
};

}  // namespace

void InstallFloatIntrinsics(Machine& machine, Module* module) { machine.Define(module, kFloatSpecs); }

}  // namespace tfscope
