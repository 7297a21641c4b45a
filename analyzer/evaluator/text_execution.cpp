// Code that comes as text: eval, exec, compile, and Python 2's exec statement.
#include <utility>

#include "analyzer/evaluator/machine.h"
#include "analyzer/evaluator/program.h"
#include "analyzer/evaluator/protocols.h"
#include "analyzer/evaluator/text_errors.h"

namespace tfscope {

namespace {

constexpr std::string_view kBlanks = " \t";

std::string_view WithoutIndentation(std::string_view text) {
  size_t first = text.find_first_not_of(kBlanks);
  return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

/// An argument that says which namespace to use; null for the caller's.
bool IsGiven(Value value) { return value.defined() && !value.is_none(); }

// What a text costs to parse and to keep, in instructions and in bytes, beside what its length adds.
constexpr size_t kParseCost = 1000;
constexpr size_t kTreeBytes = 64;

}  // namespace

/// The code of a source that is a known text or compiled already. Undefined: not known. Text that does not parse is a
/// SyntaxError; `refusal` is the TypeError of anything else.
Result Machine::CompileText(TextKind kind, Value source, std::string_view refusal) {
  Value plain = Unwrap(source);
  if (As<CodeObject>(plain) != nullptr) return plain;
  std::string_view text;
  if (auto* known = As<Str>(plain); known != nullptr && !known->symbolic) {
    text = known->text;
  } else if (auto* bytes = As<Bytes>(plain)) {
    text = bytes->data;
  } else {
    return plain.is_unknown() || known != nullptr ? Result(Fresh(TypeHint::kOpaque)) : TypeError("{}", refusal);
  }
  if (!Charge(kParseCost + text.size())) return Result::Raised();
  heap_.Charge(kParseCost + text.size() * kTreeBytes);
  bool python2 = InPython2();
  Code* code = kind == TextKind::kExpression ? program_.ExpressionCode(WithoutIndentation(text), python2)
                                             : program_.StatementsCode(text, python2);
  const std::string_view shown = kind == TextKind::kExpression ? WithoutIndentation(text) : text;
  if (code == nullptr)
    return RaiseSyntaxError(*this, ErrorOfText(program_, kind == TextKind::kExpression, shown, python2), "<string>",
                            shown);
  auto* object = heap_.New<CodeObject>();
  object->code = code;
  return Value::Of(object);
}

/// The module whose globals a namespace is: the caller's, or one made around the dict.
Module* Machine::ModuleAround(Dict* dict) {
  if (dict == frame_->globals->dict) return frame_->globals;
  Str* builtins = heap_.Intern("__builtins__");
  if (dict->items.FindStr(builtins) == nullptr) {
    heap_.WillWrite(dict);
    dict->items.SetStr(builtins, Value::Of(builtins_));
  }
  auto* module = heap_.New<Module>();
  module->dict = dict;
  const Value* name = dict->items.FindStr(heap_.Intern("__name__"));
  module->name = name != nullptr && As<Str>(*name) != nullptr ? As<Str>(*name) : builtins_->name;
  module->file = frame_->globals->file;
  module->is_library = frame_->globals->is_library;
  return module;
}

/// `eval` and `exec` in the given namespaces, the caller's by default. Unknown text has no known effect.
Result Machine::RunText(TextKind kind, Value source, Value globals, Value locals) {
  const bool evaluates = kind == TextKind::kExpression;
  Result compiled = CompileText(kind, source,
                                evaluates ? "eval() arg 1 must be a string, bytes or code object"
                                          : "exec() arg 1 must be a string, bytes or code object");
  if (compiled.raised()) return compiled;
  auto* object = As<CodeObject>(compiled.value());
  if (object == nullptr || (object->code->flags & kIsModule) == 0) {
    return kind == TextKind::kExpression ? Fresh() : Value::None();
  }
  if (depth_ >= options_.budgets.depth) return Raise(types_.recursion_error, "maximum recursion depth exceeded");
  Dict* given_globals = IsGiven(globals) ? As<Dict>(Unwrap(globals)) : nullptr;
  Dict* names = As<Dict>(LocalsOfCaller());
  if (IsGiven(globals)) names = given_globals == nullptr ? heap_.NewDict() : given_globals;
  if (IsGiven(locals)) names = As<Dict>(Unwrap(locals)) == nullptr ? heap_.NewDict() : As<Dict>(Unwrap(locals));
  program_.codes().EnsureCompiled(object->code);
  Frame* frame = NewFrame();
  frame->code = object->code;
  frame->globals = given_globals == nullptr ? frame_->globals : ModuleAround(given_globals);
  frame->names = names;
  frame->locals.assign(object->code->locals.size(), Value());
  for (size_t i = 0; i < object->code->cell_variables.size(); ++i) frame->cells.push_back(heap_.New<Cell>());
  ++nested_;
  Step step = EnterFrame(frame, {OnReturn::kExit, 0, {}});
  if (step == Step::kSwitch) step = Execute();
  --nested_;
  if (step == Step::kExit && exit_value_.defined()) return std::exchange(exit_value_, Value());
  return Result::Raised();
}

/// Python 2's exec statement. Without namespaces it binds the caller's names, also those of a function.
Machine::Step Machine::ExecStatement(Frame& frame) {
  Value locals = Pop(frame);
  Value globals = Pop(frame);
  Value source = Pop(frame);
  bool binds_function = globals.is_none() && (frame.code->flags & kIsFunction) != 0;
  if (!binds_function) return RunText(TextKind::kStatements, source, globals, locals).ok() ? Step::kNext : Step::kRaise;
  Value names = LocalsOfCaller();
  if (!RunText(TextKind::kStatements, source, globals, names).ok()) return Step::kRaise;
  const Code& code = *frame.code;
  heap_.WillWrite(&frame);
  frame.names = As<Dict>(names);
  for (size_t i = 0; i < code.locals.size(); ++i) {
    if (Value* bound = frame.names->items.FindStr(code.locals[i])) frame.locals[i] = *bound;
  }
  for (size_t i = 0; i < code.cell_variables.size(); ++i) {
    Value* bound = frame.names->items.FindStr(code.cell_variables[i]);
    if (bound == nullptr) continue;
    heap_.WillWrite(frame.cells[i]);
    frame.cells[i]->value = *bound;
  }
  return Step::kNext;
}

}  // namespace tfscope
