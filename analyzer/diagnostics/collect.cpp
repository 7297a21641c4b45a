#include "analyzer/diagnostics/collect.h"

#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "analyzer/diagnostics/places.h"

namespace tfscope {
namespace {

size_t Depth(const CallStacks& stacks, CallStackId stack) {
  size_t depth = 0;
  for (; stack != kNoCallStack; stack = stacks[stack].parent) ++depth;
  return depth;
}

}  // namespace

std::string_view SeverityName(Severity severity) {
  switch (severity) {
    case Severity::kInfo:
      return "info";
    case Severity::kWarning:
      return "warning";
    case Severity::kError:
      return "error";
  }
  return "error";
}

void PlaceInside(Finding& finding, const std::set<FileId>& reported, const CallStacks& stacks,
                 const SourceManager& sources) {
  if (reported.contains(finding.span.file)) return;
  CallStackId inside = finding.stack;
  while (inside != kNoCallStack && !reported.contains(stacks[inside].call_site.file)) inside = stacks[inside].parent;
  if (inside == kNoCallStack) return;
  std::vector<Note> deeper;
  deeper.push_back(
      {fmt::format("happens at {} {}", PlaceText(sources, finding.span), SnippetText(sources, finding.span)),
       finding.label.valid() ? finding.label : finding.span,
       finding.label_text.empty() ? "happens here" : finding.label_text});
  for (CallStackId id = finding.stack; id != inside; id = stacks[id].parent) {
    const Span call_site = stacks[id].call_site;
    deeper.push_back({fmt::format("called from {} {}", PlaceText(sources, call_site), SnippetText(sources, call_site)),
                      call_site, ""});
  }
  finding.notes.insert(finding.notes.begin(), deeper.begin(), deeper.end());
  finding.span = stacks[inside].call_site;
  finding.label = finding.span;
  finding.label_text = "in this call";
  finding.stack = stacks[inside].parent;
}

std::vector<Finding> Merge(std::vector<Finding> findings, const CallStacks& stacks) {
  using Key = std::tuple<std::string_view, FileId, uint32_t, uint32_t, std::string>;
  std::map<Key, size_t> places;
  std::vector<Finding> merged;
  for (Finding& finding : findings) {
    Key key{finding.rule->code, finding.span.file, finding.span.begin, finding.span.end, finding.message};
    const auto [found, is_new] = places.try_emplace(std::move(key), merged.size());
    if (is_new) {
      merged.push_back(std::move(finding));
      continue;
    }
    Finding& kept = merged[found->second];
    const Severity severity = std::max(kept.severity, finding.severity);
    const bool possible = kept.possible && finding.possible;
    const bool conditional = !kept.condition.empty() && !finding.condition.empty();
    const bool better = std::tuple(finding.possible, severity != finding.severity, Depth(stacks, finding.stack)) <
                        std::tuple(kept.possible, severity != kept.severity, Depth(stacks, kept.stack));
    if (better) kept = std::move(finding);
    kept.severity = severity;
    kept.possible = possible;
    if (!conditional) kept.condition.clear();
  }
  return merged;
}

void Sort(std::vector<Finding>& findings, const SourceManager& sources) {
  const auto key = [&](const Finding& finding) {
    const LineColumn begin = sources.Begin(finding.span);
    return std::tuple<std::string_view, uint32_t, uint32_t, std::string_view, std::string_view>(
        sources.file(finding.span.file).display_path, begin.line, begin.column, finding.rule->code, finding.message);
  };
  std::ranges::stable_sort(findings, [&](const Finding& left, const Finding& right) { return key(left) < key(right); });
}

}  // namespace tfscope
