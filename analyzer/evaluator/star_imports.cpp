#include "analyzer/evaluator/star_imports.h"

#include "analyzer/evaluator/program.h"
#include "analyzer/tensorflow/api_table.h"

namespace tfscope {
namespace {

/// The key of the list of such sources among a module's attributes. No source can spell it.
constexpr std::string_view kSources = "*";

bool MayHave(const Module& module, Str* name) {
  const std::string_view path = module.name->text;
  return module.attributes().FindStr(name) != nullptr || ApiTable::Of(path).Find(path, name->text).has_value();
}

/// The model of a module of tf_slim takes the functions from tf.contrib, which has some that tf_slim has not.
bool LacksInTable(const Module& module, Str* name) {
  const std::string_view path = module.name->text;
  return module.is_library && ApiTable::Later().HasModule(path) && !ApiTable::Of(path).Find(path, name->text);
}

}  // namespace

void NoteStar(Machine& machine, Module* target, Value source) {
  Heap& heap = machine.heap();
  Str* key = heap.Intern(kSources);
  const Value* known = target->attributes().FindStr(key);
  std::vector<Value> sources;
  if (known != nullptr) sources = As<Tuple>(*known)->Copy();
  sources.push_back(source);
  heap.WillWrite(target->dict);
  target->attributes().SetStr(key, heap.NewTuple(std::move(sources)));
}

std::optional<Result> StarAttribute(Machine& machine, Module* module, Str* name) {
  if (name->text.starts_with("_") || LacksInTable(*module, name)) return std::nullopt;
  const Value* known = module->attributes().FindStr(machine.heap().Intern(kSources));
  const auto* sources = known == nullptr ? nullptr : As<Tuple>(*known);
  if (sources == nullptr) return std::nullopt;
  // A module whose names are known is the better explanation.
  for (auto source = sources->items.rbegin(); source != sources->items.rend(); ++source) {
    const auto* library = As<Module>(*source);
    if (library != nullptr && MayHave(*library, name)) return machine.GetAttribute(*source, name);
  }
  for (auto source = sources->items.rbegin(); source != sources->items.rend(); ++source) {
    if (source->is_unknown()) return machine.GetAttribute(*source, name);
  }
  return std::nullopt;
}

namespace {

/// A module that a model of the standard library imports for itself: the real one has an `__all__` without it.
bool IsImportOfModel(const Module& module, Value value) {
  if (!module.is_library || module.is_package) return false;
  auto* lazy = As<LazyImport>(value);
  return As<Module>(value) != nullptr || (lazy != nullptr && lazy->name == nullptr);
}

/// Binds what an object has that a program put in sys.modules.
bool ImportStarOfObject(Machine& machine, Dict* target, Value source) {
  Heap& heap = machine.heap();
  std::vector<Value> names;
  Result attributes = machine.GetAttribute(source, heap.Intern("__all__"));
  const bool has_all = attributes.ok() && !attributes.value().is_unknown();
  if (!attributes.ok()) machine.TakePending();
  if (!has_all) attributes = machine.GetAttribute(source, heap.Intern("__dict__"));
  if (!attributes.ok() || !machine.Collect(attributes.value(), names)) return false;
  for (const Value name : names) {
    auto* text = As<Str>(name);
    if (text == nullptr || (!has_all && text->text.starts_with("_"))) continue;
    const Result value = machine.GetAttribute(source, text);
    if (!value.ok()) return false;
    heap.WillWrite(target);
    target->items.SetStr(text, value.value());
  }
  return true;
}

}  // namespace

/// Stack: module -> nothing. Submodules that `__all__` names are imported.
Machine::Step Machine::ImportStar(Frame& frame) {
  const Value source = frame.stack.back();
  auto* module = As<Module>(source);
  const bool at_top = frame.names == frame.globals->dict;
  if (module == nullptr) {
    if (source.is_unknown() && at_top) NoteStar(*this, frame.globals, source);
    if (As<Instance>(source) != nullptr && !ImportStarOfObject(*this, frame.names, source)) return Step::kRaise;
    Pop(frame);
    return Step::kNext;
  }
  const Value* all = module->attributes().FindStr(heap_.Intern("__all__"));
  if (all == nullptr || all->is_unknown()) {
    heap_.WillWrite(frame.names);
    for (size_t i = 0; i < module->attributes().slots(); ++i) {
      const OrderedMap::Entry entry = module->attributes().slot(i);
      auto* name = As<Str>(entry.key);
      if (name == nullptr || name->text.starts_with("_") || IsImportOfModel(*module, entry.value)) continue;
      frame.names->items.SetStr(name, entry.value);
    }
    if (module->is_library && at_top) NoteStar(*this, frame.globals, source);
    Pop(frame);
    return Step::kNext;
  }
  std::vector<Value> names;
  if (!Collect(*all, names)) return Step::kRaise;
  for (const Value name : names) {
    Step step = ImportNamedByAll(frame, module, name);
    if (step != Step::kNext) return step;
  }
  Pop(frame);
  return Step::kNext;
}

/// Binds one name of `__all__`.
Machine::Step Machine::ImportNamedByAll(Frame& frame, Module* module, Value name) {
  if (name.is_unknown()) return Step::kNext;
  auto* text = As<Str>(name);
  if (text == nullptr) {
    return Fail(TypeError("Item in {}.__all__ must be str, not {}", module->name->text, TypeOf(name)->name->text));
  }
  Value value;
  if (const Value* found = module->attributes().FindStr(text)) {
    value = *found;
  } else if (std::optional<Result> star = StarAttribute(*this, module, text)) {
    if (!star->ok()) return Step::kRaise;
    value = star->value();
  } else {
    const std::string submodule = fmt::format("{}.{}", module->name->text, text->text);
    const bool is_there = module->is_package && program_.FindModule(submodule);
    Step step = is_there ? LoadModule(submodule, &value) : ModuleAttribute(module, text, &value, false);
    if (step != Step::kNext) return step;
  }
  heap_.WillWrite(frame.names);
  frame.names->items.SetStr(text, value);
  return Step::kNext;
}

}  // namespace tfscope
