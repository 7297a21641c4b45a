// One copy of each identifier and literal of the parsed sources, addressed by a small id.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzer/support/arena.h"

namespace tfscope {

/// Index of an interned text. Equal texts have equal atoms. `kNoAtom` is the empty text.
using Atom = uint32_t;
inline constexpr Atom kNoAtom = 0;

/// Maps texts to atoms and back. Views stay valid as long as the interner. Not thread-safe.
class Interner {
 public:
  Interner() { Intern(""); }

  Atom Intern(std::string_view text);
  std::string_view Text(Atom atom) const { return texts_[atom]; }
  size_t size() const { return texts_.size(); }

 private:
  Arena arena_;
  std::vector<std::string_view> texts_;
  std::unordered_map<std::string_view, Atom> atoms_;
};

}  // namespace tfscope
