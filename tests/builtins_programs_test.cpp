// The programs of testdata/builtins, testdata/library and testdata/python2 print in the evaluator what CPython 3.7, and
// 2.7 for the last, print (tests/tools/record_builtins.py).
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
  std::string base = std::string(TFSCOPE_SOURCE_DIR) + "/testdata/" + GetParam();
  std::vector<std::string> expected = Lines(ReadFile(base + ".out"));
  std::vector<std::string> printed = Lines(RunPython(ReadFile(base + ".py")));
  ASSERT_FALSE(expected.empty());
  for (size_t i = 0; i < std::min(expected.size(), printed.size()); ++i) {
    EXPECT_EQ(printed[i], expected[i]) << "line " << i + 1 << " of the output";
  }
  EXPECT_EQ(printed.size(), expected.size());
}

std::string TestName(const testing::TestParamInfo<const char*>& info) {
  std::string name = info.param;
  return name.substr(name.find('/') + 1);
}

INSTANTIATE_TEST_SUITE_P(Python3, BuiltinsProgram,
                         testing::Values("builtins/numbers", "builtins/integers", "builtins/strings",
                                         "builtins/formats", "builtins/containers", "builtins/classes",
                                         "builtins/call_errors", "builtins/class_machinery",
                                         "builtins/exception_chains", "builtins/library_models",
                                         "builtins/bytes_and_numbers", "builtins/annotations_and_texts",
                                         "builtins/memory_views", "builtins/property_subclasses", "builtins/set_order",
                                         "builtins/protocols", "builtins/syntax_errors", "builtins/odd_numbers",
                                         "builtins/lengths_and_orders", "builtins/class_descriptors"),
                         TestName);
INSTANTIATE_TEST_SUITE_P(Library, BuiltinsProgram,
                         testing::Values("library/records", "library/algorithms", "library/dates",
                                         "library/configuration", "library/texts", "library/more", "library/arrays",
                                         "library/optparse_options", "library/regular_expressions",
                                         "library/dates_and_times", "library/digests", "library/active_calls",
                                         "library/container_classes", "library/warnings_and_heaps", "library/decimals",
                                         "library/logging_records", "library/packed_numbers", "library/data_classes",
                                         "library/statistics_and_identifiers", "library/pretty_texts",
                                         "library/lazy_iterators", "library/argument_help",
                                         "library/differences_and_colours"),
                         TestName);
INSTANTIATE_TEST_SUITE_P(Python2, BuiltinsProgram,
                         testing::Values("python2/print", "python2/exec", "python2/exceptions", "python2/numbers",
                                         "python2/functions", "python2/comparison", "python2/containers",
                                         "python2/errors", "python2/order"),
                         TestName);

}  // namespace
}  // namespace tfscope
