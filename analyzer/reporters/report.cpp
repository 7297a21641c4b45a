#include "analyzer/reporters/report.h"

#include <algorithm>

#include <fmt/format.h>

#include "analyzer/diagnostics/places.h"
#include "analyzer/source/notebook.h"

namespace tfscope {
namespace {

namespace fs = std::filesystem;

bool IsContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// The bytes of `line` before its code point number `column`, and one.
uint32_t ByteColumn(std::string_view line, uint32_t column) {
  size_t at = 0;
  uint32_t left = column - 1;
  for (; left > 0 && at < line.size(); --left) {
    do ++at;
    while (at < line.size() && IsContinuation(line[at]));
  }
  return static_cast<uint32_t>(at) + left + 1;
}

std::string RenderFullReport(const Report& report) {
  std::string text = RenderFull(report.findings, report.sources, report.style);
  if (!report.quiet) text += RenderSummary(report.findings, report.coverage, report.show_unmodelled, report.style);
  return text;
}

std::string RenderConciseReport(const Report& report) {
  std::string text = RenderConcise(report.findings, report.sources, report.style);
  if (!report.quiet) text += RenderSummary(report.findings, report.coverage, report.show_unmodelled, report.style);
  return text;
}

std::string RenderJsonReport(const Report& report) { return RenderJson(report.findings, report.sources); }

constexpr FindingFormat kFormats[] = {
    {"full", &RenderFullReport},      {"concise", &RenderConciseReport}, {"json", &RenderJsonReport},
    {"json-lines", &RenderJsonLines}, {"github", &RenderGitHub},         {"gitlab", &RenderGitLab},
    {"junit", &RenderJunit},          {"sarif", &RenderSarif},           {"rdjson", &RenderRdjson},
    {"markdown", &RenderMarkdown},
};

}  // namespace

std::span<const FindingFormat> FindingFormats() { return kFormats; }

Region RegionOf(const SourceManager& sources, Span span) {
  // These formats know lines of files only, and those of a notebook are JSON.
  if (PlaceInCell(sources.file(span.file), 1).cell != 0) return {};
  return {sources.Begin(span), sources.End(span)};
}

Region ByteRegionOf(const SourceManager& sources, Span span) {
  Region region = RegionOf(sources, span);
  for (LineColumn* place : {&region.begin, &region.end}) {
    place->column = ByteColumn(sources.Line(span.file, place->line), place->column);
  }
  return region;
}

std::string RepositoryPath(const Report& report, FileId file) {
  const std::string& display = report.sources.file(file).display_path;
  const fs::path path = (report.working_folder / display).lexically_normal();
  const fs::path relative = path.lexically_relative(report.repository);
  return relative.empty() || *relative.begin() == ".." ? display : relative.generic_string();
}

std::string Statement(const Finding& finding) {
  std::string text = finding.message;
  if (!finding.condition.empty()) text += fmt::format(", when {}", finding.condition);
  if (finding.possible) text += " (possible)";
  return text;
}

std::string Details(const Finding& finding) {
  std::string text;
  for (const Note& note : finding.notes) text += "\n" + note.message;
  if (!finding.help.empty()) text += "\nhelp: " + finding.help;
  return text.empty() ? text : text.substr(1);
}

std::string_view CutText(std::string_view text, size_t limit) {
  if (text.size() <= limit) return text;
  while (limit > 0 && IsContinuation(text[limit])) --limit;
  return text.substr(0, limit);
}

}  // namespace tfscope
