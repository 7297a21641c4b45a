// Builtin functions that look at the calling frame: globals, locals, vars, eval, exec, compile, __import__.
#include <array>

#include "analyzer/evaluator/machine.h"
#include "analyzer/evaluator/program.h"

namespace tfscope {

namespace {

Result Globals(Machine& machine, NativeArguments) { return machine.GlobalsOfCaller(); }
Result Locals(Machine& machine, NativeArguments) { return machine.LocalsOfCaller(); }

Result Vars(Machine& machine, NativeArguments arguments) {
  if (!arguments[0].defined()) return machine.LocalsOfCaller();
  Result found = machine.GetAttribute(arguments[0], machine.heap().Intern("__dict__"));
  if (found.ok() || !machine.ExceptionIs(machine.pending(), machine.types().attribute_error)) return found;
  machine.TakePending();
  return machine.TypeError("vars() argument must have __dict__ attribute");
}

Result Evaluate(Machine& machine, NativeArguments arguments) {
  return machine.RunText(TextKind::kExpression, arguments[0], arguments[1], arguments[2]);
}

Result Execute(Machine& machine, NativeArguments arguments) {
  return machine.RunText(TextKind::kStatements, arguments[0], arguments[1], arguments[2]);
}

/// Puts the name given to `compile` into the SyntaxError that it raises.
void NameFile(Machine& machine, Value name) {
  auto* error = As<Instance>(machine.pending());
  auto* arguments = error == nullptr ? nullptr : As<Tuple>(error->payload);
  auto* place = arguments == nullptr || arguments->items.size() != 2 ? nullptr : As<Tuple>(arguments->items[1]);
  if (place == nullptr || place->items.empty()) return;
  std::vector<Value> parts = place->Copy();
  parts[0] = name;
  error->payload = machine.heap().NewTuple({arguments->items[0], machine.heap().NewTuple(std::move(parts))});
}

Result Compile(Machine& machine, NativeArguments arguments) {
  auto* mode = As<Str>(arguments[2]);
  bool is_expression = mode != nullptr && mode->text == "eval";
  if (mode != nullptr && !mode->symbolic && mode->text != "exec" && mode->text != "eval" && mode->text != "single") {
    return machine.ValueError("compile() mode must be 'exec', 'eval' or 'single'");
  }
  Result compiled = machine.CompileText(is_expression ? TextKind::kExpression : TextKind::kStatements, arguments[0],
                                        "compile() arg 1 must be a string, bytes or AST object");
  if (compiled.raised()) NameFile(machine, arguments[1]);
  return compiled;
}

Result Import(Machine& machine, NativeArguments arguments) {
  auto* name = As<Str>(arguments[0]);
  if (name == nullptr || name->symbolic) return machine.Fresh(TypeHint::kOpaque);
  if (name->text.empty()) return machine.ValueError("Empty module name");
  bool has_from_list = arguments[3].defined() && !arguments[3].is_none();
  return machine.ImportByName(name->text, !has_from_list);
}

constexpr uint32_t kAnything = kTakesUnknown | kTakesSymbolicText;
constexpr std::array kFunctions = {
    NativeSpec{"globals", "", Globals},
    NativeSpec{"locals", "", Locals},
    NativeSpec{"vars", "object=", Vars, kAnything},
    NativeSpec{"eval", "source, globals=, locals=", Evaluate, kAnything},
    NativeSpec{"exec", "source, globals=, locals=", Execute, kAnything | kHasEffects},
    NativeSpec{"compile", "source, filename, mode, flags=, dont_inherit=, optimize=", Compile, kAnything},
    NativeSpec{"__import__", "name, globals=, locals=, fromlist=, level=", Import, kAnything},
};

}  // namespace

void Machine::InstallNamespaceNatives() { Define(builtins_, kFunctions); }

Value Machine::GlobalsOfCaller() { return Value::Of(frame_->globals->dict); }

Value Machine::LocalsOfCaller() {
  const Code& code = *frame_->code;
  bool is_function = (code.flags & kIsFunction) != 0;
  if (frame_->names != nullptr && !is_function) return Value::Of(frame_->names);
  Dict* dict = heap_.NewDict();
  if (frame_->names != nullptr) dict->items = frame_->names->items;
  for (size_t i = 0; i < code.locals.size(); ++i) {
    if (frame_->locals[i].defined()) dict->items.SetStr(code.locals[i], frame_->locals[i]);
  }
  for (size_t i = 0; i < frame_->cells.size(); ++i) {
    size_t own = code.cell_variables.size();
    Str* name = i < own ? code.cell_variables[i] : code.free_variables[i - own];
    if (frame_->cells[i]->value.defined()) dict->items.SetStr(name, frame_->cells[i]->value);
  }
  return Value::Of(dict);
}

/// Imports a module by its dotted name, at once. `top`: gives its top package, as `import a.b` does.
Result Machine::ImportByName(std::string_view dotted_name, bool top) {
  Value module;
  std::string name(dotted_name);
  Step step = ResolveNested([&] { return LoadModule(name, &module); });
  if (step != Step::kNext) return Result::Raised();
  if (top) module = FindLoaded(std::string_view(name).substr(0, name.find('.')));
  return module;
}

}  // namespace tfscope
