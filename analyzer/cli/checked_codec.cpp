#include "analyzer/cli/checked_codec.h"

#include <exception>

#include <nlohmann/json.hpp>

#include "rules/rule.h"

namespace tfscope {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kLibrary = "<library>/";

/// A text without a file, or one that is gone; ends the work of the codec, which answers with nothing.
struct NoFile : std::exception {};

Json EncodeCoverage(const Coverage& coverage) {
  Json functions = Json::array();
  for (const UnmodelledFunction& function : coverage.unmodelled_functions) {
    functions.push_back({function.name, function.calls, function.first});
  }
  return {{"programs", coverage.programs},       {"variables", coverage.variables},
          {"assumptions", coverage.assumptions}, {"unmodelled", coverage.unmodelled},
          {"functions", std::move(functions)},   {"stopped", coverage.stopped}};
}

Coverage DecodeCoverage(const Json& json) {
  Coverage coverage;
  json.at("programs").get_to(coverage.programs);
  json.at("variables").get_to(coverage.variables);
  json.at("assumptions").get_to(coverage.assumptions);
  json.at("unmodelled").get_to(coverage.unmodelled);
  for (const Json& function : json.at("functions")) {
    coverage.unmodelled_functions.push_back(
        {function.at(0).get<std::string>(), function.at(1).get<size_t>(), function.at(2).get<std::string>()});
  }
  json.at("stopped").get_to(coverage.stopped);
  return coverage;
}

}  // namespace

Json CheckedCodec::EncodeFile(FileId id) const {
  if (id < known_) return id;
  const std::string& path = driver_.sources().file(id).path;
  const bool has_file = path.starts_with('/') || path.starts_with(kLibrary);
  if (!has_file) throw NoFile();
  return path;
}

Json CheckedCodec::Encode(const Span& span) const { return {EncodeFile(span.file), span.begin, span.end}; }

Json CheckedCodec::Encode(const Finding& finding) const {
  Json stack = Json::array();
  for (const CallStackEntry& entry : driver_.program().stacks().Unwind(finding.stack)) {
    stack.push_back({Encode(entry.call_site), entry.caller});
  }
  Json notes = Json::array();
  for (const Note& note : finding.notes) {
    notes.push_back({note.message, Encode(note.span), note.label, note.is_said_by_label});
  }
  Json json = {{"code", finding.rule->code},     {"severity", static_cast<int>(finding.severity)},
               {"message", finding.message},     {"span", Encode(finding.span)},
               {"label", Encode(finding.label)}, {"label_text", finding.label_text},
               {"stack", std::move(stack)},      {"possible", finding.possible},
               {"notes", std::move(notes)},      {"help", finding.help},
               {"variable", finding.variable},   {"condition", finding.condition}};
  if (!finding.fix) return json;
  Json edits = Json::array();
  for (const Edit& edit : finding.fix->edits) edits.push_back({Encode(edit.span), edit.text});
  json["fix"] = {finding.fix->message, std::move(edits)};
  return json;
}

std::optional<Json> CheckedCodec::Encode(const Checked& checked) const {
  try {
    Json findings = Json::array();
    for (const Finding& finding : checked.findings) findings.push_back(Encode(finding));
    return Json{{"findings", std::move(findings)}, {"coverage", EncodeCoverage(checked.coverage)}};
  } catch (const NoFile&) {
    return std::nullopt;
  }
}

FileId CheckedCodec::DecodeFile(const Json& json) const {
  if (json.is_number()) {
    const auto id = json.get<FileId>();
    if (id >= known_) throw NoFile();
    return id;
  }
  const auto path = json.get<std::string>();
  if (path.starts_with(kLibrary)) {
    const auto file = driver_.program().LibraryFile(path.substr(kLibrary.size()));
    if (!file) throw NoFile();
    return *file;
  }
  const auto file = driver_.sources().Load(path);
  if (!file) throw NoFile();
  return *file;
}

Span CheckedCodec::DecodeSpan(const Json& json) const {
  const Span span{DecodeFile(json.at(0)), json.at(1).get<uint32_t>(), json.at(2).get<uint32_t>()};
  const size_t size = driver_.sources().file(span.file).text.size();
  if (span.begin > size || span.end > size) throw NoFile();
  return span;
}

Finding CheckedCodec::DecodeFinding(const Json& json) const {
  Finding finding;
  const Rule* rule = FindRule(json.at("code").get<std::string>());
  if (rule == nullptr) throw NoFile();
  finding.rule = rule->info;
  finding.severity = static_cast<Severity>(json.at("severity").get<int>());
  finding.message = json.at("message");
  finding.span = DecodeSpan(json.at("span"));
  finding.label = DecodeSpan(json.at("label"));
  finding.label_text = json.at("label_text");
  for (const Json& entry : json.at("stack")) {
    finding.stack = driver_.program().stacks().Push(finding.stack, DecodeSpan(entry.at(0)), entry.at(1));
  }
  finding.possible = json.at("possible");
  for (const Json& note : json.at("notes")) {
    finding.notes.push_back({note.at(0), DecodeSpan(note.at(1)), note.at(2), note.at(3)});
  }
  finding.help = json.at("help");
  finding.variable = json.at("variable");
  finding.condition = json.at("condition");
  if (!json.contains("fix")) return finding;
  Fix& fix = finding.fix.emplace();
  fix.message = json.at("fix").at(0);
  for (const Json& edit : json.at("fix").at(1)) fix.edits.push_back({DecodeSpan(edit.at(0)), edit.at(1)});
  return finding;
}

std::optional<Checked> CheckedCodec::Decode(const Json& json) const {
  try {
    Checked checked;
    for (const Json& finding : json.at("findings")) checked.findings.push_back(DecodeFinding(finding));
    checked.coverage = DecodeCoverage(json.at("coverage"));
    return checked;
  } catch (const std::exception&) {  // also what the JSON library says of a value that is missing or of another type
    return std::nullopt;
  }
}

}  // namespace tfscope
