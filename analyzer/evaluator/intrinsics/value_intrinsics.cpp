// `_tfscope`: what library models ask about values that are not fully known, and the shape and kind of constants.
#include <array>

#include "analyzer/evaluator/intrinsics/intrinsics.h"

namespace tfscope {
namespace {

Result IsUnknown(Machine&, NativeArguments arguments) { return Value::Bool(arguments[0].is_unknown()); }

std::string_view HintName(TypeHint hint) {
  switch (hint) {
    case TypeHint::kAny: return "any";
    case TypeHint::kOpaque: return "opaque";
    case TypeHint::kBool: return "bool";
    case TypeHint::kInt: return "int";
    case TypeHint::kFloat: return "float";
    case TypeHint::kStr:
    case TypeHint::kBytes: return "str";
    case TypeHint::kList: return "list";
    case TypeHint::kTuple: return "tuple";
    case TypeHint::kDict: return "dict";
    case TypeHint::kArray: return "array";
  }
  return "any";
}

Result HintOf(Machine& machine, NativeArguments arguments) {
  if (!arguments[0].is_unknown()) return Value::None();
  return machine.heap().Text(HintName(arguments[0].symbol()->hint));
}

Result SymbolId(Machine&, NativeArguments arguments) {
  return arguments[0].is_unknown() ? Value::Int(arguments[0].symbol()->id) : Value::None();
}

Result Text(Machine& machine, NativeArguments arguments) {
  if (!arguments[0].is_unknown()) return arguments[0];
  return NameValue(machine, NameOf(machine, arguments[0]));
}

Result Unknown(Machine& machine, NativeArguments arguments) {
  TypeHint hint = TypeHint::kAny;
  const std::string name = TextOf(arguments[0]);
  for (uint8_t i = 0; i <= static_cast<uint8_t>(TypeHint::kArray); ++i) {
    if (HintName(static_cast<TypeHint>(i)) == name) hint = static_cast<TypeHint>(i);
  }
  return machine.Fresh(hint);
}

/// What a nested list of numbers or texts would be as an array. Walks level by level: each level's sizes must agree.
class ConstantScan {
 public:
  explicit ConstantScan(Machine& machine) : machine_(machine) {}

  /// False if the lists are ragged (`ragged_` says where) or the budget is spent.
  bool Scan(Value value) {
    std::vector<Value> level = {value};
    for (;;) {
      const std::vector<Value>* first = level.empty() ? nullptr : ItemsOf(level.front());
      if (first == nullptr) break;
      if (shape_.size() > kDeepest) return false;
      const size_t size = first->size();
      std::vector<Value> next;
      for (const Value& item : level) {
        const std::vector<Value>* items = ItemsOf(item);
        if (items == nullptr || items->size() != size) return false;
        if (!machine_.Charge(items->size() / 16 + 1)) return false;
        next.insert(next.end(), items->begin(), items->end());
      }
      shape_.push_back(Value::Int(static_cast<int64_t>(size)));
      level = std::move(next);
    }
    for (const Value& leaf : level) {
      if (ItemsOf(leaf) != nullptr) return false;
      NoteLeaf(leaf);
    }
    return true;
  }

  Value Result() {
    return machine_.heap().NewTuple({machine_.heap().NewList(shape_), machine_.heap().Text(KindName()), object_});
  }
  Value object() const { return object_; }

 private:
  /// In the order of numpy's promotion; `kObject` stops all inference.
  enum class Kind : uint8_t { kNone, kBool, kInt, kLong, kFloat, kComplex, kText, kObject };
  static constexpr size_t kDeepest = 64;

  static const std::vector<Value>* ItemsOf(Value value) {
    value = Machine::Unwrap(value);
    if (const List* list = As<List>(value)) return &list->items;
    if (const Tuple* tuple = As<Tuple>(value)) return &tuple->items;
    return nullptr;
  }

  void NoteLeaf(Value leaf) {
    Kind kind = KindOf(leaf);
    if (kind == Kind::kObject && kind_ != Kind::kObject) object_ = leaf;
    if (kind > kind_) kind_ = kind;
  }

  static Kind KindOf(Value value) {
    value = Machine::Unwrap(value);
    if (value.is_bool()) return Kind::kBool;
    if (value.is_int()) {
      bool small = value.as_int() >= INT32_MIN && value.as_int() <= INT32_MAX;
      return small ? Kind::kInt : Kind::kLong;
    }
    if (value.is_float()) return Kind::kFloat;
    if (As<Complex>(value) != nullptr) return Kind::kComplex;
    if (As<Str>(value) != nullptr || As<Bytes>(value) != nullptr) return Kind::kText;
    return Kind::kObject;
  }

  std::string_view KindName() const {
    switch (kind_) {
      case Kind::kBool: return "bool";
      case Kind::kInt: return "int32";
      case Kind::kLong: return "int64";
      case Kind::kNone:
      case Kind::kFloat: return "float32";
      case Kind::kComplex: return "complex128";
      case Kind::kText: return "string";
      case Kind::kObject: return "object";
    }
    return "object";
  }

  Machine& machine_;
  std::vector<Value> shape_;
  Value object_ = Value::None();
  Kind kind_ = Kind::kNone;
};

Result ScanConstant(Machine& machine, NativeArguments arguments) {
  ConstantScan scan(machine);
  if (!scan.Scan(arguments[0])) return Value::None();
  return scan.Result();
}

constexpr uint32_t kAnything = kTakesUnknown | kTakesSymbolicText;

constexpr std::array kValueSpecs = {
    // A value that the source does not fix; the name of what is known of its type; the number of its symbol.
    NativeSpec{"is_unknown", "value", IsUnknown, kAnything, TypeHint::kBool},
    NativeSpec{"type_hint", "value", HintOf, kAnything},
    NativeSpec{"symbol_id", "value", SymbolId, kAnything},
    // An unknown as partly known text, anything else as it is; a new unknown of a type hint.
    NativeSpec{"text", "value", Text, kAnything},
    NativeSpec{"unknown", "hint", Unknown, kAnything | kHasEffects},
    // (shape, dtype name, first leaf that is an object) of nested lists, None if they are ragged. The dtype name is
    // `object` if a leaf is neither a number nor text.
    NativeSpec{"scan_constant", "value", ScanConstant, kAnything},
};

}  // namespace

void InstallValueIntrinsics(Machine& machine, Module* module) { machine.Define(module, kValueSpecs); }

}  // namespace tfscope
