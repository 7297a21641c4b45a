// The formats `json` and `json-lines`; their fields are a contract, to which fields are only ever added.
#include <nlohmann/json.hpp>

#include "analyzer/reporters/findings.h"
#include "analyzer/reporters/report.h"
#include "analyzer/source/notebook.h"

namespace tfscope {
namespace {

using Json = nlohmann::ordered_json;

Json TextOrNull(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

/// In a notebook, lines count from the start of a cell, which is told, too.
void PlaceInNotebook(const SourceManager& sources, Span span, Json& json) {
  const SourceFile& file = sources.file(span.file);
  const CellLine begin = PlaceInCell(file, sources.Begin(span).line);
  if (begin.cell == 0) return;
  json["line"] = begin.line;
  if (json.contains("end_line")) json["end_line"] = begin.line + sources.End(span).line - sources.Begin(span).line;
  json["cell"] = begin.cell;
}

Json NoteJson(const Note& note, const SourceManager& sources) {
  Json json = {{"message", note.message}, {"file", nullptr}, {"line", nullptr}, {"column", nullptr}};
  if (note.span.valid()) {
    const LineColumn begin = sources.Begin(note.span);
    json["file"] = sources.file(note.span.file).display_path;
    json["line"] = begin.line;
    json["column"] = begin.column;
    PlaceInNotebook(sources, note.span, json);
  }
  return json;
}

Json FixJson(const std::optional<Fix>& fix, const SourceManager& sources) {
  if (!fix.has_value()) return nullptr;
  Json edits = Json::array();
  for (const Edit& edit : fix->edits) {
    const LineColumn begin = sources.Begin(edit.span);
    const LineColumn end = sources.End(edit.span);
    Json json = {{"file", sources.file(edit.span.file).display_path},
                 {"line", begin.line},
                 {"column", begin.column},
                 {"end_line", end.line},
                 {"end_column", end.column},
                 {"content", edit.text}};
    PlaceInNotebook(sources, edit.span, json);
    edits.push_back(std::move(json));
  }
  return {{"message", fix->message}, {"applicability", "safe"}, {"edits", std::move(edits)}};
}

Json FindingJson(const Finding& finding, const SourceManager& sources) {
  const LineColumn begin = sources.Begin(finding.span);
  const LineColumn end = sources.End(finding.span);
  Json notes = Json::array();
  for (const Note& note : finding.notes) notes.push_back(NoteJson(note, sources));
  Json json = {{"code", finding.rule->code},
               {"name", finding.rule->name},
               {"severity", SeverityName(finding.severity)},
               {"message", finding.message},
               {"file", sources.file(finding.span.file).display_path},
               {"line", begin.line},
               {"column", begin.column},
               {"end_line", end.line},
               {"end_column", end.column},
               {"notes", std::move(notes)},
               {"variable", TextOrNull(finding.variable)},
               {"condition", TextOrNull(finding.condition)},
               {"fix", FixJson(finding.fix, sources)},
               {"help", TextOrNull(finding.help)}};
  PlaceInNotebook(sources, finding.span, json);
  return json;
}

}  // namespace

std::string RenderJson(std::span<const Finding> findings, const SourceManager& sources) {
  Json list = Json::array();
  for (const Finding& finding : findings) list.push_back(FindingJson(finding, sources));
  return list.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string RenderJsonLines(const Report& report) {
  std::string text;
  for (const Finding& finding : report.findings) {
    text += FindingJson(finding, report.sources).dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  }
  return text;
}

}  // namespace tfscope
