#include "analyzer/reporters/snippet.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "analyzer/diagnostics/places.h"
#include "analyzer/source/notebook.h"

namespace tfscope {
namespace {

constexpr size_t kMaxWidth = 140;  // columns of source that are shown
constexpr size_t kMaxBefore = 70;  // of these before the mark, if the line has to be cut
constexpr size_t kTabWidth = 4;

/// The code points of a line as they are shown: a tab as blanks, a control character as its escape.
std::vector<std::string> Cells(std::string_view line) {
  std::vector<std::string> cells;
  for (size_t at = 0; at < line.size();) {
    size_t end = at + 1;
    while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) ++end;
    const std::string_view cell = line.substr(at, end - at);
    cells.push_back(cell == "\t" ? std::string(kTabWidth, ' ') : cell == "\f" ? std::string(" ") : Printable(cell));
    at = end;
  }
  return cells;
}

std::string Join(const std::vector<std::string>& cells, size_t begin, size_t end) {
  std::string text;
  for (size_t index = begin; index < end; ++index) text += cells[index];
  return text;
}

}  // namespace

std::string RenderSnippet(const Label& label, size_t gutter, const SourceManager& sources, const Style& style) {
  const LineColumn begin = sources.Begin(label.span);
  const LineColumn end = sources.End(label.span);
  const std::vector<std::string> cells = Cells(sources.Line(label.span.file, begin.line));
  const size_t count = cells.size();
  const size_t first = std::min<size_t>(begin.column - 1, count);
  const size_t last = end.line > begin.line ? count : std::clamp<size_t>(end.column - 1, first, count);

  size_t from = 0;
  size_t to = count;
  if (count > kMaxWidth) {
    from = first > kMaxBefore ? first - kMaxBefore : 0;
    to = std::min(count, from + kMaxWidth);
  }
  const std::string_view head = from > 0 ? "..." : "";
  const size_t marked = std::max<size_t>(1, DisplayWidth(Join(cells, first, std::min(last, to))));
  const std::string indent(head.size() + DisplayWidth(Join(cells, from, first)), ' ');

  const std::string bar = style(Paint::kFrame, fmt::format("{:>{}} |", "", gutter));
  const uint32_t shown = PlaceInCell(sources.file(label.span.file), begin.line).line;
  const std::string numbered = style(Paint::kFrame, fmt::format("{:>{}} |", shown, gutter));
  std::string mark(marked, label.mark);
  if (!label.text.empty()) mark += fmt::format(" {}", label.text);
  return fmt::format("{}\n{} {}{}{}\n{} {}{}\n", bar, numbered, head, Join(cells, from, to), to < count ? "..." : "",
                     bar, indent, style(label.paint, mark));
}

}  // namespace tfscope
