// From inputs to event logs and findings: what `check`, `inventory`, `--dump` and the tests of pages share.
#pragma once

#include <array>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/cli/discovery.h"
#include "analyzer/cli/options.h"
#include "analyzer/diagnostics/finding.h"
#include "analyzer/evaluator/isolated_roots.h"
#include "analyzer/evaluator/machine.h"
#include "analyzer/evaluator/program.h"
#include "analyzer/reporters/findings.h"

namespace tfscope {

/// A program to evaluate and where it stands, which decides about its imports.
struct Root {
  FileId file = kNoFile;
  std::filesystem::path path;
  const Settings* settings = nullptr;                 ///< what the configuration says about it; null: nothing
  std::optional<std::vector<std::string>> arguments;  ///< its own sys.argv after its name; else that of all
  std::string entry;                                  ///< as `entries` of the configuration names it; else empty
};

/// What one isolated root after the other may cost. A tree of files may have hundreds of functions that end at a limit,
/// each after a second or more: after the first few of them, the rest get less.
class IsolatedBudgets {
 public:
  const Budgets& now() const { return ends_at_limit_ < kInFull ? kFull : kReduced; }
  void Note(const std::vector<EventLog>& logs) { ends_at_limit_ += logs.empty() || logs.front().complete ? 0 : 1; }

 private:
  static constexpr size_t kInFull = 4;
  static constexpr size_t kMemory = size_t{48} << 20;
  static constexpr Budgets kFull{.instructions = 1'000'000,
                                 .without_new_call_building = 150'000,
                                 .without_new_call = 150'000,
                                 .paths = 8,
                                 .memory = kMemory};
  static constexpr Budgets kReduced{.instructions = 300'000,
                                    .without_new_call_building = 25'000,
                                    .without_new_call = 25'000,
                                    .paths = 3,
                                    .memory = kMemory};
  size_t ends_at_limit_ = 0;
};

/// One run over some programs. Everything here happens on the calling thread; see RunOnBigStack.
class Driver {
 public:
  explicit Driver(const CommonOptions& options);

  SourceManager& sources() { return sources_; }
  const SourceManager& sources() const { return sources_; }
  Program& program() { return program_; }

  /// Reads inputs; what cannot be read is complained about and makes `failed()` true.
  std::vector<Root> Load(const Discovery& discovery);

  /// Reads one file; complains, naming what wants it, if it cannot be read.
  std::optional<FileId> LoadFile(const std::filesystem::path& path, std::string_view wanted_by);

  /// Looks imports up in these folders, too.
  void SetFolders(std::vector<std::filesystem::path> folders) { folders_ = std::move(folders); }

  /// Folders in which the root's imports are looked up.
  std::vector<std::filesystem::path> SearchPath(const Root& root) const;

  /// Evaluates a root: a log for each path, at least one. A surprise inside becomes a limit in the log, a complaint,
  /// and makes `failed()` true.
  std::vector<EventLog> Evaluate(const Root& root, Mode mode);
  /// Evaluates a program, most of which was evaluated before, on a few paths.
  std::vector<EventLog> EvaluateAgain(const Root& root);

  /// Evaluates those of a file's functions that no root has entered, each as a root of its own: its logs go to
  /// `consumer`.
  using LogsConsumer = std::function<void(std::vector<EventLog>)>;
  void EvaluateIsolated(const Root& root, const std::vector<IsolatedRoot>& functions, IsolatedBudgets& budgets,
                        const LogsConsumer& consumer);

  /// The instructions of the user's own code that evaluating a root executes, a line each.
  std::string Trace(const Root& root, Mode mode);

  /// What the parser could not read of a file, as events.
  EventLog SyntaxLog(FileId file);

  /// What the rules say about a root, each with the condition under which it happens, unmerged.
  std::vector<Finding> FindingsOf(const Root& root, const std::vector<EventLog>& logs);

  /// Complains about values for flags that no program defined.
  void WarnOfUnusedFlags() const;

  /// Complains, and makes `failed()` true.
  void Fail(std::string_view message);
  bool failed() const { return !failures_.empty(); }
  /// What was complained about so.
  const std::vector<std::string>& failures() const { return failures_; }

 private:
  std::vector<EventLog> Evaluate(const Root& root, Mode mode, Budgets budgets);
  MachineOptions OptionsOf(const Root& root, Mode mode, Budgets budgets) const;
  Machine& BeginRoot(const Root& root, MachineOptions options);
  std::vector<EventLog> InternalError(const Root& root, std::string_view surprise);
  void LoadInput(const Input& input, std::vector<Root>& roots);
  void LoadStandardInput(const Settings* settings, std::vector<Root>& roots);
  const CommonOptions& options_;
  SourceManager sources_;
  Program program_;
  std::array<std::unique_ptr<Machine>, 2> machines_;  ///< of all roots, by whether they are Python 2; null before one
  std::vector<std::filesystem::path> folders_;
  std::function<void(const Frame&, Instruction)> trace_;
  std::vector<std::string> failures_;
};

/// Removes the findings that comments in their files silence. In `reported` files, comments that silence nothing become
/// findings of TFV903 where `speaks` lets it, provided that the rules they name speak there, too.
using RuleSpeaks = std::function<bool(const RuleInfo& rule, FileId file)>;
void Suppress(std::vector<Finding>& findings, const SourceManager& sources, const std::set<FileId>& reported,
              const RuleSpeaks& speaks);

}  // namespace tfscope
