// CPython closes a generator when its last reference goes, so `for x in f():` that ends early leaves the `with`
// statements in which `f` waits. References are not counted here; it is told for the generators that only a `for`
// statement holds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

namespace tfscope {

class Machine;
struct Frame;

/// Is there a generator above `depth` on the frame's stack that waits in its body?
bool HoldsWaitingGenerator(const Frame& frame, size_t depth);

/// Closes the generators above `depth` that only the loops around the current instruction hold, the inner ones first.
/// Loops that contain instruction `target` go on. No exception may be pending; those raised by the closing are dropped.
void CloseDroppedGenerators(Machine& machine, const Frame& frame, size_t depth, std::optional<uint32_t> target);

/// The same for a generator that is about to be popped, if it is a `break` that does so.
void CloseBrokenLoop(Machine& machine, const Frame& frame);

}  // namespace tfscope
