// Static shapes: what TensorFlow's `TensorShape` knows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tfscope {

/// A dimension that is not known; printed as `?`.
inline constexpr int64_t kUnknownDimension = -1;

/// Rank and dimensions; `nullopt` where even the rank is unknown.
struct Shape {
  std::optional<std::vector<int64_t>> dimensions;

  static Shape Unknown() { return {}; }
  static Shape Of(std::vector<int64_t> dimensions) { return {std::move(dimensions)}; }

  bool rank_known() const { return dimensions.has_value(); }
  bool fully_defined() const;
  /// tf.TensorShape.is_compatible_with: unknown ranks and dimensions fit anything.
  bool CompatibleWith(const Shape& other) const;
  /// Number of elements, or -1 if not fully defined or past 2**62.
  int64_t ElementCount() const;
  /// As `str(TensorShape)` prints it in TensorFlow 1.15: `(2, ?)`, `(3,)`, `()`, `<unknown>`.
  std::string ToString() const;

  friend bool operator==(const Shape&, const Shape&) = default;
};

}  // namespace tfscope
