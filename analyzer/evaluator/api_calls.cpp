#include "analyzer/evaluator/api_calls.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "analyzer/evaluator/program.h"

namespace tfscope {
namespace {

using Kind = ApiParameter::Kind;

std::string Counted(size_t count, std::string_view word) {
  return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

/// `'a', 'b', and 'c'`
std::string Listed(const std::vector<std::string_view>& names) {
  std::string text;
  for (size_t i = 0; i < names.size(); ++i) {
    const bool last = i + 1 == names.size();
    if (i > 0) text += names.size() == 2 ? " and " : last ? ", and " : ", ";
    text += fmt::format("'{}'", names[i]);
  }
  return text;
}

/// Binds a call to parameters in the order in which CPython does.
class Binding {
 public:
  Binding(std::string_view function, const std::vector<ApiParameter>& parameters)
      : function_(function), parameters_(parameters), given_(parameters.size()) {}

  std::optional<std::string> Refusal(size_t positional, std::span<const KeywordArgument> keywords) {
    size_t left = positional;
    for (size_t i = 0; i < parameters_.size() && left > 0; ++i) {
      if (parameters_[i].kind != Kind::kPlain) continue;
      given_[i] = true;
      --left;
    }
    for (const KeywordArgument& keyword : keywords) {
      if (auto refusal = TakeKeyword(keyword.name->text)) return refusal;
    }
    if (left > 0 && !Has(Kind::kArguments)) return TooMany(positional);
    if (auto refusal = Missing(Kind::kPlain, "positional")) return refusal;
    return Missing(Kind::kKeywordOnly, "keyword-only");
  }

 private:
  bool Has(Kind kind) const { return std::ranges::find(parameters_, kind, &ApiParameter::kind) != parameters_.end(); }

  std::optional<std::string> TakeKeyword(std::string_view name) {
    for (size_t i = 0; i < parameters_.size(); ++i) {
      const bool is_named = parameters_[i].kind == Kind::kPlain || parameters_[i].kind == Kind::kKeywordOnly;
      if (!is_named || parameters_[i].name != name) continue;
      if (given_[i]) return fmt::format("{}() got multiple values for argument '{}'", function_, name);
      given_[i] = true;
      return std::nullopt;
    }
    if (Has(Kind::kKeywords)) return std::nullopt;
    return fmt::format("{}() got an unexpected keyword argument '{}'", function_, name);
  }

  std::string TooMany(size_t given) const {
    const auto plain = static_cast<size_t>(std::ranges::count(parameters_, Kind::kPlain, &ApiParameter::kind));
    const auto needed = static_cast<size_t>(std::ranges::count_if(parameters_, [](const ApiParameter& parameter) {
      return parameter.kind == Kind::kPlain && !parameter.has_default;
    }));
    const std::string takes = needed == plain ? Counted(plain, "positional argument")
                                              : fmt::format("from {} to {} positional arguments", needed, plain);
    return fmt::format("{}() takes {} but {} {} given", function_, takes, given, given == 1 ? "was" : "were");
  }

  std::optional<std::string> Missing(Kind kind, std::string_view word) const {
    std::vector<std::string_view> missing;
    for (size_t i = 0; i < parameters_.size(); ++i) {
      if (parameters_[i].kind == kind && !parameters_[i].has_default && !given_[i]) {
        missing.push_back(parameters_[i].name);
      }
    }
    if (missing.empty()) return std::nullopt;
    return fmt::format("{}() missing {} required {} argument{}: {}", function_, missing.size(), word,
                       missing.size() == 1 ? "" : "s", Listed(missing));
  }

  std::string_view function_;
  const std::vector<ApiParameter>& parameters_;
  std::vector<bool> given_;
};

/// The user's call spreads arguments that an unknown caller of the function gives: `tf.layers.dense(x, **kwargs)`.
bool SpreadsUnknown(Machine& machine) {
  if (!machine.isolated()) return false;
  const std::string_view call = machine.program().sources().Text(machine.CurrentSite().call);
  return call.find("**") != std::string_view::npos;
}

/// Raises TypeError, and reports it.
void Refuse(Machine& machine, const std::string& message) {
  machine.Emit(ErrorRaised{.kind = ErrorKind::kInvalidCall,
                           .type = "TypeError",
                           .message = message,
                           .variable = "",
                           .other = kNoVariable,
                           .certainty = SpreadsUnknown(machine) ? Certainty::kPossible : Certainty::kMust,
                           .site = machine.CurrentSite()});
  const size_t event = machine.log().events.size() - 1;
  const Result raised = machine.TypeError("{}", message);
  if (raised.raised()) machine.TieToEvent(machine.pending(), event);
}

/// What the table says about a function that a model defines; a method is none of its entries.
std::optional<ApiEntry> EntryOf(const Function& model) {
  const ApiTable& table = ApiTable::TensorFlow();
  const std::string_view module = model.globals->name->text;
  const std::string_view qualified = model.qualified_name->text;
  constexpr std::string_view kConstructor = ".__init__";
  const bool constructs = qualified.ends_with(kConstructor);
  const std::string_view name = constructs ? qualified.substr(0, qualified.size() - kConstructor.size()) : qualified;
  std::optional<ApiEntry> entry = table.Find(module, name);
  if (!entry || entry->kind != (constructs ? ApiKind::kClass : ApiKind::kFunction)) return std::nullopt;
  return entry;
}

/// A program that imports `tensorflow.compat.v1` may run with a later TensorFlow, some of whose functions take more.
bool IsTakenLater(Machine& machine, const ApiEntry& entry, size_t positional,
                  std::span<const KeywordArgument> keywords) {
  constexpr std::string_view kCompat = "tensorflow.compat.v1";
  if (machine.modules()->items.FindStr(machine.heap().Intern(kCompat)) == nullptr) return false;
  const std::vector<std::string> places = ApiTable::TensorFlow().PlacesOf(entry.name);
  return std::ranges::any_of(places, [&](const std::string& place) {
    const size_t dot = place.rfind('.');  // of `tf.nn.relu`
    const std::optional<ApiEntry> later =
        ApiTable::Later().Find(std::string(kCompat) + place.substr(2, dot - 2), place.substr(dot + 1));
    return later && !RefusalOf(*later, positional, keywords);
  });
}

}  // namespace

std::optional<std::string> RefusalOf(const ApiEntry& entry, size_t positional,
                                     std::span<const KeywordArgument> keywords) {
  const bool constructs = entry.kind == ApiKind::kClass;
  if (!constructs && entry.kind != ApiKind::kFunction) return std::nullopt;
  std::optional<std::vector<ApiParameter>> parameters = ParseParameters(entry.parameters);
  if (!parameters) return std::nullopt;
  if (constructs) parameters->insert(parameters->begin(), ApiParameter{.name = "self"});
  return Binding(constructs ? "__init__" : entry.name, *parameters)
      .Refusal(positional + (constructs ? 1 : 0), keywords);
}

bool IsRefused(Machine& machine, const Symbol& callee, size_t positional, std::span<const KeywordArgument> keywords) {
  const auto* module = callee.operation == Symbol::Operation::kAttribute ? As<Module>(callee.a) : nullptr;
  if (module == nullptr || callee.name == nullptr || machine.InLibrary()) return false;
  const std::string_view path = module->name->text;
  const std::string_view name = std::string_view(callee.name->text).substr(callee.name->text.rfind('.') + 1);
  const std::optional<ApiEntry> entry = ApiTable::Of(path).Find(path, name);
  if (!entry) return false;
  std::optional<std::string> refusal = RefusalOf(*entry, positional, keywords);
  if (refusal) {
    const std::optional<ApiEntry> later = ApiTable::Later().Find(path, name);
    if (later && !RefusalOf(*later, positional, keywords)) refusal.reset();
  }
  if (refusal) Refuse(machine, *refusal);
  return refusal.has_value();
}

Value WithoutItsModel(Machine& machine, const Function& model, size_t positional,
                      std::span<const KeywordArgument> keywords) {
  if (!model.globals->is_library || machine.InLibrary() || !machine.pending().defined()) return Value();
  const std::optional<ApiEntry> entry = EntryOf(model);
  if (!entry) return Value();
  const bool constructs = entry->kind == ApiKind::kClass;
  const std::optional<std::string> refusal = RefusalOf(*entry, positional - (constructs ? 1 : 0), keywords);
  if (constructs && !refusal) return Value();  // an instance without its constructor has no model either
  machine.TakePending();
  if (refusal && !IsTakenLater(machine, *entry, positional - (constructs ? 1 : 0), keywords)) {
    Refuse(machine, *refusal);
    return Value();
  }
  Heap& heap = machine.heap();
  return heap.NewSymbol({.operation = Symbol::Operation::kAttribute,
                         .hint = TypeHint::kOpaque,
                         .name = heap.Intern(fmt::format("{}.{}", model.globals->name->text, model.name->text)),
                         .a = Value::Of(model.globals),
                         .origin = machine.CurrentSpan()});
}

}  // namespace tfscope
