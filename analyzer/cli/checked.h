// What `check` found, before anybody chose what of it to tell.
#pragma once

#include <set>
#include <vector>

#include "analyzer/diagnostics/finding.h"
#include "analyzer/reporters/findings.h"

namespace tfscope {

struct Checked {
  std::set<FileId> reported;  ///< the files among the arguments
  std::vector<Finding> findings;
  Coverage coverage;
};

}  // namespace tfscope
