#include "tests/pages/runner.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "analyzer/cli/big_stack.h"
#include "analyzer/cli/driver.h"
#include "analyzer/diagnostics/collect.h"
#include "analyzer/diagnostics/suppression.h"

namespace tfscope::pages {
namespace {

namespace fs = std::filesystem;

/// Pages show what happens at a limit with small programs.
constexpr uint64_t kMaxInstructions = 2'000'000;

/// `reveal(x)` is `print(x)` of the same width, so that columns stay.
std::string WithReveal(std::string text) {
  constexpr std::string_view kReveal = "reveal(";
  constexpr std::string_view kPrint = "print (";
  for (size_t at = text.find(kReveal); at != std::string::npos; at = text.find(kReveal, at)) {
    text.replace(at, kReveal.size(), kPrint);
  }
  return text;
}

/// The folder of a block with files; removed at the end.
class Folder {
 public:
  explicit Folder(const Block& block) {
    path_ = fs::temp_directory_path() / fmt::format("tfscope_page_{}_{}", static_cast<const void*>(this), block.line);
    fs::create_directories(path_);
    for (const PageFile& file : block.files) Write(file.name, file.text);
    Write("main.py", WithReveal(block.text));
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  fs::path main() const { return path_ / "main.py"; }

 private:
  void Write(const std::string& name, const std::string& text) {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
  }
  fs::path path_;
};

bool IsSimpleStatement(NodeKind kind) {
  return kind == NodeKind::kExpressionStatement || kind == NodeKind::kAssign || kind == NodeKind::kAugmentedAssign ||
         kind == NodeKind::kAnnotatedAssign || kind == NodeKind::kReturn || kind == NodeKind::kRaise ||
         kind == NodeKind::kDelete || kind == NodeKind::kAssert || kind == NodeKind::kImport ||
         kind == NodeKind::kImportFrom || kind == NodeKind::kWithItem;
}

/// The line on which the statement of each line starts, where that is another line: a statement over several lines
/// counts as one.
std::map<uint32_t, uint32_t> StatementLines(const SyntaxTree& tree, const SourceManager& sources) {
  std::map<uint32_t, uint32_t> lines;
  for (NodeId node = 1; node < tree.size(); ++node) {
    if (!IsSimpleStatement(tree[node].kind)) continue;
    const uint32_t first = sources.Begin(tree.SpanOf(node)).line;
    const uint32_t last = sources.End(tree.SpanOf(node)).line;
    for (uint32_t line = first + 1; line <= last; ++line) lines.emplace(line, first);
  }
  return lines;
}

/// Evaluates a block in one mode and answers questions by line.
class Run {
 public:
  Run(const Block& block, const fs::path& path, Mode mode) : block_(block), driver_(options_) {
    const std::vector<Root> roots = driver_.Load({{{path, InputKind::kPython, true}}, {}, {}, {}});
    if (roots.empty()) return;
    root_ = roots.front();
    statement_lines_ = StatementLines(driver_.program().Tree(root_.file), driver_.sources());
    logs_ = driver_.Evaluate(root_, mode);
  }

  bool failed() const { return logs_.empty() || driver_.failed(); }
  const std::vector<EventLog>& logs() const { return logs_; }

  std::vector<Finding> Findings() {
    std::vector<Finding> findings;
    for (Finding& finding : driver_.FindingsOf(root_, logs_)) {
      PlaceInside(finding, {root_.file}, driver_.program().stacks(), driver_.sources());
      findings.push_back(std::move(finding));
    }
    findings = Merge(std::move(findings), driver_.program().stacks());
    Suppress(findings, driver_.sources(), {root_.file}, [](const RuleInfo&, FileId) { return true; });
    std::erase_if(findings, [](const Finding& finding) { return finding.possible; });
    Sort(findings, driver_.sources());
    return findings;
  }

  LineColumn Begin(Span span) { return driver_.sources().Begin(span); }

  /// The line on which the statement of this line starts.
  uint32_t StatementOf(uint32_t line) const {
    const auto found = statement_lines_.find(line);
    return found == statement_lines_.end() ? line : found->second;
  }

  /// Whether the call itself, or a call that led to it, starts on this line of the block.
  bool Touches(Span call, CallStackId stack, uint32_t line) {
    if (IsOn(call, line)) return true;
    const CallStacks& stacks = driver_.program().stacks();
    for (; stack != kNoCallStack; stack = stacks[stack].parent) {
      if (IsOn(stacks[stack].call_site, line)) return true;
    }
    return false;
  }

  /// The line of the page, for messages.
  uint32_t PageLine(Span span) {
    return span.file == root_.file ? block_.line + Begin(span).line - 1 : Begin(span).line;
  }

 private:
  bool IsOn(Span span, uint32_t line) {
    return span.file == root_.file && StatementOf(Begin(span).line) == StatementOf(line);
  }

  const Block& block_;
  CommonOptions options_ = [] {
    CommonOptions options;
    options.max_instructions = kMaxInstructions;
    return options;
  }();
  Driver driver_;
  Root root_;
  std::map<uint32_t, uint32_t> statement_lines_;
  std::vector<EventLog> logs_;
};

class Checker {
 public:
  explicit Checker(const Block& block)
      : block_(block),
        folder_(block),
        check_(block, folder_.main(), Mode::kCheck),
        run_(block, folder_.main(), Mode::kInventory) {}

