// The programs of testdata/builtins print in the evaluator what CPython 3.7 prints (tests/tools/record_builtins.py).
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

class BuiltinsProgram : public testing::TestWithParam<const char*> {};

TEST_P(BuiltinsProgram, PrintsWhatCPythonPrints) {
  std::string base = std::string(TFSCOPE_SOURCE_DIR) + "/testdata/builtins/" + GetParam();
  std::vector<std::string> expected = Lines(ReadFile(base + ".out"));
  std::vector<std::string> printed = Lines(RunPython(ReadFile(base + ".py")));
  ASSERT_FALSE(expected.empty());
  for (size_t i = 0; i < std::min(expected.size(), printed.size()); ++i) {
    EXPECT_EQ(printed[i], expected[i]) << "line " << i + 1 << " of the output";
  }
  EXPECT_EQ(printed.size(), expected.size());
}

INSTANTIATE_TEST_SUITE_P(All, BuiltinsProgram,
                         testing::Values("numbers", "integers", "strings", "formats", "containers", "classes"),
                         [](const auto& info) { return std::string(info.param); });

}  // namespace
}  // namespace tfscope
