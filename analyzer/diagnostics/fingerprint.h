// Names for findings that stay the same when other lines of a file change: for lists of known findings.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "analyzer/diagnostics/finding.h"
#include "analyzer/source/source_manager.h"

namespace tfscope {

/// Gives out fingerprints of the findings of one run, which come in sorted order.
class FingerprintCounter {
 public:
  /// 16 hexadecimal digits from the rule, `path`, the variable, the text of the line without blanks, and a number that
  /// tells findings apart for which all these are equal. No line number: edits above do not change it.
  std::string Next(const Finding& finding, std::string_view path, const SourceManager& sources);

 private:
  std::map<uint64_t, uint32_t> seen_;
};

}  // namespace tfscope
