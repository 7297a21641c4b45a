// How deep native code is in containers that may hold themselves.
#pragma once

#include <cstdint>
#include <vector>

namespace tfscope {

struct Object;

/// Where C++ code is in nested containers: comparisons, hashes and texts that recur (`NestingGuard`).
struct Nesting {
  uint32_t depth = 0;
  std::vector<const Object*> shown;  ///< containers whose repr is being made
};

}  // namespace tfscope
