// `_tfscope`: the elements of nested lists, for NumPy's arrays.
#include <algorithm>
#include <array>

#include "analyzer/evaluator/intrinsics/intrinsics.h"

namespace tfscope {
namespace {

/// Reads lists, tuples and ranges of numbers and texts that are all as deep and as long as each other.
class ElementReader {
 public:
  ElementReader(Machine& machine, size_t most) : machine_(machine), most_(most) {}

  /// False for anything else: other types, ragged lists, the end of the budget.
  bool Read(Value value, size_t depth = 0) {
    if (++count_ % kElementsPerInstruction == 0 && !machine_.Charge(1)) return false;
    if (const List* list = As<List>(value)) return ReadSequence(list->items, depth);
    if (const Tuple* tuple = As<Tuple>(value)) return ReadSequence(tuple->items, depth);
    if (const Range* range = As<Range>(value)) return ReadRange(*range, depth);
    return ReadElement(value, depth);
  }

  /// (shape, element types in order of first occurrence, the first elements).
  Value Found() {
    Heap& heap = machine_.heap();
    std::vector<Value> kinds;
    for (std::string_view kind : kinds_) kinds.push_back(heap.Text(kind));
    Value shape = heap.NewTuple(std::vector<Value>(shape_));
    return heap.NewTuple({shape, heap.NewTuple(std::move(kinds)), heap.NewList(std::move(elements_))});
  }

 private:
  static constexpr uint64_t kElementsPerInstruction = 16;
  static constexpr size_t kDeepest = 32;

  bool Enter(int64_t length, size_t depth) {
    if (depth == shape_.size() && !is_complete_ && depth < kDeepest) {
      shape_.push_back(Value::Int(length));
      is_complete_ = length == 0;
      return true;
    }
    return depth < shape_.size() && shape_[depth].as_int() == length;
  }

  template <typename Items>
  bool ReadSequence(const Items& items, size_t depth) {
    if (!Enter(static_cast<int64_t>(items.size()), depth)) return false;
    return std::ranges::all_of(items, [&](Value item) { return Read(item, depth + 1); });
  }

  bool ReadRange(const Range& range, size_t depth) {
    const __int128 distance = static_cast<__int128>(range.stop) - range.start;
    const __int128 length = (distance + range.step + (range.step > 0 ? -1 : 1)) / range.step;
    if (!Enter(static_cast<int64_t>(std::max<__int128>(length, 0)), depth)) return false;
    // All elements of a range are alike: no more are read than are kept, but one.
    for (__int128 i = 0; i < length && (i == 0 || elements_.size() < most_); ++i) {
      if (!Read(Value::Int(static_cast<int64_t>(range.start + i * range.step)), depth + 1)) return false;
    }
    return true;
  }

  bool ReadElement(Value value, size_t depth) {
    const std::string_view kind = KindOf(value);
    if (kind.empty() || depth != shape_.size()) return false;
    is_complete_ = true;
    if (std::ranges::find(kinds_, kind) == kinds_.end()) kinds_.push_back(kind);
    if (elements_.size() < most_) elements_.push_back(value);
    return true;
  }

  static std::string_view KindOf(Value value) {
    if (value.is_bool()) return "bool";
    if (value.is_int()) return "int64";
    if (value.is_float()) return "float64";
    if (As<Str>(value) != nullptr) return "str";
    if (!value.is_unknown()) return {};
    switch (value.symbol()->hint) {
      case TypeHint::kBool:
        return "bool";
      case TypeHint::kInt:
        return "int64";
      case TypeHint::kStr:
      case TypeHint::kBytes:
        return "str";
      default:
        return "float64";
    }
  }

  Machine& machine_;
  size_t most_;
  uint64_t count_ = 0;
  bool is_complete_ = false;  ///< the depth is known: an element or an empty list was met
  std::vector<Value> shape_;
  std::vector<std::string_view> kinds_;
  std::vector<Value> elements_;
};

Result Elements(Machine& machine, NativeArguments arguments) {
  ElementReader reader(machine, static_cast<size_t>(std::max<int64_t>(0, arguments[1].as_int())));
  return reader.Read(arguments[0]) ? reader.Found() : Value::None();
}

constexpr std::array kArraySpecs = {
    // (shape, element types, up to `most` elements) of nested lists, tuples and ranges of plain numbers and texts; None
    // if they are ragged or hold anything else.
    NativeSpec{"elements", "value, most", Elements, kTakesUnknown | kTakesSymbolicText},
};

}  // namespace

void InstallArrayIntrinsics(Machine& machine, Module* module) { machine.Define(module, kArraySpecs); }

}  // namespace tfscope
