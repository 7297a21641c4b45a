// The programs of testdata/builtins, testdata/library and testdata/python2 print in the evaluator what CPython 3.7, and
// 2.7 for the last, print (tests/tools/record_builtins.py).
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "tests/run_python.h"

namespace tfscope {
namespace {

std::string ReadFile(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  EXPECT_TRUE(stream.good()) << path;
  std::stringstream text;
  text << stream.rdbuf();
  return text.str();
}

std::vector<std::string> Lines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

class BuiltinsProgram : public testing::TestWithParam<std::string> {};

TEST_P(BuiltinsProgram, PrintsWhatCPythonPrints) {
  std::string base = std::string(TFSCOPE_SOURCE_DIR) + "/testdata/" + GetParam();
  std::vector<std::string> expected = Lines(ReadFile(base + ".out"));
  std::vector<std::string> printed = Lines(RunPython(ReadFile(base + ".py")));
  ASSERT_FALSE(expected.empty());
  for (size_t i = 0; i < std::min(expected.size(), printed.size()); ++i) {
    EXPECT_EQ(printed[i], expected[i]) << "line " << i + 1 << " of the output";
  }
  EXPECT_EQ(printed.size(), expected.size());
}

/// `FOLDER/NAME` of every program in a folder of testdata, sorted.
std::vector<std::string> ProgramsIn(const std::string& folder) {
  std::vector<std::string> programs;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(TFSCOPE_SOURCE_DIR) + "/testdata/" + folder)) {
    if (entry.path().extension() == ".py") programs.push_back(folder + "/" + entry.path().stem().string());
  }
  std::ranges::sort(programs);
  return programs;
}

std::string TestName(const testing::TestParamInfo<std::string>& info) {
  return info.param.substr(info.param.find('/') + 1);
}

INSTANTIATE_TEST_SUITE_P(Python3, BuiltinsProgram, testing::ValuesIn(ProgramsIn("builtins")), TestName);
INSTANTIATE_TEST_SUITE_P(Library, BuiltinsProgram, testing::ValuesIn(ProgramsIn("library")), TestName);
INSTANTIATE_TEST_SUITE_P(Python2, BuiltinsProgram, testing::ValuesIn(ProgramsIn("python2")), TestName);

}  // namespace
}  // namespace tfscope
