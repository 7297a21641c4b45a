// Results of earlier runs: told again as they were, and only while nothing that they came from is different.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/test_folder.h"

namespace tfscope {
namespace {

namespace fs = std::filesystem;

constexpr const char* kModel = R"(import tensorflow as tf
import json
import os
import names
tf.get_variable(names.FIRST, [2])
if os.path.exists("more.txt"):
    tf.get_variable("of_more", [2])
    tf.get_variable("of_more", [2])
if os.path.exists("settings.json") and json.load(open("settings.json"))["again"]:
    tf.get_variable("of_settings", [2])
    tf.get_variable("of_settings", [2])
tf.get_variable("w", [2])
)";

class ResultCacheTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = NewTestFolder("result_cache");
    fs::create_directories(folder_ / "work");
    Write("work/model.py", kModel);
    Write("work/names.py", "FIRST = 'first'\n");
  }
  void TearDown() override { fs::remove_all(folder_); }

  void Write(const std::string& path, const std::string& text) { std::ofstream(folder_ / path) << text; }

  /// What `check` prints on both streams.
  std::string Check(const std::string& arguments = "model.py", const std::string& format = "concise") {
    const std::string command =
        fmt::format("cd '{}' && '{}' check --isolated --output-format {} --cache-dir ../cache {} 2>&1",
                    (folder_ / "work").string(), TFSCOPE_PROGRAM, format, arguments);
    std::FILE* pipe = popen(command.c_str(), "r");
    std::string output;
    char buffer[4096];
    for (size_t count = 0; (count = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) output.append(buffer, count);
    pclose(pipe);
    return output;
  }

  std::vector<fs::path> Results() const {
    std::vector<fs::path> results;
    std::error_code error;
    for (fs::directory_iterator entry(folder_ / "cache", error), end; !error && entry != end; entry.increment(error)) {
      if (entry->path().extension() == ".json") results.push_back(entry->path());
    }
    return results;
  }

  /// Makes what is kept recognizable: from here on results that come from it say so.
  void MarkResults() {
    for (const fs::path& file : Results()) {
      std::ifstream stream(file);
      std::string text(std::istreambuf_iterator<char>(stream), {});
      for (size_t at = 0; (at = text.find("already exists", at)) != std::string::npos; at += 4) {
        text.replace(at, 14, "is remembered ");
      }
      std::ofstream(file) << text;
    }
  }

  fs::path folder_;
};

constexpr const char* kClash = "`w` already exists";

TEST_F(ResultCacheTest, AnUnchangedRunIsRemembered) {
  Write("work/names.py", "FIRST = 'w'\n");
  const std::string first = Check();
  EXPECT_NE(first.find(kClash), std::string::npos) << first;
  ASSERT_EQ(Results().size(), 1u);
  EXPECT_EQ(Check(), first);
  MarkResults();
  EXPECT_NE(Check().find("is remembered"), std::string::npos);
  EXPECT_EQ(Check("--no-cache model.py"), first);
}

TEST_F(ResultCacheTest, AllFormatsComeFromOneResult) {
  Write("work/names.py", "FIRST = 'w'\n");
  for (const std::string format : {"full", "json", "sarif", "gitlab", "github", "junit"}) {
    const std::string told = Check("model.py", format);
    EXPECT_NE(told.find("already exists"), std::string::npos) << format;
    EXPECT_EQ(Check("model.py", format), told) << format;
    EXPECT_EQ(Check("--no-cache model.py", format), told) << format;
  }
  EXPECT_EQ(Results().size(), 1u);
}

TEST_F(ResultCacheTest, ChangedFilesAreEvaluatedAgain) {
  EXPECT_EQ(Check().find(kClash), std::string::npos);
  Write("work/names.py", "FIRST = 'w'\n");  // an import
  EXPECT_NE(Check().find(kClash), std::string::npos);
  Write("work/model.py", "import tensorflow as tf\n");
  EXPECT_EQ(Check().find(kClash), std::string::npos);
}

TEST_F(ResultCacheTest, NewFilesAreSeen) {
  EXPECT_EQ(Check().find("already exists"), std::string::npos);
  Write("work/more.txt", "");
  EXPECT_NE(Check().find("`of_more` already exists"), std::string::npos);
  fs::remove(folder_ / "work" / "more.txt");
  EXPECT_EQ(Check().find("already exists"), std::string::npos);
  fs::create_directories(folder_ / "work" / "names");  // comes before names.py
  Write("work/names/__init__.py", "FIRST = 'w'\n");
  EXPECT_NE(Check().find(kClash), std::string::npos);
}

TEST_F(ResultCacheTest, DataIsPartOfTheQuestion) {
  Write("work/settings.json", "{\"again\": false}");
  EXPECT_EQ(Check().find("already exists"), std::string::npos);
  Write("work/settings.json", "{\"again\":  true}");
  EXPECT_NE(Check().find("`of_settings` already exists"), std::string::npos);
}

TEST_F(ResultCacheTest, OptionsOfEvaluationArePartOfTheQuestion) {
  Check();
  Check("--max-instructions 100000 model.py");
  Check("model.py names.py");
  EXPECT_EQ(Results().size(), 3u);
}

TEST_F(ResultCacheTest, BrokenResultsAreNoResults) {
  Write("work/names.py", "FIRST = 'w'\n");
  const std::string first = Check();
  for (const std::string text : {"", "{", "[1]", "{\"disk\": 3}", "{\"disk\": {}, \"result\": {\"findings\": [{}]}}"}) {
    ASSERT_EQ(Results().size(), 1u);
    std::ofstream(Results().front()) << text;
    EXPECT_EQ(Check(), first) << text;
  }
}

TEST_F(ResultCacheTest, NothingIsWrittenWhereNobodyWantsIt) {
  Check("--no-cache model.py");
  EXPECT_TRUE(Results().empty());
  Check("- < model.py");
  EXPECT_TRUE(Results().empty());
}

TEST_F(ResultCacheTest, AFileInTheWayIsNoMistakeOfTheProgram) {
  Write("cache", "");
  Write("work/names.py", "FIRST = 'w'\n");
  EXPECT_NE(Check().find(kClash), std::string::npos);
}

}  // namespace
}  // namespace tfscope
