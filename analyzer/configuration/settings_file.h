// Reading settings from TOML.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "analyzer/configuration/settings.h"

namespace tfscope {

/// Complains about a selector that names no rule; empty if it names one.
using SelectorCheck = std::function<std::string(std::string_view selector)>;

/// Where TOML comes from, for messages, and what its paths are relative to.
struct SettingsSource {
  std::string name;            ///< `pyproject.toml`
  std::filesystem::path base;  ///< absolute
  bool in_pyproject = false;   ///< settings are in `[tool.tfscope]`
};

/// What a text holds: false if it is a pyproject.toml without a table for tfscope.
enum class Reading { kSettings, kNothing };

/// Reads keys into `settings`, in which the others stay as they are. Fails with a sentence that names file, line and
/// the nearest right word: for text that is no TOML, unknown keys, wrong types, unknown choices and rules.
tl::expected<Reading, std::string> ReadSettings(std::string_view text, const SettingsSource& source,
                                                const SelectorCheck& check, Settings& settings);

}  // namespace tfscope
