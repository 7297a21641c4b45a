#include "analyzer/tensorflow/shape.h"

#include <algorithm>

#include <fmt/format.h>

namespace tfscope {

bool Shape::fully_defined() const {
  return rank_known() && std::ranges::none_of(*dimensions, [](int64_t size) { return size == kUnknownDimension; });
}

bool Shape::CompatibleWith(const Shape& other) const {
  if (!rank_known() || !other.rank_known()) return true;
  auto fits = [](int64_t a, int64_t b) { return a == b || a == kUnknownDimension || b == kUnknownDimension; };
  return std::ranges::equal(*dimensions, *other.dimensions, fits);
}

int64_t Shape::ElementCount() const {
  constexpr int64_t kLimit = int64_t{1} << 62;
  if (!fully_defined()) return -1;
  if (std::ranges::find(*dimensions, 0) != dimensions->end()) return 0;
  int64_t count = 1;
  for (int64_t size : *dimensions) {
    if (size < 0 || count > kLimit / size) return -1;
    count *= size;
  }
  return count;
}

std::string Shape::ToString() const {
  if (!rank_known()) return "<unknown>";
  std::string text = "(";
  for (size_t i = 0; i < dimensions->size(); ++i) {
    int64_t size = (*dimensions)[i];
    text += size == kUnknownDimension ? "?" : fmt::format("{}", size);
    if (i + 1 < dimensions->size()) {
      text += ", ";
    } else if (i == 0) {
      text += ",";
    }
  }
  return text + ")";
}

}  // namespace tfscope
