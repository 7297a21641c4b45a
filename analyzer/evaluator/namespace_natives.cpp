// Builtin functions that look at the calling frame: globals, locals, vars, eval, exec, __import__.
#include <array>

#include "analyzer/evaluator/machine.h"
#include "analyzer/evaluator/program.h"

namespace tfscope {

namespace {

Result Globals(Machine& machine, NativeArguments) { return machine.GlobalsOfCaller(); }
Result Locals(Machine& machine, NativeArguments) { return machine.LocalsOfCaller(); }

Result Vars(Machine& machine, NativeArguments arguments) {
  if (!arguments[0].defined()) return machine.LocalsOfCaller();
  return machine.GetAttribute(arguments[0], machine.heap().Intern("__dict__"));
}

Result Evaluate(Machine& machine, NativeArguments arguments) {
  auto* text = As<Str>(arguments[0]);
  if (text == nullptr || text->symbolic) return machine.Fresh();
  return machine.EvaluateText(text->text, arguments[1], arguments[2]);
}

Result Execute(Machine& machine, NativeArguments) {
  machine.Fresh();
  return Value::None();
}

Result Import(Machine& machine, NativeArguments arguments) {
  auto* name = As<Str>(arguments[0]);
  if (name == nullptr || name->symbolic) return machine.Fresh(TypeHint::kOpaque);
  bool has_from_list = arguments[3].defined() && !arguments[3].is_none();
  return machine.ImportByName(name->text, !has_from_list);
}

constexpr uint32_t kAnything = kTakesUnknown | kTakesSymbolicText;
constexpr std::array kFunctions = {
    NativeSpec{"globals", "", Globals},
    NativeSpec{"locals", "", Locals},
    NativeSpec{"vars", "object=", Vars, kAnything},
    NativeSpec{"eval", "source, globals=, locals=", Evaluate, kAnything},
    NativeSpec{"exec", "source, globals=, locals=", Execute, kAnything},
    NativeSpec{"__import__", "name, globals=, locals=, fromlist=, level=", Import, kAnything},
};

}  // namespace

void Machine::InstallNamespaceNatives() { Define(builtins_, kFunctions); }

Value Machine::GlobalsOfCaller() { return Value::Of(frame_->globals->dict); }

Value Machine::LocalsOfCaller() {
  if (frame_->names != nullptr) return Value::Of(frame_->names);
  Dict* dict = heap_.NewDict();
  const Code& code = *frame_->code;
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

/// `eval` of a known text, in the caller's names. Text that does not parse is a SyntaxError.
Result Machine::EvaluateText(std::string_view text, Value globals, Value locals) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  Code* code = program_.ExpressionCode(text);
  if (code == nullptr) return Raise(types_.syntax_error, "invalid syntax");
  if (depth_ >= options_.budgets.depth) return Raise(types_.recursion_error, "maximum recursion depth exceeded");
  Dict* names = As<Dict>(LocalsOfCaller());
  if (auto* given = As<Dict>(globals)) names = given;
  if (auto* given = As<Dict>(locals)) names = given;
  program_.codes().EnsureCompiled(code);
  Frame* frame = NewFrame();
  frame->code = code;
  frame->globals = frame_->globals;
  frame->names = names;
  frame->locals.assign(code->locals.size(), Value());
  for (size_t i = 0; i < code->cell_variables.size(); ++i) frame->cells.push_back(heap_.New<Cell>());
  ++nested_;
  Step step = EnterFrame(frame, {OnReturn::kExit, 0, {}});
  if (step == Step::kSwitch) step = Machine::Execute();
  --nested_;
  if (step == Step::kExit && exit_value_.defined()) return std::exchange(exit_value_, Value());
  return Result::Raised();
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