  std::vector<std::string> Problems() {
    if (check_.failed() || run_.failed()) return {"the analysis failed; see standard error"};
    CheckFindings();
    CheckRevealed();
    for (const Assertion& assertion : block_.assertions) {
      if (assertion.kind == AssertionKind::kCreates) CheckVariables(assertion, CreatedOn(assertion.line), "creates");
      if (assertion.kind == AssertionKind::kReuses) CheckVariables(assertion, ReusedOn(assertion.line), "reuses");
      if (assertion.kind == AssertionKind::kRaises && !Raises(assertion)) {
        Problem(assertion.line, fmt::format("does not raise {} \"{}\"", assertion.subject, assertion.part));
      }
    }
    const std::optional<ProgramError>& error = run_.logs().front().error;
    if (error.has_value() && !IsAnnounced(*error)) {
      problems_.push_back(
          fmt::format("line {}: unexpected {}: {}", run_.PageLine(error->place), error->type, error->message));
    }
    return std::move(problems_);
  }

 private:
  void Problem(uint32_t line, std::string_view message) {
    problems_.push_back(fmt::format("line {}: {}", block_.line + line - 1, message));
  }

  bool IsAnnounced(const ProgramError& error) {
    return std::ranges::any_of(block_.assertions, [&](const Assertion& one) {
      return (one.kind == AssertionKind::kError || one.kind == AssertionKind::kRaises) &&
             run_.Touches(error.place, error.stack, one.line);
    });
  }

  bool Matches(const Assertion& assertion, const Finding& finding) {
    const LineColumn begin = check_.Begin(finding.span);
    return check_.StatementOf(assertion.line) == check_.StatementOf(begin.line) &&
           (!assertion.column.has_value() || *assertion.column == begin.column) &&
           (assertion.subject == finding.rule->name || assertion.subject == finding.rule->code) &&
           finding.message.find(assertion.part) != std::string::npos;
  }

  void CheckFindings() {
    const std::vector<Finding> findings = check_.Findings();
    std::vector<bool> expected(findings.size());
    for (const Assertion& assertion : block_.assertions) {
      if (assertion.kind != AssertionKind::kError) continue;
      bool found = false;
      for (size_t index = 0; index < findings.size(); ++index) {
        if (!Matches(assertion, findings[index])) continue;
        expected[index] = true;
        found = true;
      }
      if (!found) Problem(assertion.line, fmt::format("no finding [{}] \"{}\"", assertion.subject, assertion.part));
    }
    for (size_t index = 0; index < findings.size(); ++index) {
      if (expected[index] || findings[index].severity == Severity::kInfo) continue;
      problems_.push_back(fmt::format("line {}: unexpected finding [{}] {}", check_.PageLine(findings[index].span),
                                      findings[index].rule->name, findings[index].message));
    }
  }

  /// A variable goes by its op name or by its key in the store.
  using Names = std::set<std::string>;

  static Names NamesOf(const VariableMade& made) {
    return made.key.empty() ? Names{made.name} : Names{made.name, made.key};
  }

  std::vector<Names> CreatedOn(uint32_t line) {
    std::vector<Names> variables;
    for (const VariableMade* made : run_.logs().front().Of<VariableMade>()) {
      if (run_.Touches(made->site.call, made->site.stack, line)) variables.push_back(NamesOf(*made));
    }
    return variables;
  }

  std::vector<Names> ReusedOn(uint32_t line) {
    const EventLog& log = run_.logs().front();
    std::vector<Names> variables;
    for (const VariableShared* shared : log.Of<VariableShared>()) {
      const VariableMade* made = log.Made(shared->variable);
      if (made != nullptr && run_.Touches(shared->site.call, shared->site.stack, line))
        variables.push_back(NamesOf(*made));
    }
    return variables;
  }

  void CheckVariables(const Assertion& assertion, const std::vector<Names>& variables, std::string_view verb) {
    const std::set<std::string> wanted(assertion.variables.begin(), assertion.variables.end());
    for (const std::string& name : wanted) {
      if (std::ranges::none_of(variables, [&](const Names& names) { return names.contains(name); })) {
        Problem(assertion.line, fmt::format("{} no {}", verb, name));
      }
    }
    for (const Names& names : variables) {
      if (std::ranges::none_of(names, [&](const std::string& name) { return wanted.contains(name); })) {
        Problem(assertion.line, fmt::format("also {} {}", verb, *names.begin()));
      }
    }
  }

  bool Raises(const Assertion& assertion) {
    const EventLog& log = run_.logs().front();
    const auto matches = [&](std::string_view type, std::string_view message, Span call, CallStackId stack) {
      return type == assertion.subject && message.find(assertion.part) != std::string_view::npos &&
             run_.Touches(call, stack, assertion.line);
    };
    if (log.error.has_value() && matches(log.error->type, log.error->message, log.error->place, log.error->stack))
      return true;
    return std::ranges::any_of(log.Of<ErrorRaised>(), [&](const ErrorRaised* error) {
      return matches(error->type, error->message, error->site.call, error->site.stack);
    });
  }

  void CheckRevealed() {
    const std::vector<std::string>& output = run_.logs().front().output;
    size_t next = 0;
    for (const Assertion& assertion : block_.assertions) {
      if (assertion.kind != AssertionKind::kRevealed) continue;
      const std::string revealed = next < output.size() ? output[next] : "nothing";
      ++next;
      if (revealed != assertion.subject)
        Problem(assertion.line, fmt::format("reveals {}, not {}", revealed, assertion.subject));
    }
  }

  const Block& block_;
  Folder folder_;
  Run check_;
  Run run_;
  std::vector<std::string> problems_;
};

}  // namespace

std::vector<std::string> RunBlock(const Block& block) {
  std::vector<std::string> problems;
  RunOnBigStack([&] { problems = Checker(block).Problems(); });
  return problems;
}

}  // namespace tfscope::pages
