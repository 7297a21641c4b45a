// The output formats of `check`. Each takes sorted findings and gives the bytes to write.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "analyzer/diagnostics/finding.h"
#include "analyzer/reporters/style.h"
#include "analyzer/source/source_manager.h"

namespace tfscope {

/// A function whose code is not known, and the calls of it.
struct UnmodelledFunction {
  std::string name;
  size_t calls = 0;   ///< places in the source
  std::string first;  ///< the first of them: `model.py:12`
};

/// What was analysed, so that silence is not taken for health.
struct Coverage {
  size_t programs = 0;
  size_t variables = 0;
  size_t assumptions = 0;
  size_t unmodelled = 0;                                 ///< calls of functions whose code is not known
  size_t known = 0;                                      ///< findings that the baseline has
  size_t hidden = 0;                                     ///< possible findings that were not asked for
  std::vector<UnmodelledFunction> unmodelled_functions;  ///< the most frequent first
  std::vector<std::string> stopped;  ///< exceptions that no rule is about and that ended a program: place, text
};

/// One finding a paragraph: source line, second place, call stack, help.
std::string RenderFull(std::span<const Finding> findings, const SourceManager& sources, const Style& style);

/// One finding a line: `path:line:column: TFV101 [variable-already-exists] message`.
std::string RenderConcise(std::span<const Finding> findings, const SourceManager& sources, const Style& style);

/// The contracted JSON list.
std::string RenderJson(std::span<const Finding> findings, const SourceManager& sources);

/// The last lines of text output: what was found, and the line of trust.
std::string RenderSummary(std::span<const Finding> findings, const Coverage& coverage, bool show_unmodelled,
                          const Style& style);

}  // namespace tfscope
