// Imports: names to modules, module bodies as frames, the lazy imports of library models.
#include "analyzer/evaluator/intrinsics/intrinsics.h"
#include "analyzer/evaluator/machine.h"
#include "analyzer/evaluator/missing_api.h"
#include "analyzer/evaluator/program.h"
#include "analyzer/evaluator/protocols.h"
#include "analyzer/evaluator/star_imports.h"
#include "analyzer/evaluator/text_errors.h"
#include "analyzer/tensorflow/api_table.h"

namespace tfscope {

namespace {

namespace fs = std::filesystem;

constexpr size_t kMaxSearchFolders = 100;

/// The package that a module is in, or is; empty for one at the top.
std::string_view PackageOf(const Module& module) {
  return module.is_package ? module.name->text : ParentModule(module.name->text);
}

/// A relative folder of sys.path counts from the working folder, or from that of the running file if only there it
/// exists.
fs::path WholePath(Machine& machine, const fs::path& folder) {
  std::error_code error;
  const fs::path here = fs::absolute(folder, error);
  const std::vector<fs::path>& original = machine.program().search_path();
  return original.empty() || machine.program().sources().disk().IsFolder(here) ? here : original[0] / folder;
}

/// Folders of sys.path where the program has changed it.
std::optional<std::vector<fs::path>> ChangedPath(Machine& machine) {
  const std::vector<fs::path>& original = machine.program().search_path();
  const Value* loaded = machine.modules()->items.FindStr(machine.heap().Intern("sys"));
  auto* sys = loaded == nullptr ? nullptr : As<Module>(*loaded);
  const Value* path = sys == nullptr ? nullptr : sys->attributes().FindStr(machine.heap().Intern("path"));
  auto* list = path == nullptr ? nullptr : As<List>(*path);
  if (list == nullptr) return std::nullopt;
  std::vector<fs::path> folders;
  for (Value item : list->items) {
    auto* text = As<Str>(item);
    if (text == nullptr || text->symbolic || folders.size() == kMaxSearchFolders) continue;
    fs::path folder(text->text);
    if (folder.is_relative()) folder = WholePath(machine, folder);
    folders.push_back(std::move(folder));
  }
  if (folders == original) return std::nullopt;
  return folders;
}

std::optional<ModuleLocation> FindModule(Machine& machine, std::string_view dotted_name) {
  const std::optional<std::vector<fs::path>> changed = ChangedPath(machine);
  return changed ? machine.program().FindModule(dotted_name, *changed) : machine.program().FindModule(dotted_name);
}

/// The module `name` of an object that a program put in sys.modules as a package, if it is loaded or can be found.
std::optional<std::string> SubmoduleOfObject(Machine& machine, Value package, std::string_view name) {
  auto* instance = As<Instance>(package);
  if (instance == nullptr || instance->dict == nullptr) return std::nullopt;
  Heap& heap = machine.heap();
  const Value* own_name = instance->dict->items.FindStr(heap.Intern("__name__"));
  auto* text = own_name == nullptr ? nullptr : As<Str>(*own_name);
  if (text == nullptr) return std::nullopt;
  std::string dotted = fmt::format("{}.{}", text->text, name);
  if (machine.modules()->items.FindStr(heap.Intern(dotted)) != nullptr) return dotted;
  const bool is_package = instance->dict->items.FindStr(heap.Intern("__path__")) != nullptr;
  return is_package && FindModule(machine, dotted) ? std::optional(dotted) : std::nullopt;
}

/// True where a package of TensorFlow gives something else the name of its submodule, as `arg_scope` is.
bool ShadowsSubmodule(const Module& package, std::string_view name) {
  if (!package.is_library) return false;
  std::optional<ApiEntry> entry = ApiTable::TensorFlow().Find(package.name->text, name);
  return entry && entry->kind != ApiKind::kModule;
}

/// Why a module that was not found cannot be there: what should contain it is no package, or has something else of that
/// name. A package may have been built with modules that are not seen here.
std::optional<std::string> CannotContain(Machine& machine, Value container, std::string_view dotted_name) {
  auto* parent = As<Module>(container);
  if (parent == nullptr || (parent->file == kNoFile && !parent->is_library)) return std::nullopt;
  std::string text = fmt::format("No module named '{}'", dotted_name);
  Heap& heap = machine.heap();
  const bool is_package = parent->is_package || parent->attributes().FindStr(heap.Intern("__path__")) != nullptr;
  if (!is_package) text += fmt::format("; '{}' is not a package", parent->name->text);
  if (!parent->is_library) return is_package ? std::nullopt : std::optional(text);
  const std::string_view name = LastComponent(dotted_name);
  const Value* found = parent->attributes().FindStr(heap.Intern(name));
  const bool is_other = found != nullptr && (As<Function>(*found) || As<Class>(*found) || As<NativeFunction>(*found));
  return is_other || ShadowsSubmodule(*parent, name) ? std::optional(text) : std::nullopt;
}

}  // namespace

/// `from .x import y` in package `a.b` names `a.b.x`.
std::string Machine::AbsoluteName(const Frame& frame, std::string_view name, uint32_t level) const {
  if (level == 0) return std::string(name);
  const Module& module = *frame.globals;
  std::string_view package = module.name->text;
  uint32_t up = module.is_package ? level - 1 : level;
  for (uint32_t i = 0; i < up; ++i) package = ParentModule(package);
  if (package.empty()) return std::string(name);
  return name.empty() ? std::string(package) : fmt::format("{}.{}", package, name);
}

Value Machine::FindLoaded(std::string_view dotted_name) {
  const Value* found = modules_->items.FindStr(heap_.Intern(dotted_name));
  return found == nullptr ? Value() : *found;
}

Module* Machine::NewModule(std::string_view dotted_name) {
  auto* module = heap_.New<Module>();
  module->dict = heap_.NewDict();
  module->name = heap_.Intern(dotted_name);
  module->attributes().SetStr(heap_.Intern("__name__"), Value::Of(module->name));
  module->attributes().SetStr(heap_.Intern("__doc__"), Value::None());
  return module;
}

/// Registers a module in sys.modules and as an attribute of its package.
void Machine::RegisterModule(std::string_view dotted_name, Value module) {
  heap_.WillWrite(modules_);
  modules_->items.SetStr(heap_.Intern(dotted_name), module);
  auto* parent = As<Module>(FindLoaded(ParentModule(dotted_name)));
  if (parent == nullptr) return;
  Str* name = heap_.Intern(LastComponent(dotted_name));
  if (parent->is_library && (parent->attributes().FindStr(name) != nullptr || ShadowsSubmodule(*parent, name->text))) {
    return;
  }
  heap_.WillWrite(parent->dict);
  parent->attributes().SetStr(name, module);
}

/// Undoes RegisterModule.
void Machine::ForgetModule(Module* module) {
  if (auto* parent = As<Module>(FindLoaded(ParentModule(module->name->text)))) {
    Str* name = heap_.Intern(LastComponent(module->name->text));
    const Value* attribute = parent->attributes().FindStr(name);
    if (attribute != nullptr && As<Module>(*attribute) == module) {
      heap_.WillWrite(parent->dict);
      parent->attributes().EraseStr(name);
    }
  }
  const Value* known = modules_->items.FindStr(module->name);
  if (known == nullptr || As<Module>(*known) != module) return;
  heap_.WillWrite(modules_);
  modules_->items.EraseStr(module->name);
}

/// Makes sure that `dotted_name` and its packages are loaded. kNext: `*module` is set. kSwitch: a module body was
/// entered; the current instruction runs again once it is done. Modules that are nowhere are opaque.
Machine::Step Machine::LoadModule(std::string_view dotted_name, Value* module) {
  for (size_t end = dotted_name.find('.');; end = dotted_name.find('.', end + 1)) {
    std::string_view prefix = dotted_name.substr(0, end);
    Value loaded = FindLoaded(prefix);
    if (!loaded.defined()) {
      Step step = StartModule(prefix, &loaded);
      if (step != Step::kNext) return step;
    }
    if (loaded.is_none()) {
      return Fail(Raise(types_.module_not_found_error, fmt::format("No module named '{}'", prefix)));
    }
    if (end == std::string_view::npos || loaded.is_unknown()) {
      *module = loaded;
      return Step::kNext;
    }
  }
}

Machine::Step Machine::StartModule(std::string_view dotted_name, Value* loaded) {
  if (dotted_name == "_tfscope") {
    Module* intrinsics = NewModule(dotted_name);
    intrinsics->is_library = true;
    InstallIntrinsics(*this, intrinsics);
    *loaded = Value::Of(intrinsics);
    RegisterModule(dotted_name, *loaded);
    return Step::kNext;
  }
  constexpr uint64_t kSearchCost = 1000;  // the disk is asked
  if (!Charge(kSearchCost)) return Step::kHalt;
  std::optional<ModuleLocation> location = FindModule(*this, dotted_name);
  if (Module* prepared = PreparedModule(dotted_name, location)) {
    *loaded = Value::Of(prepared);
    RegisterModule(dotted_name, *loaded);
    return Step::kNext;
  }
  if (!location) {
    if (std::optional<std::string> why = CannotContain(*this, FindLoaded(ParentModule(dotted_name)), dotted_name)) {
      return Fail(Raise(types_.module_not_found_error, *why));
    }
    if (std::optional<ApiMissing> missing = MissingFromTensorFlow(*this, dotted_name)) {
      const std::string message = missing->message;
      Emit(*std::move(missing));
      const size_t event = log_.events.size() - 1;
      if (options_.mode != Mode::kCheck || InsideTry()) {
        const Result raised = Raise(types_.module_not_found_error, message);
        TieToEvent(pending_, event);
        return Fail(raised);
      }
    }
    *loaded = MissingModule(dotted_name);
    return Step::kNext;
  }
  if (!location->is_library && location->file != kNoFile && (options_.mode != Mode::kCheck || InsideTry()) &&
      !ProgramIsPython2()) {
    if (const auto error = ErrorOfFile(program_, location->file)) {
      return Fail(
          RaiseSyntaxError(*this, *error, FileName(location->file), program_.sources().file(location->file).text));
    }
  }
  Module* module = NewModule(dotted_name);
  module->file = location->file;
  module->is_library = location->is_library;
  module->is_package = location->is_package;
  *loaded = Value::Of(module);
  RegisterModule(dotted_name, *loaded);
  if (location->file == kNoFile) {
    if (!location->is_library) {
      module->attributes().SetStr(heap_.Intern("__path__"), heap_.NewList({Fresh(TypeHint::kStr)}));
    }
    return Step::kNext;
  }
  if (!location->is_library) {
    module->attributes().SetStr(heap_.Intern("__file__"), heap_.Text(FileName(location->file)));
  }
  if (location->is_package) {
    const fs::path folder = fs::path(program_.sources().file(location->file).path).parent_path();
    module->attributes().SetStr(heap_.Intern("__path__"), heap_.NewList({heap_.Text(folder.string())}));
  }
  if (!location->is_library) module->attributes().SetStr(heap_.Intern("__spec__"), Fresh(TypeHint::kOpaque));
  module->attributes().SetStr(heap_.Intern("__package__"),
                              heap_.Text(module->is_package ? dotted_name : ParentModule(dotted_name)));
  return EnterModule(module, {OnReturn::kModuleBody, 0, {}});
}

Machine::Step Machine::EnterModule(Module* module, Continuation&& continuation) {
  module->loading = true;
  Frame* frame = NewFrame();
  frame->code = program_.ModuleCode(module->file, !module->is_library && module != main_ && ProgramIsPython2());
  frame->globals = module;
  frame->names = module->dict;
  program_.codes().EnsureCompiled(frame->code);
  frame->locals.assign(frame->code->locals.size(), Value());
  for (size_t i = 0; i < frame->code->cell_variables.size(); ++i) frame->cells.push_back(heap_.New<Cell>());
  return EnterFrame(frame, std::move(continuation));
}

/// A module that is neither the user's nor modelled: one of TensorFlow's without a model, or opaque.
Value Machine::MissingModule(std::string_view dotted_name) {
  Value result;
  if (ApiTable::Of(dotted_name).HasModule(dotted_name) || ApiTable::Later().HasModule(dotted_name)) {
    Module* module = NewModule(dotted_name);
    module->is_library = true;
    module->is_package = true;
    result = Value::Of(module);
  } else {
    result = heap_.NewSymbol({.hint = TypeHint::kOpaque, .name = heap_.Intern(dotted_name), .origin = CurrentSpan()});
  }
  RegisterModule(dotted_name, result);
  return result;
}

/// Python 2 without `from __future__ import absolute_import`: the module beside the importing one comes first.
bool Machine::NamesSibling(const Frame& frame, std::string_view dotted) {
  const Code& code = *frame.code;
  if (!code.tree->python2() || (code.flags & kAbsoluteImports) != 0) return false;
  std::string_view package = PackageOf(*frame.globals);
  if (package.empty()) return false;
  std::optional<ModuleLocation> found =
      FindModule(*this, fmt::format("{}.{}", package, dotted.substr(0, dotted.find('.'))));
  return found && !found->is_library && found->file != kNoFile;
}

namespace {

/// True unless the import is `from m import *`.
bool IsPlainFrom(const Frame& frame) {
  auto* names = As<Tuple>(frame.stack.back());
  if (names == nullptr || names->items.empty()) return false;
  auto* first = As<Str>(names->items[0]);
  return first != nullptr && first->text != "*";
}

}  // namespace

/// `import x` in the body of a library model: the module is loaded when it is first used.
bool Machine::IsLazyImport(const Frame& frame, std::string_view dotted) {
  if (!frame.globals->is_library || frame.globals == main_ || frame.names != frame.globals->dict) return false;
  return dotted != "_tfscope" && dotted.find('.') == std::string_view::npos && !FindLoaded(dotted).defined();
}

/// `from . import x` in a module that lies beside the program: the package that the program's folder is where it is
/// run as a part of it (`python -m package.program`).
Value Machine::OwnFolder() {
  const Value known = FindLoaded("");
  if (known.defined()) return known;
  Module* module = NewModule("");
  module->is_package = true;
  RegisterModule("", Value::Of(module));
  return Value::Of(module);
}

/// Stack: from-list -> module. With a from-list or without dots the named module, else its top package.
Machine::Step Machine::ImportName(Frame& frame, Str* name, uint32_t level) {
  std::string dotted = AbsoluteName(frame, name->text, level);
  bool has_from_list = !frame.stack.back().is_none();
  if (has_from_list && frame.globals->is_library && frame.names == frame.globals->dict && IsPlainFrom(frame)) {
    auto* lazy = heap_.New<LazyImport>();
    lazy->module = heap_.Intern(dotted);
    frame.stack.back() = Value::Of(lazy);
    return Step::kNext;
  }
  if (!has_from_list && IsLazyImport(frame, dotted)) {
    auto* lazy = heap_.New<LazyImport>();
    lazy->module = heap_.Intern(dotted);
    frame.stack.back() = Value::Of(lazy);
    return Step::kNext;
  }
  bool is_sibling = level == 0 && NamesSibling(frame, dotted);
  if (is_sibling) dotted = fmt::format("{}.{}", PackageOf(*frame.globals), dotted);
  Value module;
  if (dotted.empty()) {
    frame.stack.back() = OwnFolder();
    return Step::kNext;
  }
  Step step = LoadModule(dotted, &module);
  if (step != Step::kNext) return step;
  if (!has_from_list && level == 0) {
    size_t first = is_sibling ? PackageOf(*frame.globals).size() + 1 : 0;
    std::string_view top = std::string_view(dotted).substr(0, dotted.find('.', first));
    Value package = FindLoaded(top);
    if (package.defined()) module = package;
  }
  frame.stack.back() = module;
  return Step::kNext;
}

Machine::Step Machine::ImportFrom(Frame& frame, Str* name) {
  Value source = frame.stack.back();
  if (auto* lazy = As<LazyImport>(source)) {
    auto* named = heap_.New<LazyImport>();
    named->module = lazy->module;
    named->name = name;
    frame.stack.push_back(Value::Of(named));
    return Step::kNext;
  }
  if (source.is_unknown()) return Push(UnknownAttribute(source, name));
  auto* module = As<Module>(source);
  if (module == nullptr) {
    const Result attribute = GetAttribute(source, name);
    if (attribute.ok()) return Push(attribute);
    const std::optional<std::string> submodule = SubmoduleOfObject(*this, source, name->text);
    if (!ExceptionIs(pending_, types_.attribute_error)) return Step::kRaise;
    TakePending();
    if (!submodule) return Fail(Raise(types_.import_error, fmt::format("cannot import name '{}'", name->text)));
    Value loaded;
    Step step = LoadModule(*submodule, &loaded);
    return step == Step::kNext ? Push(loaded) : step;
  }
  if (const Value* found = module->attributes().FindStr(name); found != nullptr && As<LazyImport>(*found) == nullptr) {
    frame.stack.push_back(*found);
    return Step::kNext;
  }
  Value value;
  importing_ = true;
  Step step = ModuleAttribute(module, name, &value, false);
  importing_ = false;
  if (step == Step::kNext) {
    frame.stack.push_back(value);
    return step;
  }
  if (step != Step::kRaise || module->is_library || !ExceptionIs(pending_, types_.attribute_error)) return step;
  TakePending();
  return ImportSubmodule(frame, module, name);
}

/// `from package import name` where `name` is no attribute: a submodule, or ImportError.
Machine::Step Machine::ImportSubmodule(Frame& frame, Module* module, Str* name) {
  if (module->is_package) {
    Value submodule;
    const std::string_view package = module->name->text;
    Step step = LoadModule(package.empty() ? name->text : fmt::format("{}.{}", package, name->text), &submodule);
    if (step != Step::kNext) return step;
    frame.stack.push_back(submodule);
    return Step::kNext;
  }
  const Value exception =
      NewException(types_.import_error, {heap_.Text(fmt::format("cannot import name '{}' from '{}' ({})", name->text,
                                                                module->name->text, FileName(module->file)))});
  if (!SetAttribute(exception, heap_.Intern("name"), Value::Of(module->name)).ok()) return Step::kRaise;
  return Fail(RaiseObject(exception));
}

/// The value that a lazy import stands for. kSwitch: its module is being loaded, run the instruction again.
Machine::Step Machine::ResolveLazy(LazyImport* lazy, Value* resolved) {
  NestingGuard guard(*this);  // models may import a name from each other
  if (guard.too_deep()) return Fail(guard.Raise(" while importing"));
  Value loaded;
  Step step = LoadModule(lazy->module->text, &loaded);
  if (step != Step::kNext) return step;
  auto* module = As<Module>(loaded);
  if (module == nullptr || lazy->name == nullptr) {
    *resolved = loaded;
    return Step::kNext;
  }
  return ModuleAttribute(module, lazy->name, resolved, false);
}

/// `module.name`. With `nested`, modules that must be loaded for it are evaluated at once, else kSwitch asks the caller
/// to run its instruction again.
Machine::Step Machine::ModuleAttribute(Module* module, Str* name, Value* value, bool nested) {
  if (Value* found = module->attributes().FindStr(name)) {
    auto* lazy = As<LazyImport>(*found);
    if (lazy == nullptr) {
      *value = *found;
      return Step::kNext;
    }
    // While an import is resolved, one without a module stands for it. Coming back to that, as `from package import
    // part` in the package does, only a submodule can be meant.
    if (!lazy->module->text.empty()) {
      const Value pending = *found;
      auto* under_way = heap_.New<LazyImport>();
      under_way->module = heap_.Intern("");
      heap_.WillWrite(module->dict);
      module->attributes().SetStr(name, Value::Of(under_way));
      Step step = nested ? ResolveNested([&] { return ResolveLazy(lazy, value); }) : ResolveLazy(lazy, value);
      heap_.WillWrite(module->dict);
      module->attributes().SetStr(name, step == Step::kNext ? *value : pending);
      return step;
    }
  }
  if (Value special = SpecialAttribute(Value::Of(module), name->text); special.defined() && !special.is_none()) {
    *value = special;
    return Step::kNext;
  }
  if (module->is_library && !module->loading && !ShadowsSubmodule(*module, name->text)) {
    std::string submodule = fmt::format("{}.{}", module->name->text, name->text);
    if (program_.FindModule(submodule)) {
      return nested ? ResolveNested([&] { return LoadModule(submodule, value); }) : LoadModule(submodule, value);
    }
  }
  if (Step step = ModelledAttribute(module, name, value, nested); step != Step::kNext || value->defined()) return step;
  if (const Value* hook = module->attributes().FindStr(heap_.names().getattr)) {
    Value arguments[] = {Value::Of(name)};
    Result result = Call(*hook, arguments);
    if (!result.ok()) return Step::kRaise;
    *value = result.value();
    return Step::kNext;
  }
  std::optional<Result> star = StarAttribute(*this, module, name);
  Result result = star ? *star : MissingModuleAttribute(module, name);
  if (!result.ok()) return Step::kRaise;
  *value = result.value();
  return Step::kNext;
}

/// Runs `resolve` until it no longer asks for a module body, evaluating those bodies in nested loops.
Machine::Step Machine::ResolveNested(const std::function<Step()>& resolve) {
  while (true) {
    Step step = resolve();
    if (step != Step::kSwitch) return step;
    frame_->on_return = OnReturn::kExit;
    ++nested_;
    step = Execute();
    --nested_;
    if (step != Step::kExit || !exit_value_.defined()) return Step::kRaise;
    exit_value_ = Value();
  }
}

}  // namespace tfscope
