// `_tfscope`: constants, shapes and what is known of tensors' values, for the plain cases that nearly all operations
// are. The models' slower ways remain for the others.
#include <algorithm>
#include <array>

#include "analyzer/evaluator/intrinsics/intrinsics.h"

namespace tfscope {
namespace {

/// Reads a number, text or truth value, or nested lists of such leaves of one type.
class PlainReader {
 public:
  /// `wanted` is the type that the leaves are to have; empty if it is theirs.
  PlainReader(Machine& machine, std::string_view wanted, int64_t most)
      : machine_(machine), wanted_(wanted), most_(most) {}

  /// False for anything else: symbols, mixed types, large integers, ragged or empty lists, the end of the budget.
  bool Read(Value value, size_t depth = 0) {
    if (++count_ % kLeavesPerInstruction == 0 && !machine_.Charge(1)) return false;
    if (const List* list = As<List>(value)) return ReadSequence(list->items, depth);
    if (const Tuple* tuple = As<Tuple>(value)) return ReadSequence(tuple->items, depth);
    return ReadLeaf(value, depth);
  }

  std::string_view kind() const { return kind_; }
  std::vector<Value> dims() const { return dims_; }

  /// The value with lists for all sequences; None if it has too many elements to be kept.
  Value Kept() {
    int64_t size = 1;
    for (Value dim : dims_) size = std::min(size * dim.as_int(), most_ + 1);
    size_t next = 0;
    return size > most_ ? Value::None() : Nested(0, next);
  }

 private:
  static constexpr uint64_t kLeavesPerInstruction = 16;
  static constexpr size_t kDeepest = 32;
  static constexpr int64_t kWidest = int64_t{1} << 31;

  template <typename Items>
  bool ReadSequence(const Items& items, size_t depth) {
    const auto length = static_cast<int64_t>(items.size());
    if (length == 0 || depth >= kDeepest) return false;
    if (depth == dims_.size()) {
      if (!kind_.empty()) return false;
      dims_.push_back(Value::Int(length));
    } else if (dims_[depth].as_int() != length) {
      return false;
    }
    return std::ranges::all_of(items, [&](Value item) { return Read(item, depth + 1); });
  }

  bool ReadLeaf(Value value, size_t depth) {
    const std::string_view kind = KindOf(value);
    if (kind.empty() || depth != dims_.size() || (!kind_.empty() && kind != kind_)) return false;
    const bool widens = kind == "int" && wanted_ == "float";
    if (!wanted_.empty() && kind != wanted_ && !widens) return false;
    kind_ = kind;
    if (static_cast<int64_t>(leaves_.size()) <= most_) {
      leaves_.push_back(widens ? Value::Float(static_cast<double>(value.as_int())) : value);
    }
    return true;
  }

  static std::string_view KindOf(Value value) {
    if (value.is_bool()) return "bool";
    if (value.is_int()) return value.as_int() < kWidest && value.as_int() >= -kWidest ? "int" : "";
    if (value.is_float()) return "float";
    const Str* text = As<Str>(value);
    return text != nullptr && !text->symbolic ? "str" : "";
  }

  Value Nested(size_t depth, size_t& next) {
    if (depth == dims_.size()) return leaves_[next++];
    std::vector<Value> items;
    for (int64_t i = 0; i < dims_[depth].as_int(); ++i) items.push_back(Nested(depth + 1, next));
    return machine_.heap().NewList(std::move(items));
  }

  Machine& machine_;
  std::string_view wanted_;
  int64_t most_;
  std::string_view kind_;
  std::vector<Value> dims_;
  std::vector<Value> leaves_;
  uint64_t count_ = 0;
};

Result PlainValue(Machine& machine, NativeArguments arguments) {
  const std::string wanted = TextOf(arguments[1]);
  PlainReader reader(machine, wanted, arguments[2].is_int() ? arguments[2].as_int() : 0);
  if (!reader.Read(arguments[0])) return Value::None();
  Heap& heap = machine.heap();
  const Value kept = reader.Kept();
  return heap.NewTuple({heap.NewList(reader.dims()), Value::Of(heap.Intern(reader.kind())), kept});
}

/// All dimensions are numbers.
Result IsDefined(Machine&, NativeArguments arguments) {
  const List* dims = As<List>(arguments[0]);
  return Value::Bool(dims != nullptr && std::ranges::all_of(dims->items, [](Value dim) { return dim.is_int(); }));
}

Result MakeShape(Machine& machine, NativeArguments arguments) {
  Class* cls = As<Class>(arguments[0]);
  if (cls == nullptr) return machine.TypeError("make_shape: no class");
  Value shape = machine.NewInstance(cls);
  Dict* dict = machine.heap().NewDict();
  dict->items.SetStr(machine.heap().Intern("_plain"), arguments[1]);
  As<Instance>(shape)->dict = dict;
  return shape;
}

/// Whether something is known of each tensor's value.
Result HaveValues(Machine& machine, NativeArguments arguments) {
  const List* tensors = As<List>(arguments[0]);
  if (tensors == nullptr) return Value::Bool(true);
  Str* name = machine.heap().Intern("_value");
  for (Value tensor : tensors->items) {
    const Instance* instance = As<Instance>(tensor);
    const Value* value =
        instance == nullptr || instance->dict == nullptr ? nullptr : instance->dict->items.FindStr(name);
    if (value != nullptr && value->is_none()) return Value::Bool(false);
  }
  return Value::Bool(true);
}

constexpr uint32_t kAnything = kTakesUnknown | kTakesSymbolicText | kHasEffects;

constexpr std::array kConstantSpecs = {
    // (dimensions, "bool", "int", "float" or "str", nested lists of the leaves) of a value whose leaves are all of that
    // type, or integers where floats are wanted; the lists are None if there are more elements than `most`. None for
    // any other value.
    NativeSpec{"plain_value", "value, wanted, most", PlainValue, kAnything},
    // Whether this is a list of numbers.
    NativeSpec{"is_defined", "dims", IsDefined, kAnything},
    // An instance of the class whose one attribute `_plain` is this.
    NativeSpec{"make_shape", "shape_class, dims", MakeShape, kAnything},
    // Whether no tensor of the list has None for `_value`.
    NativeSpec{"have_values", "tensors", HaveValues, kAnything},
};

}  // namespace

void InstallConstantIntrinsics(Machine& machine, Module* module) { machine.Define(module, kConstantSpecs); }

}  // namespace tfscope
