// Set-up of a machine, and the evaluation of a root along its paths.
#include "analyzer/evaluator/machine.h"
#include "analyzer/source/notebook.h"

#include "analyzer/evaluator/builtins/builtins.h"
#include "analyzer/evaluator/choice.h"
#include "analyzer/evaluator/intrinsics/intrinsics.h"
#include "analyzer/evaluator/native_signature.h"
#include "analyzer/evaluator/prepared_modules.h"
#include "analyzer/evaluator/program.h"
#include "analyzer/tensorflow/naming.h"

namespace tfscope {

namespace {

/// Makes one builtin class; `base` was made before it.
Class* MakeType(Heap& heap, std::string_view name, Class* base, Layout layout) {
  auto* cls = heap.New<Class>();
  cls->name = heap.Intern(name);
  cls->qualified_name = cls->name;
  cls->layout = layout;
  cls->is_native = true;
  cls->has_slots = layout != Layout::kException && layout != Layout::kModule && layout != Layout::kType;
  cls->mro = {cls};
  if (base == nullptr) return cls;
  cls->bases = {base};
  cls->mro.insert(cls->mro.end(), base->mro.begin(), base->mro.end());
  base->subclasses.push_back(cls);
  return cls;
}

void MakeTypes(Heap& heap, Types& types) {
  using enum Layout;
  struct Bases : Types {
    Class* nothing = nullptr;
  } made;
#define TFSCOPE_TYPE(field, python_name, base, layout) made.field = MakeType(heap, python_name, made.base, layout);
#include "analyzer/evaluator/types.def"
#undef TFSCOPE_TYPE
  types = made;
}

/// What IPython puts into the namespace of a notebook. Outputs are not known.
void DefineNamesOfIPython(Heap& heap, Module& main) {
  for (std::string_view name : {"_", "__", "___", "_i", "_ii", "In", "Out", "get_ipython", "display"}) {
    const bool is_output = name.starts_with('_') || name == "In" || name == "Out";
    main.attributes().SetStr(heap.Intern(name), heap.Fresh(is_output ? TypeHint::kAny : TypeHint::kOpaque, Span()));
  }
}

}  // namespace

Machine::Machine(Program& program, MachineOptions options)
    : program_(program),
      options_(std::move(options)),
      naming_(std::make_unique<Naming>(heap_.trail())),
      instructions_(options_.budgets),
      paths_(options_.budgets.paths, program.import_divisions()) {
  MakeTypes(heap_, types_);
  modules_ = heap_.NewDict();
  builtins_ = NewModule("builtins");
  builtins_->is_library = true;
  RegisterModule("builtins", Value::Of(builtins_));
  RegisterModule("__builtin__", Value::Of(builtins_));
  InstallObjectNatives();
  InstallGeneratorNatives();
  InstallBuiltins(*this);
  InstallNamespaceNatives();
}

Machine::~Machine() = default;

std::vector<EventLog> Machine::RunMain(FileId file) {
  main_ = NewModule("__main__");
  const std::string& path = program_.sources().file(file).display_path;
  main_->file = file;
  main_->is_library = path.starts_with('<');  // a program of ours that calls the user's
  main_->attributes().SetStr(heap_.Intern("__file__"), heap_.Text(path));
  main_->attributes().SetStr(heap_.Intern("__package__"), Value::None());
  main_->attributes().SetStr(heap_.Intern("__spec__"), Value::None());
  if (IsNotebook(path)) DefineNamesOfIPython(heap_, *main_);
  RegisterModule("__main__", Value::Of(main_));
  return RunPaths(EnterModule(main_, {OnReturn::kExit, 0, {}}));
}

/// Nothing is left of what ran before but the modules that it loaded.
void Machine::StartAfresh() {
  instructions_.Start(trail().naming_writes());
  paths_.Start();
  pending_ = exit_value_ = Value();
  log_ = EventLog();
  line_open_ = false;
  halted_ = false;
  depth_ = 0;
  frame_ = nullptr;
}

/// Follows all paths from a first step that entered a frame or failed to.
std::vector<EventLog> Machine::RunPaths(Step first) {
  std::vector<EventLog> logs;
  Step step = first;
  while (true) {
    if (step == Step::kSwitch) step = Execute();
    FinishPath(logs);
    if (!NextPath()) return logs;
    halted_ = false;
    instructions_.StartPath(trail().naming_writes());
    step = Step::kSwitch;
  }
}

/// Completes the current log and keeps it.
void Machine::FinishPath(std::vector<EventLog>& logs) {
  if (pending_.defined() && !halted_) SetProgramError(TakePending());
  FinishGraphs(*this);
  logs.push_back(log_);
  if (paths_.limit().valid()) {
    logs.back().complete = false;
    logs.back().events.push_back(LimitReached{"paths", paths_.limit()});
  }
  DisplayLog(logs.back());
  log_.error.reset();
  log_.graphs.clear();
  log_.complete = true;
}

/// What the interpreter would print as the last line of a traceback. `SystemExit` of 0 or None is no error.
void Machine::SetProgramError(Value exception) {
  auto* instance = As<Instance>(exception);
  ProgramError error;
  error.type = std::string(TypeOf(exception)->name->text);
  if (ExceptionIs(exception, types_.system_exit)) {
    auto* arguments = instance == nullptr ? nullptr : As<Tuple>(instance->payload);
    bool clean = arguments == nullptr || arguments->items.empty() || arguments->items[0].is_none() ||
                 (arguments->items[0].is_int() && arguments->items[0].as_int() == 0) ||
                 (arguments->items[0].is_bool() && !arguments->items[0].as_bool());
    if (clean || arguments->items[0].is_unknown()) return;
  }
  error.message = StrText(exception).value_or("");
  if (instance != nullptr) {
    error.place = instance->raised_at;
    error.stack = instance->traceback;
  }
  log_.error = std::move(error);
}

/// A module of builtins that are written in Python; without attributes if it cannot be evaluated.
Module* Machine::LoadBuiltins(std::string_view file_name) {
  Module* module = NewModule("builtins");
  module->is_library = true;
  std::optional<FileId> file = program_.LibraryFile(file_name);
  if (!file) return module;
  module->file = *file;
  ++nested_;
  Step step = EnterModule(module, {OnReturn::kExit, 0, {}});
  if (step == Step::kSwitch) step = Execute();
  --nested_;
  if (step == Step::kExit && exit_value_.defined()) exit_value_ = Value();
  return module;
}

/// A builtin that Python 2 has in another form or alone; null if `name` is none.
const Value* Machine::Python2Builtin(Str* name) {
  if (python2_builtins_ == nullptr) {
    python2_builtins_ = builtins_;  // while the module itself is evaluated
    python2_builtins_ = LoadBuiltins("python2_builtins.py");
  }
  const Value* found = python2_builtins_->attributes().FindStr(name);
  return found == nullptr || As<LazyImport>(*found) != nullptr ? nullptr : found;
}

Value Machine::BuiltinsFunction(std::string_view name) {
  if (python_builtins_ == nullptr) python_builtins_ = LoadBuiltins("builtins.py");
  const Value* found = python_builtins_->attributes().FindStr(heap_.Intern(name));
  return found == nullptr ? Fresh(TypeHint::kOpaque) : *found;
}

}  // namespace tfscope
