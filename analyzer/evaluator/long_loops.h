// Leaving loops that run long: a training loop of a million steps, whose later steps are as its first ones.
#pragma once

#include "analyzer/evaluator/frame.h"
#include "analyzer/evaluator/heap.h"

namespace tfscope {

/// Takes the innermost `for` over a list, tuple or range, in the user's code at `frame` or at its callers, to its
/// last item, which is still iterated; `all`: each of them. Returns the innermost frame of such a loop, or null.
const Frame* SkipToLastItem(Heap& heap, Frame* frame, bool all);

}  // namespace tfscope
