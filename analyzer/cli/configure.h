// Between the command line and the configuration: which settings hold for a run, and which rules speak where.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "analyzer/cli/options.h"
#include "analyzer/configuration/configuration.h"
#include "analyzer/diagnostics/finding.h"
#include "analyzer/source/source_manager.h"

namespace tfscope {

/// The configuration of a command that has no options of its own in it.
ConfigurationOptions ConfigurationOptionsOf(const CommonOptions& options);

/// The configuration of `check`, or a sentence about a mistake in its options.
tl::expected<ConfigurationOptions, std::string> ConfigurationOptionsOf(const CheckOptions& options);

/// Fills in what the command line left to the settings of the working folder.
void Complete(CommonOptions& options, const Settings& settings);
void Complete(CheckOptions& options, const Settings& settings);

/// Which rules speak, by the settings of the file that a finding is in.
class ChosenRules {
 public:
  explicit ChosenRules(Configuration& configuration) : configuration_(configuration) {}

  bool Speaks(const RuleInfo& rule, FileId file, const SourceManager& sources);
  /// The codes that speak under some settings.
  const std::set<std::string_view>& CodesOf(const Settings& settings);

 private:
  Configuration& configuration_;
  std::map<const Settings*, std::set<std::string_view>> codes_;
};

}  // namespace tfscope
