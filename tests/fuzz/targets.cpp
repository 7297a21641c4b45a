#include "tests/fuzz/targets.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analyzer/cli/big_stack.h"
#include "analyzer/cli/driver.h"
#include "analyzer/diagnostics/collect.h"
#include "analyzer/diagnostics/suppression.h"
#include "analyzer/evaluator/compiler/verify.h"
#include "analyzer/evaluator/object.h"
#include "analyzer/reporters/events_text.h"
#include "analyzer/reporters/inventory.h"
#include "analyzer/reporters/report.h"
#include "rules/rule.h"

namespace tfscope {
namespace {

/// Enough for a program's own code to run; little enough for many programs a second.
constexpr uint64_t kInstructions = 60'000;

std::string CodeDefect(CodeStore& codes, Code* module) {
  std::vector<Code*> all = {module};
  for (size_t index = 0; index < all.size(); ++index) {
    codes.EnsureCompiled(all[index]);
    if (auto verified = VerifyCode(*all[index]); !verified) return verified.error();
    for (const Value constant : all[index]->constants) {
      if (auto* inner = As<CodeObject>(constant)) all.push_back(inner->code);
    }
  }
  return "";
}

/// Issues lie inside their text, and all code keeps its stack balanced.
std::string TreeDefect(Program& program, FileId file) {
  const SyntaxTree& tree = program.Tree(file);
  const size_t size = program.sources().file(file).text.size();
  for (const SyntaxIssue& issue : tree.issues()) {
    if (issue.begin > issue.end || issue.end > size) return "an issue lies outside of its text";
  }
  DumpSyntax(tree, program.sources(), program.interner());
  Code* module = program.ModuleCode(file);
  DumpCode(program.codes(), module, program.sources());
  return CodeDefect(program.codes(), module);
}

std::string DocumentDefect(std::string_view name, std::string_view bytes) {
  SourceManager sources;
  Program program(sources);
  for (const FileId file : sources.AddDocument(std::string(name), bytes)) {
    if (std::string defect = TreeDefect(program, file); !defect.empty()) return defect;
  }
  return "";
}

std::string SyntaxDefect(std::string_view bytes) {
  SourceManager sources;
  Program program(sources);
  const FileId file = sources.Add("program.py", bytes);
  const Suppressions suppressions(sources.file(file).text);
  for (const size_t line : suppressions.malformed()) {
    if (line >= sources.file(file).line_starts.size()) return "a comment lies outside of its text";
  }
  std::string defect = TreeDefect(program, file);
  for (const char* name : {"document.md", "document.rst"}) {
    if (defect.empty()) defect = DocumentDefect(name, bytes);
  }
  return defect;
}

std::string JsonDefect(std::string_view what, std::string_view text) {
  return nlohmann::json::accept(text) ? "" : fmt::format("{} is no JSON: {}", what, text);
}

std::string CheckDefect(Driver& driver, const Root& root) {
  const std::vector<EventLog> logs = driver.Evaluate(root, Mode::kCheck);
  if (driver.failed()) return "an exception of C++ ended the check";
  const CallStacks& stacks = driver.program().stacks();
  for (const EventLog& log : logs) DumpEvents(log, stacks, driver.sources());
  std::vector<Finding> findings;
  for (Finding& finding : driver.FindingsOf(root, logs)) {
    PlaceInside(finding, {root.file}, stacks, driver.sources());
    findings.push_back(std::move(finding));
  }
  findings = Merge(std::move(findings), stacks);
  Suppress(findings, driver.sources(), {root.file}, [](const RuleInfo&, FileId) { return true; });
  Sort(findings, driver.sources());
  const Coverage coverage;
  Report report{.findings = findings, .sources = driver.sources(), .stacks = stacks, .coverage = coverage};
  report.working_folder = report.repository = "/repository";
  for (const FindingFormat& format : FindingFormats()) {
    const std::string text = format.render(report);
    if (!text.starts_with('[') && !text.starts_with('{')) continue;
    if (format.name == "json-lines") continue;  // the lines are those of `json`
    if (std::string defect = JsonDefect(format.name, text); !defect.empty()) return defect;
  }
  return "";
}

std::string InventoryDefect(Driver& driver, const Root& root) {
  const std::vector<EventLog> logs = driver.Evaluate(root, Mode::kInventory);
  if (driver.failed()) return "an exception of C++ ended the inventory";
  const Inventory inventory = MakeInventory("program.py", logs.front(), driver.program().stacks(), driver.sources());
  const Style style(false);
  RenderInventoryTable(inventory, style);
  RenderInventoryTree(inventory, style);
  return JsonDefect("the inventory", RenderInventoryJson(inventory));
}

std::string EvaluationDefect(std::string_view text) {
  CommonOptions options;
  options.max_instructions = kInstructions;
  Driver driver(options);
  const Root root{driver.sources().Add("program.py", text), "/nowhere/program.py"};
  std::string defect = CheckDefect(driver, root);
  return defect.empty() ? InventoryDefect(driver, root) : defect;
}

std::string OnBigStack(std::string (*defect_of)(std::string_view), std::string_view text) {
  std::string defect;
  RunOnBigStack([&] { defect = defect_of(text); });
  return defect;
}

}  // namespace

std::string FuzzSyntax(std::string_view bytes) { return OnBigStack(&SyntaxDefect, bytes); }

std::string FuzzEvaluation(std::string_view program) { return OnBigStack(&EvaluationDefect, program); }

}  // namespace tfscope
