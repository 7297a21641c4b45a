// Call stacks as ids into a parent-linked table, so that an event costs four bytes for its stack.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "analyzer/source/span.h"

namespace tfscope {

/// Index into a `CallStacks` table; equal stacks have equal ids.
using CallStackId = uint32_t;
inline constexpr CallStackId kNoCallStack = 0;

/// One active call: where in the caller it was made, and the function that was called.
struct CallStackEntry {
  CallStackId parent = kNoCallStack;
  Span call_site;      ///< the call expression in the caller
  std::string caller;  ///< function that contains `call_site`; `<module>` at the top level
};

/// Append-only table of the user's frames. Frames of library models are left out when a stack is recorded.
class CallStacks {
 public:
  CallStacks() : entries_(1) {}

  /// The stack that has one more call on top of `parent`.
  CallStackId Push(CallStackId parent, Span call_site, const std::string& caller);
  const CallStackEntry& operator[](CallStackId id) const { return entries_[id]; }

  /// From outermost to innermost.
  std::vector<CallStackEntry> Unwind(CallStackId id) const;

 private:
  struct Key {
    CallStackId parent;
    FileId file;
    uint32_t begin;
    friend bool operator==(const Key&, const Key&) = default;
  };
  struct HashKey {
    size_t operator()(const Key& key) const {
      return (size_t{key.parent} * 0x9E3779B97F4A7C15u) ^ (size_t{key.file} << 32) ^ key.begin;
    }
  };
  std::vector<CallStackEntry> entries_;
  std::unordered_map<Key, CallStackId, HashKey> ids_;
};

}  // namespace tfscope
