#include "analyzer/evaluator/missing_api.h"

#include <algorithm>

#include "analyzer/evaluator/machine.h"
#include "analyzer/tensorflow/api_moves.h"
#include "analyzer/tensorflow/api_table.h"

namespace tfscope {
namespace {

/// What stands for an attribute that a module of a library has, but no model.
Value WithoutModel(Heap& heap, Module* module, Str* name, Span origin) {
  return heap.NewSymbol({.operation = Symbol::Operation::kAttribute,
                         .hint = TypeHint::kOpaque,
                         .name = heap.Intern(fmt::format("{}.{}", module->name->text, name->text)),
                         .a = Value::Of(module),
                         .origin = origin});
}

/// Whether the table says nothing of a module: these are in TensorFlow, but it was made without them.
bool IsUnlisted(std::string_view dotted_name) {
  constexpr std::string_view kUnlisted[] = {
      "tensorflow._api",  "tensorflow.compiler",         "tensorflow.contrib.framework.python.framework.experimental",
      "tensorflow.lite",  "tensorflow.python.debug",     "tensorflow.python.ops.parallel_for.pfor",
      "tensorflow.tools", "tensorflow.python.keras.api", "tensorflow.python.platform.parameterized"};
  if (LastComponent(dotted_name).starts_with('_')) return true;  // a compiled one
  return std::ranges::any_of(kUnlisted, [&](std::string_view known) {
    return dotted_name.starts_with(known) && (dotted_name.size() == known.size() || dotted_name[known.size()] == '.');
  });
}

}  // namespace

std::string_view ParentModule(std::string_view dotted) {
  size_t dot = dotted.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : dotted.substr(0, dot);
}

std::string_view LastComponent(std::string_view dotted) {
  size_t dot = dotted.rfind('.');
  return dot == std::string_view::npos ? dotted : dotted.substr(dot + 1);
}

std::optional<ApiMissing> MissingFromTensorFlow(Machine& machine, std::string_view dotted_name) {
  const std::string_view package = ParentModule(dotted_name);
  const ApiTable& table = ApiTable::Of(package);
  if (!dotted_name.starts_with("tensorflow.") || !table.HasModule(package)) return std::nullopt;
  if (IsUnlisted(dotted_name) || table.HasModule(dotted_name) || ApiTable::Later().HasModule(dotted_name))
    return std::nullopt;
  ApiMissing missing{.module = std::string(package), .attribute = std::string(LastComponent(dotted_name))};
  missing.message = fmt::format("No module named '{}'", dotted_name);
  if (!table.IsPackage(package)) missing.message += fmt::format("; '{}' is not a package", package);
  if (const ApiMove* move = FindMove(package, missing.attribute)) missing.suggestion = move->now;
  missing.site = machine.CurrentSite();
  missing.attribute_span = machine.CurrentSpan();
  return missing;
}

/// An attribute that a module does not have. Of TensorFlow's modules the API table knows more than the models do.
Result Machine::MissingModuleAttribute(Module* module, Str* name) {
  std::string_view module_name = module->name->text;
  const ApiTable& table = ApiTable::Of(module_name);
  if (!module->is_library || !table.HasModule(module_name)) {
    if (module->is_library && !module_name.starts_with("tensorflow"))
      return WithoutModel(heap_, module, name, CurrentSpan());
    return Raise(types_.attribute_error, fmt::format("module '{}' has no attribute '{}'", module_name, name->text));
  }
  if (std::optional<ApiEntry> entry = table.Find(module_name, name->text)) {
    if (entry->kind == ApiKind::kModule) return MissingModule(fmt::format("{}.{}", module_name, name->text));
    return WithoutModel(heap_, module, name, CurrentSpan());
  }
  const std::string submodule = fmt::format("{}.{}", module_name, name->text);
  if (importing_ && table.HasModule(submodule)) return MissingModule(submodule);
  // Who imports `tensorflow.compat.v1` may have a later TensorFlow.
  if (ApiTable::Later().Find(module_name, name->text)) return WithoutModel(heap_, module, name, CurrentSpan());
  return MissingApi(module, name);
}

/// Reports a name that TensorFlow does not have. A check goes on with the function that was meant, outside of `try`.
Result Machine::MissingApi(Module* module, Str* name) {
  std::string_view module_name = module->name->text;
  const ApiTable& table = ApiTable::Of(module_name);
  std::string message =
      importing_ ? table.ImportErrorText(module_name, name->text) : table.AttributeErrorText(module_name, name->text);
  std::vector<std::string> places = ApiTable::TensorFlow().PlacesOf(name->text);
  const ApiMove* move = FindMove(module_name, name->text);
  std::string suggestion;
  if (move != nullptr) {
    suggestion = move->now;
  } else if (!places.empty()) {
    suggestion = places[0];
  } else if (std::string_view nearest = table.Nearest(module_name, name->text); !nearest.empty()) {
    suggestion = fmt::format("{}.{}", module_name, nearest);
  }
  Emit(ApiMissing{.module = std::string(module_name),
                  .attribute = std::string(name->text),
                  .suggestion = suggestion,
                  .message = message,
                  .site = CurrentSite(),
                  .attribute_span = CurrentSpan()});
  size_t event = log_.events.size() - 1;
  size_t dot = suggestion.rfind('.');
  bool is_same =
      dot != std::string::npos && (move == nullptr ? suggestion.substr(dot + 1) == name->text : move->same_call);
  if (is_same && options_.mode == Mode::kCheck && !InsideTry()) {
    Value meant;
    std::string meant_module = suggestion.substr(0, dot);
    if (meant_module.starts_with("tf.")) meant_module.replace(0, 2, "tensorflow");
    Step step = ResolveNested([&] { return LoadModule(meant_module, &meant); });
    if (step == Step::kNext) return GetAttribute(meant, heap_.Intern(suggestion.substr(dot + 1)));
    TakePending();
  }
  Result result = Raise(importing_ ? types_.import_error : types_.attribute_error, message);
  TieToEvent(pending_, event);
  return result;
}

/// Whether a handler of the user's code covers what is being evaluated.
bool Machine::InsideTry() const {
  for (const Frame* frame = frame_; frame != nullptr; frame = frame->back) {
    if (frame->globals->is_library || frame->next == 0) continue;
    for (const ExceptionRange& range : frame->code->exceptions) {
      if (range.begin <= frame->next - 1 && frame->next - 1 < range.end && IsExceptHandler(*frame->code, range)) {
        return true;
      }
    }
  }
  return false;
}

/// Tells `except` from the clean-up of `finally` and `with`: the syntax around the covered instruction has handlers.
bool Machine::IsExceptHandler(const Code& code, const ExceptionRange& range) const {
  for (uint32_t i = range.handler; i < code.instructions.size(); ++i) {
    Opcode opcode = code.instructions[i].opcode;
    if (opcode == Opcode::kMatchException) return true;
    if (opcode == Opcode::kReraise || opcode == Opcode::kWithExcept) return false;
    if (opcode == Opcode::kPopHandled) return true;  // a bare `except:` that ends normally
  }
  return false;
}

}  // namespace tfscope
