// Names of what has no model: functions of TensorFlow, and everything of modules that are not there.
#pragma once

#include <span>
#include <string>

#include "analyzer/evaluator/machine.h"
#include "analyzer/evaluator/symbol.h"

namespace tfscope {

/// How a user writes what an unknown value stands for: `tf.train.AdamOptimizer`, `tf.train.AdamOptimizer().minimize`,
/// `cv2.imread`. Empty if it comes from no module, or is what a function outside of TensorFlow returned.
std::string NameOfUnmodelled(const Symbol& symbol);

/// One of the arguments of a call is an object of TensorFlow, or a list, tuple or dict with one in it.
bool HoldsTensor(Machine& machine, std::span<const Value> positional, std::span<const KeywordArgument> keywords);

}  // namespace tfscope
