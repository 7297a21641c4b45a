// `_tfscope`: what library models ask about values and callables.
#include <array>

#include "analyzer/evaluator/code.h"
#include "analyzer/evaluator/intrinsics/intrinsics.h"
#include "analyzer/evaluator/program.h"

namespace tfscope {
namespace {

Result IsUnknown(Machine&, NativeArguments arguments) { return Value::Bool(arguments[0].is_unknown()); }

Result IsNone(Machine&, NativeArguments arguments) { return Value::Bool(arguments[0].is_none()); }

Result IsGenerator(Machine&, NativeArguments arguments) { return Value::Bool(As<Generator>(arguments[0]) != nullptr); }

Result Either(Machine&, NativeArguments arguments) { return arguments[0].is_none() ? arguments[1] : arguments[0]; }

Result Known(Machine&, NativeArguments arguments) { return arguments[0].is_unknown() ? arguments[1] : arguments[0]; }

std::string_view HintName(TypeHint hint) {
  switch (hint) {
    case TypeHint::kAny:
      return "any";
    case TypeHint::kOpaque:
      return "opaque";
    case TypeHint::kBool:
      return "bool";
    case TypeHint::kInt:
      return "int";
    case TypeHint::kFloat:
      return "float";
    case TypeHint::kStr:
    case TypeHint::kBytes:
      return "str";
    case TypeHint::kList:
      return "list";
    case TypeHint::kTuple:
      return "tuple";
    case TypeHint::kDict:
      return "dict";
    case TypeHint::kArray:
      return "array";
  }
  return "any";
}

Result HintOf(Machine& machine, NativeArguments arguments) {
  if (!arguments[0].is_unknown()) return Value::None();
  return machine.heap().Text(HintName(arguments[0].symbol()->hint));
}

Result SymbolId(Machine&, NativeArguments arguments) {
  return arguments[0].is_unknown() ? Value::Int(arguments[0].symbol()->id) : Value::None();
}

Result Text(Machine& machine, NativeArguments arguments) {
  if (!arguments[0].is_unknown()) return arguments[0];
  return NameValue(machine, NameOf(machine, arguments[0]));
}

Result Unknown(Machine& machine, NativeArguments arguments) {
  TypeHint hint = TypeHint::kAny;
  const std::string name = TextOf(arguments[0]);
  for (uint8_t i = 0; i <= static_cast<uint8_t>(TypeHint::kArray); ++i) {
    if (HintName(static_cast<TypeHint>(i)) != name) continue;
    hint = static_cast<TypeHint>(i);
    break;
  }
  if (name == "bytes") hint = TypeHint::kBytes;
  // What is shown of it is what the user wrote.
  return machine.heap().Fresh(hint, machine.CurrentSite().call);
}

/// The function that a call of `callable` runs first; null if it is not written in Python.
const Function* FunctionOf(Machine& machine, Value callable, int depth = 0) {
  constexpr int kDeepest = 8;
  if (const Function* function = As<Function>(callable)) return function;
  if (const BoundMethod* method = As<BoundMethod>(callable)) return As<Function>(method->function);
  if (depth > kDeepest) return nullptr;
  const Class* cls = As<Class>(callable);
  Str* name = machine.heap().Intern(cls == nullptr ? "__call__" : "__init__");
  if (cls == nullptr) cls = machine.TypeOf(callable);
  const Value* found = machine.LookUpInClass(cls, name);
  return found == nullptr ? nullptr : FunctionOf(machine, *found, depth + 1);
}

Result Parameters(Machine& machine, NativeArguments arguments) {
  const Function* function = FunctionOf(machine, arguments[0]);
  if (function == nullptr) return Value::None();
  const Code& code = *function->code;
  std::vector<Value> names;
  for (uint32_t i = 0; i < code.argument_count + code.keyword_only_count; ++i)
    names.push_back(Value::Of(code.locals[i]));
  return machine.heap().NewTuple({machine.heap().NewTuple(std::move(names)), Value::Int(code.argument_count),
                                  Value::Int(static_cast<int64_t>(function->defaults.size())),
                                  Value::Bool((code.flags & kHasKeywords) != 0)});
}

/// The name of the module whose code makes the innermost call that is the user's.
Result CallingModule(Machine& machine, NativeArguments) {
  const FileId file = machine.CurrentSite().call.file;
  const OrderedMap& modules = machine.modules()->items;
  for (size_t i = 0; i < modules.slots(); ++i) {
    const auto* module = As<Module>(modules.slot(i).value);
    if (module != nullptr && module->file == file && file != kNoFile) return Value::Of(module->name);
  }
  return Value::None();
}

Result LoadedModules(Machine& machine, NativeArguments) { return Value::Of(machine.modules()); }

Result IsPython2(Machine& machine, NativeArguments) { return Value::Bool(machine.ProgramIsPython2()); }

/// (function, file, line) of the user's frames, the innermost first.
Result ActiveCalls(Machine& machine, NativeArguments) {
  const SourceManager& sources = machine.program().sources();
  Heap& heap = machine.heap();
  std::vector<Value> calls;
  const auto add = [&](std::string_view function, Span place) {
    if (!place.valid()) return;
    const int64_t line = sources.Begin(place).line;
    calls.push_back(heap.NewTuple({heap.Text(function), heap.Text(sources.file(place.file).path), Value::Int(line)}));
  };
  const Site site = machine.CurrentSite();
  add(site.function, site.call);
  for (CallStackId id = site.stack; id != kNoCallStack; id = machine.stacks()[id].parent) {
    if (!machine.Charge(1)) return Result::Raised();
    add(machine.stacks()[id].caller, machine.stacks()[id].call_site);
  }
  return heap.NewList(std::move(calls));
}

constexpr uint32_t kAnything = kTakesUnknown | kTakesSymbolicText;

constexpr std::array kValueSpecs = {
    // None for certain (of an unknown value no side is tried); the default for what is None for certain,
    // for what is unknown.
    NativeSpec{"is_none", "value", IsNone, kAnything, TypeHint::kBool},
    NativeSpec{"is_generator", "value", IsGenerator, kAnything, TypeHint::kBool},
    NativeSpec{"either", "value, default", Either, kAnything},
    NativeSpec{"known", "value, default", Known, kAnything},
    // Whether the program parses only as Python 2.
    NativeSpec{"is_python2", "", IsPython2, kAnything, TypeHint::kBool},
    // The modules by name, which imports ask first.
    NativeSpec{"modules", "", LoadedModules, kAnything | kTellsOfRoot},
    NativeSpec{"calling_module", "", CallingModule, kAnything | kTellsOfRoot},
    // A value that the source does not fix; the name of what is known of its type; the number of its symbol.
    NativeSpec{"is_unknown", "value", IsUnknown, kAnything, TypeHint::kBool},
    NativeSpec{"type_hint", "value", HintOf, kAnything},
    NativeSpec{"symbol_id", "value", SymbolId, kAnything},
    // An unknown as partly known text, anything else as it is; a new unknown of a type hint.
    NativeSpec{"text", "value", Text, kAnything},
    NativeSpec{"unknown", "hint", Unknown, kAnything | kHasEffects},
    // (names, number of positional ones, number of defaults, takes any keyword) of what a call of it runs; a bound
    // method
    // counts its self. None if it is not written in Python.
    NativeSpec{"parameters", "callable", Parameters, kAnything},
    // (function, file, line) of each active call of the user's code, the innermost first.
    NativeSpec{"active_calls", "", ActiveCalls, kAnything | kHasEffects | kTellsOfRoot},
};

}  // namespace

void InstallValueIntrinsics(Machine& machine, Module* module) { machine.Define(module, kValueSpecs); }

}  // namespace tfscope
