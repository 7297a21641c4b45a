// `tfscope check`
#include <algorithm>

#include <fmt/format.h>

#include "analyzer/cli/baseline.h"
#include "analyzer/cli/big_stack.h"
#include "analyzer/cli/cell_reruns.h"
#include "analyzer/cli/checked.h"
#include "analyzer/cli/configure.h"
#include "analyzer/cli/coverage.h"
#include "analyzer/cli/driver.h"
#include "analyzer/cli/entries.h"
#include "analyzer/cli/entry_call.h"
#include "analyzer/cli/options.h"
#include "analyzer/cli/output.h"
#include "analyzer/cli/progress.h"
#include "analyzer/cli/result_cache.h"
#include "analyzer/diagnostics/collect.h"
#include "analyzer/diagnostics/places.h"
#include "analyzer/diagnostics/suppression.h"
#include "analyzer/reporters/report.h"
#include "rules/rule.h"

namespace tfscope {
namespace {

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

/// Names of variables can hold anything; what is said about them stays on its line.
void MakePrintable(Finding& finding) {
  for (std::string* text : {&finding.message, &finding.label_text, &finding.help, &finding.condition}) {
    *text = Printable(*text);
  }
  for (Note& note : finding.notes) {
    note.message = Printable(note.message);
    note.label = Printable(note.label);
  }
}

/// Keeps what the rules say about a root, at places inside of the files that are reported on.
void Keep(std::vector<Finding> findings, Driver& driver, Checked& checked) {
  for (Finding& finding : findings) {
    MakePrintable(finding);
    PlaceInside(finding, checked.reported, driver.program().stacks(), driver.sources());
    checked.findings.push_back(std::move(finding));
  }
}

/// Functions that no program entered, as roots of their own: callers first, then what they did not reach.
void CheckIsolated(Driver& driver, const std::vector<Root>& roots, Checked& checked) {
  IsolatedBudgets budgets;
  UncalledFunctions uncalled(driver.program());
  for (const Root& root : roots) uncalled.Add(root.file);
  for (const bool outermost : {true, false}) {
    for (const Root& root : roots) {
      driver.EvaluateIsolated(root, uncalled.Find(root.file, outermost), budgets, [&](std::vector<EventLog> logs) {
        Keep(driver.FindingsOf(root, logs), driver, checked);
      });
    }
  }
}

Checked CheckRoots(Driver& driver, const std::vector<Root>& roots, const std::vector<Root>& entries, bool quiet) {
  Checked checked;
  for (const Root& root : roots) checked.reported.insert(root.file);
  CoverageCounter counter(driver.sources());
  Progress progress(roots.size() + entries.size(), quiet);
  std::vector<std::string> stopped;
  const auto evaluate = [&](const Root& root) {
    const bool is_entry = !root.entry.empty();
    progress.Next(is_entry ? root.entry : driver.sources().file(root.file).display_path);
    const std::vector<EventLog> logs = driver.Evaluate(root, Mode::kCheck);
    counter.Add(logs);
    std::vector<Finding> findings = driver.FindingsOf(root, logs);
    const std::optional<std::string> failure = EntryFailure(driver, logs.front());
    if (is_entry && failure) {
      driver.Fail(fmt::format("{}, an entry of the configuration: {}", Printable(root.entry), *failure));
    } else {
      NoteStop(driver, logs, findings, stopped);
    }
    if (is_entry) {  // what it does to the files that are reported on
      std::erase_if(findings, [&](const Finding& finding) {
        return !Concerns(finding, checked.reported, driver.program().stacks());
      });
    }
    std::ranges::move(RerunFindings(driver, root, logs, findings), std::back_inserter(findings));
    Keep(std::move(findings), driver, checked);
  };
  for (const Root& root : roots) evaluate(root);
  for (const Root& entry : entries) evaluate(entry);
  CheckIsolated(driver, roots, checked);
  driver.WarnOfUnusedFlags();
  checked.findings = Merge(std::move(checked.findings), driver.program().stacks());
  checked.coverage = counter.Result();
  checked.coverage.stopped = std::move(stopped);
  return checked;
}

/// A comment that was meant to silence something, and does not.
void WarnOfMalformed(const std::set<FileId>& reported, const SourceManager& sources) {
  for (const FileId id : reported) {
    const SourceFile& file = sources.file(id);
    const Suppressions suppressions(file.text);
    for (const size_t line : suppressions.malformed()) {
      const Span place{id, file.line_starts[line], file.line_starts[line]};
      Complain(fmt::format("warning: {}: `noqa:` is not followed by codes, and silences nothing",
                           PlaceText(sources, place)));
    }
  }
}

/// Drops what was not asked for, and puts the rest in order.
void Choose(Checked& checked, ChosenRules& rules, const CheckOptions& options, const SourceManager& sources) {
  std::erase_if(checked.findings,
                [&](const Finding& finding) { return !rules.Speaks(*finding.rule, finding.span.file, sources); });
  WarnOfMalformed(checked.reported, sources);
  Suppress(checked.findings, sources, checked.reported,
           [&](const RuleInfo& rule, FileId file) { return rules.Speaks(rule, file, sources); });
  if (!options.show_possible) {
    checked.coverage.hidden = std::erase_if(checked.findings, [](const Finding& finding) { return finding.possible; });
  }
  Sort(checked.findings, sources);
}

/// The rules that spoke about some file, or that would have.
std::set<std::string_view> RulesThatRan(const Discovery& discovery, const Settings& settings, ChosenRules& rules) {
  std::set<std::string_view> codes = rules.CodesOf(settings);
  for (const Input& input : discovery.inputs) {
    if (input.settings != nullptr) codes.merge(std::set(rules.CodesOf(*input.settings)));
  }
  return codes;
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
  report.failures = driver.failures();
  return report;
}

std::string Render(const Report& report, const CheckOptions& options) {
  if (options.statistics) {
    return options.format == "json" ? RenderStatisticsJson(report.findings) : RenderStatistics(report.findings);
  }
  const auto formats = FindingFormats();
  return std::ranges::find(formats, options.format, &FindingFormat::name)->render(report);
}

bool Fails(const std::vector<Finding>& findings, const CheckOptions& options) {
  const Severity least = options.fail_on == "error" ? Severity::kError : Severity::kWarning;
  return std::ranges::any_of(findings, [&](const Finding& finding) { return finding.severity >= least; });
}

int WriteBaseline(const std::vector<Finding>& findings, const CheckOptions& options, const Driver& driver) {
  if (!WriteOutput(options.write_baseline, BaselineText(findings, driver.sources(), options.write_baseline)))
    return kFailure;
  if (!options.quiet) {
    Complain(fmt::format("{} written to {}", Counted(findings.size(), "finding"), Printable(options.write_baseline)));
  }
  return driver.failed() ? kFailure : kClean;
}

/// What a run finds, or found when nothing was different.
Checked CheckOrRemember(Driver& driver, const Discovery& discovery, const CheckOptions& options) {
  const std::vector<Root> roots = driver.Load(discovery);
  const std::vector<Root> entries = LoadEntries(discovery.inputs, roots, driver);
  const ResultCache cache(options, discovery, roots, entries, driver);
  if (std::optional<Checked> known = cache.Find()) {
    for (const Root& root : roots) known->reported.insert(root.file);
    return std::move(*known);
  }
  Checked checked = CheckRoots(driver, roots, entries, options.quiet);
  cache.Keep(checked);
  return checked;
}

int CheckAll(const CheckOptions& options, Configuration& configuration, const Settings& settings,
             const Discovery& discovery, const Baseline& baseline) {
  Driver driver(options);
  Checked checked = CheckOrRemember(driver, discovery, options);
  ChosenRules rules(configuration);
  Choose(checked, rules, options, driver.sources());
  if (!options.write_baseline.empty()) return WriteBaseline(checked.findings, options, driver);
  checked.coverage.known = RemoveKnown(checked.findings, baseline, driver.sources(), options.baseline);
  const Report report = MakeReport(checked, RulesThatRan(discovery, settings, rules), options, driver);
  if (!WriteOutput(options.output, Render(report, options)) || driver.failed()) return kFailure;
  return Fails(checked.findings, options) && !options.exit_zero ? kFindings : kClean;
}

/// Complains; the exit code of a mistake in usage or configuration.
int Refuse(std::string_view message) {
  Complain(message);
  return kFailure;
}

int ShowFiles(const CheckOptions& options, const Discovery& discovery) {
  const SourceManager sources;
  std::string text;
  for (const Input& input : discovery.inputs) {
    text += Printable(input.kind == InputKind::kStandardInput ? "-" : sources.DisplayPath(input.path)) + "\n";
  }
  return WriteOutput(options.output, text) ? kClean : kFailure;
}

/// The settings of the first path, as a configuration file would hold them.
int ShowSettings(const CheckOptions& options, Configuration& configuration) {
  std::error_code error;
  const std::filesystem::path path = options.paths.front() == "-" ? options.stdin_filename : options.paths.front();
  const auto settings =
      std::filesystem::is_directory(path, error) ? configuration.ForFolder(path) : configuration.ForFile(path);
  if (!settings) return Refuse(settings.error());
  const std::filesystem::path& file = (*settings)->file;
  const std::string origin = file.empty() ? "the defaults and the command line"
                                          : Printable(SourceManager().DisplayPath(file)) + " and the command line";
  const std::string text =
      fmt::format("# {}, from {}\n{}", Printable(path.empty() ? "-" : path.string()), origin, SettingsText(**settings));
  return WriteOutput(options.output, text) ? kClean : kFailure;
}

}  // namespace

int RunCheck(const CheckOptions& given) {
  auto from_options = ConfigurationOptionsOf(given);
  if (!from_options) return Refuse(from_options.error());
  Configuration configuration(std::move(*from_options));
  const auto settings = configuration.ForFolder({});
  if (!settings) return Refuse(settings.error());
  CheckOptions options = given;
  Complete(options, **settings);
  if (options.statistics && options.format != "full" && options.format != "concise" && options.format != "json") {
    return Refuse(fmt::format("--statistics comes as text or json, not as {}", options.format));
  }
  if (!options.dump.empty()) return RunDump(given, given.paths, false);
  if (options.show_settings) return ShowSettings(options, configuration);
  const auto discovery = Discover(options.paths, configuration, options.stdin_filename);
  if (!discovery) return Refuse(discovery.error());
  if (options.show_files) return ShowFiles(options, *discovery);
  Baseline baseline;
  if (!options.baseline.empty() && options.write_baseline.empty()) {
    auto known = ReadBaseline(options.baseline);
    if (!known) return Refuse(known.error());
    baseline = std::move(*known);
  }
  int exit_code = kFailure;
  RunOnBigStack([&] { exit_code = CheckAll(options, configuration, **settings, *discovery, baseline); });
  return exit_code;
}

}  // namespace tfscope
