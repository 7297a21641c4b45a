#include "analyzer/configuration/configuration.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

#include <fmt/format.h>

#include "analyzer/configuration/read_file.h"
#include "analyzer/diagnostics/places.h"
#include "analyzer/support/version.h"

namespace tfscope {
namespace {

namespace fs = std::filesystem;

constexpr int kMaxExtends = 16;

using Version = std::array<int, 3>;

Version ParseVersion(std::string_view text) {
  Version version{};
  for (int& part : version) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), part);
    text.remove_prefix(static_cast<size_t>(end - text.data()));
    if (error != std::errc() || !text.starts_with('.')) break;
    text.remove_prefix(1);
  }
  return version;
}

bool SatisfiesOne(std::string_view requirement, const Version& version) {
  const auto blank = [](char character) { return character == ' '; };
  requirement.remove_prefix(static_cast<size_t>(std::ranges::find_if_not(requirement, blank) - requirement.begin()));
  const size_t digits = std::min(requirement.find_first_of("0123456789"), requirement.size());
  std::string_view comparison = requirement.substr(0, digits);
  while (comparison.ends_with(' ')) comparison.remove_suffix(1);
  const Version wanted = ParseVersion(requirement.substr(digits));
  if (comparison == ">=") return version >= wanted;
  if (comparison == "<=") return version <= wanted;
  if (comparison == ">") return version > wanted;
  if (comparison == "<") return version < wanted;
  if (comparison == "!=") return version != wanted;
  return (comparison.empty() || comparison == "==") && version == wanted;
}

/// A line like `key = value` rather than the name of a file.
bool IsInline(const std::string& text) {
  std::error_code error;
  return text.find('=') != std::string::npos && !fs::exists(text, error);
}

fs::path UserFolder() {
  for (const auto& [variable, below] : {std::pair{"XDG_CONFIG_HOME", ""}, std::pair{"HOME", ".config"}}) {
    const char* value = std::getenv(variable);
    if (value != nullptr && *value != '\0') return fs::path(value) / below / "tfscope";
  }
  return {};
}

}  // namespace

bool SatisfiesVersion(std::string_view requirement, std::string_view version) {
  const Version own = ParseVersion(version);
  while (!requirement.empty()) {
    const size_t comma = std::min(requirement.find(','), requirement.size());
    if (!SatisfiesOne(requirement.substr(0, comma), own)) return false;
    requirement.remove_prefix(std::min(comma + 1, requirement.size()));
  }
  return true;
}

Configuration::Configuration(ConfigurationOptions options) : options_(std::move(options)) {
  std::error_code error;
  working_folder_ = fs::current_path(error);
}

std::string Configuration::NameOf(const fs::path& file) const {
  const fs::path relative = file.lexically_relative(working_folder_);
  const bool below = !relative.empty() && *relative.begin() != "..";
  return Printable((below ? relative : file).generic_string());
}

tl::expected<Reading, std::string> Configuration::Load(const fs::path& file, const fs::path& base, int depth,
                                                       Settings& settings) const {
  if (depth > kMaxExtends) return tl::unexpected(fmt::format("{}: `extend` goes on and on", NameOf(file)));
  const auto text = ReadSmallFile(file);
  if (!text) return tl::unexpected(fmt::format("{}: cannot be read", NameOf(file)));
  const SettingsSource source{NameOf(file), base, file.filename() == "pyproject.toml"};
  Settings own;
  auto reading = ReadSettings(*text, source, options_.check, own);
  if (!reading || *reading == Reading::kNothing || own.extend.empty()) {
    settings = std::move(own);
    return reading;
  }
  const fs::path extended = (file.parent_path() / own.extend).lexically_normal();
  if (const auto parent = Load(extended, extended.parent_path(), depth + 1, settings); !parent) return parent;
  return ReadSettings(*text, source, options_.check, settings);
}

Configuration::Result Configuration::FromFile(const fs::path& file, const fs::path& base) {
  if (const auto known = by_file_.find(file); known != by_file_.end()) return known->second;
  Settings settings;
  const auto reading = Load(file, base, 0, settings);
  Result result = nullptr;
  if (!reading) {
    result = tl::unexpected(reading.error());
  } else if (*reading == Reading::kSettings) {
    settings.file = file;
    result = SatisfiesVersion(settings.required_version, kVersion)
                 ? Finish(std::move(settings))
                 : tl::unexpected(fmt::format("{}: version {} is required, this is {}", NameOf(file),
                                              Printable(settings.required_version), kVersion));
  }
  return by_file_.emplace(file, std::move(result)).first->second;
}

Configuration::Result Configuration::Finish(Settings settings) {
  for (const std::string& text : options_.config) {
    if (!IsInline(text)) continue;
    const SettingsSource source{fmt::format("--config `{}`", Printable(text)), working_folder_};
    if (const auto reading = ReadSettings(text, source, options_.check, settings); !reading) {
      return tl::unexpected(reading.error());
    }
  }
  if (options_.flags) options_.flags(settings);
  settings_.push_back(std::move(settings));
  return &settings_.back();
}

Configuration::Result Configuration::Explicit() {
  for (const std::string& text : options_.config) {
    if (IsInline(text)) continue;
    const fs::path file = (working_folder_ / text).lexically_normal();
    if (options_.isolated) {
      return tl::unexpected(fmt::format("--config {}: --isolated reads no file", Printable(text)));
    }
    // What the command line names is relative to where it was typed.
    if (const Result known = FromFile(file, working_folder_); !known || *known != nullptr) return known;
    return tl::unexpected(fmt::format("{}: has no table [tool.tfscope]", NameOf(file)));
  }
  return nullptr;
}

Configuration::Result Configuration::UserLevel() {
  std::error_code error;
  const fs::path folder = UserFolder();
  for (const char* name : {".tfscope.toml", "tfscope.toml"}) {
    if (!folder.empty() && fs::exists(folder / name, error)) return FromFile(folder / name, folder);
  }
  return nullptr;
}

Configuration::Result Configuration::Find(const fs::path& folder) {
  std::error_code error;
  for (const char* name : {".tfscope.toml", "tfscope.toml", "pyproject.toml"}) {
    if (!fs::exists(folder / name, error)) continue;
    if (const Result found = FromFile(folder / name, folder); !found || *found != nullptr) return found;
  }
  if (folder.has_relative_path()) return ForFolder(folder.parent_path());
  if (const Result found = UserLevel(); !found || *found != nullptr) return found;
  return Finish(Settings());
}

Configuration::Result Configuration::ForFolder(const fs::path& folder) {
  fs::path absolute = (working_folder_ / folder).lexically_normal();
  if (!absolute.has_filename() && absolute.has_relative_path()) absolute = absolute.parent_path();
  // Where no file is looked for, one answer serves all folders.
  const bool is_explicit = options_.isolated || !std::ranges::all_of(options_.config, &IsInline);
  if (is_explicit) absolute = "/";
  if (const auto known = by_folder_.find(absolute); known != by_folder_.end()) return known->second;
  Result result = is_explicit ? Explicit() : Find(absolute);
  if (result && *result == nullptr) result = Finish(Settings());
  return by_folder_.emplace(absolute, std::move(result)).first->second;
}

Configuration::Result Configuration::ForFile(const fs::path& file) {
  return ForFolder((working_folder_ / file).parent_path());
}

}  // namespace tfscope
