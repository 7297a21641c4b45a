// Methods and attributes of range and slice.
#include "analyzer/evaluator/builtins/builtins.h"
#include "analyzer/evaluator/builtins/natives.h"
#include "analyzer/evaluator/numbers/numbers.h"
#include "analyzer/evaluator/set_operations.h"
#include "analyzer/evaluator/slicing.h"

namespace tfscope {

namespace {

template <int64_t Range::*field>
Result RangeField(Machine&, NativeArguments arguments) {
  const Range* range = As<Range>(arguments[0]);
  return range == nullptr ? Value::None() : Value::Int(range->*field);
}

template <Value Slice::*field>
Result SliceField(Machine&, NativeArguments arguments) {
  const Slice* slice = As<Slice>(arguments[0]);
  return slice == nullptr || !(slice->*field).defined() ? Value::None() : slice->*field;
}

Result RangeIndex(Machine& machine, NativeArguments arguments) {
  const Range* range = As<Range>(arguments[0]);
  Result found = BuiltinContains(machine, arguments[0], arguments[1]);
  if (!found.ok() || range == nullptr) return found;
  if (!found.value().as_bool()) {
    std::optional<std::string> text = machine.ReprText(arguments[1]);
    return text.has_value() ? machine.ValueError("{} is not in range", *text) : Result::Raised();
  }
  Value number = Machine::Unwrap(arguments[1]);
  int64_t value = number.is_float() ? static_cast<int64_t>(number.as_float()) : number.as_int();
  return Value::Int(static_cast<int64_t>((static_cast<__int128>(value) - range->start) / range->step));
}

Result RangeCount(Machine& machine, NativeArguments arguments) {
  Result found = BuiltinContains(machine, arguments[0], arguments[1]);
  if (!found.ok()) return found;
  return Value::Int(found.value().as_bool() ? 1 : 0);
}

Result SliceIndices(Machine& machine, NativeArguments arguments) {
  const Slice* given = As<Slice>(arguments[0]);
  IntegerArgument length = ReadInteger(machine, arguments, 1, 0);
  if (!length.ok) return Result::Raised();
  if (length.value < 0) return machine.ValueError("length should not be negative");
  if (given == nullptr) return machine.Fresh(TypeHint::kTuple);
  Slice indices = *given;
  for (Value Slice::*part : {&Slice::step, &Slice::start, &Slice::stop}) {
    if (!(indices.*part).defined() || (indices.*part).is_none()) continue;
    Result index = AsIndex(machine, indices.*part);
    if (!index.ok()) return index;
    if (index.value().defined()) indices.*part = index.value();
  }
  SliceBounds bounds;
  const SliceStatus status = ResolveSlice(machine, &indices, length.value, bounds);
  if (status == SliceStatus::kRaised) return Result::Raised();
  if (status == SliceStatus::kUnknown) return machine.Fresh(TypeHint::kTuple);
  // An index that needs no change is the very object: True stays True.
  const auto kept = [](Value index, int64_t bound) {
    return index.is_bool() && index.as_int() == bound ? index : Value::Int(bound);
  };
  return machine.heap().NewTuple(
      {kept(indices.start, bounds.start), kept(indices.stop, bounds.stop), kept(indices.step, bounds.step)});
}

constexpr NativeSpec kRangeMethods[] = {
    {"index", "self, value", RangeIndex, 0, TypeHint::kInt},
    {"count", "self, value", RangeCount, 0, TypeHint::kInt},
};

constexpr NativeSpec kSliceMethods[] = {
    {"indices", "self, length", SliceIndices, 0, TypeHint::kTuple},
};

constexpr NativeSpec kRangeFields[] = {
    {"start", "self", RangeField<&Range::start>},
    {"stop", "self", RangeField<&Range::stop>},
    {"step", "self", RangeField<&Range::step>},
};

constexpr NativeSpec kSliceFields[] = {
    {"start", "self", SliceField<&Slice::start>},
    {"stop", "self", SliceField<&Slice::stop>},
    {"step", "self", SliceField<&Slice::step>},
};

}  // namespace

void InstallRangeMethods(Machine& machine) {
  machine.Define(machine.types().range, kRangeMethods);
  machine.Define(machine.types().slice, kSliceMethods);
  for (const NativeSpec& spec : kRangeFields) DefineGetter(machine, machine.types().range, spec);
  for (const NativeSpec& spec : kSliceFields) DefineGetter(machine, machine.types().slice, spec);
}

}  // namespace tfscope
