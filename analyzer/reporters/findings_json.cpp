// The formats `json` and `json-lines`; their fields are a contract, to which fields are only ever added.
#include <nlohmann/json.hpp>

#include "analyzer/reporters/findings.h"
#include "analyzer/reporters/report.h"

namespace tfscope {
namespace {

using Json = nlohmann::ordered_json;

Json TextOrNull(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json NoteJson(const Note& note, const SourceManager& sources) {
  Json json = {{"message", note.message}, {"file", nullptr}, {"line", nullptr}, {"column", nullptr}};
  if (note.span.valid()) {
    const LineColumn begin = sources.Begin(note.span);
    json["file"] = sources.file(note.span.file).display_path;
    json["line"] = begin.line;
    json["column"] = begin.column;
  }
  return json;
}

Json FixJson(const std::optional<Fix>& fix, const SourceManager& sources) {
  if (!fix.has_value()) return nullptr;
  Json edits = Json::array();
  for (const Edit& edit : fix->edits) {
    const LineColumn begin = sources.Begin(edit.span);
    const LineColumn end = sources.End(edit.span);
    edits.push_back({{"file", sources.file(edit.span.file).display_path},
                     {"line", begin.line},
                     {"column", begin.column},
                     {"end_line", end.line},
                     {"end_column", end.column},
                     {"content", edit.text}});
  }
  return {{"message", fix->message}, {"applicability", "safe"}, {"edits", std::move(edits)}};
}

Json FindingJson(const Finding& finding, const SourceManager& sources) {
  const LineColumn begin = sources.Begin(finding.span);
  const LineColumn end = sources.End(finding.span);
  Json notes = Json::array();
  for (const Note& note : finding.notes) notes.push_back(NoteJson(note, sources));
  return {{"code", finding.rule->code},
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
