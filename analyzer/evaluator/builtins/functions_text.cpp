// Builtin functions that make or print text.
#include "analyzer/evaluator/builtins/builtins.h"
#include "analyzer/evaluator/builtins/natives.h"
#include "analyzer/evaluator/text.h"
#include "analyzer/evaluator/text/quote.h"
#include "analyzer/evaluator/text/symbolic_text.h"

namespace tfscope {

namespace {

Result Repr(Machine& machine, NativeArguments arguments) {
  std::optional<std::string> text = machine.ReprText(arguments[0]);
  return text.has_value() ? Result(TextValue(machine.heap(), *text)) : Result::Raised();
}

Result Ascii(Machine& machine, NativeArguments arguments) {
  std::optional<std::string> text = machine.ReprText(arguments[0]);
  return text.has_value() ? Result(TextValue(machine.heap(), EscapeNonAscii(*text))) : Result::Raised();
}

Result Format(Machine& machine, NativeArguments arguments) {
  Value specification = ArgumentOr(arguments, 1, machine.heap().Text(""));
  if (specification.is_unknown()) return machine.Fresh(TypeHint::kStr);
  const Str* text = As<Str>(Machine::Unwrap(specification));
  if (text == nullptr) {
    return machine.TypeError("format() argument 2 must be str, not {}", TypeName(machine, specification));
  }
  return BuiltinFormat(machine, arguments[0], text->text);
}

/// `sep` or `end` of print.
std::optional<std::string> PrintPart(Machine& machine, Value given, std::string_view name, std::string_view absent) {
  if (!given.defined() || given.is_none()) return std::string(absent);
  std::optional<std::string> text = TextOf(machine, given);
  if (!text.has_value()) {
    (void)machine.TypeError("{} must be None or a string, not {}", name, TypeName(machine, given));
  }
  return text;
}

/// What stands for the standard output, unless it is the first one; that one writes with `print` itself.
Value OtherStandardOutput(Machine& machine) {
  Heap& heap = machine.heap();
  const Value* found = machine.modules()->items.FindStr(heap.Intern("sys"));
  const Module* sys = found == nullptr ? nullptr : As<Module>(*found);
  if (sys == nullptr || Identical(machine.GlobalsOfCaller(), Value::Of(sys->dict))) return Value();
  const Value* current = sys->attributes().FindStr(heap.Intern("stdout"));
  const Value* first = sys->attributes().FindStr(heap.Intern("__stdout__"));
  return current == nullptr || first == nullptr || Identical(*current, *first) ? Value() : *current;
}

Result Print(Machine& machine, NativeArguments arguments) {
  std::span<const Value> values = As<Tuple>(arguments[0])->items;
  std::optional<std::string> separator = PrintPart(machine, arguments[1], "sep", " ");
  if (!separator.has_value()) return Result::Raised();
  std::optional<std::string> end = PrintPart(machine, arguments[2], "end", "\n");
  if (!end.has_value()) return Result::Raised();
  std::string line;
  for (size_t i = 0; i < values.size(); ++i) {
    std::optional<std::string> text = machine.StrText(values[i]);
    if (!text.has_value()) return Result::Raised();
    if (i > 0) line += *separator;
    line += *text;
  }
  line += *end;
  Value file = ArgumentOr(arguments, 3, Value::None());
  if (Value other = file.is_none() ? OtherStandardOutput(machine) : Value(); other.defined()) file = other;
  if (file.is_unknown()) return Value::None();
  if (file.is_none()) {
    machine.Print(line);
    return Value::None();
  }
  Value written = TextValue(machine.heap(), line);
  Result result = machine.CallMethod(file, "write", {&written, 1});
  return result.ok() ? Result(Value::None()) : result;
}

Result Input(Machine& machine, NativeArguments) { return machine.Fresh(TypeHint::kStr); }

Result Open(Machine& machine, NativeArguments arguments) {
  std::vector<Value> given(arguments.begin(), arguments.end());
  for (Value& argument : given) argument = argument.defined() ? argument : Value::None();
  return CallLibrary(machine, "open_file", std::move(given));
}

constexpr NativeSpec kFunctions[] = {
    {"repr", "obj", Repr, kTakesAll, TypeHint::kStr},
    {"ascii", "obj", Ascii, kTakesAll, TypeHint::kStr},
    {"format", "value, format_spec=", Format, kTakesAll, TypeHint::kStr},
    {"print", "*args, sep=, end=, file=, flush=", Print, kTakesAll | kHasEffects},
    {"input", "prompt=", Input, kTakesAll | kHasEffects, TypeHint::kStr},
    {"raw_input", "prompt=", Input, kTakesAll | kHasEffects, TypeHint::kStr},
    {"open", "file, mode=, buffering=, encoding=, errors=, newline=, closefd=, opener=", Open, kTakesAll | kHasEffects,
     TypeHint::kOpaque},
};

}  // namespace

void InstallTextFunctions(Machine& machine) { machine.Define(machine.builtins(), kFunctions); }

}  // namespace tfscope
