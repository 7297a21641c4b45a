#include "analyzer/cli/configure.h"

#include <algorithm>

#include <fmt/format.h>

#include "analyzer/configuration/glob.h"
#include "analyzer/diagnostics/places.h"
#include "analyzer/diagnostics/selection.h"
#include "rules/rule.h"

namespace tfscope {
namespace {

namespace fs = std::filesystem;

std::vector<const RuleInfo*> RuleInfos() {
  std::vector<const RuleInfo*> rules;
  for (const Rule& rule : AllRules()) rules.push_back(rule.info);
  return rules;
}

std::string CheckSelector(std::string_view selector) {
  const auto codes = SelectRules({.select = {std::string(selector)}}, RuleInfos());
  return codes ? std::string() : codes.error();
}

void Append(std::vector<std::string>& list, const std::vector<std::string>& more) {
  list.insert(list.end(), more.begin(), more.end());
}

std::vector<PathPattern> PatternsOf(const std::vector<std::string>& texts, const fs::path& base) {
  std::vector<PathPattern> patterns;
  for (const std::string& text : texts) patterns.push_back({text, base});
  return patterns;
}

/// `PATTERN:CODE`, repeated; one entry each.
tl::expected<std::vector<PatternRules>, std::string> ParsePerFileIgnores(const std::vector<std::string>& texts,
                                                                         const fs::path& base) {
  std::vector<PatternRules> tables;
  for (const std::string& text : texts) {
    const size_t colon = text.rfind(':');
    if (colon == std::string::npos || colon == 0) {
      return tl::unexpected(
          fmt::format("--per-file-ignores `{}` is no pattern and rule, as in `tests/*:TFV2`", Printable(text)));
    }
    const std::string rule = text.substr(colon + 1);
    if (std::string complaint = CheckSelector(rule); !complaint.empty()) return tl::unexpected(std::move(complaint));
    tables.push_back({{text.substr(0, colon), base}, {rule}});
  }
  return tables;
}

/// Puts the options of the command line above what configuration files say. `--select` begins anew.
void ApplyOptions(const CheckOptions& options, const std::vector<PatternRules>& per_file_ignores, const fs::path& base,
                  Settings& settings) {
  if (!options.selection.select.empty()) {
    settings.select = options.selection.select;
    settings.ignore.clear();
    settings.extend_select.clear();
  }
  // An option beats a file that says the contrary of the same rules.
  std::erase_if(settings.ignore, [&](const std::string& selector) {
    return std::ranges::find(options.selection.extend_select, selector) != options.selection.extend_select.end();
  });
  Append(settings.ignore, options.selection.ignore);
  Append(settings.extend_select, options.selection.extend_select);
  settings.per_file_ignores.insert(settings.per_file_ignores.end(), per_file_ignores.begin(), per_file_ignores.end());
  if (!options.exclude.empty()) settings.exclude = PatternsOf(options.exclude, base);
  const std::vector<PathPattern> more = PatternsOf(options.extend_exclude, base);
  settings.extend_exclude.insert(settings.extend_exclude.end(), more.begin(), more.end());
  if (options.force_exclude.has_value()) settings.force_exclude = *options.force_exclude;
  if (options.respect_gitignore.has_value()) settings.respect_gitignore = *options.respect_gitignore;
  if (!options.format.empty()) settings.output_format = options.format;
  if (!options.baseline.empty()) settings.baseline = base / options.baseline;
  if (!options.cache_dir.empty()) settings.cache_dir = base / options.cache_dir;
  if (!options.fail_on.empty()) settings.fail_on = options.fail_on;
  if (options.show_possible) settings.show_possible = true;
  if (options.max_instructions > 0) settings.max_instructions = options.max_instructions;
}

bool IsIgnoredThere(const Settings& settings, const fs::path& file, const RuleInfo& rule) {
  return std::ranges::any_of(settings.per_file_ignores, [&](const PatternRules& entry) {
    std::string_view pattern = entry.pattern.pattern;
    const bool negated = pattern.starts_with('!');
    if (negated) pattern.remove_prefix(1);
    const fs::path relative = file.lexically_relative(entry.pattern.base);
    const bool below = !relative.empty() && *relative.begin() != "..";
    if ((below && CoversPath(pattern, relative.generic_string())) == negated) return false;
    const RuleInfo* const rules[] = {&rule};
    return std::ranges::any_of(entry.rules, [&](const std::string& selector) {
      const auto codes = SelectRules({.select = {selector}}, rules);
      return codes && !codes->empty();
    });
  });
}

}  // namespace

ConfigurationOptions ConfigurationOptionsOf(const CommonOptions& options) {
  return {.isolated = options.isolated,
          .config = options.config,
          .flags = [](Settings& settings) { settings.force_exclude = false; },  // what is named is read
          .check = &CheckSelector};
}

tl::expected<ConfigurationOptions, std::string> ConfigurationOptionsOf(const CheckOptions& options) {
  std::error_code error;
  const fs::path base = fs::current_path(error);
  const auto selected = SelectRules(options.selection, RuleInfos());
  if (!selected) return tl::unexpected(selected.error());
  auto per_file_ignores = ParsePerFileIgnores(options.per_file_ignores, base);
  if (!per_file_ignores) return tl::unexpected(per_file_ignores.error());
  ConfigurationOptions result = ConfigurationOptionsOf(static_cast<const CommonOptions&>(options));
  result.flags = [options, base, ignores = std::move(*per_file_ignores)](Settings& settings) {
    ApplyOptions(options, ignores, base, settings);
  };
  return result;
}

void Complete(CommonOptions& options, const Settings& settings) {
  if (options.max_instructions == 0) options.max_instructions = settings.max_instructions;
  options.library_models.insert(options.library_models.end(), settings.library_models.begin(),
                                settings.library_models.end());
}

void Complete(CheckOptions& options, const Settings& settings) {
  Complete(static_cast<CommonOptions&>(options), settings);
  options.format = settings.output_format;
  options.fail_on = settings.fail_on;
  options.baseline = settings.baseline.string();
  options.cache_dir = settings.cache_dir.string();
  options.show_possible = settings.show_possible;
}

const std::set<std::string_view>& ChosenRules::CodesOf(const Settings& settings) {
  const auto [found, is_new] = codes_.try_emplace(&settings);
  if (is_new) {
    // Selectors were looked at when they were read.
    found->second = SelectRules({settings.select, settings.ignore, settings.extend_select}, RuleInfos())
                        .value_or(std::set<std::string_view>());
  }
  return found->second;
}

bool ChosenRules::Speaks(const RuleInfo& rule, FileId id, const SourceManager& sources) {
  const fs::path file = sources.file(id).path;
  Configuration::Result settings = configuration_.ForFile(file);
  if (!settings) settings = configuration_.ForFolder({});
  if (!settings) return true;
  std::error_code error;
  return CodesOf(**settings).contains(rule.code) &&
         !IsIgnoredThere(**settings, fs::absolute(file, error).lexically_normal(), rule);
}

}  // namespace tfscope
