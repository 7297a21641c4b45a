// `tfscope check`
#include <algorithm>

#include <fmt/format.h>

#include "analyzer/cli/big_stack.h"
#include "analyzer/cli/coverage.h"
#include "analyzer/cli/driver.h"
#include "analyzer/cli/options.h"
#include "analyzer/cli/output.h"
#include "analyzer/diagnostics/collect.h"
#include "analyzer/diagnostics/places.h"
#include "analyzer/reporters/report.h"
#include "rules/rule.h"

namespace tfscope {
namespace {

struct Checked {
  std::vector<Finding> findings;
  Coverage coverage;
};

/// Notes a program that ended by an exception that is not among its findings: what follows was not looked at.
void NoteStop(Driver& driver, const std::vector<EventLog>& logs, const std::vector<Finding>& findings,
              std::vector<std::string>& stopped) {
  for (const EventLog& log : logs) {
    if (!log.error.has_value() || log.isolated) continue;
    const ProgramError& error = *log.error;
    const bool told = std::ranges::any_of(findings, [&](const Finding& finding) {
      return finding.span.begin == error.place.begin && finding.span.file == error.place.file;
    });
    std::string stop = fmt::format("{} {}: {}", PlaceText(driver.sources(), error.place), error.type,
                                   Printable(error.message.substr(0, error.message.find('\n'))));
    if (!told && std::ranges::find(stopped, stop) == stopped.end()) stopped.push_back(std::move(stop));
  }
}

/// Keeps what the rules say about a root, at places inside of the files that are reported on.
void Keep(std::vector<Finding> findings, Driver& driver, const std::set<FileId>& reported, Checked& checked) {
  for (Finding& finding : findings) {
    PlaceInside(finding, reported, driver.program().stacks(), driver.sources());
    checked.findings.push_back(std::move(finding));
  }
}

/// Functions that no program entered, as roots of their own: callers first, then what they did not reach.
void CheckIsolated(Driver& driver, const std::vector<Root>& roots, const std::set<FileId>& reported, Checked& checked) {
  constexpr Budgets kBudgets{.instructions = 2'000'000, .paths = 8};
  UncalledFunctions uncalled(driver.program());
  for (const Root& root : roots) uncalled.Add(root.file);
  for (const bool outermost : {true, false}) {
    for (const Root& root : roots) {
      driver.EvaluateIsolated(root, uncalled.Find(root.file, outermost), kBudgets, [&](std::vector<EventLog> logs) {
        Keep(driver.FindingsOf(root, logs), driver, reported, checked);
      });
    }
  }
}

Checked CheckRoots(Driver& driver, const std::vector<Root>& roots) {
  Checked checked;
  std::set<FileId> reported;
  for (const Root& root : roots) reported.insert(root.file);
  CoverageCounter counter(driver.sources());
  std::vector<std::string> stopped;
  for (const Root& root : roots) {
    const std::vector<EventLog> logs = driver.Evaluate(root, Mode::kCheck);
    counter.Add(logs);
    std::vector<Finding> findings = driver.FindingsOf(root, logs);
    NoteStop(driver, logs, findings, stopped);
    Keep(std::move(findings), driver, reported, checked);
  }
  CheckIsolated(driver, roots, reported, checked);
  checked.findings = Merge(std::move(checked.findings), driver.program().stacks());
  checked.coverage = counter.Result();
  checked.coverage.stopped = std::move(stopped);
  return checked;
}

/// Drops what was not asked for, and puts the rest in order.
void Choose(Checked& checked, const std::set<std::string_view>& codes, const CheckOptions& options,
            const SourceManager& sources) {
  std::erase_if(checked.findings, [&](const Finding& finding) { return !codes.contains(finding.rule->code); });
  Suppress(checked.findings, sources);
  if (!options.show_possible) {
    checked.coverage.hidden = std::erase_if(checked.findings, [](const Finding& finding) { return finding.possible; });
  }
  Sort(checked.findings, sources);
}

Report MakeReport(const Checked& checked, const std::set<std::string_view>& codes, const CheckOptions& options,
                  Driver& driver) {
  std::error_code error;
  Report report{.findings = checked.findings,
                .sources = driver.sources(),
                .stacks = driver.program().stacks(),
                .coverage = checked.coverage,
                .working_folder = std::filesystem::current_path(error)};
  report.repository = RepositoryFolder(report.working_folder);
  for (const Rule& rule : AllRules()) {
    if (codes.contains(rule.info->code)) report.rules.push_back({rule.info, RulePage(*rule.info)});
  }
  report.style = Style(UseColor(options));
  report.quiet = options.quiet;
  report.show_unmodelled = options.show_unmodelled;
  report.succeeded = !driver.failed();
  return report;
}

std::string Render(const Report& report, std::string_view format) {
  const auto formats = FindingFormats();
  return std::ranges::find(formats, format, &FindingFormat::name)->render(report);
}

bool Fails(const std::vector<Finding>& findings, const CheckOptions& options) {
  const Severity least = options.fail_on == "error" ? Severity::kError : Severity::kWarning;
  return std::ranges::any_of(findings, [&](const Finding& finding) { return finding.severity >= least; });
}

int CheckAll(const CheckOptions& options, const std::set<std::string_view>& codes, const Discovery& discovery) {
  Driver driver(options);
  const std::vector<Root> roots = driver.Load(discovery);
  Checked checked = CheckRoots(driver, roots);
  Choose(checked, codes, options, driver.sources());
  const Report report = MakeReport(checked, codes, options, driver);
  if (!WriteOutput(options.output, Render(report, options.format)) || driver.failed()) return kFailure;
  return Fails(checked.findings, options) && !options.exit_zero ? kFindings : kClean;
}

int ShowFiles(const CheckOptions& options, const Discovery& discovery) {
  const SourceManager sources;
  std::string text;
  for (const Input& input : discovery.inputs) {
    text += Printable(input.kind == InputKind::kStandardInput ? "-" : sources.DisplayPath(input.path)) + "\n";
  }
  return WriteOutput(options.output, text) ? kClean : kFailure;
}

}  // namespace

int RunCheck(const CheckOptions& options) {
  std::vector<const RuleInfo*> rules;
  for (const Rule& rule : AllRules()) rules.push_back(rule.info);
  const auto codes = SelectRules(options.selection, rules);
  if (!codes) {
    Complain(codes.error());
    return kFailure;
  }
  if (!options.dump.empty()) return RunDump(options, options.paths, false);
  const auto discovery = Discover(options.paths);
  if (!discovery) {
    Complain(discovery.error());
    return kFailure;
  }
  if (options.show_files) return ShowFiles(options, *discovery);
  int exit_code = kFailure;
  RunOnBigStack([&] { exit_code = CheckAll(options, *codes, *discovery); });
  return exit_code;
}

}  // namespace tfscope
