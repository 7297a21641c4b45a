// From the findings of many paths and roots to the one list a user sees: placed, merged, sorted.
#pragma once

#include <set>
#include <vector>

#include "analyzer/diagnostics/finding.h"
#include "analyzer/source/source_manager.h"

namespace tfscope {

/// Moves a finding whose place is in no file of `reported` to the innermost call inside them; the deeper frames become
/// notes. A finding whose stack never passes through them stays where it is.
void PlaceInside(Finding& finding, const std::set<FileId>& reported, const CallStacks& stacks,
                 const SourceManager& sources);

/// One finding per rule, place and message: that with the shortest stack, with the gravest severity of all. A finding
/// that is certain once is certain.
std::vector<Finding> Merge(std::vector<Finding> findings, const CallStacks& stacks);

/// By file, line, column, code, message: the order of every output.
void Sort(std::vector<Finding>& findings, const SourceManager& sources);

}  // namespace tfscope
