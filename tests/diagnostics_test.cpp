#include <gtest/gtest.h>

#include "analyzer/diagnostics/collect.h"
#include "analyzer/diagnostics/places.h"
#include "analyzer/diagnostics/selection.h"
#include "analyzer/diagnostics/suppression.h"
#include "analyzer/support/nearest.h"
#include "rules/rule.h"

namespace tfscope {
namespace {

using Texts = std::vector<std::string>;

const RuleInfo& Info(std::string_view code) { return *FindRule(code)->info; }

// ---- nearest names

TEST(NearestTest, CountsEdits) {
  EXPECT_EQ(EditDistance("", ""), 0u);
  EXPECT_EQ(EditDistance("select", "selct"), 1u);
  EXPECT_EQ(EditDistance("selcet", "select"), 1u);  // an exchange
  EXPECT_EQ(EditDistance("Kitten", "sitting"), 3u);
  EXPECT_EQ(EditDistance("TFV101", "tfv101"), 0u);
}

TEST(NearestTest, FindsWhatWasMeantOrNothing) {
  const std::vector<std::string> names = {"check", "inventory", "rule"};
  EXPECT_EQ(NearestName("chekc", names), "check");
  EXPECT_EQ(NearestName("inventry", names), "inventory");
  EXPECT_EQ(NearestName("frobnicate", names), "");
}

// ---- text of the user's in messages

TEST(PlacesTest, ShowsHostileTextHarmlessly) {
  EXPECT_EQ(Printable("a\nb\t\x1b[31m"), "a\\nb\\t\\x1b[31m");
  EXPECT_EQ(Printable("\xC2\x9B"
                      "0m"),
            "\\x9b0m");
  EXPECT_EQ(Printable("caf\xC3\xA9 \xF0\x9F\x98\x80"), "caf\xC3\xA9 \xF0\x9F\x98\x80");
  EXPECT_EQ(Printable("\xFF\xC3"), "\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(Printable("\xED\xA0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");  // a surrogate
}

TEST(PlacesTest, PutsACallOnOneLine) {
  SourceManager sources;
  const std::string call = "f(\n    a,\n    b)";
  const FileId file = sources.Add("a.py", call);
  EXPECT_EQ(SnippetText(sources, {file, 0, static_cast<uint32_t>(call.size())}), "f(a, b)");
  const FileId other = sources.Add("b.py", std::string(100, 'x'));
  EXPECT_EQ(SnippetText(sources, {other, 0, 100}), std::string(60, 'x') + "...");
}

// ---- comments

TEST(SuppressionTest, FindsCommentsOutsideOfStrings) {
  const std::vector<Comment> comments =
      FindComments("a = '#no' # yes\nb = \"\"\"\n# no\n\"\"\"  # two\n  # own\nc = 'x\\'#' # three\n");
  ASSERT_EQ(comments.size(), 4u);
  EXPECT_EQ(comments[0].text, "# yes");
  EXPECT_EQ(comments[1].line, 3u);
  EXPECT_TRUE(comments[2].own_line);
  EXPECT_FALSE(comments[3].own_line);
}

bool Silenced(std::string_view text, std::string_view code, size_t first, size_t last) {
  return Suppressions(text).Silence(Info(code), first, last);
}

TEST(SuppressionTest, NoqaSilencesItsLine) {
  EXPECT_TRUE(Silenced("f()  # noqa\n", "TFV201", 0, 0));
  EXPECT_TRUE(Silenced("f()  # NOQA : because\n", "TFV201", 0, 0));
  EXPECT_TRUE(Silenced("f()  #noqa: E501, TFV201 the reason\n", "TFV201", 0, 0));
  EXPECT_TRUE(Silenced("f()  # noqa: tfv201\n", "TFV201", 0, 0));
  EXPECT_TRUE(Silenced("f(a,\n  b)  # noqa: TFV201\n", "TFV201", 0, 1));
  EXPECT_FALSE(Silenced("f()  # noqa: TFV101\n", "TFV201", 0, 0));
  EXPECT_FALSE(Silenced("f()\n# noqa\n", "TFV201", 0, 0));
  EXPECT_FALSE(Silenced("f()  # noqa:foo\n", "TFV201", 0, 0));
  EXPECT_FALSE(Silenced("f('# noqa')\n", "TFV201", 0, 0));
  EXPECT_EQ(Suppressions("f()  # noqa:foo\n").malformed(), std::vector<size_t>{0});
}

TEST(SuppressionTest, OwnCommentsSilenceLinesAndFiles) {
  EXPECT_TRUE(Silenced("f()  # tfscope: ignore[TFV201]\n", "TFV201", 0, 0));
  EXPECT_TRUE(Silenced("# tfscope: ignore[duplicate-variable-name, TFV101]\n\n# a remark\nf()\n", "TFV201", 3, 3));
  EXPECT_TRUE(Silenced("f()  # noqa: E501  # tfscope: ignore[TFV201]\n", "TFV201", 0, 0));
  EXPECT_FALSE(Silenced("# tfscope: ignore[TFV201]\nf()\ng()\n", "TFV201", 2, 2));
  EXPECT_TRUE(Silenced("f()\n# tfscope: ignore-file\n", "TFV201", 0, 0));
  EXPECT_TRUE(Silenced("# tfscope: ignore-file[TFV201]\nf()\n", "TFV201", 1, 1));
  EXPECT_FALSE(Silenced("# tfscope: ignore-file[TFV101]\nf()\n", "TFV201", 1, 1));
}

Texts Unused(std::string_view text, const std::vector<std::pair<std::string, size_t>>& findings) {
  std::vector<const RuleInfo*> ran = {&Info("TFV101"), &Info("TFV201"), &Info("TFV207")};
  Suppressions suppressions(text);
  for (const auto& [code, line] : findings) suppressions.Silence(Info(code), line, line);
  Texts unused;
  for (const UnusedSuppression& comment : suppressions.Unused(ran)) {
    unused.push_back(fmt::format("{} at {}", comment.what, text.substr(comment.begin, comment.end - comment.begin)));
  }
  return unused;
}

TEST(SuppressionTest, KnowsWhatSilencedNothing) {
  EXPECT_EQ(Unused("f()  # noqa: TFV201\n", {{"TFV201", 0}}), Texts{});
  EXPECT_EQ(Unused("f()  # noqa: TFV201 why\n", {}), Texts{"noqa: TFV201 at # noqa: TFV201 why"});
  EXPECT_EQ(Unused("f()  # noqa: E501, TFV101, TFV201, TFV207\n", {{"TFV201", 0}}),
            Texts{"noqa: TFV101, TFV207 at # noqa: E501, TFV101, TFV201, TFV207"});
  EXPECT_EQ(Unused("f()  # noqa: TFV301\n", {}), Texts{});  // did not run
  EXPECT_EQ(Unused("f()  # noqa\n", {}), Texts{});          // may be another tool's
  EXPECT_EQ(Unused("f()  # tfscope: ignore\n", {}), Texts{"tfscope: ignore at # tfscope: ignore"});
  EXPECT_EQ(Unused("f()  # tfscope: ignore\n", {{"TFV301", 0}}), Texts{});
  EXPECT_EQ(Unused("# tfscope: ignore[duplicate-variable-name]  # x\nf()\n", {{"TFV201", 1}}), Texts{});
  EXPECT_EQ(Unused("# tfscope: ignore-file[TFV201]\nf()\n", {{"TFV101", 1}}),
            Texts{"tfscope: ignore-file[TFV201] at # tfscope: ignore-file[TFV201]"});
}

// ---- selection

std::set<std::string_view> Select(std::vector<std::string> select, std::vector<std::string> ignore,
                                  std::vector<std::string> extend = {}) {
  std::vector<const RuleInfo*> rules;
  for (const Rule& rule : AllRules()) rules.push_back(rule.info);
  return SelectRules({std::move(select), std::move(ignore), std::move(extend)}, rules).value();
}

TEST(SelectionTest, TheMoreSpecificSelectorWins) {
  EXPECT_EQ(Select({}, {}).size(), AllRules().size() - 1);  // TFV903 speaks only when it is named
  EXPECT_EQ(Select({}, {}, {"TFV903"}).size(), AllRules().size());
  EXPECT_EQ(Select({"ALL"}, {}).size(), AllRules().size());
  EXPECT_EQ(Select({"TFV201"}, {}), (std::set<std::string_view>{"TFV201"}));
  EXPECT_EQ(Select({"duplicate-variable-name"}, {}), (std::set<std::string_view>{"TFV201"}));
  EXPECT_EQ(Select({"TFV10"}, {"TFV101"}),
            (std::set<std::string_view>{"TFV102", "TFV103", "TFV104", "TFV105", "TFV106", "TFV109"}));
  EXPECT_EQ(Select({"TFV101"}, {"TFV1"}), (std::set<std::string_view>{"TFV101"}));
  EXPECT_EQ(Select({"TFV9"}, {"ALL"}, {"TFV101"}),
            (std::set<std::string_view>{"TFV101", "TFV901", "TFV902", "TFV903"}));
  EXPECT_TRUE(Select({}, {"ALL"}).empty());
}

TEST(SelectionTest, NamesTheNearestRule) {
  std::vector<const RuleInfo*> rules;
  for (const Rule& rule : AllRules()) rules.push_back(rule.info);
  EXPECT_EQ(SelectRules({{"TFV1O1"}, {}, {}}, rules).error(), "unknown rule `TFV1O1`, did you mean `TFV101`?");
  EXPECT_EQ(SelectRules({{}, {"no-such-ap"}, {}}, rules).error(),
            "unknown rule `no-such-ap`, did you mean `no-such-api`?");
}

// ---- merging

struct TwoFiles {
  SourceManager sources;
  CallStacks stacks;
  FileId main = sources.Add("main.py", "import model\nmodel.build(1)\n");
  FileId model = sources.Add("model.py", "def build(x):\n    inner(x)\ndef inner(x):\n    make()\n");
  Span build{main, 13, 27};
  Span inner{model, 18, 26};
  Span make{model, 45, 51};
  CallStackId stack = stacks.Push(stacks.Push(kNoCallStack, build, "<module>"), inner, "build");

  Finding Make() const {
    Finding finding;
    finding.rule = &Info("TFV101");
    finding.severity = Severity::kError;
    finding.message = "message";
    finding.span = make;
    finding.stack = stack;
    return finding;
  }
};

TEST(CollectTest, PlacesAFindingInsideTheReportedFiles) {
  const TwoFiles files;
  Finding finding = files.Make();
  PlaceInside(finding, {files.main}, files.stacks, files.sources);
  EXPECT_EQ(finding.span, files.build);
  EXPECT_EQ(finding.stack, kNoCallStack);
  ASSERT_EQ(finding.notes.size(), 2u);
  EXPECT_EQ(finding.notes[0].message, "happens at model.py:4 make()");
  EXPECT_EQ(finding.notes[1].message, "called from model.py:2 inner(x)");

  Finding inside = files.Make();
  PlaceInside(inside, {files.main, files.model}, files.stacks, files.sources);
  EXPECT_EQ(inside.span, files.make);
  EXPECT_TRUE(inside.notes.empty());
}

TEST(CollectTest, MergesEqualsKeepingTheGravestAndTheShortestStack) {
  const TwoFiles files;
  Finding far = files.Make();
  far.condition = "`a` is True";
  Finding near = files.Make();
  near.stack = kNoCallStack;
  near.severity = Severity::kInfo;
  Finding other = files.Make();
  other.message = "another";
  const std::vector<Finding> merged = Merge({far, near, other}, files.stacks);
  ASSERT_EQ(merged.size(), 2u);
  EXPECT_EQ(merged[0].severity, Severity::kError);
  EXPECT_EQ(merged[0].condition, "");
  Finding shorter = files.Make();
  shorter.stack = kNoCallStack;
  EXPECT_EQ(Merge({files.Make(), shorter}, files.stacks)[0].stack, kNoCallStack);
}

TEST(CollectTest, SortsByFileLineColumnCode) {
  TwoFiles files;
  Finding first = files.Make();
  first.span = files.build;
  Finding second = files.Make();
  second.span = files.inner;
  Finding third = files.Make();
  third.rule = &Info("TFV901");
  third.span = files.inner;
  std::vector<Finding> findings = {third, files.Make(), second, first};
  Sort(findings, files.sources);
  EXPECT_EQ(findings[0].span, files.build);
  EXPECT_EQ(findings[1].rule->code, "TFV101");
  EXPECT_EQ(findings[2].rule->code, "TFV901");
  EXPECT_EQ(findings[3].span, files.make);
}

}  // namespace
}  // namespace tfscope
