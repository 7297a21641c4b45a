#include "analyzer/support/arena.h"

#include <algorithm>
#include <cstring>

namespace tfscope {

namespace {
constexpr size_t kBlockSize = size_t{64} * 1024;
}

void* Arena::Allocate(size_t size, size_t alignment) {
  auto address = reinterpret_cast<uintptr_t>(next_);
  size_t padding = (alignment - address % alignment) % alignment;
  if (next_ == nullptr || left_ < size + padding) {
    size_t block = std::max(kBlockSize, size + alignment);
    blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(block));
    next_ = blocks_.back().get();
    left_ = block;
    address = reinterpret_cast<uintptr_t>(next_);
    padding = (alignment - address % alignment) % alignment;
  }
  std::byte* result = next_ + padding;
  next_ += size + padding;
  left_ -= size + padding;
  used_ += size + padding;
  return result;
}

void Arena::Rewind(const Mark& mark) {
  blocks_.resize(mark.blocks);
  next_ = mark.next;
  left_ = mark.left;
  used_ = mark.used;
}

std::string_view Arena::Copy(std::string_view text) {
  if (text.empty()) return {};
  auto* memory = static_cast<char*>(Allocate(text.size(), 1));
  std::memcpy(memory, text.data(), text.size());
  return {memory, text.size()};
}

}  // namespace tfscope
