#include "analyzer/syntax/indentation.h"

namespace tfscope {

Indentation::Verdict Indentation::Take(std::string_view whitespace, bool after_colon) {
  Level level;
  for (const char c : whitespace) {
    if (c == '\f') {
      level = {};
    } else {
      level.column = c == '\t' ? (level.column / 8 + 1) * 8 : level.column + 1;
      ++level.narrow;
    }
  }
  if (level.column > levels_.back().column) {
    if (!after_colon) return Verdict::kUnexpected;
    const bool consistent = level.narrow > levels_.back().narrow;
    levels_.push_back(level);
    return consistent ? Verdict::kRight : Verdict::kInconsistent;
  }
  if (after_colon) return Verdict::kExpectedBlock;
  while (level.column < levels_.back().column) levels_.pop_back();
  if (level.column != levels_.back().column) return Verdict::kMismatch;
  return level.narrow == levels_.back().narrow ? Verdict::kRight : Verdict::kInconsistent;
}

}  // namespace tfscope
