// `--baseline` and `--write-baseline`: findings that are known, so that only new ones are told.
#pragma once

#include <filesystem>
#include <set>
#include <span>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "analyzer/diagnostics/finding.h"
#include "analyzer/source/source_manager.h"

namespace tfscope {

/// Fingerprints of known findings.
using Baseline = std::set<std::string>;

/// Reads what `BaselineText` wrote; a sentence if the file is none of that kind.
tl::expected<Baseline, std::string> ReadBaseline(const std::filesystem::path& file);

/// What a baseline file holds that knows these findings, which come in sorted order. Paths in it are relative to the
/// folder of `file`, so that they are the same wherever the command runs.
std::string BaselineText(std::span<const Finding> findings, const SourceManager& sources,
                         const std::filesystem::path& file);

/// Removes the findings that a baseline, read from `file`, has; how many there were.
size_t RemoveKnown(std::vector<Finding>& findings, const Baseline& baseline, const SourceManager& sources,
                   const std::filesystem::path& file);

}  // namespace tfscope
