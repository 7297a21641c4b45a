#include "analyzer/cli/cell_reruns.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "analyzer/diagnostics/places.h"
#include "analyzer/source/notebook.h"

namespace tfscope {
namespace {

constexpr size_t kMaxReruns = 16;  // each evaluates the program up to a cell

/// Where the notebook itself called what ends at a site.
Span OutermostCall(const Site& site, const CallStacks& stacks) {
  Span call = site.call;
  for (CallStackId id = site.stack; id != kNoCallStack; id = stacks[id].parent) call = stacks[id].call_site;
  return call;
}

/// The cells by which variables came into the store.
std::set<uint32_t> DefiningCells(const Driver& driver, const Root& root, const std::vector<EventLog>& logs,
                                 const CallStacks& stacks) {
  const SourceManager& sources = driver.sources();
  std::set<uint32_t> cells;
  for (const EventLog& log : logs) {
    for (const VariableMade* made : log.Of<VariableMade>()) {
      const Span call = OutermostCall(made->site, stacks);
      if (made->key.empty() || call.file != root.file || cells.size() >= kMaxReruns) continue;
      cells.insert(PlaceInCell(sources.file(root.file), sources.Begin(call).line).cell);
    }
  }
  return cells;
}

/// Moves what is in the program of a rerun to the notebook's.
class Mover {
 public:
  Mover(const Rerun& rerun, FileId from, FileId to, CallStacks& stacks)
      : rerun_(rerun), from_(from), to_(to), stacks_(stacks) {}

  void Move(Finding& finding) const {
    Move(finding.span);
    Move(finding.label);
    for (Note& note : finding.notes) Move(note.span);
    finding.stack = Moved(finding.stack);
  }

  /// Whether a finding is about a call that the cell makes when it runs for the second time.
  bool IsInRerun(const Finding& finding) const {
    const Span call = OutermostCall({.call = finding.span, .stack = finding.stack}, stacks_);
    return call.file == from_ && call.begin >= rerun_.copy;
  }

 private:
  void Move(Span& span) const {
    if (span.file != from_) return;
    const uint32_t back = span.begin >= rerun_.copy ? rerun_.copy - rerun_.original : 0;
    span = {to_, span.begin - back, span.end - back};
  }

  CallStackId Moved(CallStackId id) const {
    CallStackId moved = kNoCallStack;
    for (const CallStackEntry& entry : stacks_.Unwind(id)) {
      Span site = entry.call_site;
      Move(site);
      moved = stacks_.Push(moved, site, entry.caller);
    }
    return moved;
  }

  const Rerun& rerun_;
  FileId from_;
  FileId to_;
  CallStacks& stacks_;
};

/// What a second run of a cell raises.
std::optional<Finding> FindingOfRerun(Driver& driver, const Root& root, uint32_t cell) {
  const std::optional<Rerun> rerun = RerunOfCell(driver.sources().file(root.file), cell);
  if (!rerun) return std::nullopt;
  Root again = root;
  again.file = driver.sources().Store(rerun->program);
  const Mover mover(*rerun, again.file, root.file, driver.program().stacks());
  for (Finding& finding : driver.FindingsOf(again, driver.EvaluateAgain(again))) {
    const bool certain = finding.severity == Severity::kError && !finding.possible && finding.condition.empty();
    if (finding.rule->code != "TFV101" || !certain || !mover.IsInRerun(finding)) continue;
    mover.Move(finding);
    finding.severity = Severity::kInfo;
    finding.message = fmt::format("`{}` already exists when cell {} is run again", Printable(finding.variable), cell);
    finding.help = "begin the cell that starts the graph with tf.reset_default_graph(), and run on from there";
    return std::move(finding);
  }
  return std::nullopt;
}

}  // namespace

std::vector<Finding> RerunFindings(Driver& driver, const Root& root, const std::vector<EventLog>& logs,
                                   const std::vector<Finding>& findings) {
  const SourceFile& file = driver.sources().file(root.file);
  if (file.cells.empty() || !logs.front().complete) return {};
  std::vector<Finding> remarks;
  for (const uint32_t cell : DefiningCells(driver, root, logs, driver.program().stacks())) {
    auto remark = FindingOfRerun(driver, root, cell);
    const bool is_wrong_already = remark && std::ranges::any_of(findings, [&](const Finding& finding) {
                                    return finding.rule == remark->rule && finding.span == remark->span;
                                  });
    if (remark && !is_wrong_already) remarks.push_back(std::move(*remark));
  }
  return remarks;
}

}  // namespace tfscope
