#include "analyzer/cli/driver.h"

#include <algorithm>
#include <cstdio>
#include <exception>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "analyzer/cli/output.h"
#include "analyzer/diagnostics/places.h"
#include "analyzer/diagnostics/suppression.h"
#include "analyzer/source/notebook.h"
#include "rules/rule.h"

namespace tfscope {
namespace {

namespace fs = std::filesystem;

/// An inventory is of one path of one program, and worth nothing unless it is whole. What runs long without a change to
/// a graph is a loop that trains, or one without an end.
constexpr Budgets kInventoryBudgets = {.instructions = 100'000'000,
                                       .without_new_call = 10'000'000,
                                       .without_event = 25'000'000,
                                       .memory = size_t{1} << 30};
/// Whole folders are checked on the machines where people edit: a program that needs more memory is not followed
/// further.
constexpr Budgets kCheckBudgets{
    .without_new_call_building = 3'000'000, .without_new_call = 500'000, .memory = size_t{128} << 20};
/// A few paths tell what a second run of a cell does on every one of them.
constexpr Budgets kRerunBudgets{
    .without_new_call_building = 1'000'000, .without_new_call = 250'000, .paths = 4, .memory = size_t{128} << 20};

std::string ReadStandardInput() {
  std::string text;
  char buffer[1 << 16];
  for (size_t count = 0; (count = std::fread(buffer, 1, sizeof buffer, stdin)) > 0;) text.append(buffer, count);
  return text;
}

/// An assumption as a person says it, with what tells it from others.
struct Condition {
  Span place;
  bool taken;
  std::string text;
  friend bool operator<(const Condition& left, const Condition& right) {
    return std::tuple(left.place.file, left.place.begin, left.taken, left.text) <
           std::tuple(right.place.file, right.place.begin, right.taken, right.text);
  }
};

/// What a path assumed of the user's own conditions.
std::set<Condition> ConditionsOf(const EventLog& log, const SourceManager& sources) {
  std::set<Condition> conditions;
  for (const Assumption* assumption : log.Of<Assumption>()) {
    if (IsInModel(sources, assumption->place)) continue;
    conditions.insert({assumption->place, assumption->taken, assumption->condition});
  }
  return conditions;
}

std::set<Condition> Common(const std::set<Condition>& left, const std::set<Condition>& right) {
  std::set<Condition> common;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::inserter(common, common.end()));
  return common;
}

std::set<Condition> Without(const std::set<Condition>& conditions, const std::set<Condition>& others) {
  std::set<Condition> rest;
  std::set_difference(conditions.begin(), conditions.end(), others.begin(), others.end(),
                      std::inserter(rest, rest.end()));
  return rest;
}

std::string ConditionText(const std::set<Condition>& conditions) {
  std::string text;
  for (const Condition& condition : conditions) {
    text += fmt::format("{}`{}` is {}", text.empty() ? "" : " and ", Printable(condition.text),
                        condition.taken ? "True" : "False");
  }
  return text;
}

/// Limits are about the analysis, not about what the program does on one of its paths.
bool IsLimit(const Finding& finding) { return finding.rule->code == "TFV902"; }

/// Paths that reach the same limit, at whatever place, say so once.
void KeepFirstLimits(std::vector<Finding>& findings) {
  std::set<std::string> told;
  std::erase_if(findings,
                [&](const Finding& finding) { return IsLimit(finding) && !told.insert(finding.message).second; });
}

size_t LineIndex(const SourceFile& file, uint32_t offset) {
  const auto after = std::ranges::upper_bound(file.line_starts, offset);
  return after == file.line_starts.begin() ? 0 : static_cast<size_t>(after - file.line_starts.begin()) - 1;
}

}  // namespace

Driver::Driver(const CommonOptions& options) : options_(options), program_(sources_) {
  program_.SetFlags(options.flags);
  program_.SetLibraryFolders(options.library_models);
}

void Driver::Fail(std::string_view message) {
  failures_.emplace_back(message);
  Complain(message);
}

std::vector<Root> Driver::Load(const Discovery& discovery) {
  folders_ = discovery.folders;
  for (const std::string& warning : discovery.warnings) Complain(warning);
  for (const std::string& error : discovery.errors) Fail(error);
  std::vector<Root> roots;
  for (const Input& input : discovery.inputs) LoadInput(input, roots);
  return roots;
}

std::optional<FileId> Driver::LoadFile(const fs::path& path, std::string_view wanted_by) {
  const auto file = sources_.Load(path);
  if (file) return *file;
  Fail(fmt::format("{}, {}: {}", Printable(sources_.DisplayPath(path)), wanted_by, file.error().message));
  return std::nullopt;
}

void Driver::LoadInput(const Input& input, std::vector<Root>& roots) {
  if (input.kind == InputKind::kStandardInput) return LoadStandardInput(input.settings, roots);
  if (input.kind == InputKind::kPython) {
    const auto file = sources_.Load(input.path);
    if (!file) return Fail(fmt::format("{}: {}", Printable(input.path.string()), file.error().message));
    roots.push_back({*file, input.path, input.settings});
    return;
  }
  const auto files = sources_.LoadDocument(input.path);
  if (!files) return Fail(fmt::format("{}: {}", Printable(input.path.string()), files.error().message));
  const bool mentions = std::ranges::any_of(
      *files, [&](FileId file) { return sources_.file(file).text.find("tensorflow") != std::string::npos; });
  if (!input.named && !mentions && !IsNotebook(input.path.string())) return;
  for (const FileId file : *files) roots.push_back({file, input.path, input.settings});
}

void Driver::LoadStandardInput(const Settings* settings, std::vector<Root>& roots) {
  const std::string name = options_.stdin_filename.empty() ? "-" : options_.stdin_filename;
  const std::string bytes = ReadStandardInput();
  if (KindOf(name) == InputKind::kDocument) {
    if (IsNotebook(name)) {
      if (const auto notebook = ReadNotebook(bytes); !notebook) {
        return Fail(fmt::format("{}: {}", Printable(name), notebook.error()));
      }
    }
    for (const FileId file : sources_.AddDocument(name, bytes))
      roots.push_back({file, options_.stdin_filename, settings});
  } else {
    roots.push_back({sources_.Add(name, bytes), options_.stdin_filename, settings});
  }
}

std::vector<fs::path> Driver::SearchPath(const Root& root) const {
  std::vector<fs::path> folders = options_.search_path;
  if (root.settings != nullptr) {
    folders.insert(folders.end(), root.settings->search_path.begin(), root.settings->search_path.end());
  }
  return SearchPathOf(root.path, folders, folders_);
}

MachineOptions Driver::OptionsOf(const Root& root, Mode mode, Budgets budgets) const {
  return {.mode = mode, .budgets = budgets, .arguments = root.arguments.value_or(options_.arguments), .trace = trace_};
}

void Driver::WarnOfUnusedFlags() const {
  for (const std::string& flag : options_.flags) {
    const std::string name = flag.substr(0, flag.find('='));
    if (program_.IsFlagTaken(name)) continue;
    Complain(fmt::format("warning: --flag {}: no program that was evaluated defines such a flag", Printable(name)));
  }
}

Machine& Driver::BeginRoot(const Root& root, MachineOptions options) {
  const bool python2 = program_.Tree(root.file).python2();
  std::unique_ptr<Machine>& machine = machines_[python2 ? 1 : 0];
  if (machine == nullptr) machine = std::make_unique<Machine>(program_, options);
  machine->BeginRoot(std::move(options), python2);
  return *machine;
}

std::vector<EventLog> Driver::InternalError(const Root& root, std::string_view surprise) {
  Fail(fmt::format("{}: internal error: {}", Printable(sources_.file(root.file).display_path), surprise));
  EventLog log;
  log.complete = false;
  log.graphs.emplace_back();
  log.events.push_back(LimitReached{"the analysis itself (internal error)", {root.file, 0, 0}});
  return {std::move(log)};
}

std::vector<EventLog> Driver::Evaluate(const Root& root, Mode mode) {
  return Evaluate(root, mode, mode == Mode::kInventory ? kInventoryBudgets : kCheckBudgets);
}

std::vector<EventLog> Driver::EvaluateAgain(const Root& root) { return Evaluate(root, Mode::kCheck, kRerunBudgets); }

std::vector<EventLog> Driver::Evaluate(const Root& root, Mode mode, Budgets budgets) {
  try {
    program_.SetSearchPath(root.file, SearchPath(root));
    if (options_.max_instructions > 0) budgets.instructions = options_.max_instructions;
    Machine& machine = BeginRoot(root, OptionsOf(root, mode, budgets));
    std::vector<EventLog> logs = machine.RunMain(root.file);
    machine.EndRoot();
    return logs.empty() ? InternalError(root, "no path was evaluated") : logs;
  } catch (const std::exception& error) {
    machines_ = {};  // whatever state they are in
    return InternalError(root, error.what());
  }
}

void Driver::EvaluateIsolated(const Root& root, const std::vector<IsolatedRoot>& functions, IsolatedBudgets& budgets,
                              const LogsConsumer& consumer) {
  if (functions.empty()) return;
  constexpr size_t kMachineMemory = size_t{48} << 20;  // objects are freed with their machine only
  try {
    program_.SetSearchPath(root.file, SearchPath(root));
    Machine* machine = nullptr;
    uint64_t machine_instructions = 0;
    for (const IsolatedRoot& function : functions) {
      if (function.function->entered) continue;  // by one of those before it
      Budgets now = budgets.now();
      if (options_.max_instructions > 0) now.instructions = std::min(now.instructions, options_.max_instructions);
      if (machine == nullptr || machine->heap().used() > kMachineMemory || machine_instructions != now.instructions) {
        if (machine != nullptr) machine->EndRoot();
        machine = &BeginRoot(root, OptionsOf(root, Mode::kCheck, now));
        machine->LoadForCallers(root.file);
        machine_instructions = now.instructions;
      }
      std::vector<EventLog> logs = machine->RunIsolated(function);
      budgets.Note(logs);
      consumer(std::move(logs));
    }
    if (machine != nullptr) machine->EndRoot();
  } catch (const std::exception& error) {
    machines_ = {};
    consumer(InternalError(root, error.what()));
  }
}

std::string Driver::Trace(const Root& root, Mode mode) {
  constexpr size_t kMaxLines = 100'000;
  std::string text;
  size_t lines = 0;
  trace_ = [&](const Frame& frame, Instruction instruction) {
    const Code& code = *frame.code;
    const Span span = code.tree->SpanOf(code.nodes[frame.next - 1]);
    const SourceFile& file = sources_.file(span.file);
    if (IsInModel(sources_, span) || ++lines > kMaxLines) return;
    text += fmt::format("{}:{} {} {} {}\n", Printable(file.display_path), sources_.Begin(span).line,
                        code.qualified_name->text, OpcodeName(instruction.opcode), instruction.arg);
  };
  Evaluate(root, mode);
  trace_ = nullptr;
  if (lines > kMaxLines) text += fmt::format("... {} more instructions\n", lines - kMaxLines);
  return text;
}

EventLog Driver::SyntaxLog(FileId file) {
  EventLog log;
  for (const SyntaxIssue& issue : program_.Tree(file).issues()) {
    const Span span{file, issue.begin, issue.end};
    if (issue.kind == SyntaxIssue::Kind::kTooDeep) {
      log.events.push_back(LimitReached{"nesting", span});
    } else {
      log.events.push_back(SyntaxError{issue.message, span});
    }
  }
  return log;
}

std::vector<Finding> Driver::FindingsOf(const Root& root, const std::vector<EventLog>& logs) {
  std::vector<Finding> findings;
  if (logs.empty() || !logs[0].isolated) findings = RunRules(SyntaxLog(root.file), program_.stacks(), sources_);
  // A finding that not all paths have happens under the assumptions that its paths have in common, other than those of
  // all paths.
  using Key = std::tuple<std::string_view, FileId, uint32_t, std::string>;
  struct Occurrence {
    std::set<Condition> conditions;
    size_t paths = 0;
  };
  std::map<Key, Occurrence> occurrences;
  const auto key_of = [](const Finding& finding) {
    return Key{finding.rule->code, finding.span.file, finding.span.begin, finding.message};
  };
  const size_t first = findings.size();
  std::set<Condition> everywhere = logs.empty() ? std::set<Condition>() : ConditionsOf(logs.front(), sources_);
  for (const EventLog& log : logs) {
    const std::set<Condition> conditions = ConditionsOf(log, sources_);
    everywhere = Common(everywhere, conditions);
    std::set<Key> seen;
    for (Finding& finding : RunRules(log, program_.stacks(), sources_)) {
      if (seen.insert(key_of(finding)).second) {
        Occurrence& occurrence = occurrences[key_of(finding)];
        occurrence.conditions = occurrence.paths++ == 0 ? conditions : Common(occurrence.conditions, conditions);
      }
      findings.push_back(std::move(finding));
    }
  }
  for (size_t index = first; index < findings.size(); ++index) {
    const Occurrence& occurrence = occurrences[key_of(findings[index])];
    if (occurrence.paths < logs.size() && !IsLimit(findings[index])) {
      findings[index].condition = ConditionText(Without(occurrence.conditions, everywhere));
    }
  }
  KeepFirstLimits(findings);
  for (Finding& finding : findings) {
    if (!finding.span.valid()) finding.span = finding.label = {root.file, 0, 0};
  }
  return findings;
}

void Suppress(std::vector<Finding>& findings, const SourceManager& sources, const std::set<FileId>& reported,
              const RuleSpeaks& speaks) {
  std::map<FileId, Suppressions> suppressions;
  for (const FileId id : reported) suppressions.try_emplace(id, sources.file(id).text);
  std::erase_if(findings, [&](const Finding& finding) {
    const SourceFile& file = sources.file(finding.span.file);
    const auto [found, is_new] = suppressions.try_emplace(finding.span.file);
    if (is_new) found->second = Suppressions(file.text);
    return found->second.Silence(*finding.rule, LineIndex(file, finding.span.begin), LineIndex(file, finding.span.end));
  });
  const RuleInfo& unused = *FindRule("TFV903")->info;
  for (const FileId id : reported) {
    if (!speaks(unused, id)) continue;
    std::vector<const RuleInfo*> ran;
    for (const Rule& rule : AllRules()) {
      if (rule.info != &unused && speaks(*rule.info, id)) ran.push_back(rule.info);
    }
    for (const UnusedSuppression& comment : suppressions[id].Unused(ran)) {
      Finding& finding = findings.emplace_back();
      finding.rule = &unused;
      finding.severity = unused.severity;
      finding.message = fmt::format("`{}` silences nothing here", Printable(comment.what));
      finding.span = finding.label = {id, comment.begin, comment.end};
      finding.help = "remove it";
    }
  }
}

}  // namespace tfscope
