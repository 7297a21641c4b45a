// Queries about the variables that one call makes, and about those that should have been shared, for rules on silent
// mistakes.
#pragma once

#include <string>
#include <vector>

#include "analyzer/events/events.h"

namespace tfscope {

/// The variables of one call that are the same mistake; a loop, or several calls of a function, may repeat it.
struct CreationGroup {
  const VariableMade* first;
  const VariableMade* original;  ///< the earlier variable that `first` should have been; may be null
  std::vector<std::string> others;
};

/// Adds a creation to the group of its call, the first of them with its original.
void AddToGroup(std::vector<CreationGroup>& groups, const VariableMade& made, const VariableMade* original);

/// `later calls make `w_2`, `w_3``, for a note; empty if there are no others.
std::string OthersText(const CreationGroup& group);

/// A variable that was made under reuse by what knows no reuse, and the one that it repeats: made in an earlier entry
/// into the same variable scope (or before it was set to reuse), under the same given name, or without a name by the
/// same call.
struct IgnoredReuse {
  const VariableMade* made;
  const VariableMade* original;
};
std::vector<IgnoredReuse> FindIgnoredReuse(const EventLog& log);

}  // namespace tfscope
