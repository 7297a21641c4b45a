// Arguments that come from an iterable or a mapping, as in `f(*data)`, also where that is unknown.
#pragma once

#include <cstddef>
#include <string>
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

/// The function of a call as CPython names it where its arguments are spread: `f()`, `type object`.
std::string CalleeText(Machine& machine, Value callee);

/// Appends the items of `*iterable`; false, with CPython's TypeError of what cannot be iterated, if something is
/// raised.
bool CollectSpread(Machine& machine, Value callee, Value iterable, std::vector<Value>& items);

/// Makes as many of the elements of an unknown `*data` among the positional arguments as the callee takes, if it is
/// written in Python, and names those of an unknown `**data` that it needs. What they are when the program runs is not
/// known.
void FitSpreadArguments(Machine& machine, SpreadCall& call);

}  // namespace tfscope
