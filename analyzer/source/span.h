// Places in source text.
#pragma once

#include <cstdint>

namespace tfscope {

/// Index of a file in its `SourceManager`. A block of a Markdown document is a file of its own.
using FileId = uint32_t;
inline constexpr FileId kNoFile = 0;

/// Bytes `begin` (inclusive) to `end` (exclusive) of a file's decoded text.
struct Span {
  FileId file = kNoFile;
  uint32_t begin = 0;
  uint32_t end = 0;

  bool valid() const { return file != kNoFile; }
  friend bool operator==(const Span&, const Span&) = default;
};

/// What a person reads: both count from 1, columns in Unicode code points.
struct LineColumn {
  uint32_t line = 1;
  uint32_t column = 1;
  friend bool operator==(const LineColumn&, const LineColumn&) = default;
};

}  // namespace tfscope
