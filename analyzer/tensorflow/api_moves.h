// Names that TensorFlow had before 1.0, or that are elsewhere now, and what stands in their place.
#pragma once

#include <span>
#include <string_view>

namespace tfscope {

/// An attribute that a module of TensorFlow 1.15 no longer has.
struct ApiMove {
  std::string_view module;     ///< `tensorflow.train`
  std::string_view attribute;  ///< `SummaryWriter`
  std::string_view now;        ///< `tf.summary.FileWriter`
  bool same_call = false;      ///< it takes the same arguments
};

/// Those of before TensorFlow 1.0.
std::span<const ApiMove> AllMoves();

/// Null if nothing is known of it. `tensorflow.compat.v1` has what `tensorflow` has.
const ApiMove* FindMove(std::string_view module, std::string_view attribute);

}  // namespace tfscope
