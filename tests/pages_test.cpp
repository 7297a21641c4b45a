// Every Python block of rules/*.md, testdata/pages/**/*.md and testdata/seeds/*.md is a test.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "rules/rule.h"
#include "tests/pages/page.h"
#include "tests/pages/runner.h"

namespace tfscope::pages {
namespace {

namespace fs = std::filesystem;

struct Case {
  std::string page;  ///< relative to the project
  Block block;
};

void PrintTo(const Case& one, std::ostream* stream) { *stream << one.page << ": " << one.block.title; }

struct NamedPage {
  std::string path;
  Page page;
};

std::vector<NamedPage> ReadPages() {
  const fs::path root = TFSCOPE_SOURCE_DIR;
  std::vector<fs::path> paths;
  for (const fs::path& folder : {root / "rules", root / "testdata" / "pages", root / "testdata" / "seeds"}) {
    if (!fs::exists(folder)) continue;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
      if (entry.path().extension() == ".md") paths.push_back(entry.path());
    }
  }
  std::ranges::sort(paths);
  std::vector<NamedPage> pages;
  for (const fs::path& path : paths) {
    std::ifstream stream(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    pages.push_back({path.lexically_relative(root).generic_string(), ParsePage(text)});
  }
  return pages;
}

std::vector<Case> Cases() {
  std::vector<Case> cases;
  for (NamedPage& page : ReadPages()) {
    for (Block& block : page.page.blocks) cases.push_back({page.path, std::move(block)});
  }
  return cases;
}

std::string CaseName(const testing::TestParamInfo<Case>& info) {
  std::string name = fs::path(info.param.page).stem().string();
  std::ranges::replace_if(
      name, [](char character) { return std::isalnum(static_cast<unsigned char>(character)) == 0; }, '_');
  return fmt::format("{}_line_{}", name, info.param.block.line);
}

class PageTest : public testing::TestWithParam<Case> {};

TEST_P(PageTest, HoldsItsAssertions) {
  const Case& one = GetParam();
  const std::vector<std::string> problems = RunBlock(one.block);
  if (one.block.known_bug.empty()) {
    for (const std::string& problem : problems) ADD_FAILURE() << one.page << ", " << problem;
  } else {
    EXPECT_FALSE(problems.empty()) << one.page << ", line " << one.block.line
                                   << ": the known bug is fixed; remove its mark: " << one.block.known_bug;
  }
}

INSTANTIATE_TEST_SUITE_P(Pages, PageTest, testing::ValuesIn(Cases()), CaseName);

std::vector<std::string> ProblemsOf(std::string text) {
  Page page = ParsePage(text);
  EXPECT_TRUE(page.mistakes.empty());
  return RunBlock(page.blocks.at(0));
}

/// Each assertion is refuted by a program that does otherwise.
TEST(PageRunnerTest, TellsWhatIsWrong) {
  using Problems = std::vector<std::string>;
  EXPECT_EQ(ProblemsOf("```python\nx = 1\n```\n"), Problems{});
  EXPECT_EQ(ProblemsOf("```python\nx = 1  # error: [syntax-error]\n```\n"),
            Problems{"line 2: no finding [syntax-error] \"\""});
  EXPECT_EQ(ProblemsOf("```python\nx = 1  # creates: w\n```\n"), Problems{"line 2: creates no w"});
  EXPECT_EQ(ProblemsOf("```python\nx = 1  # reuses: w\n```\n"), Problems{"line 2: reuses no w"});
  EXPECT_EQ(ProblemsOf("```python\nx = 1\nx = {}[1]\n```\n"), Problems{"line 3: unexpected KeyError: 1"});
  EXPECT_EQ(ProblemsOf("```python\nx = {}[1]  # raises: KeyError \"1\"\n```\n"), Problems{});
  EXPECT_EQ(ProblemsOf("```python\nx = {}[1]  # raises: KeyError \"2\"\n```\n"),
            Problems{"line 2: does not raise KeyError \"2\""});
  EXPECT_EQ(ProblemsOf("```python\nreveal([1, 2])  # revealed: [1, 2]\n```\n"), Problems{});
  EXPECT_EQ(ProblemsOf("```python\nreveal(1)  # revealed: 2\n```\n"), Problems{"line 2: reveals 1, not 2"});
  EXPECT_EQ(ProblemsOf("```python\nx = (1\n```\n").size(), 1u);
}

TEST(PageRunnerTest, ImportsTheFilesOfASection) {
  EXPECT_EQ(
      ProblemsOf(
          "```python\nimport other\nreveal(other.x)  # revealed: 3\n```\n\n`other.py`:\n\n```python\nx = 3\n```\n"),
      std::vector<std::string>{});
}

TEST(PagesTest, AreReadable) {
  for (const NamedPage& page : ReadPages()) {
    for (const std::string& mistake : page.page.mistakes) ADD_FAILURE() << page.path << ", " << mistake;
  }
}

TEST(PagesTest, ExpectEveryRuleAndNoOther) {
  std::set<std::string> expected;
  for (const NamedPage& page : ReadPages()) {
    for (const Block& block : page.page.blocks) {
      for (const Assertion& assertion : block.assertions) {
        if (assertion.kind != AssertionKind::kError) continue;
        const Rule* rule = FindRule(assertion.subject);
        ASSERT_NE(rule, nullptr) << page.path << " names the unknown rule " << assertion.subject;
        expected.emplace(rule->info->code);
      }
    }
  }
  for (const Rule& rule : AllRules()) EXPECT_TRUE(expected.contains(std::string(rule.info->code))) << rule.info->code;
}

}  // namespace
}  // namespace tfscope::pages
