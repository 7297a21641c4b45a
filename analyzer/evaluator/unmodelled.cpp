#include "analyzer/evaluator/unmodelled.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace tfscope {
namespace {

constexpr size_t kLongestChain = 8;
constexpr std::string_view kTensorFlow = "tensorflow";

/// `tensorflow.nn.relu` -> `tf.nn.relu`; private modules have no such short form.
std::string PublicName(std::string_view dotted) {
  const bool is_public = dotted.starts_with("tensorflow.") && !dotted.starts_with("tensorflow.python.");
  return is_public ? "tf" + std::string(dotted.substr(kTensorFlow.size())) : std::string(dotted);
}

/// A module that is not there, or an attribute of one that is modelled in part.
bool IsRoot(const Symbol& symbol) {
  if (symbol.name == nullptr || symbol.hint != TypeHint::kOpaque) return false;
  if (symbol.operation == Symbol::Operation::kFresh) return true;
  return symbol.operation == Symbol::Operation::kAttribute && !symbol.a.is_unknown();
}

/// An instance of one of TensorFlow's classes: a tensor, a variable, a scope, an iterator.
bool IsOfTensorFlow(Machine& machine, Value value) {
  const auto* instance = As<Instance>(value);
  if (instance == nullptr) return false;
  const Value* module = machine.LookUpInClass(instance->cls, machine.heap().Intern("__module__"));
  const Str* text = module == nullptr ? nullptr : As<Str>(*module);
  return text != nullptr && text->text.starts_with(kTensorFlow);
}

bool HoldsTensor(Machine& machine, Value value) {
  const auto is_tensor = [&](Value item) { return IsOfTensorFlow(machine, item); };
  if (const List* list = As<List>(value)) return std::ranges::any_of(list->items, is_tensor);
  if (const Tuple* tuple = As<Tuple>(Machine::Unwrap(value))) return std::ranges::any_of(tuple->items, is_tensor);
  const Dict* dict = As<Dict>(Machine::Unwrap(value));
  for (size_t slot = 0; dict != nullptr && slot < dict->items.slots(); ++slot) {
    if (dict->items.slot(slot).key.defined() && is_tensor(dict->items.slot(slot).value)) return true;
  }
  return is_tensor(value);
}

}  // namespace

bool HoldsTensor(Machine& machine, std::span<const Value> positional, std::span<const KeywordArgument> keywords) {
  return std::ranges::any_of(positional, [&](Value value) { return HoldsTensor(machine, value); }) ||
         std::ranges::any_of(keywords, [&](const auto& keyword) { return HoldsTensor(machine, keyword.value); });
}

std::string NameOfUnmodelled(const Symbol& symbol) {
  std::vector<std::string> parts;  // innermost last
  const Symbol* current = &symbol;
  bool returned = false;
  while (!IsRoot(*current)) {
    if (parts.size() >= kLongestChain || !current->a.is_unknown()) return {};
    switch (current->operation) {
      case Symbol::Operation::kAttribute:
        parts.push_back("." + std::string(current->name->text));
        break;
      case Symbol::Operation::kCall:
        parts.emplace_back("()");
        returned = true;
        break;
      default:
        return {};
    }
    current = current->a.symbol();
  }
  std::string name = PublicName(current->name->text);
  if (returned && !std::string_view(current->name->text).starts_with(kTensorFlow)) return {};
  for (size_t i = parts.size(); i-- > 0;) name += parts[i];
  return name;
}

namespace {

/// What is not known may be a decorator if it is written as one, is a module's function, or was made by a call as
/// `register("name")` is. The methods of other objects do something with the function they are given, and what is
/// given a class of a library may convert to it.
bool MayDecorate(const Symbol& callee, const Value decorated, bool is_written_so) {
  if (is_written_so) return As<Function>(decorated) != nullptr || As<Class>(decorated) != nullptr;
  if (As<Function>(decorated) == nullptr) return false;
  if (callee.operation == Symbol::Operation::kCall) return true;
  const Symbol* symbol = &callee;
  if (symbol->operation == Symbol::Operation::kAttribute && symbol->a.is_unknown()) symbol = symbol->a.symbol();
  return symbol->operation == Symbol::Operation::kFresh && symbol->name != nullptr;
}

/// Tells an object of a library, that has a mark for it, that code that is not known was given it: a parser of
/// arguments has more of them then.
void Lend(Machine& machine, Value argument) {
  const Instance* instance = As<Instance>(argument);
  if (instance == nullptr) return;
  Str* mark = machine.heap().Intern("_is_lent");
  const Value* found = machine.LookUpInClass(instance->cls, mark);
  if (found != nullptr && found->is_bool()) std::ignore = machine.SetAttribute(argument, mark, Value::Bool(true));
}

/// The call that the frame is at is that of a decorator.
bool IsWrittenAsDecorator(const Frame* frame) {
  if (frame == nullptr || frame->next == 0) return false;
  const Instruction& instruction = frame->code->instructions[frame->next - 1];
  return instruction.opcode == Opcode::kCall && instruction.extra == kDecorates;
}

}  // namespace

Machine::Step Machine::CallUnknown(Value callee, std::span<const Value> positional, Continuation&& continuation,
                                   size_t stack_base) {
  if (Frame* frame = UserFrame(); frame != nullptr) {
    const Span place = SpanOf(*frame);
    const std::pair key(place.file, place.end);  // in `a().b()` both calls begin at one place
    if (!log_.unmodelled.contains(key)) {
      std::string name = NameOfUnmodelled(*callee.symbol());
      if (!name.empty()) log_.unmodelled.emplace(key, Unmodelled{std::move(name), CurrentSite()});
    }
  }
  for (Value argument : positional) Lend(*this, argument);
  bool opaque = callee.symbol()->hint == TypeHint::kOpaque;
  bool decorates =
      opaque && positional.size() == 1 && MayDecorate(*callee.symbol(), positional[0], IsWrittenAsDecorator(frame_));
  if (Function* function = decorates ? As<Function>(positional[0]) : nullptr) {
    heap_.WillWrite(function);
    function->is_wrapped = true;
  }
  Value result = decorates ? positional[0]
                           : heap_.NewSymbol({.operation = Symbol::Operation::kCall,
                                              .hint = opaque ? TypeHint::kOpaque : TypeHint::kAny,
                                              .a = callee,
                                              .origin = CurrentSpan()});
  if (frame_ != nullptr) frame_->stack.resize(stack_base);
  return Deliver(result, std::move(continuation));
}

}  // namespace tfscope
