#include "analyzer/configuration/configuration.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdlib>

#include <fmt/format.h>

#include "analyzer/configuration/read_file.h"
#include "analyzer/diagnostics/places.h"
#include "analyzer/support/version.h"

namespace tfscope {
namespace {

namespace fs = std::filesystem;

constexpr size_t kMaxExtends = 16;

/// A version, and how many of its numbers are written.
struct Version {
  std::array<int, 3> numbers{};
  size_t written = 0;
};

std::optional<Version> ParseVersion(std::string_view text) {
  Version version;
  for (int& number : version.numbers) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || number < 0) return std::nullopt;
    ++version.written;
    text.remove_prefix(static_cast<size_t>(end - text.data()));
    if (text.empty()) return version;
    if (!text.starts_with('.')) return std::nullopt;
    text.remove_prefix(1);
  }
  return std::nullopt;
}

std::string_view Trim(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// `~=0.1.2`: at least that, and the same but for the last number written.
bool IsCompatible(const Version& version, const Version& wanted) {
  const auto fixed = static_cast<std::ptrdiff_t>(wanted.written - 1);
  return version.numbers >= wanted.numbers &&
         std::equal(version.numbers.begin(), version.numbers.begin() + fixed, wanted.numbers.begin());
}

std::optional<bool> SatisfiesOne(std::string_view requirement, const Version& version) {
  const size_t digits = std::min(requirement.find_first_of("0123456789"), requirement.size());
  const std::string_view comparison = Trim(requirement.substr(0, digits));
  const std::optional<Version> wanted = ParseVersion(Trim(requirement.substr(digits)));
  if (!wanted) return std::nullopt;
  if (comparison == ">=") return version.numbers >= wanted->numbers;
  if (comparison == "<=") return version.numbers <= wanted->numbers;
  if (comparison == ">") return version.numbers > wanted->numbers;
  if (comparison == "<") return version.numbers < wanted->numbers;
  if (comparison == "!=") return version.numbers != wanted->numbers;
  if (comparison == "~=" && wanted->written > 1) return IsCompatible(version, *wanted);
  if (comparison.empty() || comparison == "==") return version.numbers == wanted->numbers;
  return std::nullopt;
}

/// A line like `key = value` rather than the name of a file.
bool IsInline(const std::string& text) {
  std::error_code error;
  return text.find('=') != std::string::npos && !fs::exists(text, error);
}

/// What is wrong with the version that settings require; empty if nothing is.
std::string VersionComplaint(const std::string& required) {
  const std::optional<bool> satisfied = SatisfiesVersion(required, kVersion);
  if (!satisfied) {
    return fmt::format("`required-version` `{}` is no version, as in `required-version = \">=0.1.0\"`",
                       Printable(required));
  }
  return *satisfied ? "" : fmt::format("version {} is required, this is {}", Printable(required), kVersion);
}

fs::path UserFolder() {
  for (const auto& [variable, below] : {std::pair{"XDG_CONFIG_HOME", ""}, std::pair{"HOME", ".config"}}) {
    const char* value = std::getenv(variable);
    if (value != nullptr && *value != '\0') return fs::path(value) / below / "tfscope";
  }
  return {};
}

}  // namespace

std::optional<bool> SatisfiesVersion(std::string_view requirement, std::string_view version) {
  const std::optional<Version> own = ParseVersion(version);
  bool satisfied = true;
  while (own && !requirement.empty()) {
    const size_t comma = std::min(requirement.find(','), requirement.size());
    const std::optional<bool> one = SatisfiesOne(requirement.substr(0, comma), *own);
    if (!one) return std::nullopt;
    satisfied = satisfied && *one;
    requirement.remove_prefix(std::min(comma + 1, requirement.size()));
  }
  return satisfied;
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

tl::expected<Reading, std::string> Configuration::Load(const fs::path& file, const fs::path& base,
                                                       std::vector<fs::path> extending, Settings& settings) const {
  const std::string wanted = extending.empty() ? "" : fmt::format("{}: `extend`: ", NameOf(extending.back()));
  if (std::ranges::find(extending, file) != extending.end() || extending.size() > kMaxExtends) {
    return tl::unexpected(fmt::format("{}{} extends this file in turn", wanted, NameOf(file)));
  }
  const auto text = ReadSmallFile(file);
  if (!text) return tl::unexpected(fmt::format("{}{}: cannot be read", wanted, NameOf(file)));
  const SettingsSource source{NameOf(file), base, file.filename() == "pyproject.toml"};
  Settings own;
  auto reading = ReadSettings(*text, source, options_.check, own);
  if (!reading || *reading == Reading::kNothing || own.extend.empty()) {
    settings = std::move(own);
    return reading;
  }
  const fs::path extended = (file.parent_path() / own.extend).lexically_normal();
  extending.push_back(file);
  const auto parent = Load(extended, extended.parent_path(), std::move(extending), settings);
  if (!parent) return parent;
  return ReadSettings(*text, source, options_.check, settings);
}

Configuration::Result Configuration::FromFile(const fs::path& file, const fs::path& base) {
  if (const auto known = by_file_.find(file); known != by_file_.end()) return known->second;
  Settings settings;
  const auto reading = Load(file, base, {}, settings);
  Result result = nullptr;
  if (!reading) {
    result = tl::unexpected(reading.error());
  } else if (*reading == Reading::kSettings) {
    settings.file = file;
    const std::string complaint = VersionComplaint(settings.required_version);
    result = complaint.empty() ? Finish(std::move(settings))
                               : tl::unexpected(fmt::format("{}: {}", NameOf(file), complaint));
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
