#include "analyzer/configuration/settings.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace tfscope {
namespace {

constexpr std::string_view kFormats[] = {"full",   "concise", "json",  "json-lines", "github",
                                         "gitlab", "junit",   "sarif", "rdjson",     "markdown"};
constexpr std::string_view kSeverities[] = {"error", "warning"};

constexpr Setting kSettings[] = {
    {"select",
     &Settings::select,
     "Only these rules: codes, prefixes of codes, names, or ALL.",
     "select = [\"TFV1\", \"duplicate-variable-name\"]",
     {},
     true},
    {"extend-select", &Settings::extend_select, "These rules in addition.", "extend-select = [\"TFV301\"]", {}, true},
    {"ignore",
     &Settings::ignore,
     "Without these rules. The more exact of `select` and `ignore` wins.",
     "ignore = [\"TFV207\"]",
     {},
     true},
    {"per-file-ignores",
     &Settings::per_file_ignores,
     "Without these rules in the files that a pattern matches.",
     "per-file-ignores = { \"tests/*\" = [\"TFV2\"] }",
     {},
     true},
    {"exclude", &Settings::exclude, "Files and folders that are not looked at, in place of the default list.",
     "exclude = [\"build\", \"third_party/**\"]"},
    {"extend-exclude", &Settings::extend_exclude, "Files and folders that are not looked at either.",
     "extend-exclude = [\"*_pb2.py\"]"},
    {"force-exclude", &Settings::force_exclude, "Skip excluded files even if they are named on the command line.",
     "force-exclude = true"},
    {"respect-gitignore", &Settings::respect_gitignore, "Skip what .gitignore and .ignore files name.",
     "respect-gitignore = false"},
    {"search-path", &Settings::search_path, "Folders in which imports are looked up, too.", "search-path = [\"src\"]"},
    {"library-models", &Settings::library_models, "Folders with models of libraries, asked before the bundled ones.",
     "library-models = [\"tools/models\"]"},
    {"entries", &Settings::entries,
     "Programs that matter, with their arguments: evaluated, too, whenever a file that they import is checked.",
     "entries = [\"train.py\", \"eval.py --mode=eval\"]"},
    {"baseline", &Settings::baseline, "File of known findings, which are not told; --write-baseline makes it.",
     "baseline = \"tfscope-baseline.json\""},
    {"cache-dir", &Settings::cache_dir, "Folder in which `check` keeps results for later runs.",
     "cache-dir = \".tfscope_cache\""},
    {"output-format", &Settings::output_format, "Format of findings.", "output-format = \"concise\"", kFormats},
    {"fail-on", &Settings::fail_on, "Least severity that gives exit code 1.", "fail-on = \"error\"", kSeverities},
    {"show-possible", &Settings::show_possible, "Report also what depends on unknown values.", "show-possible = true"},
    {"max-instructions", &Settings::max_instructions,
     "How much of a program is evaluated at most; 0: as much as usual.", "max-instructions = 5000000"},
    {"required-version", &Settings::required_version, "Fail with any other version of tfscope.",
     "required-version = \">=0.1.0\""},
    {"extend", &Settings::extend, "Another configuration file, whose settings hold where this one has none.",
     "extend = \"../tfscope.toml\""},
};

constexpr std::string_view kDefaultExcludes[] = {
    ".bzr",        ".direnv",      ".eggs",         ".git",    ".git-rewrite",   ".hg",     ".ipynb_checkpoints",
    ".mypy_cache", ".nox",         ".pants.d",      ".pyenv",  ".pytest_cache",  ".pytype", ".ruff_cache",
    ".svn",        ".tox",         ".venv",         ".vscode", "__pypackages__", "_build",  "buck-out",
    "dist",        "node_modules", "site-packages", "venv",
};

using Json = nlohmann::ordered_json;

// ---- what a value looks like in JSON, of which TOML's strings, numbers, booleans and arrays are a superset

Json ValueJson(bool value) { return value; }
Json ValueJson(uint64_t value) { return value; }
Json ValueJson(const std::string& value) { return value; }
Json ValueJson(const std::filesystem::path& value) { return value.generic_string(); }
Json ValueJson(const PathPattern& value) { return value.pattern; }
Json ValueJson(const EntryPoint& value) { return value.text; }

template <typename T>
Json ValueJson(const std::vector<T>& values) {
  Json list = Json::array();
  for (const T& value : values) list.push_back(ValueJson(value));
  return list;
}

std::string Dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

/// A value in TOML, on one line.
template <typename T>
std::string ValueText(const T& value) {
  return Dump(ValueJson(value));
}

std::string ValueText(const std::vector<PatternRules>& tables) {
  std::string text;
  for (const PatternRules& table : tables) {
    text += fmt::format("{}{} = {}", text.empty() ? "" : ", ", Dump(table.pattern.pattern), ValueText(table.rules));
  }
  return text.empty() ? "{}" : "{ " + text + " }";
}

// ---- the schema of a value

Json TypeJson(const bool Settings::*) { return {{"type", "boolean"}}; }
Json TypeJson(const uint64_t Settings::*) { return {{"type", "integer"}, {"minimum", 0}}; }
Json TypeJson(const std::string Settings::*) { return {{"type", "string"}}; }
Json TypeJson(const std::filesystem::path Settings::*) { return {{"type", "string"}}; }
Json TextsJson() { return {{"type", "array"}, {"items", {{"type", "string"}}}}; }
template <typename T>
Json TypeJson(const std::vector<T> Settings::*) {
  return TextsJson();
}
Json TypeJson(const std::vector<PatternRules> Settings::*) {
  return {{"type", "object"}, {"additionalProperties", TextsJson()}};
}

}  // namespace

std::vector<PathPattern> Settings::DefaultExcludes() {
  std::vector<PathPattern> patterns;
  for (const std::string_view name : kDefaultExcludes) patterns.push_back({std::string(name), {}});
  return patterns;
}

std::span<const Setting> AllSettings() { return kSettings; }

const Setting* FindSetting(std::string_view key) {
  const auto* found = std::ranges::find(kSettings, key, &Setting::key);
  return found == std::end(kSettings) ? nullptr : found;
}

std::string SettingsText(const Settings& settings) {
  std::string text;
  for (const Setting& setting : AllSettings()) {
    if (setting.key == "extend") continue;  // what it brought is among the others
    const std::string value =
        std::visit([&](const auto member) { return ValueText(settings.*member); }, setting.member);
    text += fmt::format("{} = {}\n", setting.key, value);
  }
  return text;
}

std::string SettingsSchema() {
  Json properties = Json::object();
  for (const Setting& setting : AllSettings()) {
    Json property = std::visit([](const auto member) { return TypeJson(member); }, setting.member);
    if (!setting.choices.empty()) property["enum"] = setting.choices;
    property["description"] = setting.description;
    properties[std::string(setting.key)] = std::move(property);
  }
  Json schema = {{"$schema", "http://json-schema.org/draft-07/schema#"},
                 {"title", "tfscope"},
                 {"description", "Settings of tfscope: tfscope.toml, or [tool.tfscope] of pyproject.toml."},
                 {"type", "object"}};
  schema["properties"] = std::move(properties);
  schema["additionalProperties"] = false;
  return schema.dump(2) + "\n";
}

}  // namespace tfscope
