// Python's rules of indentation, which tree-sitter forgives.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace tfscope {

/// Follows the first columns of logical lines.
class Indentation {
 public:
  enum class Verdict : uint8_t {
    kRight,
    kExpectedBlock,  ///< the line before ended with a colon
    kUnexpected,
    kMismatch,      ///< less than before, but no block started there
    kInconsistent,  ///< depends on how wide a tab is, which Python 3 refuses
  };

  /// Judges the whitespace in front of a logical line. `after_colon`: the line before it opened a block.
  Verdict Take(std::string_view whitespace, bool after_colon);

 private:
  /// A tab goes to the next multiple of eight for `column`, and counts one for `narrow`.
  struct Level {
    uint32_t column = 0;
    uint32_t narrow = 0;
  };
  std::vector<Level> levels_{{}};
};

}  // namespace tfscope
