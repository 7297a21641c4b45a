// Methods that only Python 2 has. They are no attributes of the classes, so that `hasattr(d, "iteritems")` is false for
// Python 3; the machine asks for them when an attribute is missing.
#include <algorithm>

#include "analyzer/evaluator/builtins/builtins.h"
#include "analyzer/evaluator/builtins/natives.h"
#include "analyzer/evaluator/operators.h"

namespace tfscope {

namespace {

template <DictView::View view>
Result Iterate(Machine& machine, NativeArguments arguments) {
  auto* items = machine.heap().New<DictView>();
  items->view = view;
  items->dict = arguments[0];
  return machine.GetIterator(Value::Of(items));
}

Result HasKey(Machine& machine, NativeArguments arguments) {
  return BuiltinCompare(machine, CompareOperator::kIn, arguments[1], Machine::Unwrap(arguments[0]));
}

Result Next(Machine& machine, NativeArguments arguments) {
  Result method = machine.GetAttribute(arguments[0], machine.heap().Intern("__next__"));
  return method.ok() ? machine.TailCall(method.value(), {}) : method;
}

/// `str.decode`: both kinds of strings are one here.
Result Itself(Machine&, NativeArguments arguments) { return arguments[0]; }

constexpr NativeSpec kDictMethods[] = {
    {"iteritems", "self", Iterate<DictView::View::kItems>, kTakesAll},
    {"iterkeys", "self", Iterate<DictView::View::kKeys>, kTakesAll},
    {"itervalues", "self", Iterate<DictView::View::kValues>, kTakesAll},
    {"has_key", "self, key", HasKey, kTakesAll, TypeHint::kBool},
};

constexpr NativeSpec kIteratorMethods[] = {{"next", "self", Next, kTakesAll | kHasEffects}};
constexpr NativeSpec kTextMethods[] = {{"decode", "self, encoding=, errors=", Itself, kTakesAll, TypeHint::kStr}};

std::span<const NativeSpec> MethodsOf(Value object) {
  Value plain = Machine::Unwrap(object);
  if (As<Dict>(plain) != nullptr) return kDictMethods;
  if (As<Str>(plain) != nullptr) return kTextMethods;
  if (As<Generator>(plain) != nullptr || As<Iterator>(plain) != nullptr) return kIteratorMethods;
  return {};
}

}  // namespace

Value Python2Method(Machine& machine, Value object, std::string_view name) {
  if (!machine.InPython2()) return Value();
  std::span<const NativeSpec> methods = MethodsOf(object);
  auto found =
      std::find_if(methods.begin(), methods.end(), [name](const NativeSpec& spec) { return spec.name == name; });
  if (found == methods.end()) return Value();
  auto* native = machine.heap().New<NativeFunction>();
  native->spec = &*found;
  auto* method = machine.heap().New<BoundMethod>();
  method->function = Value::Of(native);
  method->self = object;
  return Value::Of(method);
}

}  // namespace tfscope
