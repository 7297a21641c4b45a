#include <gtest/gtest.h>

#include "tests/pages/page.h"

namespace tfscope::pages {
namespace {

TEST(PageParserTest, ReadsBlocksUnderTheirHeadings) {
  const Page page = ParsePage(
      "# One\n\n```python\na\n```\n\n```python\nb\n```\n\n## Two\n\n```text\nc\n```\n\n### "
      "Three\n\n```python\nd\n```\n\n## Four\n\n"
      "```python\ne\n```\n");
  ASSERT_EQ(page.blocks.size(), 4u);
  EXPECT_EQ(page.blocks[0].title, "One");
  EXPECT_EQ(page.blocks[0].text, "a\n");
  EXPECT_EQ(page.blocks[0].line, 4u);
  EXPECT_EQ(page.blocks[1].title, "One / 2");
  EXPECT_EQ(page.blocks[2].title, "One / Two / Three");
  EXPECT_EQ(page.blocks[3].title, "One / Four");
  EXPECT_TRUE(page.mistakes.empty());
}

TEST(PageParserTest, GivesTheFilesOfASectionToItsPrograms) {
  const Page page = ParsePage(
      "# A\n\n```python\nimport other\n```\n\n`other.py`:\n\n```python\nx = 1\n```\n\n# B\n\n```python\ny\n```\n");
  ASSERT_EQ(page.blocks.size(), 2u);
  ASSERT_EQ(page.blocks[0].files.size(), 1u);
  EXPECT_EQ(page.blocks[0].files[0].name, "other.py");
  EXPECT_EQ(page.blocks[0].files[0].text, "x = 1\n");
  EXPECT_TRUE(page.blocks[1].files.empty());
}

TEST(PageParserTest, KnownBugBelongsToTheNextBlock) {
  const Page page = ParsePage("# A\n\n<!-- known-bug: not yet -->\n```python\na\n```\n\n```python\nb\n```\n");
  ASSERT_EQ(page.blocks.size(), 2u);
  EXPECT_EQ(page.blocks[0].known_bug, "not yet");
  EXPECT_EQ(page.blocks[1].known_bug, "");
}

TEST(PageParserTest, TellsMistakes) {
  EXPECT_EQ(ParsePage("```python\na\n").mistakes.size(), 1u);
  EXPECT_EQ(ParsePage("```python\nx = 1  # error: no brackets\n```\n").mistakes.size(), 1u);
  EXPECT_EQ(ParsePage("```python\nx = 1  # creates:\n```\n").mistakes.size(), 1u);
  EXPECT_EQ(ParsePage("`a.py`:\n```python\nx = 1\n```\n").mistakes.size(), 1u);
}

std::vector<Assertion> Parse(std::string_view code) {
  std::vector<std::string> mistakes;
  std::vector<Assertion> assertions = ParseAssertions(code, mistakes);
  EXPECT_TRUE(mistakes.empty());
  return assertions;
}

TEST(PageParserTest, ReadsEachAssertion) {
  const std::vector<Assertion> all = Parse(
      "a()  # error: 25 [some-rule] \"part: of [it]\"\nb()  # creates: a/w, b\nc()  # reuses: a/w\nd()  # raises: "
      "ValueError \"no\"\n"
      "reveal(x)  # revealed: [1, 2]\n");
  ASSERT_EQ(all.size(), 5u);
  EXPECT_EQ(all[0].kind, AssertionKind::kError);
  EXPECT_EQ(all[0].column, 25u);
  EXPECT_EQ(all[0].subject, "some-rule");
  EXPECT_EQ(all[0].part, "part: of [it]");
  EXPECT_EQ(all[1].kind, AssertionKind::kCreates);
  EXPECT_EQ(all[1].variables, (std::vector<std::string>{"a/w", "b"}));
  EXPECT_EQ(all[2].kind, AssertionKind::kReuses);
  EXPECT_EQ(all[3].kind, AssertionKind::kRaises);
  EXPECT_EQ(all[3].subject, "ValueError");
  EXPECT_EQ(all[3].part, "no");
  EXPECT_EQ(all[4].kind, AssertionKind::kRevealed);
  EXPECT_EQ(all[4].subject, "[1, 2]");
  for (size_t index = 0; index < all.size(); ++index) EXPECT_EQ(all[index].line, index + 1);
}

TEST(PageParserTest, AnAssertionOnItsOwnLineIsAboutTheNextLineOfCode) {
  const std::vector<Assertion> all = Parse("# creates: a\n\n    # error: [r]\n    # a remark\nx()  # reuses: b\n");
  ASSERT_EQ(all.size(), 3u);
  for (const Assertion& assertion : all) EXPECT_EQ(assertion.line, 5u);
}

TEST(PageParserTest, AStringHoldsNoAssertion) {
  EXPECT_TRUE(Parse("x = '# creates: a'\ny = \"\"\"\n# error: [r]\n\"\"\"\n").empty());
}

}  // namespace
}  // namespace tfscope::pages
