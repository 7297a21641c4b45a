// Slices resolved against a length.
#pragma once

#include "analyzer/evaluator/machine.h"

namespace tfscope {

/// `slice.indices(length)`, with the number of elements it selects.
struct SliceBounds {
  int64_t start = 0;
  int64_t stop = 0;
  int64_t step = 1;
  int64_t count = 0;
};

enum class SliceStatus : uint8_t { kOk, kUnknown, kRaised };

/// Resolves `slice`; kUnknown if a part is a symbol.
SliceStatus ResolveSlice(Machine& machine, const Slice* slice, int64_t length, SliceBounds& bounds);

/// An index as a position below `length`; negative ones count from the end. Symbols stay as they are. `type` words the
/// TypeError ("list indices must be ..."), `out_of_range` is the message of the IndexError.
Result ResolveIndex(Machine& machine, Value index, int64_t length, std::string_view type,
                    std::string_view out_of_range);

}  // namespace tfscope
