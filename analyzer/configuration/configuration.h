// Which settings hold for which files: discovery of configuration files and precedence.
#pragma once

#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "analyzer/configuration/settings.h"
#include "analyzer/configuration/settings_file.h"

namespace tfscope {

/// What the command line says about configuration.
struct ConfigurationOptions {
  bool isolated = false;                 ///< no file is read
  std::vector<std::string> config;       ///< `--config`: one file, and lines like `key = value`
  std::function<void(Settings&)> flags;  ///< sets what options of the command line set
  SelectorCheck check;
};

/// The settings of one run. For a file, those of the nearest folder upwards that has `.tfscope.toml`, `tfscope.toml`
/// or a `pyproject.toml` with `[tool.tfscope]`; else the user's own; else the defaults. `--config FILE` stands in
/// their place, lines of `--config` and flags above all.
class Configuration {
 public:
  explicit Configuration(ConfigurationOptions options);

  using Result = tl::expected<const Settings*, std::string>;

  /// The settings for what lies in `folder`; a sentence about a mistake in a configuration file. Valid as long as this.
  Result ForFolder(const std::filesystem::path& folder);
  /// The settings for a file, or for what has no place yet.
  Result ForFile(const std::filesystem::path& file);

 private:
  Result Find(const std::filesystem::path& folder);
  Result Explicit();
  Result UserLevel();
  /// The settings of a file, whose paths are relative to `base`; null if it has none. Read once.
  Result FromFile(const std::filesystem::path& file, const std::filesystem::path& base);
  /// Reads a file that those in `extending` extend, the last of them directly.
  tl::expected<Reading, std::string> Load(const std::filesystem::path& file, const std::filesystem::path& base,
                                          std::vector<std::filesystem::path> extending, Settings& settings) const;
  /// Adds what stands above all files, and keeps the settings.
  Result Finish(Settings settings);
  std::string NameOf(const std::filesystem::path& file) const;

  ConfigurationOptions options_;
  std::filesystem::path working_folder_;
  std::deque<Settings> settings_;
  std::map<std::filesystem::path, Result> by_file_;
  std::map<std::filesystem::path, Result> by_folder_;
};

/// Whether the version of this program satisfies `0.1.0`, `==0.1.0`, `>=0.1`, `~=0.1`, `<2`, or a list of these with
/// commas; nothing if the text is none of these.
std::optional<bool> SatisfiesVersion(std::string_view requirement, std::string_view version);

}  // namespace tfscope
