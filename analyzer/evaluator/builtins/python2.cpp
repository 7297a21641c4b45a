// Methods that only Python 2 has. They are no attributes of the classes, so that `hasattr(d, "iteritems")` is false for
// Python 3; the machine asks for them when an attribute is missing.
#include <algorithm>

#include "analyzer/evaluator/builtins/builtins.h"
#include "analyzer/evaluator/builtins/natives.h"
#include "analyzer/evaluator/numbers/numbers.h"
#include "analyzer/evaluator/operators.h"

namespace tfscope {

namespace {

/// Values of unlike types are ordered: None, then numbers, then by the name of the type.
std::pair<int, std::string_view> TypeRank(Machine& machine, Value value) {
  if (value.is_none()) return {0, ""};
  if (IsReal(value)) return {1, ""};
  return {2, TypeName(machine, value)};
}

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

/// `str.decode` and `unicode.encode`: both kinds of strings are one here.
Result Itself(Machine&, NativeArguments arguments) { return arguments[0]; }

template <DictView::View view>
Result View(Machine& machine, NativeArguments arguments) {
  auto* items = machine.heap().New<DictView>();
  items->view = view;
  items->dict = arguments[0];
  return Value::Of(items);
}

Result Sort(Machine& machine, NativeArguments arguments) {
  const Value* sort = machine.Python2Builtin(machine.heap().Intern("_sort"));
  if (sort == nullptr) return Value::None();
  std::vector<Value> passed = {arguments[0]};
  for (Value argument : arguments.subspan(1)) passed.push_back(argument.defined() ? argument : Value::None());
  return machine.TailCall(*sort, std::move(passed));
}

constexpr NativeSpec kDictMethods[] = {
    {"iteritems", "self", Iterate<DictView::View::kItems>, kTakesAll},
    {"iterkeys", "self", Iterate<DictView::View::kKeys>, kTakesAll},
    {"itervalues", "self", Iterate<DictView::View::kValues>, kTakesAll},
    {"viewitems", "self", View<DictView::View::kItems>, kTakesAll},
    {"viewkeys", "self", View<DictView::View::kKeys>, kTakesAll},
    {"viewvalues", "self", View<DictView::View::kValues>, kTakesAll},
    {"has_key", "self, key", HasKey, kTakesAll, TypeHint::kBool},
};

constexpr NativeSpec kListMethods[] = {{"sort", "self, cmp=, key=, reverse=", Sort, kTakesAll | kHasEffects}};

constexpr NativeSpec kIteratorMethods[] = {{"next", "self", Next, kTakesAll | kHasEffects}};
constexpr NativeSpec kTextMethods[] = {
    {"decode", "self, encoding=, errors=", Itself, kTakesAll, TypeHint::kStr},
    {"encode", "self, encoding=, errors=", Itself, kTakesAll, TypeHint::kStr},
};

std::span<const NativeSpec> MethodsOf(Value object) {
  Value plain = Machine::Unwrap(object);
  if (As<Dict>(plain) != nullptr) return kDictMethods;
  if (As<List>(plain) != nullptr) return kListMethods;
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

Result Python2CompareByMethod(Machine& machine, CompareOperator op, Value left, Value right) {
  if (!machine.InPython2()) return Value();
  Value operands[2] = {left, right};
  for (int side = 0; side < 2; ++side) {
    if (!UserMethod(machine, operands[side], "__cmp__").defined()) continue;
    Result order = machine.CallMethod(operands[side], "__cmp__", {&operands[1 - side], 1});
    if (!order.ok() || order.value().is_unknown()) return order.ok() ? machine.Fresh(TypeHint::kBool) : order;
    Value plain = Machine::Unwrap(order.value());
    if (!plain.is_int() && !plain.is_bool()) continue;
    return Value::Bool(Holds(op, (side == 0 ? plain.as_int() : -plain.as_int()) <=> 0));
  }
  return Value();
}

Value Python2CompareTypes(Machine& machine, CompareOperator op, Value left, Value right) {
  if (!machine.InPython2()) return Value();
  auto a = TypeRank(machine, left);
  auto b = TypeRank(machine, right);
  if (a == b) {  // of one type without an order: by address
    uint64_t x = left.is_object() ? machine.heap().AddressOf(left.object()) : 0;
    uint64_t y = right.is_object() ? machine.heap().AddressOf(right.object()) : 0;
    return Value::Bool(Holds(op, (x < y ? -1 : x > y ? 1 : 0) <=> 0));
  }
  return Value::Bool(Holds(op, (a < b ? -1 : 1) <=> 0));
}

}  // namespace tfscope
