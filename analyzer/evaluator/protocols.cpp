#include "analyzer/evaluator/protocols.h"

#include "analyzer/evaluator/numbers/numbers.h"
#include "analyzer/evaluator/operators.h"
#include "analyzer/evaluator/prepared_modules.h"
#include "analyzer/evaluator/program.h"
#include "analyzer/evaluator/text/symbolic_text.h"

namespace tfscope {

std::string_view NameInErrors(const Class& cls) {
  const Str* own = NameInC(cls);
  return own == nullptr ? cls.name->text : own->text;
}

std::string_view TypeName(Machine& machine, Value value) { return NameInErrors(*machine.TypeOf(value)); }

Value UserMethod(Machine& machine, Value object, std::string_view name) {
  if (!object.is_object()) return Value();
  const Class* type = nullptr;
  if (const Instance* instance = As<Instance>(object)) type = instance->cls;
  if (const Class* cls = As<Class>(object)) type = cls->metaclass;
  if (type == nullptr) return Value();
  const Value* found = machine.LookUpInClass(type, machine.heap().Intern(name));
  return found == nullptr || As<NativeFunction>(*found) != nullptr ? Value() : *found;
}

std::vector<Value> ExceptionArguments(Machine& machine, const Instance* exception) {
  if (const Tuple* arguments = As<Tuple>(exception->payload)) return arguments->Copy();
  const Value* stored =
      exception->dict == nullptr ? nullptr : exception->dict->items.FindStr(machine.heap().Intern("args"));
  const Tuple* arguments = stored == nullptr ? nullptr : As<Tuple>(*stored);
  return arguments == nullptr ? std::vector<Value>() : arguments->Copy();
}

Result NestingGuard::Raise(std::string_view doing) const {
  return machine_.Raise(machine_.types().recursion_error, fmt::format("maximum recursion depth exceeded{}", doing));
}

Result KeyError(Machine& machine, Value key) {
  return machine.RaiseObject(machine.NewException(machine.types().key_error, {key}));
}

Result AsIndex(Machine& machine, Value value) {
  Value plain = Machine::Unwrap(value);
  if (plain.is_unknown() || IsInteger(plain)) return plain;
  if (!UserMethod(machine, value, "__index__").defined()) return Value();
  Result result = machine.CallMethod(value, "__index__");
  if (!result.ok() || result.value().is_unknown() || IsInteger(result.value())) return result;
  return machine.TypeError("__index__ returned non-int (type {})", TypeName(machine, result.value()));
}

int64_t ClampedInt(Value integer) {
  if (const BigInt* big = As<BigInt>(integer)) return big->negative ? INT64_MIN : INT64_MAX;
  return integer.as_int();
}

std::optional<std::string> TextOf(Machine& machine, Value value) {
  if (value.is_unknown()) return machine.Placeholder(value);
  const Str* text = As<Str>(Machine::Unwrap(value));
  if (text == nullptr) return std::nullopt;
  return std::string(text->text);
}

TypeHint HintOf(Machine& machine, Value value) {
  if (value.is_unknown()) return value.symbol()->hint;
  const Types& types = machine.types();
  const Class* type = machine.TypeOf(value);
  if (type == types.bool_) return TypeHint::kBool;
  if (type == types.int_) return TypeHint::kInt;
  if (type == types.float_) return TypeHint::kFloat;
  return type == types.str ? TypeHint::kStr : TypeHint::kAny;
}

Value SomeItem(Machine& machine, std::span<const Value> items) {
  constexpr size_t kLookedAt = 64;
  TypeHint hint = items.empty() ? TypeHint::kAny : HintOf(machine, items[0]);
  for (size_t i = 0; i < items.size(); ++i) {
    if (i >= kLookedAt || HintOf(machine, items[i]) != hint) return machine.Fresh(TypeHint::kAny);
  }
  return machine.Fresh(hint);
}

bool Machine::ProgramIsPython2() const {
  if (prepared_ != nullptr && prepared_->preparing) return prepared_->python2;
  return main_ != nullptr && main_->file != kNoFile && program_.Tree(main_->file).python2();
}

bool Machine::InPython2() const {
  const Frame* frame = frame_;
  while (frame != nullptr && frame->globals == python_builtins_) frame = frame->back;
  return frame != nullptr && frame->code != nullptr && frame->code->tree != nullptr && frame->code->tree->python2();
}

Value Machine::Unwrap(Value value) {
  const Instance* instance = As<Instance>(value);
  if (instance == nullptr || !instance->payload.defined()) return value;
  return instance->cls->layout == Layout::kException ? value : instance->payload;
}

Result CheckedLength(Machine& machine, Value length) {
  if (length.is_unknown()) return length;
  Result index = AsIndex(machine, length);
  if (!index.ok() || index.value().is_unknown()) return index;
  if (!index.value().defined()) {
    return machine.TypeError("'{}' object cannot be interpreted as an integer", TypeName(machine, length));
  }
  if (As<BigInt>(index.value()) != nullptr) {
    return machine.Raise(machine.types().overflow_error, "cannot fit 'int' into an index-sized integer");
  }
  if (ClampedInt(index.value()) < 0) return machine.ValueError("__len__() should return >= 0");
  return Value::Int(ClampedInt(index.value()));  // also of True
}

namespace {
Truth TruthOfResult(Machine& machine, const Result& result) {
  return result.ok() ? machine.TruthOf(result.value()) : Truth::kRaised;
}

Truth TruthOfLength(Machine& machine, Value object) {
  Result length = machine.CallMethod(object, "__len__");
  return TruthOfResult(machine, length.ok() ? CheckedLength(machine, length.value()) : length);
}

Truth TruthOfObject(Value value) {
  auto filled = [](bool is_filled) { return is_filled ? Truth::kTrue : Truth::kFalse; };
  switch (value.object()->kind) {
    case ObjectKind::kStr: {
      const Str* text = As<Str>(value);
      if (text->symbolic && !HasKnownCharacter(text->text)) return Truth::kUnknown;
      return filled(!text->text.empty());
    }
    case ObjectKind::kBytes:
      return filled(!As<Bytes>(value)->data.empty());
    case ObjectKind::kComplex:
      return filled(NumberTruth(value));
    case ObjectKind::kTuple:
      return filled(!As<Tuple>(value)->items.empty());
    case ObjectKind::kList:
      return filled(!As<List>(value)->items.empty());
    case ObjectKind::kDict:
      return filled(!As<Dict>(value)->items.empty());
    case ObjectKind::kSet:
    case ObjectKind::kFrozenSet:
      return filled(!As<Set>(value)->items.empty());
    case ObjectKind::kDictView: {
      const Dict* dict = As<Dict>(Machine::Unwrap(As<DictView>(value)->dict));
      return filled(dict != nullptr && !dict->items.empty());
    }
    case ObjectKind::kRange: {
      const Range* range = As<Range>(value);
      return filled(range->step > 0 ? range->start < range->stop : range->start > range->stop);
    }
    default:
      return Truth::kTrue;
  }
}

/// What an object of a module that is not there has, as `config.training`, may be false; the object itself counts as
/// true.
bool IsSetting(const Symbol& symbol) {
  return symbol.operation == Symbol::Operation::kAttribute || symbol.operation == Symbol::Operation::kItem;
}

}  // namespace

Truth Machine::TruthOf(Value value) {
  switch (value.tag()) {
    case Value::Tag::kUndefined:
    case Value::Tag::kNone:
      return Truth::kFalse;
    case Value::Tag::kNotImplemented:
    case Value::Tag::kEllipsis:
      return Truth::kTrue;
    case Value::Tag::kBool:
    case Value::Tag::kInt:
    case Value::Tag::kFloat:
      return NumberTruth(value) ? Truth::kTrue : Truth::kFalse;
    case Value::Tag::kUnknown:
      if (value.symbol()->hint != TypeHint::kOpaque) return Truth::kUnknown;
      return options_.mode == Mode::kCheck && !InLibrary() && IsSetting(*value.symbol()) ? Truth::kUnknown
                                                                                         : Truth::kTrue;
    case Value::Tag::kObject:
      break;
  }
  if (UserMethod(*this, value, "__bool__").defined()) {
    Result result = CallMethod(value, "__bool__");
    if (result.ok() && !result.value().is_bool() && !result.value().is_unknown()) {
      (void)TypeError("__bool__ should return bool, returned {}", TypeName(*this, result.value()));
      return Truth::kRaised;
    }
    return TruthOfResult(*this, result);
  }
  if (UserMethod(*this, value, "__len__").defined()) return TruthOfLength(*this, value);
  Value plain = Unwrap(value);
  if (!plain.is_object()) return TruthOf(plain);
  Truth truth = TruthOfObject(plain);
  // To a model an unknown name is a name.
  return truth == Truth::kUnknown && InLibrary() && As<Str>(plain) != nullptr ? Truth::kTrue : truth;
}

std::string Machine::Placeholder(Value unknown) { return PlaceholderOf(*unknown.symbol()); }

}  // namespace tfscope
