// What every output format of `check` is made from, and what the formats for other programs share.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/diagnostics/finding.h"
#include "analyzer/reporters/findings.h"
#include "analyzer/source/source_manager.h"

namespace tfscope {

/// A rule that ran, with its Markdown page.
struct RuleText {
  const RuleInfo* rule = nullptr;
  std::string_view page;
};

/// The result of one run of `check`.
struct Report {
  std::span<const Finding> findings;  ///< sorted
  const SourceManager& sources;
  const CallStacks& stacks;
  const Coverage& coverage;
  std::vector<RuleText> rules;           ///< those that ran, in code order
  std::filesystem::path working_folder;  ///< absolute; what display paths are relative to
  std::filesystem::path repository;      ///< absolute; what paths of code hosts are relative to
  Style style = Style(false);            ///< of text formats
  bool quiet = false;                    ///< text formats: findings only
  bool show_unmodelled = false;          ///< text formats: list the functions whose code is not known
  std::vector<std::string> failures;     ///< files that could not be read, internal errors
};

/// A format of `check --output-format`.
struct FindingFormat {
  std::string_view name;
  std::string (*render)(const Report& report);
};

/// All formats, in the order of the help.
std::span<const FindingFormat> FindingFormats();

/// Where a span begins and ends.
struct Region {
  LineColumn begin;
  LineColumn end;
};
Region RegionOf(const SourceManager& sources, Span span);

/// The same with columns in bytes of UTF-8.
Region ByteRegionOf(const SourceManager& sources, Span span);

/// A file's path relative to the repository, with forward slashes; outside of it, its display path.
std::string RepositoryPath(const Report& report, FileId file);

/// The message with the condition under which it holds.
std::string Statement(const Finding& finding);

/// The notes and the help, a line each, for formats that show plain text beside a place.
std::string Details(const Finding& finding);

/// `text` cut to at most `limit` bytes, between characters.
std::string_view CutText(std::string_view text, size_t limit);

/// How many findings each rule has, the most frequent first: a line each, or a list in JSON.
std::string RenderStatistics(std::span<const Finding> findings);
std::string RenderStatisticsJson(std::span<const Finding> findings);

// The formats, a file each.
std::string RenderGitHub(const Report& report);
std::string RenderGitLab(const Report& report);
std::string RenderJsonLines(const Report& report);
std::string RenderJunit(const Report& report);
std::string RenderMarkdown(const Report& report);
std::string RenderRdjson(const Report& report);
std::string RenderSarif(const Report& report);

}  // namespace tfscope
