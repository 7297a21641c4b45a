// The committed corpus of the fuzzers, each input of which did something new or, once, something bad.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/fuzz/targets.h"
#include "tests/fuzz/token_mutator.h"

namespace tfscope {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> Corpus(std::string_view name) {
  std::vector<fs::path> paths;
  const fs::path folder = fs::path(TFSCOPE_SOURCE_DIR) / "testdata/fuzz" / name;
  for (const auto& entry : fs::directory_iterator(folder)) paths.push_back(entry.path());
  std::ranges::sort(paths);
  return paths;
}

std::string ReadFile(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

TEST(FuzzReplay, AllBytesGoThroughTheSyntaxStage) {
  const std::vector<fs::path> corpus = Corpus("syntax");
  EXPECT_GT(corpus.size(), 20u);
  for (const fs::path& path : corpus) EXPECT_EQ(FuzzSyntax(ReadFile(path)), "") << path;
}

TEST(FuzzReplay, AllProgramsGoThroughEvaluation) {
  const std::vector<fs::path> corpus = Corpus("evaluation");
  EXPECT_GT(corpus.size(), 20u);
  for (const fs::path& path : corpus) EXPECT_EQ(FuzzEvaluation(ReadFile(path)), "") << path;
}

TEST(TokenMutator, GivesTheSameForTheSameSeed) {
  const std::string program = "for i in range(3):\n  print(i, 'a')\n";
  size_t changed = 0;
  for (uint32_t seed = 0; seed < 100; ++seed) {
    const std::string mutated = TokenMutator(seed).Mutate(program);
    EXPECT_EQ(mutated, TokenMutator(seed).Mutate(program));
    changed += mutated != program ? 1 : 0;
  }
  EXPECT_GT(changed, 80u);
}

TEST(TokenMutator, TakesAnyText) {
  for (const char* text : {"", "\n", "(", "'''", "\\", "\xff\xfe", "x"}) {
    for (uint32_t seed = 0; seed < 50; ++seed) {
      TokenMutator(seed).Mutate(text);
      TokenMutator(seed).Cross(text, "a = 1\n");
      TokenMutator(seed).Cross("a = 1\n", text);
    }
  }
}

}  // namespace
}  // namespace tfscope
