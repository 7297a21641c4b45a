// Work on a thread with a stack large enough for recursion over deep source.
#pragma once

#include <functional>

namespace tfscope {

/// Runs `work` to its end on a thread with a stack of 256 MB, or on this one if there is no such thread to be had.
/// `work` must not throw.
void RunOnBigStack(const std::function<void()>& work);

}  // namespace tfscope
