#include "analyzer/evaluator/spread_arguments.h"

#include <algorithm>

#include <fmt/format.h>

#include "analyzer/evaluator/protocols.h"

namespace tfscope {

namespace {

/// Whether the type of the value has one of the methods that iteration needs.
bool IsIterableType(Machine& machine, Value value) {
  Class* type = machine.TypeOf(value);
  return machine.LookUpInClass(type, machine.heap().Intern("__iter__")) != nullptr ||
         machine.LookUpInClass(type, machine.heap().Intern("__getitem__")) != nullptr;
}

bool IsElementOfUnknown(Value value) {
  return value.is_unknown() && value.symbol()->operation == Symbol::Operation::kElement;
}

/// The first of the elements that iterating one unknown value gives: an unknown spread is two at least, while an
/// element that stands alone was named in the call.
std::vector<Value>::iterator FirstOfSpread(std::vector<Value>& positional) {
  return std::ranges::adjacent_find(positional, [](Value left, Value right) {
    return IsElementOfUnknown(left) && IsElementOfUnknown(right) && Identical(left.symbol()->a, right.symbol()->a) &&
           left.symbol()->detail + 1 == right.symbol()->detail;
  });
}

/// How many of these keywords give parameters that may be given by position.
size_t CountParameters(const Code& code, const std::vector<KeywordArgument>& keywords) {
  const auto first = code.locals.begin();
  const auto last = first + code.argument_count;
  return static_cast<size_t>(std::ranges::count_if(keywords, [&](const KeywordArgument& keyword) {
    return std::any_of(first, last, [&](const Str* name) { return name->text == keyword.name->text; });
  }));
}

/// The Python function that a call of `callee` enters, or null; counts in `bound` the arguments that it gets by itself.
const Function* EnteredBy(Machine& machine, Value callee, size_t& bound) {
  if (auto* method = As<BoundMethod>(callee)) {
    ++bound;
    return As<Function>(method->function);
  }
  if (auto* cls = As<Class>(callee)) {
    const Value* init = machine.LookUpInClass(cls, machine.heap().names().init);
    ++bound;
    return init == nullptr ? nullptr : As<Function>(*init);
  }
  return As<Function>(callee);
}

void FitPositional(const Function& function, size_t given, std::vector<Value>& positional) {
  auto first = FirstOfSpread(positional);
  if (first == positional.end() || (function.code->flags & kHasVarArgs) != 0) return;
  given += positional.size();
  const size_t most = function.code->argument_count;
  const size_t least = most - std::min<size_t>(most, function.defaults.size());
  if (given < least) {
    positional.insert(first, least - given, Value(*first));
  } else if (given > most) {
    auto last = std::find_if_not(first, positional.end(), IsElementOfUnknown);
    auto spare = std::min(last - first, static_cast<std::ptrdiff_t>(given - most));
    positional.erase(first, first + spare);
  }
}

/// Names the parameters without a default that nothing else gives.
void FillKeywords(Machine& machine, const Function& function, size_t given, std::vector<KeywordArgument>& keywords) {
  const Code& code = *function.code;
  const size_t least = code.argument_count - std::min<size_t>(code.argument_count, function.defaults.size());
  for (size_t i = given; i < code.argument_count + code.keyword_only_count; ++i) {
    Str* name = code.locals[i];
    const bool has_default = i < code.argument_count ? i >= least : function.keyword_defaults.FindStr(name) != nullptr;
    auto is_same = [&](const KeywordArgument& keyword) { return keyword.name == name; };
    if (has_default || std::any_of(keywords.begin(), keywords.end(), is_same)) continue;
    keywords.push_back({name, machine.Fresh(TypeHint::kAny)});
  }
}

}  // namespace

std::string CalleeText(Machine& machine, Value callee) {
  if (auto* method = As<BoundMethod>(callee)) callee = method->function;
  if (auto* function = As<Function>(callee)) {
    const bool is_class = (function->code->flags & kIsClassBody) != 0;
    return fmt::format("{}()", is_class ? "__build_class__" : function->name->text);
  }
  if (auto* native = As<NativeFunction>(callee)) return fmt::format("{}()", native->spec->name);
  return fmt::format("{} object", TypeName(machine, callee));
}

bool CollectSpread(Machine& machine, Value callee, Value iterable, std::vector<Value>& items) {
  if (CollectSized(machine, iterable, items)) return true;
  if (!machine.pending().defined() || IsIterableType(machine, iterable)) return false;
  machine.TakePending();
  (void)machine.TypeError("{} argument after * must be an iterable, not {}", CalleeText(machine, callee),
                          TypeName(machine, iterable));
  return false;
}

void FitSpreadArguments(Machine& machine, SpreadCall& call) {
  size_t bound = 0;
  const Function* function = EnteredBy(machine, call.callee, bound);
  if (function == nullptr) return;
  FitPositional(*function, bound + CountParameters(*function->code, call.keywords), call.positional);
  if (call.has_unknown_keywords) FillKeywords(machine, *function, bound + call.positional.size(), call.keywords);
}

}  // namespace tfscope
