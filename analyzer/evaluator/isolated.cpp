// Roots without a known caller: a function called with symbolic arguments, in scopes and among variables that are not
// known.
#include "analyzer/evaluator/choice.h"
#include "analyzer/evaluator/isolated_roots.h"
#include "analyzer/evaluator/machine.h"
#include "analyzer/evaluator/program.h"
#include "analyzer/tensorflow/naming.h"

namespace tfscope {

namespace {

std::string ModuleNameOf(std::string_view path) {
  size_t slash = path.rfind('/');
  std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  return std::string(name.substr(0, name.rfind('.')));
}

/// By its first parameter's name, a function of a class is meant for instances or for the class. Some classes only hold
/// functions, which are called by the class's name.
bool TakesSelf(const Code& code) {
  if (code.argument_count == 0) return false;
  const std::string_view first = code.locals[0]->text;
  return first == "self" || first == "cls" || first == "_self" || first == "this" || first == "klass";
}

bool IsStaticMethod(const Class& cls, const Str* name) {
  const Value* found = cls.attributes.FindStr(name);
  return found != nullptr && As<StaticMethod>(*found) != nullptr;
}

}  // namespace

void Machine::LoadForCallers(FileId file) {
  main_ = NewModule(ModuleNameOf(program_.sources().file(file).path));
  main_->file = file;
  main_->attributes().SetStr(heap_.Intern("__file__"), heap_.Text(FileName(file)));
  main_->attributes().SetStr(heap_.Intern("__package__"), Value::None());
  RegisterModule(main_->name->text, Value::Of(main_));
  Mode mode = options_.mode;
  options_.mode = Mode::kInventory;  // callers find one state, that of the likelier sides
  if (EnterModule(main_, {OnReturn::kExit, 0, {}}) == Step::kSwitch) Execute();
  options_.mode = mode;
  // At a limit the bodies of modules may be left half-way. A model of a library must be whole.
  for (const Frame* frame = frame_; frame != nullptr; frame = frame->back) {
    if ((frame->code->flags & kIsModule) != 0 && frame->globals->is_library) ForgetModule(frame->globals);
  }
  while (!choices_.empty()) CloseChoice();
  StartAfresh();
  ForgetCallers();
}

/// What exists in graphs so far, and the state of their scopes, is the caller's business from here on.
void Machine::ForgetCallers() {
  isolated_ = true;
  naming_->LeaveGraphsOpen();
  for (GraphIndex graph = 0; graph < naming_->graph_count(); ++graph) {
    const auto* object = static_cast<const Object*>(naming_->graph_handle(graph));
    if (object == nullptr) continue;
    Value scope = LookUp(Value::Of(const_cast<Object*>(object)), heap_.Intern("_variable_scope"));
    if (As<Instance>(scope) == nullptr) continue;
    std::ignore = SetAttribute(scope, heap_.Intern("_reuse"), Fresh(TypeHint::kBool));
  }
}

std::vector<EventLog> Machine::RunIsolated(const IsolatedRoot& root) {
  std::vector<EventLog> logs;
  TrailMark mark = trail().Open();
  StartAfresh();
  std::vector<Value> arguments;
  Value callee = IsolatedCall(root, arguments);
  if (callee.defined()) logs = RunPaths(StartCall(callee, arguments, {}, {OnReturn::kExit, 0, {}}));
  for (EventLog& log : logs) log.isolated = true;
  trail().RollBack(mark);
  heap_.CloseSnapshot();
  return logs;
}

/// The function of library/isolated_root.py that makes the call, and its arguments. Undefined if the module does not
/// have the function.
Value Machine::IsolatedCall(const IsolatedRoot& root, std::vector<Value>& arguments) {
  Str* name = root.function->name;
  const Value* found = main_->attributes().FindStr(root.class_name == nullptr ? name : root.class_name);
  if (found == nullptr) return Value();
  Result driver = ImportByName("isolated_root", false);
  if (driver.raised()) return Value();
  if (root.class_name == nullptr) {
    Value pair = SymbolicArguments(*root.function, false, root.has_caller);
    arguments = {*found, As<Tuple>(pair)->items[0], As<Tuple>(pair)->items[1]};
    return LookUp(driver.value(), heap_.Intern("call_function"));
  }
  const Class* cls = As<Class>(*found);
  if (cls == nullptr || cls->attributes.FindStr(name) == nullptr) return Value();
  if (!TakesSelf(*root.function) || IsStaticMethod(*cls, name)) {  // called as `Class.name(...)`
    const Result function = GetAttribute(*found, name);
    if (!function.ok()) return Value();
    Value pair = SymbolicArguments(*root.function, false, root.has_caller);
    arguments = {function.value(), As<Tuple>(pair)->items[0], As<Tuple>(pair)->items[1]};
    return LookUp(driver.value(), heap_.Intern("call_function"));
  }
  const Value* initializer = LookUpInClass(cls, heap_.names().init);
  const Function* function = initializer == nullptr ? nullptr : As<Function>(*initializer);
  Value made = heap_.NewTuple({heap_.NewTuple({}), Value::Of(heap_.NewDict())});
  if (function != nullptr && !function->globals->is_library) made = SymbolicArguments(*function->code, true, false);
  Value called = SymbolicArguments(*root.function, true, root.has_caller);
  arguments = {*found,          As<Tuple>(made)->items[0],   As<Tuple>(made)->items[1],
               Value::Of(name), As<Tuple>(called)->items[0], As<Tuple>(called)->items[1]};
  return LookUp(driver.value(), heap_.Intern("call_method"));
}

/// A tuple of arguments and a dict of keywords, one symbol for each parameter; without those that have a default,
/// unless `gives_all`.
Value Machine::SymbolicArguments(const Code& code, bool skips_first, bool gives_all) {
  const SyntaxTree& tree = *code.tree;
  std::vector<Value> positional;
  auto* keywords = heap_.NewDict();
  bool first = true;
  for (NodeId id : tree.Children(tree.Child(code.node, 0))) {
    const Node& parameter = tree[id];
    auto kind = static_cast<ParameterKind>(parameter.op);
    bool has_default = tree.Child(id, 1) != kNoNode && !gives_all;
    bool skipped = skips_first && first;
    first = false;
    if (skipped || has_default || kind == ParameterKind::kVarArgs || kind == ParameterKind::kKeywords) continue;
    Value argument = heap_.Fresh(TypeHint::kAny, tree.SpanOf(id));
    if (kind == ParameterKind::kKeywordOnly) {
      keywords->items.SetStr(heap_.Intern(program_.interner().Text(parameter.atom)), argument);
    } else {
      positional.push_back(argument);
    }
  }
  return heap_.NewTuple({heap_.NewTuple(std::move(positional)), Value::Of(keywords)});
}

}  // namespace tfscope
