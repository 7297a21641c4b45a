// Public names of TensorFlow. Where the API table says that one is defined is where its model stands, so that no lists
// of public names are needed: `tf.nn.relu` is `relu` of tensorflow/python/ops/nn_ops.py.
#include <charconv>

#include "analyzer/evaluator/machine.h"
#include "analyzer/evaluator/program.h"
#include "analyzer/tensorflow/api_table.h"

namespace tfscope {
namespace {

/// A place of a model. Without a name it is the module itself.
struct ModelPlace {
  std::string module;
  std::string name;
};

/// `tensorflow.python.ops.gen_nn_ops` -> `tensorflow.python.ops.nn_ops`: the models make no such difference.
std::string WithoutGenerated(std::string_view module) {
  size_t name = module.rfind('.') + 1;
  std::string result(module);
  if (module.substr(name).starts_with("gen_")) result.erase(name, 4);
  return result;
}

/// `tensorflow.compat.v1.nn` -> `tensorflow.nn`.
std::string WithoutCompat(std::string_view module) {
  constexpr std::string_view kCompat = ".compat.v1";
  std::string result(module);
  if (size_t at = result.find(kCompat); at != std::string::npos) result.erase(at, kCompat.size());
  return result;
}

std::vector<ModelPlace> PlacesOf(std::string_view module, std::string_view name, const ApiEntry& entry) {
  if (entry.kind == ApiKind::kModule) return {{std::string(entry.module), ""}};
  if (entry.kind == ApiKind::kFunction || entry.kind == ApiKind::kClass) {
    std::string definer = WithoutGenerated(entry.module);
    return {{definer, std::string(entry.name)}, {definer, std::string(name)}};
  }
  // Objects do not know where they are defined.
  std::vector<ModelPlace> places = {{WithoutCompat(module), std::string(name)}};
  if (entry.type == "DType") places.push_back({"tensorflow.python.framework.dtypes", std::string(name)});
  if (entry.type == "_ReuseMode") places.push_back({"tensorflow.python.ops.variable_scope", std::string(name)});
  return places;
}

/// The value of a constant from its repr; undefined if it is not a simple one.
Value ConstantOf(Heap& heap, std::string_view text) {
  if (text == "None") return Value::None();
  if (text == "True" || text == "False") return Value::Bool(text == "True");
  bool quoted = text.size() >= 2 && (text.front() == '\'' || text.front() == '"') && text.back() == text.front();
  if (quoted && text.find('\\') == std::string_view::npos) return heap.Text(text.substr(1, text.size() - 2));
  int64_t number = 0;
  const char* end = text.data() + text.size();
  auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error == std::errc() && stop == end) return Value::Int(number);
  double real = 0;
  auto [real_stop, real_error] = std::from_chars(text.data(), end, real);
  return real_error == std::errc() && real_stop == end ? Value::Float(real) : Value();
}

}  // namespace

/// The model of an attribute that a module of TensorFlow has according to the API table; `*value` stays undefined if
/// there is none. kSwitch: the model's module is being loaded, run the instruction again.
Machine::Step Machine::ModelledAttribute(Module* module, Str* name, Value* value, bool nested) {
  if (!module->is_library || module->loading) return Step::kNext;
  std::optional<ApiEntry> entry = ApiTable::TensorFlow().Find(module->name->text, name->text);
  if (!entry) return Step::kNext;
  if (entry->kind == ApiKind::kConstant) *value = ConstantOf(heap_, entry->constant);
  for (const ModelPlace& place : PlacesOf(module->name->text, name->text, *entry)) {
    if (value->defined()) break;
    if (place.module == module->name->text) continue;
    std::optional<ModuleLocation> location = program_.FindModule(place.module);
    const bool is_table = !location && place.name.empty() && ApiTable::TensorFlow().HasModule(place.module);
    if (!is_table && (!location || !location->is_library)) continue;
    Value loaded;
    Step step =
        nested ? ResolveNested([&] { return LoadModule(place.module, &loaded); }) : LoadModule(place.module, &loaded);
    if (step != Step::kNext) return step;
    auto* model = As<Module>(loaded);
    if (model == nullptr) continue;
    if (place.name.empty()) {
      *value = loaded;
    } else if (model->attributes().FindStr(heap_.Intern(place.name)) != nullptr) {
      step = ModuleAttribute(model, heap_.Intern(place.name), value, nested);
      if (step != Step::kNext) return step;
    }
  }
  if (value->defined()) {
    heap_.WillWrite(module->dict);
    module->attributes().SetStr(name, *value);
  }
  return Step::kNext;
}

}  // namespace tfscope
