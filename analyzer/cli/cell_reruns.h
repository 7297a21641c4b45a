// What becomes of a notebook whose reader runs one of its cells a second time.
#pragma once

#include <vector>

#include "analyzer/cli/driver.h"

namespace tfscope {

/// For each cell that makes a variable in the store: that running it once more raises `already exists`, as a remark.
/// `logs` and `findings` are those of the notebook, each cell run once. Nothing for what is no notebook, nor at a place
/// that is wrong already.
std::vector<Finding> RerunFindings(Driver& driver, const Root& root, const std::vector<EventLog>& logs,
                                   const std::vector<Finding>& findings);

}  // namespace tfscope
