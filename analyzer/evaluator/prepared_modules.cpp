#include "analyzer/evaluator/prepared_modules.h"

#include "analyzer/evaluator/choice.h"
#include "analyzer/evaluator/machine.h"
#include "analyzer/evaluator/missing_api.h"
#include "analyzer/evaluator/program.h"
#include "analyzer/tensorflow/naming.h"

namespace tfscope {

namespace {

/// Modules of the machine itself, which are there from its begin.
bool IsPartOfMachine(std::string_view name) {
  return name == "builtins" || name == "__builtin__" || name == "_tfscope" || name == "__main__";
}

/// Library modules in sys.modules that are whole.
template <typename Use>
void ForEachLibraryModule(const Dict& modules, Use use) {
  for (size_t i = 0; i < modules.items.slots(); ++i) {
    const OrderedMap::Entry& entry = modules.items.slot(i);
    const Str* name = As<Str>(entry.key);
    auto* module = As<Module>(entry.value);
    if (name == nullptr || module == nullptr || !module->is_library || module->loading) continue;
    if (!IsPartOfMachine(name->text)) use(name->text, module);
  }
}

/// Takes a module out of its package, where its import put it, until a root imports it.
void Unbind(const PreparedModules& prepared, std::string_view name, const Module* module, Heap& heap) {
  Module* package = prepared.Find(ParentModule(name));
  if (package == nullptr) return;
  const Str* last = heap.Intern(LastComponent(name));
  const Value* bound = package->attributes().FindStr(last);
  if (bound != nullptr && As<Module>(*bound) == module) package->attributes().EraseStr(last);
}

/// Puts in place of a prepared module's imports what they stand for, where that is known without loading anything. A
/// package that names its parts imports them when a root asks for them: then they are in sys.modules, too.
void ResolveImports(const PreparedModules& prepared, Module& module) {
  if (module.is_package) return;
  for (size_t i = 0; i < module.attributes().slots(); ++i) {
    OrderedMap::Entry& entry = module.attributes().slot(i);
    const LazyImport* lazy = As<LazyImport>(entry.value);
    if (lazy == nullptr) continue;
    Module* source = prepared.Find(lazy->module->text);
    if (source == nullptr) continue;
    const Value* found = lazy->name == nullptr ? nullptr : source->attributes().FindStr(lazy->name);
    if (found != nullptr && As<LazyImport>(*found) == nullptr) entry.value = *found;
  }
}

}  // namespace

/// Loads what earlier roots have loaded from the library, for the roots to come.
void Machine::PrepareModules() {
  const std::vector<std::string> wanted = prepared_->TakeWanted();
  if (wanted.empty()) return;
  options_ = {.mode = Mode::kInventory, .reads_disk = false};
  instructions_ = InstructionBudget(options_.budgets);
  prepared_->preparing = true;
  for (const std::string& name : wanted) {
    if (prepared_->Find(name) != nullptr) continue;
    StartAfresh();
    prepared_->TakeAskedOfRoot();
    const TrailMark mark = trail().Open();
    const bool failed = ImportByName(name, false).raised() || halted_ || !log_.events.empty();
    const bool depends = prepared_->TakeAskedOfRoot();
    if (failed || depends) {
      trail().RollBack(mark);
      prepared_->Refuse(name);
    }
    heap_.CloseSnapshot();
    ForEachLibraryModule(*modules_, [&](std::string_view loaded, Module* module) { prepared_->Add(loaded, module); });
  }
  for (const auto& [name, module] : prepared_->modules()) modules_->items.EraseStr(heap_.Intern(name));
  for (const auto& [name, module] : prepared_->modules()) Unbind(*prepared_, name, module, heap_);
  for (const auto& [name, module] : prepared_->modules()) ResolveImports(*prepared_, *module);
  prepared_->preparing = false;
}

void Machine::BeginRoot(MachineOptions options, bool python2) {
  if (prepared_ == nullptr) {
    prepared_ = std::make_unique<PreparedModules>();
    prepared_->python2 = python2;
  }
  PrepareModules();
  options_ = std::move(options);
  instructions_ = InstructionBudget(options_.budgets);
  paths_.SetBudget(options_.budgets.paths);
  StartAfresh();
  prepared_->state = {.trail = trail().Open(),
                      .heap = heap_.Now(),
                      .free_frames = free_frames_,
                      .python_builtins = python_builtins_,
                      .python2_builtins = python2_builtins_};
}

void Machine::EndRoot() {
  if (ProgramIsPython2() == prepared_->python2) {
    ForEachLibraryModule(*modules_, [&](std::string_view name, Module*) { prepared_->Want(name); });
  }
  while (!choices_.empty()) CloseChoice();
  PreparedModules::State& state = prepared_->state;
  trail().RollBack(state.trail);
  heap_.CloseSnapshot();
  StartAfresh();
  tail_ = {};
  decisions_.clear();
  main_ = nullptr;
  isolated_ = importing_ = print_space_ = false;
  nested_ = 0;
  free_frames_ = std::move(state.free_frames);
  python_builtins_ = state.python_builtins;
  python2_builtins_ = state.python2_builtins;
  heap_.Rewind(state.heap);
}

/// The prepared module of this name, if what was found for an import is the same.
Module* Machine::PreparedModule(std::string_view dotted_name, const std::optional<ModuleLocation>& location) {
  if (prepared_ == nullptr || ProgramIsPython2() != prepared_->python2) return nullptr;
  if (prepared_->preparing && location && !location->is_library) prepared_->NoteAskedOfRoot();
  Module* module = prepared_->Find(dotted_name);
  if (module == nullptr || (location && !location->is_library)) return nullptr;
  return module->file == (location ? location->file : kNoFile) ? module : nullptr;
}

}  // namespace tfscope
