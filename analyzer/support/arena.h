// Bump allocation for objects that live as long as their owner: tree nodes, strings, code.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace tfscope {

/// Hands out memory from large blocks and frees all of it at once. Runs no destructors: callers that
/// store types with destructors register them elsewhere (see `Heap`). Not thread-safe.
class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  Arena(Arena&&) = default;
  Arena& operator=(Arena&&) = default;

  /// Uninitialized memory of `size` bytes; `alignment` is a power of two.
  void* Allocate(size_t size, size_t alignment);

  /// A copy of `text` that lives as long as the arena.
  std::string_view Copy(std::string_view text);

  /// Bytes handed out so far, for memory budgets.
  size_t used() const { return used_; }

  /// How much was handed out at some time.
  struct Mark {
    size_t blocks = 0;
    std::byte* next = nullptr;
    size_t left = 0;
    size_t used = 0;
  };
  Mark Now() const { return {blocks_.size(), next_, left_, used_}; }
  /// Takes back all that was handed out since.
  void Rewind(const Mark& mark);

 private:
  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::byte* next_ = nullptr;
  size_t left_ = 0;
  size_t used_ = 0;
};

}  // namespace tfscope
