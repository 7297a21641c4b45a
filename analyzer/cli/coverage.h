// The line of trust: what a run of `check` looked at, and what it had to leave open.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/events/events.h"
#include "analyzer/reporters/findings.h"
#include "analyzer/source/source_manager.h"

namespace tfscope {

/// Counts over all programs of a run. Assumptions and calls are places in the source, each counted once.
class CoverageCounter {
 public:
  explicit CoverageCounter(const SourceManager& sources) : sources_(sources) {}

  /// Adds one program by the logs of its paths; a variable that several paths make is one.
  void Add(const std::vector<EventLog>& logs);
  /// What was counted so far.
  Coverage Result() const;

 private:
  using Place = std::pair<FileId, uint32_t>;

  const SourceManager& sources_;
  size_t programs_ = 0;
  size_t variables_ = 0;
  std::set<Place> assumptions_;
  std::map<Place, Unmodelled> unmodelled_;
};

}  // namespace tfscope
