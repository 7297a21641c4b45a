// Where results and complaints go.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "analyzer/cli/options.h"

namespace tfscope {

/// One line on standard error, after the program's name.
void Complain(std::string_view message);

/// Whether text for `options.output` is coloured: `--color`, then NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, then whether
/// it goes to a terminal that can show it.
bool UseColor(const CommonOptions& options);

/// Writes results to standard output or to `file`; false, having complained, if that failed.
bool WriteOutput(const std::string& file, std::string_view text);

/// What code hosts take paths relative to: the checkout of a CI job that `folder` lies in, else the nearest folder
/// upwards with `.git`, else `folder` itself.
std::filesystem::path RepositoryFolder(const std::filesystem::path& folder);

}  // namespace tfscope
