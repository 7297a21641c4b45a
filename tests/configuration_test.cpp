#include "analyzer/configuration/configuration.h"

#include <fstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "analyzer/cli/entries.h"
#include "analyzer/configuration/glob.h"
#include "analyzer/configuration/ignore_files.h"
#include "analyzer/reporters/report.h"
#include "tests/test_folder.h"

namespace tfscope {
namespace {

namespace fs = std::filesystem;

void Write(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

std::string AcceptAny(std::string_view selector) { return selector == "bad" ? "unknown rule `bad`" : std::string(); }

// Expected values of MatchesName and MatchesPath: what `git check-ignore` of git 2.39 says.
TEST(GlobTest, MatchesNames) {
  EXPECT_TRUE(MatchesName("*.py", "a.py"));
  EXPECT_TRUE(MatchesName("*", ""));
  EXPECT_FALSE(MatchesName("*.py", "a.pyc"));
  EXPECT_TRUE(MatchesName("a?c*", "abcd"));
  EXPECT_FALSE(MatchesName("a?c", "ac"));
  EXPECT_TRUE(MatchesName("[a-c]x", "bx"));
  EXPECT_FALSE(MatchesName("[!a-c]x", "bx"));
  EXPECT_TRUE(MatchesName("[^a-c]x", "dx"));
  EXPECT_TRUE(MatchesName("[]x]", "]"));
  EXPECT_TRUE(MatchesName("[[:digit:]x]", "7"));
  EXPECT_TRUE(MatchesName("[[:digit:]x]", "x"));
  EXPECT_FALSE(MatchesName("[[:digit:]x]", "d"));
  EXPECT_TRUE(MatchesName("[![:upper:]]*", "aB"));
  EXPECT_TRUE(MatchesName("\\*", "*"));
  EXPECT_FALSE(MatchesName("\\*", "a"));
  EXPECT_FALSE(MatchesName("Abc", "abc"));
}

TEST(GlobTest, MatchesPaths) {
  EXPECT_TRUE(MatchesPath("a/*.py", "a/b.py"));
  EXPECT_FALSE(MatchesPath("a/*.py", "a/b/c.py"));
  EXPECT_TRUE(MatchesPath("a/**/c.py", "a/c.py"));
  EXPECT_TRUE(MatchesPath("a/**/c.py", "a/b/b/c.py"));
  EXPECT_TRUE(MatchesPath("**/c.py", "c.py"));
  EXPECT_TRUE(MatchesPath("a/**", "a/b/c"));
  EXPECT_FALSE(MatchesPath("a/**", "a"));
  EXPECT_TRUE(MatchesPath("/a", "a"));
  EXPECT_TRUE(MatchesPath("***/c.py", "a/b/c.py"));
}

TEST(GlobTest, CoversWhatLiesBelow) {
  EXPECT_TRUE(CoversPath("tests/*", "tests/sub/a.py"));
  EXPECT_TRUE(CoversPath("tests/", "tests/sub/a.py"));
  EXPECT_TRUE(CoversPath("sub", "tests/sub/a.py"));
  EXPECT_TRUE(CoversPath("./tests", "tests/a.py"));
  EXPECT_TRUE(CoversPath("*_pb2.py", "x/y_pb2.py"));
  EXPECT_FALSE(CoversPath("tests/*", "src/tests/a.py"));
  EXPECT_FALSE(CoversPath("", "a.py"));
}

TEST(GlobTest, EndsOnHostilePatterns) {
  const std::string name(2000, 'a');
  std::string pattern;
  for (int index = 0; index < 1000; ++index) pattern += "*a";
  EXPECT_FALSE(MatchesName(pattern + "b", name));
  std::string stars;
  std::string path;
  for (int index = 0; index < 500; ++index) {
    stars += "**/a/";
    path += "a/";
  }
  EXPECT_FALSE(MatchesPath(stars + "b", path));
  EXPECT_FALSE(MatchesName("[", "a"));
  EXPECT_FALSE(MatchesName("[a-", "a"));
  EXPECT_FALSE(MatchesName("[\\", "a"));
  EXPECT_TRUE(MatchesName("a\\", "a\\"));
}

TEST(IgnoreFileTest, ReadsPatternsAsGitDoes) {
  using Verdict = IgnoreFile::Verdict;
  const IgnoreFile ignore("/r", "# comment\r\n\n*.log\n!keep.log\nbuild/\n/top.py\nsub/x.py\na/**/z\ntrail  \n\\#x\n");
  EXPECT_EQ(ignore.Judge("/r/d/a.log", false), Verdict::kIgnored);
  EXPECT_EQ(ignore.Judge("/r/d/keep.log", false), Verdict::kKept);
  EXPECT_EQ(ignore.Judge("/r/d/build", true), Verdict::kIgnored);
  EXPECT_EQ(ignore.Judge("/r/d/build", false), Verdict::kNone);
  EXPECT_EQ(ignore.Judge("/r/top.py", false), Verdict::kIgnored);
  EXPECT_EQ(ignore.Judge("/r/d/top.py", false), Verdict::kNone);
  EXPECT_EQ(ignore.Judge("/r/sub/x.py", false), Verdict::kIgnored);
  EXPECT_EQ(ignore.Judge("/r/d/sub/x.py", false), Verdict::kNone);
  EXPECT_EQ(ignore.Judge("/r/a/b/c/z", false), Verdict::kIgnored);
  EXPECT_EQ(ignore.Judge("/r/trail", false), Verdict::kIgnored);
  EXPECT_EQ(ignore.Judge("/r/#x", false), Verdict::kIgnored);
  EXPECT_EQ(ignore.Judge("/r/comment", false), Verdict::kNone);
}

/// Reads one text as `tfscope.toml`; the settings or the complaint.
struct Read {
  explicit Read(std::string_view text, bool in_pyproject = false) {
    const auto reading = ReadSettings(text, {"t.toml", "/base", in_pyproject}, &AcceptAny, settings);
    if (!reading) error = reading.error();
    if (reading && *reading == Reading::kNothing) error = "nothing";
  }
  Settings settings;
  std::string error;
};

TEST(SettingsFileTest, ReadsEveryExampleOfTheTable) {
  for (const Setting& setting : AllSettings()) {
    const Read read(setting.example);
    EXPECT_EQ(read.error, "") << setting.example;
    EXPECT_TRUE(setting.example.starts_with(fmt::format("{} = ", setting.key))) << setting.example;
    if (setting.key == "extend") continue;  // only a file on the disk has something to extend
    EXPECT_NE(SettingsText(read.settings), SettingsText(Settings())) << setting.example;
  }
}

TEST(SettingsFileTest, ReadsWhatItShows) {
  Read read("select = [\"TFV1\", 'it''s']\nper-file-ignores = {\"a \\\"b\\\"\" = [\"X\"], c = []}\nfail-on = 'error'");
  EXPECT_EQ(read.error.substr(0, 7), "t.toml:");  // TOML's literal strings have no quotes inside
  read = Read("select = [\"it's\"]\nper-file-ignores = {\"a \\\"b\\\"\" = [\"X\"], c = []}\nfail-on = 'error'");
  ASSERT_EQ(read.error, "");
  EXPECT_EQ(read.settings.select, std::vector<std::string>{"it's"});
  EXPECT_EQ(SettingsText(Read(SettingsText(read.settings)).settings), SettingsText(read.settings));
}

TEST(SettingsFileTest, PlacesPathsAtTheFile) {
  const Read read("search-path = ['src', '/abs', '../up']\nexclude = ['x']\nentries = ['train.py']");
  ASSERT_EQ(read.error, "");
  EXPECT_EQ(read.settings.search_path, (std::vector<fs::path>{"/base/src", "/abs", "/up"}));
  EXPECT_EQ(read.settings.exclude.at(0).base, "/base");
  EXPECT_EQ(read.settings.entries.at(0).base, "/base");
}

TEST(SettingsFileTest, NamesFileLineAndTheNearestWord) {
  EXPECT_EQ(Read("\nselct = []\n").error, "t.toml:2: unknown key `selct`, did you mean `select`?");
  EXPECT_EQ(Read("zzzzzzzzzz = 1").error, "t.toml:1: unknown key `zzzzzzzzzz`; `tfscope config` lists all keys");
  EXPECT_EQ(Read("fail-on = \"eror\"").error, "t.toml:1: `fail-on` `eror` is unknown, did you mean `error`?");
  EXPECT_EQ(Read("fail-on = 3").error, "t.toml:1: `fail-on` must be a string, as in `fail-on = \"error\"`");
  EXPECT_EQ(Read("force-exclude = 1").error,
            "t.toml:1: `force-exclude` must be true or false, as in `force-exclude = true`");
  EXPECT_EQ(Read("select = \"TFV1\"").error.substr(0, 46), "t.toml:1: `select` must be a list of strings, ");
  EXPECT_EQ(Read("ignore = [\n  \"X\",\n  \"bad\"]").error, "t.toml:3: unknown rule `bad`");
  EXPECT_EQ(Read("max-instructions = -1").error.substr(0, 60),
            "t.toml:1: `max-instructions` must be a number that is not ne");
  EXPECT_EQ(Read("a = [").error.substr(0, 17), "t.toml:1: no TOML");
  EXPECT_EQ(Read("b = 1\na = 1").error.substr(0, 23), "t.toml:1: unknown key `");
  EXPECT_EQ(Read("[tool.other]", true).error, "nothing");
  EXPECT_EQ(Read("[tool]\ntfscope = 1", true).error, "t.toml:2: `tfscope` must be a table");
  EXPECT_EQ(Read("[tool.tfscope]\nselect = ['X']", true).settings.select, std::vector<std::string>{"X"});
}

TEST(SettingsFileTest, EndsOnHostileText) {
  EXPECT_NE(Read("a = " + std::string(100'000, '[')).error, "");
  EXPECT_NE(Read(std::string("a\0b\xFF", 4)).error, "");
  EXPECT_NE(Read("per-file-ignores = {" + std::string(50'000, '{')).error, "");
}

TEST(SettingsTest, OffersTheFormatsThatThereAre) {
  std::vector<std::string_view> names;
  for (const FindingFormat& format : FindingFormats()) names.push_back(format.name);
  std::ranges::sort(names);
  const std::span<const std::string_view> choices = FindSetting("output-format")->choices;
  std::vector<std::string_view> offered(choices.begin(), choices.end());
  std::ranges::sort(offered);
  EXPECT_EQ(offered, names);
}

// TFSCOPE_UPDATE=1 writes it.
TEST(SettingsTest, SchemaIsCheckedIn) {
  const fs::path path = fs::path(TFSCOPE_SOURCE_DIR) / "docs" / "tfscope.schema.json";
  if (std::getenv("TFSCOPE_UPDATE") != nullptr) Write(path, SettingsSchema());
  std::ifstream stream(path, std::ios::binary);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(stream), {}), SettingsSchema());
  EXPECT_EQ(nlohmann::json::parse(SettingsSchema())["properties"].size(), AllSettings().size());
}

/// A folder with configuration files.
class ConfigurationTest : public testing::Test {
 protected:
  ~ConfigurationTest() override { fs::remove_all(root_); }
  static ConfigurationOptions Options(std::vector<std::string> config = {}, bool isolated = false) {
    return {.isolated = isolated, .config = std::move(config), .flags = {}, .check = &AcceptAny};
  }
  static std::vector<std::string> SelectFor(Configuration& configuration, const fs::path& folder) {
    const auto settings = configuration.ForFolder(folder);
    return settings ? (*settings)->select : std::vector<std::string>{settings.error()};
  }
  const fs::path root_ = NewTestFolder("configuration");
};

using Texts = std::vector<std::string>;

TEST_F(ConfigurationTest, TakesTheNearestFileAndTheRightOneOfSeveral) {
  Write(root_ / "pyproject.toml", "[tool.tfscope]\nselect = ['root']");
  Write(root_ / "a/pyproject.toml", "[tool.black]");
  Write(root_ / "a/b/tfscope.toml", "select = ['b']");
  Write(root_ / "a/b/pyproject.toml", "[tool.tfscope]\nselect = ['no']");
  Write(root_ / "a/b/c/.tfscope.toml", "ignore = ['c']");
  Write(root_ / "a/b/c/tfscope.toml", "select = ['no']");
  Configuration configuration(Options());
  EXPECT_EQ(SelectFor(configuration, root_), Texts{"root"});
  EXPECT_EQ(SelectFor(configuration, root_ / "a" / "x"), Texts{"root"});
  EXPECT_EQ(SelectFor(configuration, root_ / "a/b/"), Texts{"b"});
  EXPECT_EQ(SelectFor(configuration, root_ / "a/b/c/d"), Texts{});  // nothing is merged
  EXPECT_EQ((*configuration.ForFile(root_ / "a/b/x.py"))->file, root_ / "a/b/tfscope.toml");
}

TEST_F(ConfigurationTest, ExtendsAnotherFile) {
  Write(root_ / "base.toml", "select = ['base']\nignore = ['base']\nexclude = ['x']");
  Write(root_ / "a/tfscope.toml", "extend = '../base.toml'\nselect = ['a']");
  Configuration configuration(Options());
  const Settings& settings = **configuration.ForFolder(root_ / "a");
  EXPECT_EQ(settings.select, Texts{"a"});
  EXPECT_EQ(settings.ignore, Texts{"base"});
  EXPECT_EQ(settings.exclude.at(0).base, root_);
  Write(root_ / "b/tfscope.toml", "extend = 'tfscope.toml'");
  EXPECT_NE(SelectFor(configuration, root_ / "b").at(0).find("b/tfscope.toml extends this file in turn"),
            std::string::npos);
  Write(root_ / "c/tfscope.toml", "extend = 'missing.toml'");
  EXPECT_NE(SelectFor(configuration, root_ / "c").at(0).find("c/missing.toml: cannot be read"), std::string::npos);
  EXPECT_NE(SelectFor(configuration, root_ / "c").at(0).find("c/tfscope.toml: `extend`: "), std::string::npos);
}

TEST_F(ConfigurationTest, PutsTheCommandLineAboveFiles) {
  Write(root_ / "tfscope.toml", "select = ['file']\nignore = ['file']");
  Write(root_ / "other.toml", "select = ['other']");
  Configuration lines(Options({"select = ['line']"}));
  EXPECT_EQ(SelectFor(lines, root_), Texts{"line"});
  EXPECT_EQ((*lines.ForFolder(root_))->ignore, Texts{"file"});
  Configuration file(Options({(root_ / "other.toml").string()}));
  EXPECT_EQ(SelectFor(file, root_), Texts{"other"});
  Configuration isolated(Options({"ignore = ['line']"}, true));
  EXPECT_EQ(SelectFor(isolated, root_), Texts{});
  EXPECT_EQ((*isolated.ForFolder(root_))->ignore, Texts{"line"});
  ConfigurationOptions with_flags = Options({"select = ['line']"});
  with_flags.flags = [](Settings& settings) { settings.select = {"flag"}; };
  Configuration flags(std::move(with_flags));
  EXPECT_EQ(SelectFor(flags, root_), Texts{"flag"});
  Configuration wrong(Options({"selct = []"}));
  EXPECT_EQ(SelectFor(wrong, root_).at(0), "--config `selct = []`:1: unknown key `selct`, did you mean `select`?");
}

TEST(VersionTest, ComparesAsPipDoes) {
  for (const char* fits :
       {"0.1.0", "==0.1.0", "==0.1", ">=0.1.0", ">= 0.0.9, <0.2", "!=0.2.0", "<=0.1", "~=0.1", "~=0.1.0", ""})
    EXPECT_EQ(SatisfiesVersion(fits, "0.1.0"), true) << fits;
  for (const char* other : {"0.2.0", ">0.1.0", "<0.1", ">=0.1,<0.1", "~=0.2", "~=0.0.9"})
    EXPECT_EQ(SatisfiesVersion(other, "0.1.0"), false) << other;
  for (const char* wrong : {"~0.1.0", "nonsense", ">=", ">=0.1,x", "0.1.0.0", "0.-1", "~=1", "1.", "99999999999"})
    EXPECT_EQ(SatisfiesVersion(wrong, "0.1.0"), std::nullopt) << wrong;
}

// Expected: what Python's shlex.split gives.
TEST(EntriesTest, SplitsAsAShellDoes) {
  EXPECT_EQ(SplitWords("  eval.py  --mode=eval\t-x "), (Texts{"eval.py", "--mode=eval", "-x"}));
  EXPECT_EQ(SplitWords("a 'b c' \"d\\\"e\" f\\ g h'i'j ''"), (Texts{"a", "b c", "d\"e", "f g", "hij", ""}));
  EXPECT_EQ(SplitWords(""), Texts{});
}

}  // namespace
}  // namespace tfscope
