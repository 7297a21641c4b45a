// Remembers where lookups along the method resolution orders of classes ended.
#pragma once

#include <array>
#include <cstdint>

#include "analyzer/evaluator/value.h"

namespace tfscope {

struct Class;
struct Str;

/// A table of the latest lookups by class and name. What it holds is right as long as no class changes, which the
/// version of the heap's classes tells (`Heap::class_version`).
class MethodCache {
 public:
  /// What `search()` gave for this class and name when no class had changed yet; calls it if that is not known.
  template <typename Search>
  const Value* Find(const Class* cls, const Str* name, uint64_t version, Search search) {
    const auto mixed = reinterpret_cast<uintptr_t>(cls) * 31 + reinterpret_cast<uintptr_t>(name);
    Entry& entry = entries_[(mixed >> 3) % entries_.size()];
    if (entry.cls != cls || entry.name != name || entry.version != version) entry = {cls, name, version, search()};
    return entry.found;
  }

 private:
  struct Entry {
    const Class* cls = nullptr;
    const Str* name = nullptr;
    uint64_t version = 0;
    const Value* found = nullptr;
  };
  std::array<Entry, 1024> entries_;
};

}  // namespace tfscope
