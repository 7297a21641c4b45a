// Event logs as text, for `--dump events`.
#pragma once

#include <string>

#include "analyzer/events/events.h"
#include "analyzer/source/source_manager.h"

namespace tfscope {

/// One line an event, `PLACE what details`; then the collections of each variable, the error and what was printed.
std::string DumpEvents(const EventLog& log, const CallStacks& stacks, const SourceManager& sources);

}  // namespace tfscope
