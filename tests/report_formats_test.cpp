// The formats for other programs. What these programs read is also read back by parsers of theirs: tests/formats.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "analyzer/diagnostics/fingerprint.h"
#include "analyzer/reporters/line_hash.h"
#include "analyzer/reporters/report.h"
#include "rules/rule.h"

namespace tfscope {
namespace {

using Json = nlohmann::json;

struct Fixture {
  SourceManager sources;
  CallStacks stacks;
  Coverage coverage;
  std::vector<Finding> findings;

  Finding& Add(FileId file, std::string_view part, std::string message, std::string_view rule = "TFV101") {
    const size_t at = sources.file(file).text.find(part);
    Finding& finding = findings.emplace_back();
    finding.rule = FindRule(rule)->info;
    finding.severity = finding.rule->severity;
    finding.span = finding.label = {file, static_cast<uint32_t>(at), static_cast<uint32_t>(at + part.size())};
    finding.message = std::move(message);
    return finding;
  }

  std::string Render(std::string_view format) const {
    Report report{.findings = findings, .sources = sources, .stacks = stacks, .coverage = coverage};
    report.working_folder = report.repository = "/repository";
    report.rules = {{FindRule("TFV101")->info, RulePage(*FindRule("TFV101")->info)}};
    const auto formats = FindingFormats();
    return std::ranges::find(formats, format, &FindingFormat::name)->render(report);
  }
};

TEST(FormatsTest, SayNothingWellFormed) {
  const Fixture fixture;
  EXPECT_EQ(fixture.Render("json"), "[]\n");
  EXPECT_EQ(fixture.Render("json-lines"), "");
  EXPECT_EQ(fixture.Render("github"), "");
  EXPECT_EQ(fixture.Render("gitlab"), "[]\n");
  EXPECT_NE(fixture.Render("junit").find("<testcase name=\"No errors found\" classname=\"tfscope\"/>"),
            std::string::npos);
  EXPECT_EQ(Json::parse(fixture.Render("rdjson"))["diagnostics"], Json::array());
  const Json run = Json::parse(fixture.Render("sarif"))["runs"][0];
  EXPECT_EQ(run["results"], Json::array());
  EXPECT_EQ(run["tool"]["driver"]["rules"][0]["id"], "TFV101");
  EXPECT_EQ(fixture.Render("markdown"),
            "### tfscope\n\nFound no problems.\n\n0 programs, 0 variables, 0 assumptions, 0 unmodelled calls\n");
}

TEST(GitHubFormatTest, EscapesPathsAndMessages) {
  Fixture fixture;
  const FileId file = fixture.sources.Add("a,b%c d:\xC3\xA9\n\x1B\xFF.py", "f(\n 1)\ng()\n");
  fixture.Add(file, "g()", "100%, a: b\r\nc");
  EXPECT_EQ(fixture.Render("github"),
            "::error title=tfscope (TFV101),file=a%2Cb%25c d%3A\xC3\xA9%0A\\x1b\xEF\xBF\xBD.py,line=3,endLine=3,col=1,"
            "endColumn=4::TFV101 [variable-already-exists] 100%25, a: b%0D%0Ac\n");
}

TEST(GitHubFormatTest, LeavesColumnsOutOverSeveralLines) {
  Fixture fixture;
  fixture.Add(fixture.sources.Add("a.py", "f(\n 1)\n"), "f(\n 1)", "message");
  EXPECT_EQ(fixture.Render("github"),
            "::error title=tfscope (TFV101),file=a.py,line=1,endLine=2::TFV101 [variable-already-exists] message\n");
}

TEST(GitHubFormatTest, PutsTheMostCertainFirst) {
  Fixture fixture;
  const FileId file = fixture.sources.Add("a.py", "a\nb\nc\nd\n");
  fixture.Add(file, "a", "warning", "TFV201");
  fixture.Add(file, "b", "possible").possible = true;
  fixture.Add(file, "c", "conditional").condition = "`x` is True";
  fixture.Add(file, "d", "certain");
  const std::string text = fixture.Render("github");
  std::vector<size_t> places;
  for (const char* message :
       {"] certain\n", "] conditional, when `x` is True\n", "] possible (possible)\n", "] warning\n"})
    places.push_back(text.find(message));
  EXPECT_TRUE(std::ranges::is_sorted(places)) << text;
  EXPECT_NE(places.back(), std::string::npos) << text;
}

TEST(GitHubFormatTest, CutsWhatIsTooLong) {
  Fixture fixture;
  fixture.Add(fixture.sources.Add("a.py", "a\n"), "a", std::string(200'000, '%'));
  EXPECT_LT(fixture.Render("github").size(), size_t{64} << 10);
}

TEST(JunitFormatTest, WritesWhatXmlCannotHoldAsText) {
  Fixture fixture;
  const FileId file = fixture.sources.Add("a&<b>\"\n\x01.py", "a\n");
  fixture.Add(file, "a", "\x1B[31m \xEF\xBF\xBF");
  fixture.Add(file, "a", "remark").severity = Severity::kInfo;
  const std::string text = fixture.Render("junit");
  EXPECT_NE(text.find("<testsuites name=\"tfscope\" tests=\"2\" failures=\"1\" errors=\"0\">"), std::string::npos);
  EXPECT_NE(text.find("<testsuite name=\"a&#38;&#60;b&#62;&#34;&#10;\\x01.py\" tests=\"2\" failures=\"1\""),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("<failure message=\"\\x1b[31m \xEF\xBF\xBD\" type=\"error\">"), std::string::npos) << text;
  EXPECT_NE(text.find("<system-out>line 1, col 1, remark</system-out>"), std::string::npos) << text;
}

TEST(MarkdownFormatTest, ShowsTextAsItIs) {
  Fixture fixture;
  fixture.Add(fixture.sources.Add("a|b_c.py", "a\n"), "a", "`w|1` <b> *x* [l](u) @user `open");
  EXPECT_NE(fixture.Render("markdown")
                .find("| error | TFV101 variable-already-exists | a\\|b\\_c.py:1:1 | <code>w\\|1</code> &#60;b&#62; "
                      "\\*x\\* \\[l\\](u) &#64;user \\`open |\n"),
            std::string::npos)
      << fixture.Render("markdown");
}

TEST(MarkdownFormatTest, StaysBelowTheLimitOfASummary) {
  Fixture fixture;
  const FileId file = fixture.sources.Add("a.py", "a\n");
  for (int index = 0; index < 12'000; ++index) fixture.Add(file, "a", std::string(100, 'x'));
  const std::string text = fixture.Render("markdown");
  EXPECT_LT(text.size(), size_t{1} << 20);
  EXPECT_NE(text.find("\n... and "), std::string::npos);
}

TEST(RegionTest, CountsInTheUnitAskedFor) {
  Fixture fixture;
  const FileId file = fixture.sources.Add("a.py", "x = '\xC3\xA9\xF0\x9F\x98\x80'; f()\n");
  const Span call = fixture.Add(file, "f()", "message").span;
  EXPECT_EQ(RegionOf(fixture.sources, call).begin, (LineColumn{1, 11}));
  EXPECT_EQ(ByteRegionOf(fixture.sources, call).begin, (LineColumn{1, 15}));
  EXPECT_EQ(ByteRegionOf(fixture.sources, call).end, (LineColumn{1, 18}));
}

TEST(RepositoryPathTest, StartsAtTheRepository) {
  Fixture fixture;
  Report report{.findings = {}, .sources = fixture.sources, .stacks = fixture.stacks, .coverage = fixture.coverage};
  report.working_folder = "/repository/pkg";
  report.repository = "/repository";
  EXPECT_EQ(RepositoryPath(report, fixture.sources.Add("a.py", "")), "pkg/a.py");
  EXPECT_EQ(RepositoryPath(report, fixture.sources.Add("../b.py", "")), "b.py");
  EXPECT_EQ(RepositoryPath(report, fixture.sources.Add("/repository/c/d.py", "")), "c/d.py");
  EXPECT_EQ(RepositoryPath(report, fixture.sources.Add("/elsewhere/e.py", "")), "/elsewhere/e.py");
}

// The texts and hashes of the tests of GitHub's codeql-action.
TEST(LineHashesTest, AreThoseOfGitHub) {
  using Hashes = std::vector<std::string>;
  EXPECT_EQ(LineHashes(""), Hashes{"c129715d7a2bc9a3:1"});
  EXPECT_EQ(LineHashes(" a\nb\n  \t\tc\n d"),
            (Hashes{"271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"}));
  EXPECT_EQ(LineHashes(" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n"),
            (Hashes{"e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1",
                    "b3edc88f2938467e:1", "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1"}));
}

TEST(FingerprintTest, KnowsAFindingAgain) {
  Fixture fixture;
  const FileId file = fixture.sources.Add("a.py", "f(1)\nf(1)\ng(1)\n");
  const FileId edited = fixture.sources.Add("a.py", "# above\n\nif x:\n  f( 1)\n  f(1)\ng(1)\n");
  const auto finding = [&](FileId in, std::string_view part) { return fixture.Add(in, part, "message"); };
  FingerprintCounter counter;
  const std::string first = counter.Next(finding(file, "f(1)"), "a.py", fixture.sources);
  const std::string second = counter.Next(finding(file, "f(1)\ng"), "a.py", fixture.sources);
  const std::string third = counter.Next(finding(file, "g(1)"), "a.py", fixture.sources);
  EXPECT_NE(first, second);
  EXPECT_NE(first, third);
  FingerprintCounter again;
  EXPECT_EQ(again.Next(finding(edited, "f( 1)"), "a.py", fixture.sources), first);
  EXPECT_EQ(again.Next(finding(edited, "f(1)"), "a.py", fixture.sources), second);
  EXPECT_NE(FingerprintCounter().Next(finding(file, "f(1)"), "b.py", fixture.sources), first);
}

}  // namespace
}  // namespace tfscope
