// Operators and items: builtin operands, symbols, and the special methods of classes with their reflections.
#include <array>

#include "analyzer/evaluator/builtins/builtins.h"
#include "analyzer/evaluator/machine.h"
#include "analyzer/evaluator/numbers/numbers.h"
#include "analyzer/evaluator/operators.h"
#include "analyzer/evaluator/protocols.h"

namespace tfscope {

namespace {

constexpr std::array<std::string_view, 13> kBinaryNames = {
    "add", "sub", "mul", "matmul", "truediv", "mod", "pow", "lshift", "rshift", "or", "xor", "and", "floordiv"};
constexpr std::array<std::string_view, 13> kBinarySigns = {"+",  "-",  "*", "@", "/", "%", "** or pow()",
                                                           "<<", ">>", "|", "^", "&", "//"};
constexpr std::array<std::string_view, 6> kCompareNames = {"__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"};
constexpr std::array<std::string_view, 6> kCompareReflected = {"__eq__", "__ne__", "__gt__",
                                                               "__ge__", "__lt__", "__le__"};
constexpr std::array<std::string_view, 6> kCompareSigns = {"==", "!=", "<", "<=", ">", ">="};
constexpr uint8_t kCompareBit = 64;  ///< in Continuation::operation: a comparison, not an arithmetic operator
constexpr uint8_t kInPlaceBit = 128;
constexpr uint64_t kSymbolCost = 30;        ///< instructions that a new symbol costs as much as
constexpr size_t kBytesPerInstruction = 8;  ///< of text that an operator builds

TypeHint HintOfValue(Value value) {
  if (value.is_unknown()) return value.symbol()->hint;
  if (value.is_int()) return TypeHint::kInt;
  if (value.is_float()) return TypeHint::kFloat;
  if (As<Str>(value) != nullptr) return TypeHint::kStr;
  if (As<List>(value) != nullptr) return TypeHint::kList;
  if (As<Tuple>(value) != nullptr) return TypeHint::kTuple;
  return TypeHint::kAny;
}

TypeHint HintOfBinary(BinaryOperator op, Value left, Value right) {
  TypeHint a = HintOfValue(left);
  TypeHint b = HintOfValue(right);
  if (a == TypeHint::kOpaque || b == TypeHint::kOpaque) return TypeHint::kOpaque;
  if (a == TypeHint::kStr && op == BinaryOperator::kModulo) return TypeHint::kStr;
  bool numbers = (a == TypeHint::kInt || a == TypeHint::kFloat) && (b == TypeHint::kInt || b == TypeHint::kFloat);
  if (numbers && op == BinaryOperator::kDivide) return TypeHint::kFloat;
  if (numbers && (a == TypeHint::kFloat || b == TypeHint::kFloat)) return TypeHint::kFloat;
  return a == b ? a : TypeHint::kAny;
}

/// An int, known or not.
bool IsIntegerLike(Value value) {
  return value.is_unknown() ? value.symbol()->hint == TypeHint::kInt : IsInteger(value);
}

bool HasSpecialMethods(Value value) {
  const Class* cls = As<Class>(value);
  return As<Instance>(value) != nullptr || (cls != nullptr && cls->metaclass != nullptr);
}

}  // namespace

Value Machine::SpecialMethod(Value object, std::string_view name) {
  if (!object.is_object()) return Value();
  ObjectKind kind = object.object()->kind;
  if (kind == ObjectKind::kClass) {
    Class* meta = static_cast<Class*>(object.object())->metaclass;
    if (meta == nullptr) return Value();
    const Value* found = LookUpInClass(meta, heap_.Intern(name));
    return found == nullptr ? Value() : *found;
  }
  if (kind != ObjectKind::kInstance) return Value();
  const Value* found = LookUpInClass(static_cast<Instance*>(object.object())->cls, heap_.Intern(name));
  if (found == nullptr) return Value();
  // A native of this very name is what the operation does by itself (BuiltinBinary); a class may give it another.
  const auto* native = As<NativeFunction>(*found);
  return native != nullptr && native->spec->name == name ? Value() : *found;
}

/// Appends (method, self, other) if `self` has the special method.
void Machine::AddCandidate(std::vector<Value>& saved, Value self, std::string_view name, Value other) {
  Value method = SpecialMethod(self, name);
  if (!method.defined() || method.is_none()) return;
  saved.insert(saved.end(), {method, self, other});
}

Machine::Step Machine::BinaryOperation(Frame& frame, BinaryOperator op, bool in_place) {
  Value right = Pop(frame);
  Value left = Pop(frame);
  // Formatting is the operator of text itself; only then would a `__rmod__` be asked.
  bool formats = op == BinaryOperator::kModulo && (As<Str>(left) != nullptr || As<Bytes>(left) != nullptr);
  if (formats || (!HasSpecialMethods(left) && !HasSpecialMethods(right))) {
    return Push(PlainBinary(op, in_place, left, right));
  }
  std::string_view name = kBinaryNames[static_cast<size_t>(op)];
  if (op == BinaryOperator::kDivide && (frame.code->flags & kClassicDivision) != 0 &&
      (SpecialMethod(left, "__div__").defined() || SpecialMethod(right, "__rdiv__").defined())) {
    name = "div";
  }
  Continuation next{
      OnReturn::kBinary, static_cast<uint8_t>(static_cast<uint8_t>(op) | (in_place ? kInPlaceBit : 0)), {}};
  next.saved = {left, right};
  if (in_place) AddCandidate(next.saved, left, fmt::format("__i{}__", name), right);
  // `__ipow__` that declines is the end of it.
  if (in_place && op == BinaryOperator::kPower && next.saved.size() > 2) return NextCandidate(std::move(next));
  Class* left_type = TypeOf(left);
  Class* right_type = TypeOf(right);
  // A subclass goes first if its reflected method is its own.
  Str* reflected = heap_.Intern(fmt::format("__r{}__", name));
  bool reflected_first = left_type != right_type && IsSubclass(right_type, left_type) &&
                         LookUpInClass(right_type, reflected) != LookUpInClass(left_type, reflected);
  if (reflected_first) AddCandidate(next.saved, right, reflected->text, left);
  AddCandidate(next.saved, left, fmt::format("__{}__", name), right);
  if (!reflected_first && left_type != right_type) AddCandidate(next.saved, right, fmt::format("__r{}__", name), left);
  return NextCandidate(std::move(next));
}

/// Calls the next special method in `saved` (left, right, then method, self, other in order of trial), or falls back to
/// what builtin types do.
Machine::Step Machine::NextCandidate(Continuation&& continuation) {
  std::vector<Value>& saved = continuation.saved;
  if (saved.size() >= 5) {
    Value method = saved[2];
    Value self = saved[3];
    Value other = saved[4];
    saved.erase(saved.begin() + 2, saved.begin() + 5);
    bool calls = false;
    Result bound = Bind(method, self, TypeOf(self), &calls);
    if (bound.raised()) return Step::kRaise;
    Value arguments[] = {other};
    return StartCall(bound.value(), arguments, {}, std::move(continuation));
  }
  Value left = saved[0];
  Value right = saved[1];
  uint8_t operation = continuation.operation;
  if ((operation & kCompareBit) != 0) {
    return Push(PlainCompare(static_cast<CompareOperator>(operation & ~kCompareBit), left, right));
  }
  auto op = static_cast<BinaryOperator>(operation & ~kInPlaceBit);
  return Push(PlainBinary(op, (operation & kInPlaceBit) != 0, left, right));
}

Result Machine::PlainBinary(BinaryOperator op, bool in_place, Value left, Value right) {
  const Value given_left = left;
  const Value given_right = right;
  left = Unwrap(left);
  // Formatting asks its operand for its texts.
  if (op != BinaryOperator::kModulo || As<Str>(left) == nullptr || As<Str>(Unwrap(right)) == nullptr) {
    right = Unwrap(right);
  }
  bool classic = op == BinaryOperator::kDivide && frame_ != nullptr && (frame_->code->flags & kClassicDivision) != 0;
  if (classic && IsIntegerLike(left) && IsIntegerLike(right)) op = BinaryOperator::kFloorDivide;
  bool text = (op == BinaryOperator::kAdd && (As<Str>(left) != nullptr || As<Str>(right) != nullptr)) ||
              (op == BinaryOperator::kModulo && As<Str>(left) != nullptr);
  if ((left.is_unknown() || right.is_unknown()) && !text) {
    if (!Charge(kSymbolCost)) return Result::Raised();
    return heap_.NewSymbol({.operation = Symbol::Operation::kBinary,
                            .detail = static_cast<uint8_t>(op),
                            .hint = HintOfBinary(op, left, right),
                            .a = left,
                            .b = right,
                            .origin = CurrentSpan()});
  }
  // `instance *= sequence` does not ask the sequence.
  bool declines = in_place && op == BinaryOperator::kMultiply && As<Instance>(left) != nullptr;
  Result result = declines   ? Result(Value::NotImplemented())
                  : in_place ? BuiltinInPlace(*this, op, left, right)
                             : BuiltinBinary(*this, op, left, right);
  if (const Str* built = result.ok() ? As<Str>(result.value()) : nullptr) {
    if (!Charge(built->text.size() / kBytesPerInstruction)) return Result::Raised();
  }
  if (!result.ok() || result.value().tag() != Value::Tag::kNotImplemented) return result;
  for (const Value operand : {given_left, given_right}) {
    // Its metaclass may have the operator, as those of ctypes do.
    if (const Class* cls = As<Class>(operand); cls != nullptr && cls->is_opaque) return Fresh(TypeHint::kOpaque);
  }
  bool assigns = in_place && op != BinaryOperator::kPower;
  return TypeError("unsupported operand type(s) for {}{}: '{}' and '{}'", kBinarySigns[static_cast<size_t>(op)],
                   assigns ? "=" : "", TypeName(*this, given_left), TypeName(*this, given_right));
}

namespace {

/// Has its own `__eq__`, which the inherited `__ne__` inverts.
bool InheritsInequality(Machine& machine, Value value) {
  return !UserMethod(machine, value, "__ne__").defined() && UserMethod(machine, value, "__eq__").defined();
}

/// `first != second` where one has a `__ne__` and the other inherits it. Undefined: both decline.
Result UnequalByMethods(Machine& machine, Value first, Value second) {
  for (auto [self, other] : {std::pair(first, second), std::pair(second, first)}) {
    const bool inverts = InheritsInequality(machine, self);
    if (!inverts && !UserMethod(machine, self, "__ne__").defined()) continue;
    Result answer = machine.CallMethod(self, inverts ? "__eq__" : "__ne__", {&other, 1});
    if (!answer.ok() || (answer.value().tag() != Value::Tag::kNotImplemented && !inverts)) return answer;
    if (answer.value().tag() == Value::Tag::kNotImplemented) continue;
    const Truth equal = machine.TruthOf(answer.value());
    if (equal == Truth::kRaised) return Result::Raised();
    return equal == Truth::kUnknown ? machine.Fresh(TypeHint::kBool) : Value::Bool(equal == Truth::kFalse);
  }
  return Value();
}

}  // namespace

Machine::Step Machine::CompareOperation(Frame& frame, CompareOperator op) {
  Value right = Pop(frame);
  Value left = Pop(frame);
  switch (op) {
    case CompareOperator::kIs:
    case CompareOperator::kIsNot:
      return Push(CompareIdentity(op, left, right));
    case CompareOperator::kIn:
    case CompareOperator::kNotIn: {
      Result found = Contains(right, left);
      if (!found.ok() || op == CompareOperator::kIn) return Push(found);
      return Push(Negate(found.value()));
    }
    default:
      break;
  }
  auto index = static_cast<size_t>(op);
  bool special = HasSpecialMethods(left) || HasSpecialMethods(right) || As<Class>(left) != nullptr;
  if (!special) return Push(PlainCompare(op, left, right));
  Continuation next{OnReturn::kBinary, static_cast<uint8_t>(static_cast<uint8_t>(op) | kCompareBit), {left, right}};
  Class* left_type = TypeOf(left);
  Class* right_type = TypeOf(right);
  bool reflected_first = left_type != right_type && IsSubclass(right_type, left_type);
  if (op == CompareOperator::kNotEqual && InheritsInequality(*this, left) != InheritsInequality(*this, right)) {
    Result answer = reflected_first ? UnequalByMethods(*this, right, left) : UnequalByMethods(*this, left, right);
    if (!answer.ok() || answer.value().defined()) return Push(answer);
  }
  if (reflected_first) AddCandidate(next.saved, right, kCompareReflected[index], left);
  AddCandidate(next.saved, left, kCompareNames[index], right);
  if (!reflected_first) AddCandidate(next.saved, right, kCompareReflected[index], left);
  if (next.saved.size() == 2 && op == CompareOperator::kNotEqual) {
    // object.__ne__ inverts __eq__.
    AddCandidate(next.saved, left, "__eq__", right);
    AddCandidate(next.saved, right, "__eq__", left);
    if (next.saved.size() > 2) {
      Truth equal = Equal(left, right);
      if (equal == Truth::kRaised) return Step::kRaise;
      if (equal == Truth::kUnknown) return Push(Fresh(TypeHint::kBool));
      return Push(Value::Bool(equal == Truth::kFalse));
    }
  }
  return NextCandidate(std::move(next));
}

Result Machine::PlainCompare(CompareOperator op, Value left, Value right) {
  if (Result result = Python2CompareByMethod(*this, op, left, right); !result.ok() || result.value().defined()) {
    return result;
  }
  Value a = Unwrap(left);
  Value b = Unwrap(right);
  if (a.is_unknown() || b.is_unknown()) {
    if (Identical(a, b) && op == CompareOperator::kEqual) return Value::Bool(true);
    return heap_.NewSymbol({.operation = Symbol::Operation::kCompare,
                            .detail = static_cast<uint8_t>(op),
                            .hint = TypeHint::kBool,
                            .a = a,
                            .b = b,
                            .origin = CurrentSpan()});
  }
  Result result = BuiltinCompare(*this, op, a, b);
  if (!result.ok() || result.value().tag() != Value::Tag::kNotImplemented) return result;
  if (op == CompareOperator::kEqual) return Value::Bool(Identical(left, right));
  if (op == CompareOperator::kNotEqual) return Value::Bool(!Identical(left, right));
  if (Value ordered = Python2CompareTypes(*this, op, left, right); ordered.defined()) return ordered;
  return TypeError("'{}' not supported between instances of '{}' and '{}'", kCompareSigns[static_cast<size_t>(op)],
                   TypeName(*this, left), TypeName(*this, right));
}

namespace {

/// What has a shape, an array, a tensor or a space, has one that is not None.
bool IsAttributeNamed(Value value, std::string_view name) {
  if (!value.is_unknown() || value.symbol()->operation != Symbol::Operation::kAttribute) return false;
  return value.symbol()->name != nullptr && value.symbol()->name->text == name;
}

}  // namespace

Result Machine::CompareIdentity(CompareOperator op, Value left, Value right) {
  if ((left.is_unknown() || right.is_unknown()) && !Identical(left, right)) {
    if (InLibrary() || (IsAttributeNamed(left, "shape") && right.is_none())) {
      return Value::Bool(op == CompareOperator::kIsNot);
    }
    return heap_.NewSymbol({.operation = Symbol::Operation::kCompare,
                            .detail = static_cast<uint8_t>(op),
                            .hint = TypeHint::kBool,
                            .a = left,
                            .b = right,
                            .origin = CurrentSpan()});
  }
  bool same = Identical(left, right);
  const Str* left_text = As<Str>(left);
  const Str* right_text = As<Str>(right);
  // CPython shares equal identifiers and short literals; `is` between equal strings is true in what people write.
  if (left_text != nullptr && right_text != nullptr) same = left_text->text == right_text->text;
  return Value::Bool(same == (op == CompareOperator::kIs));
}

Result Machine::Negate(Value value) {
  switch (TruthOf(value)) {
    case Truth::kTrue:
      return Value::Bool(false);
    case Truth::kFalse:
      return Value::Bool(true);
    case Truth::kRaised:
      return Result::Raised();
    case Truth::kUnknown:
      break;
  }
  return heap_.NewSymbol({.operation = Symbol::Operation::kUnary,
                          .detail = static_cast<uint8_t>(UnaryOperator::kNot),
                          .hint = TypeHint::kBool,
                          .a = value,
                          .origin = CurrentSpan()});
}

Result Machine::Contains(Value container, Value item) {
  if (container.is_unknown()) {
    return heap_.NewSymbol({.operation = Symbol::Operation::kCompare,
                            .detail = static_cast<uint8_t>(CompareOperator::kIn),
                            .hint = TypeHint::kBool,
                            .a = item,
                            .b = container,
                            .origin = CurrentSpan()});
  }
  Value method = SpecialMethod(container, "__contains__");
  if (method.defined()) {
    Value arguments[] = {item};
    Result found = CallMethod(container, "__contains__", arguments);
    if (!found.ok()) return found;
    if (found.value().is_unknown() || found.value().is_bool()) return found;
    Truth truth = TruthOf(found.value());
    if (truth == Truth::kRaised) return Result::Raised();
    return Value::Bool(truth == Truth::kTrue);
  }
  Result result = BuiltinCompare(*this, CompareOperator::kIn, item, Unwrap(container));
  if (!result.ok() || result.value().tag() != Value::Tag::kNotImplemented) return result;
  if (!SpecialMethod(container, "__iter__").defined() && !SpecialMethod(container, "__getitem__").defined() &&
      As<Generator>(container) == nullptr && As<Iterator>(container) == nullptr) {
    return TypeError("argument of type '{}' is not iterable", TypeName(*this, container));
  }
  Result iterator = GetIterator(container);
  if (!iterator.ok()) {
    if (!pending_.defined() || !ExceptionIs(pending_, types_.type_error)) return iterator;
    TakePending();
    return TypeError("argument of type '{}' is not iterable", TypeName(*this, container));
  }
  std::vector<Value> items;
  if (!Collect(iterator.value(), items)) return Result::Raised();
  for (Value candidate : items) {
    Truth equal = Identical(candidate, item) ? Truth::kTrue : Equal(candidate, item);
    if (equal == Truth::kRaised) return Result::Raised();
    if (equal == Truth::kUnknown) return Fresh(TypeHint::kBool);
    if (equal == Truth::kTrue) return Value::Bool(true);
  }
  return Value::Bool(false);
}

Machine::Step Machine::UnaryOperation(Frame& frame, UnaryOperator op) {
  Value operand = Pop(frame);
  if (op == UnaryOperator::kNot) return Push(Negate(operand));
  static constexpr std::array<std::string_view, 4> kNames = {"", "__neg__", "__pos__", "__invert__"};
  Value method = SpecialMethod(operand, kNames[static_cast<size_t>(op)]);
  if (method.defined()) {
    bool calls = false;
    Result bound = Bind(method, operand, TypeOf(operand), &calls);
    if (bound.raised()) return Step::kRaise;
    return StartCall(bound.value(), {}, {}, {});
  }
  if (operand.is_unknown()) {
    return Push(heap_.NewSymbol({.operation = Symbol::Operation::kUnary,
                                 .detail = static_cast<uint8_t>(op),
                                 .hint = operand.symbol()->hint,
                                 .a = operand,
                                 .origin = CurrentSpan()}));
  }
  Result result = BuiltinUnary(*this, op, Unwrap(operand));
  if (!result.ok() || result.value().tag() != Value::Tag::kNotImplemented) return Push(result);
  static constexpr std::array<std::string_view, 4> kSigns = {"not", "-", "+", "~"};
  return Fail(
      TypeError("bad operand type for unary {}: '{}'", kSigns[static_cast<size_t>(op)], TypeName(*this, operand)));
}

Machine::Step Machine::LoadItem(Frame& frame) {
  Value index = Pop(frame);
  Value container = Pop(frame);
  if (container.is_unknown()) {
    TypeHint hint = container.symbol()->hint == TypeHint::kOpaque ? TypeHint::kOpaque : TypeHint::kAny;
    if (container.symbol()->hint == TypeHint::kStr) hint = TypeHint::kStr;
    return Push(heap_.NewSymbol(
        {.operation = Symbol::Operation::kItem, .hint = hint, .a = container, .b = index, .origin = CurrentSpan()}));
  }
  Value method = SpecialMethod(container, "__getitem__");
  if (method.defined()) {
    bool calls = false;
    Result bound = Bind(method, container, TypeOf(container), &calls);
    if (bound.raised()) return Step::kRaise;
    Value arguments[] = {index};
    return StartCall(bound.value(), arguments, {}, {});
  }
  Value plain = Unwrap(container);
  if (As<Class>(plain) != nullptr) {
    const Value* item = LookUpInClass(static_cast<Class*>(plain.object()), heap_.Intern("__class_getitem__"));
    if (item == nullptr) {
      return Fail(TypeError("'{}' object is not subscriptable", TypeName(*this, plain)));
    }
    Value arguments[] = {index};
    return Push(CallMethod(container, "__class_getitem__", arguments));
  }
  if (plain.is_int() || plain.is_float() || As<Set>(plain) != nullptr) {
    return Fail(TypeError("'{}' object is not subscriptable", TypeName(*this, container)));
  }
  bool missing = As<Dict>(plain) != nullptr && SpecialMethod(container, "__missing__").defined();
  Result result = BuiltinLoadItem(*this, plain, index, missing);
  if (result.ok() && !result.value().defined()) {
    Value arguments[] = {index};
    Value bound = LookUp(container, heap_.Intern("__missing__"));
    return StartCall(bound, arguments, {}, {});
  }
  return Push(result);
}

Machine::Step Machine::StoreItem(Frame& frame) {
  Value index = Pop(frame);
  Value container = Pop(frame);
  Value value = Pop(frame);
  if (container.is_unknown()) return Step::kNext;
  if (SpecialMethod(container, "__setitem__").defined()) {
    Value arguments[] = {index, value};
    return StartCall(LookUp(container, heap_.Intern("__setitem__")), arguments, {}, {OnReturn::kDiscard, 0, {}});
  }
  bool plain = As<Instance>(Unwrap(container)) != nullptr;
  if (plain && SpecialMethod(container, "__delitem__").defined()) {
    return Fail(Raise(types_.attribute_error, "__setitem__"));
  }
  return BuiltinStoreItem(*this, Unwrap(container), index, value).raised() ? Step::kRaise : Step::kNext;
}

Machine::Step Machine::DeleteItem(Frame& frame) {
  Value index = Pop(frame);
  Value container = Pop(frame);
  if (container.is_unknown()) return Step::kNext;
  if (SpecialMethod(container, "__delitem__").defined()) {
    Value arguments[] = {index};
    return StartCall(LookUp(container, heap_.Intern("__delitem__")), arguments, {}, {OnReturn::kDiscard, 0, {}});
  }
  bool plain = As<Instance>(Unwrap(container)) != nullptr;
  if (plain && SpecialMethod(container, "__setitem__").defined()) {
    return Fail(Raise(types_.attribute_error, "__delitem__"));
  }
  return BuiltinDeleteItem(*this, Unwrap(container), index).raised() ? Step::kRaise : Step::kNext;
}

}  // namespace tfscope
