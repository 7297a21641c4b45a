// The formats `full` and `concise`.
#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "analyzer/diagnostics/places.h"
#include "analyzer/reporters/findings.h"
#include "analyzer/reporters/snippet.h"
#include "analyzer/source/notebook.h"

namespace tfscope {
namespace {

Paint PaintOf(Severity severity) {
  switch (severity) {
    case Severity::kInfo:
      return Paint::kInfo;
    case Severity::kWarning:
      return Paint::kWarning;
    case Severity::kError:
      return Paint::kError;
  }
  return Paint::kError;
}

std::string Headline(const Finding& finding, const SourceManager& sources, const Style& style) {
  const LineColumn begin = sources.Begin(finding.span);
  const SourceFile& file = sources.file(finding.span.file);
  const std::string path = Printable(file.display_path);
  const std::string place = LineText(PlaceInCell(file, begin.line));
  std::string line =
      fmt::format("{}:{}:{}: {} [{}] {}", style(Paint::kBold, path), place, begin.column,
                  style(PaintOf(finding.severity), finding.rule->code), finding.rule->name, finding.message);
  if (!finding.condition.empty()) line += fmt::format(", when {}", finding.condition);
  if (finding.possible) line += " (possible)";
  return line + "\n";
}

bool IsShown(const Note& note) { return note.span.valid() && !note.label.empty(); }

/// Two marks under one line say no more than one.
bool SameLine(Span left, Span right, const SourceManager& sources) {
  return sources.file(left.file).display_path == sources.file(right.file).display_path &&
         sources.Begin(left).line == sources.Begin(right).line;
}

Span LabelOf(const Finding& finding) { return finding.label.valid() ? finding.label : finding.span; }

size_t GutterOf(const Finding& finding, const SourceManager& sources) {
  uint32_t line = sources.Begin(LabelOf(finding)).line;
  for (const Note& note : finding.notes) {
    if (IsShown(note)) line = std::max(line, sources.Begin(note.span).line);
  }
  return std::max<size_t>(2, fmt::formatted_size("{}", line));
}

std::string RenderOne(const Finding& finding, const SourceManager& sources, const Style& style) {
  const Span label = LabelOf(finding);
  const size_t gutter = GutterOf(finding, sources);
  std::string text = Headline(finding, sources, style);
  text += RenderSnippet({label, '^', finding.label_text, PaintOf(finding.severity)}, gutter, sources, style);
  std::vector<Span> shown = {label};
  std::string remarks;
  const std::string lead = style(Paint::kFrame, fmt::format("{:>{}} =", "", gutter));
  for (const Note& note : finding.notes) {
    const auto same_line = [&](Span span) { return SameLine(note.span, span, sources); };
    const bool is_shown = IsShown(note) && std::ranges::none_of(shown, same_line);
    if (!is_shown || !note.is_said_by_label) remarks += fmt::format("{} {}\n", lead, note.message);
    if (!is_shown) continue;
    shown.push_back(note.span);
    if (sources.file(note.span.file).display_path != sources.file(label.file).display_path) {
      text += style(Paint::kFrame, fmt::format("{:>{}} :: {}", "", gutter, PlaceText(sources, note.span))) + "\n";
    }
    text += RenderSnippet({note.span, '-', note.label, Paint::kFrame}, gutter, sources, style);
  }
  text += remarks;
  if (!finding.help.empty()) text += fmt::format("{} {} {}\n", lead, style(Paint::kHelp, "help:"), finding.help);
  return text;
}

}  // namespace

std::string RenderFull(std::span<const Finding> findings, const SourceManager& sources, const Style& style) {
  std::string text;
  for (const Finding& finding : findings) text += RenderOne(finding, sources, style) + "\n";
  return text;
}

std::string RenderConcise(std::span<const Finding> findings, const SourceManager& sources, const Style& style) {
  std::string text;
  for (const Finding& finding : findings) text += Headline(finding, sources, style);
  return text;
}

std::string RenderSummary(std::span<const Finding> findings, const Coverage& coverage, bool show_unmodelled,
                          const Style& style) {
  const auto count = [&](Severity severity) {
    return static_cast<size_t>(std::ranges::count(findings, severity, &Finding::severity));
  };
  std::string found;
  const auto add = [&](Severity severity, std::string_view singular, std::string_view plural) {
    if (count(severity) == 0) return;
    found += (found.empty() ? "Found " : ", ") + style(PaintOf(severity), Counted(count(severity), singular, plural));
  };
  add(Severity::kError, "error", "errors");
  add(Severity::kWarning, "warning", "warnings");
  add(Severity::kInfo, "remark", "remarks");
  std::string text = (found.empty() ? std::string("Found no problems") : found) + ".\n";
  for (const std::string& stop : coverage.stopped) text += fmt::format("stopped: {}\n", stop);
  if (show_unmodelled) {
    for (const UnmodelledFunction& function : coverage.unmodelled_functions) {
      text += fmt::format("unmodelled: {} ({}{} at {})\n", Printable(function.name), Counted(function.calls, "call"),
                          function.calls == 1 ? "" : ", first", function.first);
    }
  }
  std::string trust =
      fmt::format("{}, {}, {}, {}", Counted(coverage.programs, "program"), Counted(coverage.variables, "variable"),
                  Counted(coverage.assumptions, "assumption"), Counted(coverage.unmodelled, "unmodelled call"));
  if (coverage.unmodelled > 0 && !show_unmodelled) trust += " (--show-unmodelled)";
  if (coverage.known > 0) trust += fmt::format(", {} (--baseline)", Counted(coverage.known, "known finding"));
  if (coverage.hidden > 0) trust += fmt::format(", {} (--show-possible)", Counted(coverage.hidden, "possible finding"));
  return text + style(Paint::kDim, trust) + "\n";
}

}  // namespace tfscope
