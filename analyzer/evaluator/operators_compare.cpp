// Comparisons and membership of builtin values.
#include "analyzer/evaluator/builtins/builtins.h"
#include "analyzer/evaluator/numbers/numbers.h"
#include "analyzer/evaluator/operators.h"
#include "analyzer/evaluator/protocols.h"
#include "analyzer/evaluator/set_operations.h"
#include "analyzer/evaluator/text/symbolic_text.h"

namespace tfscope {

bool Holds(CompareOperator op, std::partial_ordering order) {
  switch (op) {
    case CompareOperator::kEqual:
      return order == 0;
    case CompareOperator::kNotEqual:
      return order != 0;
    case CompareOperator::kLess:
      return order < 0;
    case CompareOperator::kLessEqual:
      return order <= 0;
    case CompareOperator::kGreater:
      return order > 0;
    default:
      return order >= 0;
  }
}

namespace {

/// Comparing two items through special methods costs as much as some instructions.
constexpr uint64_t kItemCost = 8;

constexpr std::string_view kSigns[] = {"==", "!=", "<", "<=", ">", ">="};
constexpr std::string_view kMethods[] = {"__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"};
constexpr CompareOperator kReflected[] = {CompareOperator::kEqual,   CompareOperator::kNotEqual,
                                          CompareOperator::kGreater, CompareOperator::kGreaterEqual,
                                          CompareOperator::kLess,    CompareOperator::kLessEqual};

bool IsEquality(CompareOperator op) { return op == CompareOperator::kEqual || op == CompareOperator::kNotEqual; }

/// `==` or `!=` from a truth value.
Result Equality(Machine& machine, CompareOperator op, Truth equal, Value left, Value right) {
  if (equal == Truth::kRaised) return Result::Raised();
  if (equal == Truth::kUnknown) return UnknownComparison(machine, op, left, right);
  return Value::Bool((equal == Truth::kTrue) == (op == CompareOperator::kEqual));
}

Result CompareStrings(Machine& machine, CompareOperator op, const Str* left, const Str* right) {
  if (left->symbolic || right->symbolic) {
    if (left->text != right->text) {
      if (IsEquality(op) && !MayBeEqual(left->text, right->text)) {
        return Value::Bool(op == CompareOperator::kNotEqual);
      }
      return UnknownComparison(machine, op, Value::Of(const_cast<Str*>(left)), Value::Of(const_cast<Str*>(right)));
    }
  }
  // UTF-8 sorts as its code points do.
  machine.Charge(std::min(left->text.size(), right->text.size()) / 256);
  return Value::Bool(Holds(op, left->text <=> right->text));
}

/// Lexicographic order of two sequences of one type. They may change meanwhile: lists are read anew each time.
template <typename Items>
Result CompareSequences(Machine& machine, CompareOperator op, Value left, Value right, const Items& a, const Items& b) {
  NestingGuard guard(machine);
  if (guard.too_deep()) return guard.Raise(" in comparison");
  if (IsEquality(op) && a.size() != b.size()) return Value::Bool(op == CompareOperator::kNotEqual);
  bool unknown = false;
  for (size_t i = 0; i < a.size() && i < b.size(); ++i) {
    Value x = a[i];
    Value y = b[i];
    if (!machine.Charge(1)) return UnknownComparison(machine, op, left, right);
    if (Identical(x, y)) continue;
    if (!machine.Charge(kItemCost)) return UnknownComparison(machine, op, left, right);
    Truth equal = machine.Equal(x, y);
    if (equal == Truth::kRaised) return Result::Raised();
    if (equal == Truth::kTrue) continue;
    unknown = unknown || equal == Truth::kUnknown;
    if (unknown && IsEquality(op) && equal == Truth::kUnknown) continue;  // a later item may still differ for sure
    if (IsEquality(op)) return Value::Bool(op == CompareOperator::kNotEqual);
    if (unknown) break;
    return CompareValues(machine, op, x, y);
  }
  if (unknown) return UnknownComparison(machine, op, left, right);
  return Value::Bool(Holds(op, a.size() <=> b.size()));
}

Truth DictsEqual(Machine& machine, const Dict* left, const Dict* right) {
  if (left->items.size() != right->items.size()) return Truth::kFalse;
  NestingGuard guard(machine);
  if (guard.too_deep()) {
    (void)guard.Raise(" in comparison");
    return Truth::kRaised;
  }
  bool unknown = false;
  for (size_t i = 0; i < left->items.slots(); ++i) {
    OrderedMap::Entry entry = left->items.slot(i);
    if (!entry.key.defined()) continue;
    if (!machine.Charge(1)) return Truth::kUnknown;
    int64_t slot = machine.FindKey(right->items, entry.key);
    if (slot == -2) return Truth::kRaised;
    if (slot == -1) return Truth::kFalse;
    Value other = right->items.slot(static_cast<size_t>(slot)).value;
    if (Identical(entry.value, other)) continue;
    Truth equal = machine.Equal(entry.value, other);
    if (equal == Truth::kRaised || equal == Truth::kFalse) return equal;
    unknown = unknown || equal == Truth::kUnknown;
  }
  return unknown ? Truth::kUnknown : Truth::kTrue;
}

Truth SlicesEqual(Machine& machine, const Slice* left, const Slice* right) {
  for (auto part : {&Slice::start, &Slice::stop, &Slice::step}) {
    Truth equal = machine.Equal(left->*part, right->*part);
    if (equal != Truth::kTrue) return equal;
  }
  return Truth::kTrue;
}

bool RangesEqual(const Range* left, const Range* right) {
  int64_t length = RangeLength(left);
  if (length != RangeLength(right)) return false;
  return length == 0 || (left->start == right->start && (length == 1 || left->step == right->step));
}

Truth MethodsEqual(Machine& machine, const BoundMethod* left, const BoundMethod* right) {
  bool same_function = Identical(left->function, right->function);
  return same_function ? machine.Equal(left->self, right->self) : Truth::kFalse;
}

/// Equality of the kinds that have no order.
Truth UnorderedEqual(Machine& machine, Value left, Value right) {
  if (As<Dict>(left) != nullptr && As<Dict>(right) != nullptr)
    return DictsEqual(machine, As<Dict>(left), As<Dict>(right));
  if (As<Slice>(left) != nullptr && As<Slice>(right) != nullptr) {
    return SlicesEqual(machine, As<Slice>(left), As<Slice>(right));
  }
  if (As<BoundMethod>(left) != nullptr && As<BoundMethod>(right) != nullptr) {
    return MethodsEqual(machine, As<BoundMethod>(left), As<BoundMethod>(right));
  }
  bool equal = Identical(left, right);
  if (As<Range>(left) != nullptr && As<Range>(right) != nullptr) equal = RangesEqual(As<Range>(left), As<Range>(right));
  return equal ? Truth::kTrue : Truth::kFalse;
}

bool IsMutable(Value value) {
  bool is_immutable = !value.is_object() || As<Str>(value) != nullptr || As<Tuple>(value) != nullptr;
  return !is_immutable;
}

}  // namespace

Value UnknownComparison(Machine& machine, CompareOperator op, Value left, Value right) {
  // Two comparisons of things that may change in between are two questions.
  if (IsMutable(left) || IsMutable(right)) return machine.Fresh(TypeHint::kBool);
  return machine.heap().NewSymbol({.operation = Symbol::Operation::kCompare,
                                   .detail = static_cast<uint8_t>(op),
                                   .hint = TypeHint::kBool,
                                   .a = left,
                                   .b = right,
                                   .origin = machine.CurrentSpan()});
}

Result BuiltinCompare(Machine& machine, CompareOperator op, Value left, Value right) {
  switch (op) {
    case CompareOperator::kIs:
      return Value::Bool(Identical(left, right));
    case CompareOperator::kIsNot:
      return Value::Bool(!Identical(left, right));
    case CompareOperator::kIn:
      return BuiltinContains(machine, right, left);
    case CompareOperator::kNotIn: {
      Result found = BuiltinContains(machine, right, left);
      if (!found.ok() || !found.value().is_bool()) return found;
      return Value::Bool(!found.value().as_bool());
    }
    default:
      break;
  }
  if (left.is_unknown() || right.is_unknown()) {
    if (Identical(left, right) && IsEquality(op)) return Value::Bool(op == CompareOperator::kEqual);
    return UnknownComparison(machine, op, left, right);
  }
  if (IsReal(left) && IsReal(right)) return Value::Bool(Holds(op, CompareNumbers(left, right)));
  if (IsNumber(left) && IsNumber(right)) {
    if (!IsEquality(op)) return Value::NotImplemented();
    return Value::Bool(NumbersEqual(left, right) == (op == CompareOperator::kEqual));
  }
  if (As<Str>(left) != nullptr && As<Str>(right) != nullptr)
    return CompareStrings(machine, op, As<Str>(left), As<Str>(right));
  if (As<Bytes>(left) != nullptr && As<Bytes>(right) != nullptr) {
    return Value::Bool(Holds(op, As<Bytes>(left)->data <=> As<Bytes>(right)->data));
  }
  if (As<List>(left) != nullptr && As<List>(right) != nullptr) {
    return CompareSequences(machine, op, left, right, As<List>(left)->items, As<List>(right)->items);
  }
  if (As<Tuple>(left) != nullptr && As<Tuple>(right) != nullptr) {
    return CompareSequences(machine, op, left, right, As<Tuple>(left)->items, As<Tuple>(right)->items);
  }
  if (IsSetLike(left) && IsSetLike(right)) return CompareSets(machine, op, left, right);
  if (!IsEquality(op)) return Value::NotImplemented();
  return Equality(machine, op, UnorderedEqual(machine, left, right), left, right);
}

Result CompareValues(Machine& machine, CompareOperator op, Value left, Value right) {
  NestingGuard guard(machine);
  if (guard.too_deep()) return guard.Raise(" in comparison");
  auto index = static_cast<size_t>(op);
  Value operands[2] = {left, right};
  for (int side = 0; side < 2; ++side) {
    size_t method = side == 0 ? index : static_cast<size_t>(kReflected[index]);
    bool negate = false;
    if (!UserMethod(machine, operands[side], kMethods[method]).defined()) {
      // Without __ne__ a class inherits the opposite of __eq__.
      negate = op == CompareOperator::kNotEqual && UserMethod(machine, operands[side], "__eq__").defined();
      if (!negate) continue;
      method = 0;
    }
    Result result = machine.CallMethod(operands[side], kMethods[method], {&operands[1 - side], 1});
    if (!result.ok()) return result;
    if (Identical(result.value(), Value::NotImplemented())) continue;
    if (!negate) return result;
    return Equality(machine, op, machine.TruthOf(result.value()), left, right);
  }
  if (Result result = Python2CompareByMethod(machine, op, left, right); !result.ok() || result.value().defined()) {
    return result;
  }
  Result result = BuiltinCompare(machine, op, Machine::Unwrap(left), Machine::Unwrap(right));
  if (!result.ok() || !Identical(result.value(), Value::NotImplemented())) return result;
  if (IsEquality(op)) return Value::Bool(Identical(left, right) == (op == CompareOperator::kEqual));
  if (Value ordered = Python2CompareTypes(machine, op, left, right); ordered.defined()) return ordered;
  return machine.TypeError("'{}' not supported between instances of '{}' and '{}'", kSigns[index],
                           TypeName(machine, left), TypeName(machine, right));
}

}  // namespace tfscope
