// A source line with a mark under a part of it.
#pragma once

#include <string>
#include <string_view>

#include "analyzer/reporters/style.h"
#include "analyzer/source/source_manager.h"

namespace tfscope {

/// What to draw: `mark` under `span`, then `text`.
struct Label {
  Span span;
  char mark = '^';
  std::string_view text;
  Paint paint = Paint::kError;
};

/// Three lines: an empty gutter, the line with its number, the mark. Of a span over several lines the first is shown;
/// a long line is cut around the mark. `gutter` is the width of line numbers.
std::string RenderSnippet(const Label& label, size_t gutter, const SourceManager& sources, const Style& style);

}  // namespace tfscope
