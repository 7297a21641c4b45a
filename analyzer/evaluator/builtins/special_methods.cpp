// Special methods of builtin types, for code that calls them by name: `dict.__setitem__(self, key, value)`,
// `super().__getitem__(index)`, `list.__len__`. Operators do not come through here.
#include "analyzer/evaluator/builtins/builtins.h"
#include "analyzer/evaluator/builtins/natives.h"
#include "analyzer/evaluator/numbers/numbers.h"
#include "analyzer/evaluator/operators.h"
#include "analyzer/evaluator/text.h"
#include "analyzer/evaluator/text/symbolic_text.h"

namespace tfscope {

namespace {

Result GetItem(Machine& machine, NativeArguments arguments) {
  Value self = Machine::Unwrap(arguments[0]);
  bool missing = As<Dict>(self) != nullptr && UserMethod(machine, arguments[0], "__missing__").defined();
  Result found = BuiltinLoadItem(machine, self, arguments[1], missing);
  if (!found.ok() || found.value().defined()) return found;
  return machine.CallMethod(arguments[0], "__missing__", arguments.subspan(1, 1));
}

Result SetItem(Machine& machine, NativeArguments arguments) {
  return BuiltinStoreItem(machine, Machine::Unwrap(arguments[0]), arguments[1], arguments[2]);
}

Result DeleteItem(Machine& machine, NativeArguments arguments) {
  return BuiltinDeleteItem(machine, Machine::Unwrap(arguments[0]), arguments[1]);
}

Result Contains(Machine& machine, NativeArguments arguments) {
  return BuiltinCompare(machine, CompareOperator::kIn, arguments[1], Machine::Unwrap(arguments[0]));
}

/// Iterates the builtin value inside an instance, not by the class's own `__iter__`.
Result Iterate(Machine& machine, NativeArguments arguments) {
  return machine.GetIterator(Machine::Unwrap(arguments[0]));
}

Result Length(Machine& machine, NativeArguments arguments) {
  Value length = *machine.builtins()->attributes().FindStr(machine.heap().Intern("len"));
  Value self = Machine::Unwrap(arguments[0]);
  return As<NativeFunction>(length)->spec->code(machine, {&self, 1});
}

Result Next(Machine& machine, NativeArguments arguments) {
  if (auto* generator = As<Generator>(arguments[0])) return machine.ResumeGenerator(generator, Value::None(), false);
  Iterator* iterator = As<Iterator>(arguments[0]);
  if (iterator == nullptr) return machine.Fresh();
  Value item = machine.NextNative(iterator);
  if (item.defined()) return item;
  if (machine.pending().defined()) return Result::Raised();
  return machine.RaiseObject(machine.NewException(machine.types().stop_iteration, {}));
}

Result Itself(Machine&, NativeArguments arguments) { return arguments[0]; }

template <BinaryOperator op>
Result Binary(Machine& machine, NativeArguments arguments) {
  return BuiltinBinary(machine, op, Machine::Unwrap(arguments[0]), Machine::Unwrap(arguments[1]));
}

template <BinaryOperator op>
Result Reflected(Machine& machine, NativeArguments arguments) {
  return BuiltinBinary(machine, op, Machine::Unwrap(arguments[1]), Machine::Unwrap(arguments[0]));
}

template <BinaryOperator op>
Result InPlace(Machine& machine, NativeArguments arguments) {
  Result result = BuiltinInPlace(machine, op, Machine::Unwrap(arguments[0]), Machine::Unwrap(arguments[1]));
  bool is_self = result.ok() && Identical(result.value(), Machine::Unwrap(arguments[0]));
  return is_self ? Result(arguments[0]) : result;
}

template <UnaryOperator op>
Result Unary(Machine& machine, NativeArguments arguments) {
  return BuiltinUnary(machine, op, Machine::Unwrap(arguments[0]));
}

template <CompareOperator op>
Result Compare(Machine& machine, NativeArguments arguments) {
  Value left = Machine::Unwrap(arguments[0]);
  Value right = Machine::Unwrap(arguments[1]);
  bool same_type = machine.TypeOf(left) == machine.TypeOf(right) || (left.is_float() && IsReal(right)) ||
                   (As<Complex>(left) != nullptr && IsNumber(right)) || (IsInteger(left) && IsInteger(right)) ||
                   (As<Bytes>(left) != nullptr && As<Bytes>(right) != nullptr) ||
                   (As<Set>(left) != nullptr && As<Set>(right) != nullptr);
  const bool is_known = !left.is_unknown() && !right.is_unknown();
  if (is_known && IsInteger(left) && !IsInteger(right)) return Value::NotImplemented();
  bool is_equality = op == CompareOperator::kEqual || op == CompareOperator::kNotEqual;
  if (is_equality && !same_type && !left.is_unknown() && !right.is_unknown()) {
    Result result = BuiltinCompare(machine, op, left, right);
    bool differs =
        result.ok() && result.value().is_bool() && result.value().as_bool() == (op == CompareOperator::kNotEqual);
    return differs ? Result(Value::NotImplemented()) : result;
  }
  return BuiltinCompare(machine, op, left, right);
}

Result Repr(Machine& machine, NativeArguments arguments) {
  std::optional<std::string> text = BuiltinRepr(machine, arguments[0]);
  return text.has_value() ? Result(TextValue(machine.heap(), *text)) : Result::Raised();
}

Result TextOfStr(Machine& machine, NativeArguments arguments) {
  std::optional<std::string> text = TextOf(machine, arguments[0]);
  if (text.has_value()) return TextValue(machine.heap(), *text);
  return machine.TypeError("descriptor '__str__' requires a 'str' object but received a '{}'",
                           TypeName(machine, arguments[0]));
}

Result Format(Machine& machine, NativeArguments arguments) {
  const Str* specification = As<Str>(Machine::Unwrap(arguments[1]));
  if (specification == nullptr) return machine.Fresh(TypeHint::kStr);
  Value plain = Machine::Unwrap(arguments[0]);
  if (As<Instance>(plain) == nullptr) return BuiltinFormat(machine, plain, specification->text);
  if (!specification->text.empty()) {
    return machine.TypeError("unsupported format string passed to {}.__format__", TypeName(machine, arguments[0]));
  }
  std::optional<std::string> text = machine.StrText(arguments[0]);
  return text.has_value() ? Result(TextValue(machine.heap(), *text)) : Result::Raised();
}

Result Hash(Machine& machine, NativeArguments arguments) {
  std::optional<uint64_t> hash = machine.Hash(Machine::Unwrap(arguments[0]));
  return hash.has_value() ? Result(Value::Int(static_cast<int64_t>(*hash))) : Result::Raised();
}

Result IsTrue(Machine& machine, NativeArguments arguments) {
  Truth truth = machine.TruthOf(Machine::Unwrap(arguments[0]));
  return truth == Truth::kUnknown ? machine.Fresh(TypeHint::kBool) : Value::Bool(truth == Truth::kTrue);
}

constexpr NativeSpec kContainerMethods[] = {
    {"__getitem__", "self, key", GetItem, kTakesAll},
    {"__contains__", "self, key", Contains, kTakesAll, TypeHint::kBool},
    {"__iter__", "self", Iterate, kTakesAll},
    {"__len__", "self", Length, kTakesAll, TypeHint::kInt},
};

constexpr NativeSpec kStoringMethods[] = {
    {"__setitem__", "self, key, value", SetItem, kTakesAll},
    {"__delitem__", "self, key", DeleteItem, kTakesAll},
};

constexpr NativeSpec kValueMethods[] = {
    {"__eq__", "self, other", Compare<CompareOperator::kEqual>, kTakesAll},
    {"__ne__", "self, other", Compare<CompareOperator::kNotEqual>, kTakesAll},
    {"__repr__", "self", Repr, kTakesAll, TypeHint::kStr},
};

constexpr NativeSpec kOrderMethods[] = {
    {"__lt__", "self, other", Compare<CompareOperator::kLess>, kTakesAll},
    {"__le__", "self, other", Compare<CompareOperator::kLessEqual>, kTakesAll},
    {"__gt__", "self, other", Compare<CompareOperator::kGreater>, kTakesAll},
    {"__ge__", "self, other", Compare<CompareOperator::kGreaterEqual>, kTakesAll},
};

constexpr NativeSpec kHashMethods[] = {{"__hash__", "self", Hash, kTakesAll, TypeHint::kInt}};
constexpr NativeSpec kTextMethods[] = {{"__str__", "self", TextOfStr, kTakesAll, TypeHint::kStr}};

constexpr NativeSpec kSequenceMethods[] = {
    {"__add__", "self, other", Binary<BinaryOperator::kAdd>, kTakesAll},
    {"__mul__", "self, other", Binary<BinaryOperator::kMultiply>},
    {"__rmul__", "self, other", Reflected<BinaryOperator::kMultiply>},
};

constexpr NativeSpec kListMethods[] = {
    {"__iadd__", "self, other", InPlace<BinaryOperator::kAdd>, kTakesAll},
    {"__imul__", "self, other", InPlace<BinaryOperator::kMultiply>},
};

constexpr NativeSpec kStrMethods[] = {
    {"__mod__", "self, other", Binary<BinaryOperator::kModulo>, kTakesAll, TypeHint::kStr},
};

constexpr NativeSpec kNumberMethods[] = {
    {"__add__", "self, other", Binary<BinaryOperator::kAdd>},
    {"__radd__", "self, other", Reflected<BinaryOperator::kAdd>},
    {"__sub__", "self, other", Binary<BinaryOperator::kSubtract>},
    {"__rsub__", "self, other", Reflected<BinaryOperator::kSubtract>},
    {"__mul__", "self, other", Binary<BinaryOperator::kMultiply>},
    {"__rmul__", "self, other", Reflected<BinaryOperator::kMultiply>},
    {"__truediv__", "self, other", Binary<BinaryOperator::kDivide>},
    {"__rtruediv__", "self, other", Reflected<BinaryOperator::kDivide>},
    {"__floordiv__", "self, other", Binary<BinaryOperator::kFloorDivide>},
    {"__rfloordiv__", "self, other", Reflected<BinaryOperator::kFloorDivide>},
    {"__mod__", "self, other", Binary<BinaryOperator::kModulo>},
    {"__rmod__", "self, other", Reflected<BinaryOperator::kModulo>},
    {"__rpow__", "self, other", Reflected<BinaryOperator::kPower>},
    {"__neg__", "self", Unary<UnaryOperator::kNegative>},
    {"__pos__", "self", Unary<UnaryOperator::kPositive>},
    {"__bool__", "self", IsTrue, kTakesUnknown, TypeHint::kBool},
};

constexpr NativeSpec kIntMethods[] = {
    {"__and__", "self, other", Binary<BinaryOperator::kBitAnd>},
    {"__or__", "self, other", Binary<BinaryOperator::kBitOr>},
    {"__xor__", "self, other", Binary<BinaryOperator::kBitXor>},
    {"__lshift__", "self, other", Binary<BinaryOperator::kLeftShift>},
    {"__rshift__", "self, other", Binary<BinaryOperator::kRightShift>},
    {"__invert__", "self", Unary<UnaryOperator::kInvert>},
};

constexpr NativeSpec kIntegerValues[] = {
    {"__int__", "self", Unary<UnaryOperator::kPositive>, 0, TypeHint::kInt},
    {"__index__", "self", Unary<UnaryOperator::kPositive>, 0, TypeHint::kInt},
};

constexpr NativeSpec kSetMethods[] = {
    {"__and__", "self, other", Binary<BinaryOperator::kBitAnd>},
    {"__or__", "self, other", Binary<BinaryOperator::kBitOr>},
    {"__xor__", "self, other", Binary<BinaryOperator::kBitXor>},
    {"__sub__", "self, other", Binary<BinaryOperator::kSubtract>},
};

constexpr NativeSpec kIteratorMethods[] = {
    {"__next__", "self", Next, kTakesUnknown | kHasEffects},
    {"__iter__", "self", Itself, kTakesUnknown},
};

constexpr NativeSpec kObjectMethods[] = {{"__format__", "self, format_spec", Format, kTakesAll, TypeHint::kStr}};

}  // namespace

void InstallSpecialMethods(Machine& machine) {
  const Types& types = machine.types();
  machine.Define(types.object, kObjectMethods);
  for (Class* cls : {types.str, types.bytes, types.bytearray, types.tuple, types.list, types.dict, types.set,
                     types.frozenset, types.range}) {
    machine.Define(cls, kContainerMethods);
    machine.Define(cls, kValueMethods);
  }
  for (Class* cls : {types.dict_keys, types.dict_values, types.dict_items}) machine.Define(cls, kContainerMethods);
  for (Class* cls : {types.list, types.dict, types.bytearray}) machine.Define(cls, kStoringMethods);
  for (Class* cls : {types.str, types.bytes, types.tuple, types.list, types.set, types.frozenset, types.int_,
                     types.float_, types.complex, types.dict, types.range}) {
    machine.Define(cls, kOrderMethods);
  }
  for (Class* cls : {types.str, types.bytes, types.bytearray, types.tuple, types.list}) {
    machine.Define(cls, kSequenceMethods);
  }
  for (Class* cls : {types.str, types.bytes, types.tuple, types.frozenset, types.int_, types.float_, types.complex}) {
    machine.Define(cls, kHashMethods);
  }
  for (Class* cls : {types.list, types.dict, types.set, types.bytearray}) {
    cls->attributes.SetStr(machine.heap().Intern("__hash__"), Value::None());
  }
  machine.Define(types.list, kListMethods);
  machine.Define(types.str, kStrMethods);
  machine.Define(types.str, kTextMethods);
  for (Class* cls : {types.int_, types.float_, types.complex}) {
    machine.Define(cls, kNumberMethods);
    machine.Define(cls, kValueMethods);
  }
  machine.Define(types.int_, kIntMethods);
  machine.Define(types.int_, kIntegerValues);
  for (Class* cls : {types.set, types.frozenset}) machine.Define(cls, kSetMethods);
  for (Class* cls :
       {types.iterator, types.enumerate, types.zip, types.reversed, types.list_iterator, types.list_reverseiterator,
        types.tuple_iterator, types.str_iterator, types.bytes_iterator, types.bytearray_iterator, types.range_iterator,
        types.set_iterator, types.dict_keyiterator, types.dict_valueiterator, types.dict_itemiterator,
        types.callable_iterator, types.map, types.filter}) {
    machine.Define(cls, kIteratorMethods);
  }
}

}  // namespace tfscope
