#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "analyzer/reporters/findings.h"
#include "analyzer/reporters/inventory.h"
#include "analyzer/reporters/snippet.h"
#include "rules/rule.h"

namespace tfscope {
namespace {

using Json = nlohmann::json;

struct Report {
  SourceManager sources;
  std::vector<Finding> findings;

  /// A finding about `part` of a file.
  Finding& Add(FileId file, std::string_view part, std::string message) {
    const size_t at = sources.file(file).text.find(part);
    Finding finding;
    finding.rule = FindRule("TFV101")->info;
    finding.severity = Severity::kError;
    finding.span = finding.label = {file, static_cast<uint32_t>(at), static_cast<uint32_t>(at + part.size())};
    finding.message = std::move(message);
    findings.push_back(std::move(finding));
    return findings.back();
  }
};

TEST(FindingsTextTest, ShowsLineSecondPlaceNotesAndHelp) {
  Report report;
  const FileId file = report.sources.Add("model.py", "a = f('w')\n\nb = f('w', 1)\n");
  Finding& finding = report.Add(file, "f('w', 1)", "`w` already exists here");
  finding.label = {file, finding.span.begin + 2, finding.span.begin + 5};
  finding.label_text = "second creation";
  finding.notes.push_back({"created first at model.py:1", {file, 6, 9}, "created first here"});
  finding.notes.push_back({"a remark", {}, ""});
  finding.help = "do this";
  EXPECT_EQ(RenderFull(report.findings, report.sources, Style(false)),
            "model.py:3:5: TFV101 [variable-already-exists] `w` already exists here\n"
            "   |\n"
            " 3 | b = f('w', 1)\n"
            "   |       ^^^ second creation\n"
            "   |\n"
            " 1 | a = f('w')\n"
            "   |       --- created first here\n"
            "   = created first at model.py:1\n"
            "   = a remark\n"
            "   = help: do this\n"
            "\n");
  EXPECT_EQ(RenderConcise(report.findings, report.sources, Style(false)),
            "model.py:3:5: TFV101 [variable-already-exists] `w` already exists here\n");
}

TEST(FindingsTextTest, ColoursOnlyWhenAsked) {
  Report report;
  report.Add(report.sources.Add("a.py", "f()\n"), "f()", "message");
  EXPECT_EQ(RenderFull(report.findings, report.sources, Style(false)).find('\x1b'), std::string::npos);
  EXPECT_NE(RenderFull(report.findings, report.sources, Style(true)).find("\x1b[1;31mTFV101\x1b[0m"),
            std::string::npos);
}

TEST(FindingsTextTest, ShowsAnotherFileByName) {
  Report report;
  const FileId model = report.sources.Add("model.py", "w = 1\n");
  Finding& finding = report.Add(report.sources.Add("train.py", "f()\n"), "f()", "message");
  finding.notes.push_back({"there", {model, 0, 1}, "made here"});
  EXPECT_NE(RenderFull(report.findings, report.sources, Style(false))
                .find("   :: model.py:1\n   |\n 1 | w = 1\n   | - made here\n"),
            std::string::npos);
}

std::string Snippet(std::string_view text, uint32_t begin, uint32_t end) {
  SourceManager sources;
  const FileId file = sources.Add("a.py", text);
  return RenderSnippet({{file, begin, end}, '^', "", Paint::kError}, 2, sources, Style(false));
}

TEST(SnippetTest, CountsColumnsAsTheyAreShown) {
  EXPECT_EQ(Snippet("é = f(w)\n", 5, 9), "   |\n 1 | é = f(w)\n   |     ^^^^\n");
  EXPECT_EQ(Snippet("'日本' + w\n", 11, 12), "   |\n 1 | '日本' + w\n   |          ^\n");
  EXPECT_EQ(Snippet("\tw\n", 1, 2), "   |\n 1 |     w\n   |     ^\n");
  EXPECT_EQ(Snippet("f(a,\n  b)\n", 0, 9), "   |\n 1 | f(a,\n   | ^^^^\n");
  EXPECT_EQ(Snippet("'\x1b[31m' w\n", 8, 9), "   |\n 1 | '\\x1b[31m' w\n   |            ^\n");
  EXPECT_EQ(Snippet("", 0, 0), "   |\n 1 | \n   | ^\n");
}

TEST(SnippetTest, CutsALongLineAroundTheMark) {
  const std::string line = std::string(500, 'a') + "w" + std::string(500, 'b');
  const std::string snippet = Snippet(line + "\n", 500, 501);
  EXPECT_NE(snippet.find("..." + std::string(70, 'a') + "w" + std::string(69, 'b') + "..."), std::string::npos);
  EXPECT_NE(snippet.find("| " + std::string(73, ' ') + "^\n"), std::string::npos);
}

TEST(SummaryTest, CountsWhatWasFoundAndWhatWasCovered) {
  Report report;
  const FileId file = report.sources.Add("a.py", "f()\n");
  Coverage coverage;
  coverage.programs = 2;
  coverage.variables = 214;
  coverage.assumptions = 1;
  EXPECT_EQ(RenderSummary(report.findings, coverage, false, Style(false)),
            "Found no problems.\n2 programs, 214 variables, 1 assumption, 0 unmodelled calls\n");
  report.Add(file, "f()", "one");
  report.Add(file, "f()", "two");
  report.Add(file, "f()", "three").severity = Severity::kWarning;
  coverage.unmodelled = 3;
  coverage.unmodelled_functions = {{"tf.foo", 2, "a.py:4"}, {"cv2.bar", 1, "a.py:3"}};
  EXPECT_EQ(
      RenderSummary(report.findings, coverage, false, Style(false)),
      "Found 2 errors, 1 warning.\n2 programs, 214 variables, 1 assumption, 3 unmodelled calls (--show-unmodelled)\n");
  coverage.stopped.push_back("a.py:3 NameError: name 'x' is not defined");
  EXPECT_EQ(RenderSummary(report.findings, coverage, true, Style(false)),
            "Found 2 errors, 1 warning.\nstopped: a.py:3 NameError: name 'x' is not defined\n"
            "unmodelled: tf.foo (2 calls, first at a.py:4)\nunmodelled: cv2.bar (1 call at a.py:3)\n2 programs, 214 "
            "variables, 1 assumption, 3 unmodelled calls\n");
}

TEST(FindingsJsonTest, HoldsTheContractedFields) {
  Report report;
  const FileId file = report.sources.Add("wei\"rd%,:\n\xF0\x9F\x98\x80\xFF.py", "é = f(\n  'w')\n");
  Finding& finding = report.Add(file, "f(\n  'w')", "message");
  finding.notes.push_back({"there", {file, 0, 2}, "label"});
  finding.notes.push_back({"remark", {}, ""});
  finding.variable = "net/w";
  finding.fix = Fix{"write this", {{{file, 6, 7}, "g"}}};
  report.findings.push_back(report.findings.front());
  report.findings.back().fix.reset();
  const Json json = Json::parse(RenderJson(report.findings, report.sources));
  ASSERT_EQ(json.size(), 2u);
  EXPECT_EQ(json[0]["code"], "TFV101");
  EXPECT_EQ(json[0]["name"], "variable-already-exists");
  EXPECT_EQ(json[0]["severity"], "error");
  EXPECT_EQ(json[0]["file"], "wei\"rd%,:\n\xF0\x9F\x98\x80\xEF\xBF\xBD.py");
  EXPECT_EQ(json[0]["line"], 1);
  EXPECT_EQ(json[0]["column"], 5);  // in code points
  EXPECT_EQ(json[0]["end_line"], 2);
  EXPECT_EQ(json[0]["end_column"], 7);
  EXPECT_EQ(json[0]["variable"], "net/w");
  EXPECT_TRUE(json[0]["condition"].is_null());
  const Json edit = {{"file", json[0]["file"]}, {"line", 1},       {"column", 6},
                     {"end_line", 1},           {"end_column", 7}, {"content", "g"}};
  EXPECT_EQ(json[0]["fix"],
            (Json{{"message", "write this"}, {"applicability", "safe"}, {"edits", Json::array({edit})}}));
  EXPECT_TRUE(json[1]["fix"].is_null());
  EXPECT_EQ(json[0]["notes"][0]["line"], 1);
  EXPECT_TRUE(json[0]["notes"][1]["file"].is_null());
  EXPECT_EQ(RenderJson({}, report.sources), "[]\n");
}

// ---- inventory

struct Program {
  SourceManager sources;
  CallStacks stacks;
  EventLog log;
  FileId file = sources.Add("model.py", "def net():\n  v('w')\nnet()\nv('w')\n");

