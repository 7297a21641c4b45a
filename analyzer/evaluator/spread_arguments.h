// Arguments that come from something unknown, as in `f(*data)`.
#pragma once

#include <cstddef>
#include <vector>

#include "analyzer/evaluator/machine.h"

namespace tfscope {

/// What a call gives beside the arguments that it spells out.
struct SpreadCall {
  Value callee;
  bool has_unknown_keywords = false;  ///< `**data`, of which nothing is known
  std::vector<Value> positional;
  std::vector<KeywordArgument> keywords;
};

/// Makes as many of the elements of an unknown `*data` among the positional arguments as the callee takes, if it is
/// written in Python, and names those of an unknown `**data` that it needs. What they are when the program runs is not
/// known.
void FitSpreadArguments(Machine& machine, SpreadCall& call);

}  // namespace tfscope
