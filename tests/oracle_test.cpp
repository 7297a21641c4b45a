// Runs every program of testdata/oracle through the analyzer and compares with what TensorFlow 1.15 did. Programs that
// are not yet exact are listed by name in testdata/oracle; a name whose program has become exact must be taken off.
// `TFSCOPE_UPDATE=1` takes such names off the lists; nothing ever adds one.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "analyzer/evaluator/machine.h"
#include "analyzer/evaluator/program.h"
#include "tests/oracle_record.h"

namespace tfscope {
namespace {

namespace fs = std::filesystem;

fs::path OracleFolder() { return fs::path(TFSCOPE_SOURCE_DIR) / "testdata" / "oracle"; }

std::vector<std::string> ReadLinesOf(const fs::path& path) {
  std::ifstream stream(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::vector<std::string> CaseNames() {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(OracleFolder())) {
    if (entry.path().extension() == ".py") names.push_back(entry.path().stem().string());
  }
  std::ranges::sort(names);
  return names;
}

/// A list of names that may only shrink.
class ShrinkingList {
 public:
  explicit ShrinkingList(const std::string& file) : path_(OracleFolder() / file), names_(ReadLinesOf(path_)) {}

  const std::vector<std::string>& names() const { return names_; }

  /// Fails unless the listed names are exactly those with differences.
  void Expect(const std::string& name, const std::vector<std::string>& differences) {
    const auto listed = std::ranges::find(names_, name);
    if (listed == names_.end()) {
      EXPECT_TRUE(differences.empty()) << fmt::format("{}\n", fmt::join(differences, "\n"));
    } else if (differences.empty() && std::getenv("TFSCOPE_UPDATE") != nullptr) {
      names_.erase(listed);
      std::ofstream(path_) << fmt::format("{}{}", fmt::join(names_, "\n"), names_.empty() ? "" : "\n");
    } else {
      EXPECT_FALSE(differences.empty()) << name << " is exact: take it off " << path_.filename();
      if (std::getenv("TFSCOPE_ORACLE_TRIAGE") != nullptr && !differences.empty()) {
        fmt::print("{} {}: {}\n", path_.filename().string(), name, fmt::join(differences, " || "));
      }
    }
  }

 private:
  fs::path path_;
  std::vector<std::string> names_;
};

class OracleCase : public testing::TestWithParam<std::string> {};

TEST_P(OracleCase, IsExactUnlessListed) {
  const fs::path path = OracleFolder() / (GetParam() + ".py");
  SourceManager sources;
  const auto file = sources.Load(path);
  ASSERT_TRUE(file.has_value()) << file.error().message;
  Program program(sources);
  program.SetSearchPath(kNoFile, {OracleFolder()});
  Machine machine(program, {.mode = Mode::kInventory, .budgets = {}, .arguments = {}});
  const std::vector<EventLog> logs = machine.RunMain(*file);
  ASSERT_FALSE(logs.empty());

  std::ifstream stream(OracleFolder() / (GetParam() + ".json"));
  const Record truth = Record::Read(nlohmann::json::parse(stream));
  RecordComparison comparison(truth, logs.front(), program.stacks(), sources, *file);
  ShrinkingList("not_yet_exact.txt").Expect(GetParam(), comparison.Differences());
  ShrinkingList("not_yet_exact_output.txt").Expect(GetParam(), comparison.OutputDifferences());
}

INSTANTIATE_TEST_SUITE_P(All, OracleCase, testing::ValuesIn(CaseNames()),
                         [](const testing::TestParamInfo<std::string>& info) { return info.param; });

TEST(OracleLists, NameExistingCasesOnceInOrder) {
  const std::vector<std::string> cases = CaseNames();
  ASSERT_GE(cases.size(), 271u);
  for (const char* file : {"not_yet_exact.txt", "not_yet_exact_output.txt"}) {
    const std::vector<std::string> names = ShrinkingList(file).names();
    EXPECT_TRUE(std::ranges::is_sorted(names)) << file;
    EXPECT_EQ(std::ranges::adjacent_find(names), names.end()) << file;
    EXPECT_TRUE(std::ranges::includes(cases, names)) << file;
  }
}

// A comparison that let everything pass would make every case look exact, so its parts are tested on their own.

class OracleComparison : public testing::Test {
 protected:
  OracleComparison()
      : file_(sources_.Add("case.py", "import tensorflow as tf\nv = tf.get_variable(\n    'w', [2])\n")) {
    Site site{.call = {file_, 28, 60}, .arguments = {}, .stack = kNoCallStack, .function = "<module>"};
    VariableMade made{};
    made.name = "w";
    made.shape = Shape::Of({2});
    made.dtype = "float32";
    made.trainable = true;
    made.taken_by = kNoVariable;
    made.site = site;
    log_.events.push_back(made);
    log_.graphs = {{{0, {"variables", "trainable_variables"}}}};
    truth_.graphs = {{{"w", {{2}}, "float32", true, false, {"trainable_variables", "variables"}, {3}}}};
  }

  VariableMade& made() { return std::get<VariableMade>(log_.events.front()); }
  std::vector<std::string> Differences() {
    return RecordComparison(truth_, log_, stacks_, sources_, file_).Differences();
  }

  SourceManager sources_;
  CallStacks stacks_;
  FileId file_;
  EventLog log_;
  Record truth_;
};

TEST_F(OracleComparison, AcceptsAnyLineThatTheCallCovers) { EXPECT_EQ(Differences(), std::vector<std::string>{}); }

TEST_F(OracleComparison, SeesEachPropertyOfAVariable) {
  truth_.graphs[0][0] = {"w", {{3}}, "int32", false, true, {"variables"}, {1}};
  EXPECT_EQ(Differences(), (std::vector<std::string>{
                               "graph 0 variable 0 (w): shape: expected (3,), got (2,)",
                               "graph 0 variable 0 (w): dtype: expected int32, got float32",
                               "graph 0 variable 0 (w): trainable: expected false, got true",
                               "graph 0 variable 0 (w): resource: expected true, got false",
                               "graph 0 variable 0 (w): collections: expected [\"variables\"], got "
                               "[\"trainable_variables\", \"variables\"]",
                               "graph 0 variable 0 (w): expected lines [1], got [2]",
                           }));
}

TEST_F(OracleComparison, TellsAnUnknownRankFromAScalar) {
  truth_.graphs[0][0].dimensions.reset();
  made().shape = Shape::Of({});
  EXPECT_EQ(Differences().size(), 1u);
}

TEST_F(OracleComparison, SeesMissingAndExtraVariables) {
  truth_.graphs[0].clear();
  EXPECT_EQ(Differences(), (std::vector<std::string>{"graph 0 variable 0: not made by TensorFlow: w"}));
  truth_.graphs = {{{"w", {{2}}, "float32", true, false, {"trainable_variables", "variables"}, {3}}}, {}};
  log_.graphs[0].clear();
  EXPECT_EQ(Differences(), (std::vector<std::string>{"graphs: expected 2, got 1", "graph 0 variable 0: missing w"}));
}

TEST_F(OracleComparison, SeesErrors) {
  truth_.error = RecordedError{"ValueError", "Variable w already exists", {2}};
  EXPECT_EQ(Differences(), (std::vector<std::string>{"error: missing ValueError: Variable w already exists"}));
  log_.error =
      ProgramError{"ValueError", "Variable w already exists Originally defined at:\nx", {file_, 28, 60}, kNoCallStack};
  EXPECT_EQ(Differences(), std::vector<std::string>{});
  log_.error->type = "TypeError";
  EXPECT_EQ(Differences(), (std::vector<std::string>{"error: type: expected ValueError, got TypeError"}));
  truth_.error.reset();
  EXPECT_EQ(Differences().size(), 1u);
}

TEST_F(OracleComparison, SeesCaughtErrorsOnly) {
  truth_.caught = {{"ValueError", "w", {2}}};
  ErrorRaised raised{.kind = ErrorKind::kOther,
                     .type = "ValueError",
                     .message = "w",
                     .variable = "",
                     .other = kNoVariable,
                     .certainty = Certainty::kMust,
                     .caught = false,
                     .site = made().site};
  log_.events.push_back(raised);
  EXPECT_EQ(Differences(), (std::vector<std::string>{"caught exceptions: expected 1, got 0"}));
  std::get<ErrorRaised>(log_.events.back()).caught = true;
  EXPECT_EQ(Differences(), std::vector<std::string>{});
}

TEST_F(OracleComparison, SeesOutputAndBudgets) {
  truth_.output = {"a"};
  log_.output = {"b", "c"};
  EXPECT_EQ(RecordComparison(truth_, log_, stacks_, sources_, file_).OutputDifferences(),
            (std::vector<std::string>{"output 1: expected `a`, got `b`", "output 2: expected no line, got `c`"}));
  log_.complete = false;
  EXPECT_EQ(Differences().size(), 1u);
}

TEST(CleanMessage, CutsWhatTheRecorderCuts) {
  EXPECT_EQ(CleanMessage("Variable w already exists. Originally defined at:\n  File", "/x/case.py"),
            "Variable w already exists.");
  EXPECT_EQ(CleanMessage("<function f at 0x7f0123456789> in /x/case.py is 0xff", "/x/case.py"),
            "<function f at 0x...> in case.py is 0xff");
}

}  // namespace
}  // namespace tfscope
