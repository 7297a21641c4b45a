// What configuration files can set, and the table of their keys, from which files are read, settings are shown and the
// JSON schema is made.
#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tfscope {

/// A pattern of paths and the folder that it is relative to.
struct PathPattern {
  std::string pattern;
  std::filesystem::path base;
};

/// Rules for the paths that a pattern matches.
struct PatternRules {
  PathPattern pattern;
  std::vector<std::string> rules;
};

/// A program that matters: `eval.py --mode=eval`, and the folder that it is relative to.
struct EntryPoint {
  std::string text;
  std::filesystem::path base;
};

/// The settings of some files. The values here are the defaults.
struct Settings {
  std::filesystem::path file;  ///< the configuration file; empty if there is none
  std::vector<std::string> select;
  std::vector<std::string> extend_select;
  std::vector<std::string> ignore;
  std::vector<PatternRules> per_file_ignores;
  std::vector<PathPattern> exclude = DefaultExcludes();
  std::vector<PathPattern> extend_exclude;
  bool force_exclude = false;
  bool respect_gitignore = true;
  std::vector<std::filesystem::path> search_path;
  std::vector<std::filesystem::path> library_models;
  std::vector<EntryPoint> entries;
  std::filesystem::path baseline;   ///< file of known findings; empty: none
  std::filesystem::path cache_dir;  ///< folder for results of earlier runs; empty: the user's own
  std::string output_format = "full";
  std::string fail_on = "warning";
  bool show_possible = false;
  uint64_t max_instructions = 0;  ///< 0: the analyser's own
  std::string required_version;
  std::string extend;

  static std::vector<PathPattern> DefaultExcludes();
};

/// Where a key's value goes; its type is the type of the values that the key takes.
using SettingMember = std::variant<bool Settings::*, uint64_t Settings::*, std::string Settings::*,
                                   std::filesystem::path Settings::*, std::vector<std::string> Settings::*,
                                   std::vector<std::filesystem::path> Settings::*, std::vector<PathPattern> Settings::*,
                                   std::vector<PatternRules> Settings::*, std::vector<EntryPoint> Settings::*>;

/// A key of the configuration.
struct Setting {
  std::string_view key;  ///< `extend-select`; also the option's name where there is one
  SettingMember member;
  std::string_view description;
  std::string_view example;                        ///< a line of TOML
  std::span<const std::string_view> choices = {};  ///< what a text must be; empty: anything
  bool names_rules = false;                        ///< texts are codes, prefixes of codes, names of rules or ALL
};

/// All keys, in the order to show.
std::span<const Setting> AllSettings();

/// The setting of a key; null if there is none.
const Setting* FindSetting(std::string_view key);

/// Settings as a configuration file would hold them, a line each.
std::string SettingsText(const Settings& settings);

/// The JSON schema of configuration files, for editors.
std::string SettingsSchema();

}  // namespace tfscope
