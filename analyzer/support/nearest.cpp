#include "analyzer/support/nearest.h"

#include <algorithm>
#include <vector>

namespace tfscope {
namespace {

/// Longer texts are no names; the bound keeps the table small on hostile input.
constexpr size_t kMaxNameLength = 200;

char Lower(char character) {
  return character >= 'A' && character <= 'Z' ? static_cast<char>(character + 32) : character;
}

}  // namespace

size_t EditDistance(std::string_view left, std::string_view right) {
  left = left.substr(0, kMaxNameLength);
  right = right.substr(0, kMaxNameLength);
  const size_t width = right.size() + 1;
  std::vector<size_t> before(width), previous(width), current(width);
  for (size_t column = 0; column < width; ++column) previous[column] = column;
  for (size_t row = 1; row <= left.size(); ++row) {
    current[0] = row;
    for (size_t column = 1; column < width; ++column) {
      const bool same = Lower(left[row - 1]) == Lower(right[column - 1]);
      current[column] =
          std::min({previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (same ? 0 : 1)});
      const bool exchanged = row > 1 && column > 1 && Lower(left[row - 1]) == Lower(right[column - 2]) &&
                             Lower(left[row - 2]) == Lower(right[column - 1]);
      if (exchanged) current[column] = std::min(current[column], before[column - 2] + 1);
    }
    std::swap(before, previous);
    std::swap(previous, current);
  }
  return previous[right.size()];
}

std::string NearestName(std::string_view name, std::span<const std::string> candidates) {
  size_t best = std::max<size_t>(1, name.size() / 3) + 1;
  std::string nearest;
  for (const std::string& candidate : candidates) {
    const size_t distance = EditDistance(name, candidate);
    if (distance >= best) continue;
    best = distance;
    nearest = candidate;
  }
  return nearest;
}

}  // namespace tfscope
