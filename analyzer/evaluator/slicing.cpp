#include "analyzer/evaluator/slicing.h"

#include <algorithm>

#include "analyzer/evaluator/protocols.h"

namespace tfscope {

namespace {
/// A part of the slice, or `absent` if it is None.
SliceStatus Part(Machine& machine, Value part, int64_t absent, int64_t& result) {
  result = absent;
  if (!part.defined() || part.is_none()) return SliceStatus::kOk;
  Result index = AsIndex(machine, part);
  if (!index.ok()) return SliceStatus::kRaised;
  if (!index.value().defined()) {
    (void)machine.TypeError("slice indices must be integers or None or have an __index__ method");
    return SliceStatus::kRaised;
  }
  if (index.value().is_unknown()) return SliceStatus::kUnknown;
  result = ClampedInt(index.value());
  return SliceStatus::kOk;
}

int64_t Adjust(int64_t index, int64_t length, int64_t low, int64_t high) {
  if (index < 0) index = index < -length ? -1 : index + length;
  return std::clamp(index, low, high);
}
}  // namespace

SliceStatus ResolveSlice(Machine& machine, const Slice* slice, int64_t length, SliceBounds& bounds) {
  SliceStatus status = Part(machine, slice->step, 1, bounds.step);
  if (status != SliceStatus::kOk) return status;
  if (bounds.step == 0) {
    (void)machine.ValueError("slice step cannot be zero");
    return SliceStatus::kRaised;
  }
  bounds.step = std::max(bounds.step, -INT64_MAX);
  bool up = bounds.step > 0;
  int64_t low = up ? 0 : -1;
  int64_t high = up ? length : length - 1;
  status = Part(machine, slice->start, 0, bounds.start);
  if (status != SliceStatus::kOk) return status;
  status = Part(machine, slice->stop, 0, bounds.stop);
  if (status != SliceStatus::kOk) return status;
  auto absent = [](Value part) { return !part.defined() || part.is_none(); };
  bounds.start = absent(slice->start) ? (up ? low : high) : Adjust(bounds.start, length, low, high);
  bounds.stop = absent(slice->stop) ? (up ? high : low) : Adjust(bounds.stop, length, low, high);
  int64_t distance = up ? bounds.stop - bounds.start : bounds.start - bounds.stop;
  int64_t step = up ? bounds.step : -bounds.step;
  bounds.count = distance <= 0 ? 0 : (distance - 1) / step + 1;
  return SliceStatus::kOk;
}

Result ResolveIndex(Machine& machine, Value index, int64_t length, std::string_view type,
                    std::string_view out_of_range) {
  Result integer = AsIndex(machine, index);
  if (!integer.ok() || integer.value().is_unknown()) return integer;
  if (!integer.value().defined()) {
    if (type == "string") return machine.TypeError("string indices must be integers");
    return machine.TypeError("{} indices must be integers or slices, not {}", type, TypeName(machine, index));
  }
  if (As<BigInt>(integer.value()) != nullptr) {
    return machine.Raise(machine.types().index_error, "cannot fit 'int' into an index-sized integer");
  }
  int64_t position = integer.value().as_int();
  if (position < 0) position += length;
  if (position >= 0 && position < length) return Value::Int(position);
  return machine.Raise(machine.types().index_error, out_of_range);
}

}  // namespace tfscope