  VariableId Make(std::string name, Shape shape, std::string dtype, std::vector<std::string> collections,
                  bool trainable = true) {
    VariableMade made{};
    made.variable = static_cast<VariableId>(log.Of<VariableMade>().size());
    made.name = std::move(name);
    made.shape = std::move(shape);
    made.dtype = std::move(dtype);
    made.trainable = trainable;
    made.api = "tf.get_variable";
    made.site = {{file, 13, 19}, {}, stacks.Push(kNoCallStack, {file, 20, 25}, "<module>"), "net"};
    if (log.graphs.empty()) log.graphs.emplace_back();
    log.graphs[0].push_back({made.variable, std::move(collections)});
    log.events.emplace_back(made);
    return made.variable;
  }
  Inventory Make() const { return MakeInventory("model.py", log, stacks, sources); }
};

TEST(InventoryJsonTest, HoldsTheContractedFields) {
  Program program;
  const VariableId w = program.Make("a/w", Shape::Of({2, kUnknownDimension}), "float32",
                                    {"variables", "trainable_variables", "variables", "mine"});
  program.Make("b", Shape::Unknown(), "int32", {"variables"}, false);
  program.log.events.emplace_back(
      VariableShared{w, "tf.get_variable", {{program.file, 26, 32}, {}, kNoCallStack, "<module>"}});
  program.log.events.emplace_back(Assumption{"os.path.exists(path)", false, {program.file, 26, 32}});
  program.log.graphs.emplace_back();
  program.log.error = ProgramError{"ValueError", "Variable a/w already exists", {program.file, 26, 32}, kNoCallStack};
  const Json json = Json::parse(RenderInventoryJson(program.Make()));
  EXPECT_EQ(json, Json::parse(R"json({
    "version": 1, "file": "model.py",
    "graphs": [{"variables": [
      {"name": "a/w", "shape": [2, null], "dtype": "float32", "trainable": true,
       "collections": ["GLOBAL_VARIABLES", "TRAINABLE_VARIABLES", "mine"], "api": "tf.get_variable",
       "file": "model.py", "line": 2, "column": 3,
       "stack": [{"file": "model.py", "line": 3, "function": "<module>"}],
       "shared_at": [{"file": "model.py", "line": 4}]},
      {"name": "b", "shape": null, "dtype": "int32", "trainable": false, "collections": ["GLOBAL_VARIABLES"],
       "api": "tf.get_variable", "file": "model.py", "line": 2, "column": 3,
       "stack": [{"file": "model.py", "line": 3, "function": "<module>"}], "shared_at": []}]},
      {"variables": []}],
    "error": {"type": "ValueError", "message": "Variable a/w already exists", "file": "model.py", "line": 4},
    "complete": true, "limits": [],
    "assumptions": [{"condition": "os.path.exists(path)", "taken": false, "file": "model.py", "line": 4}]})json"));
}

TEST(InventoryTest, NamesCollectionsAsGraphKeysDoes) {
  EXPECT_EQ(CollectionName("variables"), "GLOBAL_VARIABLES");
  EXPECT_EQ(CollectionName("table_initializer"), "TABLE_INITIALIZERS");
  EXPECT_EQ(CollectionName("GLOBAL_VARIABLES"), "GLOBAL_VARIABLES");
  EXPECT_EQ(CollectionName("my_own"), "my_own");
}

TEST(InventoryTextTest, AlignsTheTableAndSumsUp) {
  Program program;
  program.Make("net/w", Shape::Of({3, 4}), "float32", {"variables", "trainable_variables"});
  program.Make("n", Shape::Of({}), "int64", {"variables"}, false);
  program.Make("é", Shape::Unknown(), "string", {});
  EXPECT_EQ(RenderInventoryTable(program.Make(), Style(false)),
            "name   shape      dtype    trainable  collections                           where\n"
            "net/w  (3, 4)     float32  yes        GLOBAL_VARIABLES TRAINABLE_VARIABLES  model.py:2\n"
            "n      ()         int64    no         GLOBAL_VARIABLES                      model.py:2\n"
            "é      <unknown>  string   yes        -                                     model.py:2\n"
            "3 variables, 13 parameters (12 trainable), 56 bytes, 1 of unknown size\n");
}

TEST(InventoryTextTest, DrawsTheTree) {
  Program program;
  program.Make("net/a/w", Shape::Of({3, 4}), "float32", {});
  program.Make("net/b", Shape::Of({2}), "float32", {}, false);
  program.Make("net/a/w/Adam", Shape::Of({3, 4}), "float32", {}, false);
  EXPECT_EQ(RenderInventoryTree(program.Make(), Style(false)),
            "└── net  3 variables, 26 parameters\n"
            "    ├── a  2 variables, 24 parameters\n"
            "    │   └── w  (3, 4) float32  model.py:2  1 variable, 12 parameters\n"
            "    │       └── Adam  (3, 4) float32 not trainable  model.py:2\n"
            "    └── b  (2,) float32 not trainable  model.py:2\n"
            "3 variables, 26 parameters (12 trainable), 104 bytes\n");
}

TEST(InventoryTextTest, SaysHowTheProgramEnded) {
  Program program;
  program.log.graphs.resize(1);
  program.log.complete = false;
  program.log.events.emplace_back(LimitReached{"depth", {program.file, 26, 32}});
  program.log.events.emplace_back(Assumption{"FLAGS.x", true, {program.file, 20, 25}});
  program.log.error = ProgramError{"ValueError", "two\nlines", {program.file, 26, 32}, kNoCallStack};
  EXPECT_EQ(RenderInventoryTable(program.Make(), Style(false)),
            "no variables\n\n"
            "error: the program ends with ValueError: two\\nlines (model.py:4)\n"
            "assumed: `FLAGS.x` is true (model.py:3)\n"
            "incomplete: the limit of depth was reached (model.py:4); what follows is missing\n");
}

TEST(InventoryTest, FiltersByName) {
  Program program;
  program.Make("net/conv1/kernel", Shape::Of({1}), "float32", {});
  program.Make("net/conv1/bias", Shape::Of({1}), "float32", {});
  Inventory inventory = program.Make();
  FilterInventory(inventory, std::regex("conv.*kernel"));
  ASSERT_EQ(inventory.graphs[0].size(), 1u);
  EXPECT_EQ(inventory.graphs[0][0].name, "net/conv1/kernel");
}

}  // namespace
}  // namespace tfscope
