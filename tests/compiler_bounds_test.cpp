// All code must keep its stack balanced, and hostile programs must neither hang nor grow without bound.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

#include "tests/compiled_program.h"

namespace tfscope {
namespace {

std::string Repeat(std::string_view text, size_t times) {
  std::string result;
  for (size_t i = 0; i < times; ++i) result += text;
  return result;
}

std::string Indented(size_t depth, std::string_view line) { return std::string(depth, ' ') + std::string(line) + "\n"; }

TEST(CompilerBounds, AllProgramsOfThisProjectKeepTheirStackBalanced) {
  size_t files = 0;
  for (const char* folder : {"analyzer/library", "testdata", "tests"}) {
    std::filesystem::path root = std::filesystem::path(TFSCOPE_SOURCE_DIR) / folder;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
      if (entry.path().extension() != ".py") continue;
      std::ifstream stream(entry.path());
      std::string text{std::istreambuf_iterator<char>(stream), {}};
      EXPECT_EQ(CompiledProgram(text).Verify(), "") << entry.path();
      ++files;
    }
  }
  EXPECT_GT(files, 10u);
}

TEST(CompilerBounds, EveryWayOutOfNestedBlocksIsBalanced) {
  const char* kLeave[] = {"return x", "break", "continue", "raise", "pass", "yield x"};
  const char* kOpen[] = {"with a as x, b:\n{0} {1}\n", "try:\n{0} {1}\nfinally:\n{0} {1}\n",
                         "try:\n{0} {1}\nexcept E as x:\n{0} {1}\nelse:\n{0} {1}\n",
                         "for x in y:\n{0} {1}\nelse:\n{0} {1}\n", "try:\n{0} pass\nfinally:\n{0} {1}\n"};
  for (const char* leave : kLeave) {
    for (const char* outer : kOpen) {
      for (const char* inner : kOpen) {
        auto indent = [](std::string_view text, size_t depth) {
          std::string result;
          for (char c : text) {
            result += c;
            if (c == '\n') result += std::string(depth, ' ');
          }
          return result;
        };
        std::string body = fmt::format(fmt::runtime(inner), "", fmt::format("if x: {}", leave));
        std::string nested = fmt::format(fmt::runtime(outer), "", indent(body, 1) + "pass");
        std::string text = "def f(a, b, y, E):\n for z in y:\n  " + indent(nested, 2) + "pass\n";
        CompiledProgram program(text);
        ASSERT_TRUE(program.tree().issues().empty()) << text;
        EXPECT_EQ(program.Verify(), "") << text;
      }
    }
  }
}

TEST(CompilerBounds, NestedFinallyBodiesDoNotGrowWithoutBound) {
  std::string text = "def f():\n";
  for (size_t depth = 1; depth < 18; ++depth) {
    text += Indented(depth, "try: a()");
    text += Indented(depth, "finally:");
  }
  text += Indented(18, "b()");
  CompiledProgram program(text);
  ASSERT_TRUE(program.tree().issues().empty());
  Code* code = program.Find("f");
  ASSERT_NE(code, nullptr);
  EXPECT_LE(code->instructions.size(), 10'000 + 64 * text.size());
  EXPECT_EQ(program.Verify(), "");
}

TEST(CompilerBounds, TooManyNestedBlocksAreLeftOut) {
  std::string text = "def f():\n";
  for (size_t depth = 1; depth <= 90; ++depth) text += Indented(depth, "for a in b:");
  text += Indented(91, "pass");
  CompiledProgram program(text);
  EXPECT_EQ(program.Verify(), "");
  EXPECT_LT(program.Find("f")->stack_size, 30u);
}

TEST(CompilerBounds, DeepAndWideProgramsCompile) {
  std::string programs[] = {
      "x = " + Repeat("-", 5000) + "a\n",
      "x = " + Repeat("(", 5000) + Repeat(")", 5000) + "\n",
      "x = a" + Repeat(".b()", 5000) + "\n",
      "x = a" + Repeat(" + a", 5000) + "\n",
      "x = " + Repeat("lambda: ", 2000) + "0\n",
      "x = " + Repeat("[a for b in ", 500) + "c" + Repeat("]", 500) + "\n",
      "x = [" + Repeat("a, ", 20'000) + "]\n",
      "x = {" + Repeat("a: b, ", 10'000) + "}\n",
      "f(" + Repeat("a, ", 10'000) + ")\n",
      "f(*a, " + Repeat("a, ", 10'000) + ")\n",
      "with " + Repeat("a, ", 1000) + "b: pass\n",
      Repeat("a, ", 1000) + "*b, " + Repeat("c, ", 70'000) + "d = e\n",
      "match a:\n case [" + Repeat("b, ", 2000) + "]: pass\n",
      "x = a" + Repeat(" < a", 2000) + "\n",
      "if a: b\n" + Repeat("elif a: b\n", 2000) + "else: c\n",
  };
  for (const std::string& text : programs) EXPECT_EQ(CompiledProgram(text).Verify(), "") << text.substr(0, 40);
}

TEST(CompilerBounds, MoreKeywordListsThanAnInstructionCanNameStillCompile) {
  std::string text;
  for (int i = 0; i < 66'000; ++i) text += fmt::format("f(k{}=1)\n", i);
  CompiledProgram program(text);
  EXPECT_EQ(program.Verify(), "");
  const Code& code = *program.module();
  EXPECT_EQ(code.keyword_names.size(), 65'535u);
  EXPECT_EQ(code.instructions[code.instructions.size() - 4].opcode, Opcode::kCallEx);
}

TEST(CompilerBounds, MisplacedStatementsAreHarmless) {
  for (const char* text : {"return 1\n",
                           "break\n",
                           "continue\n",
                           "yield 1\n",
                           "x = yield from a\n",
                           "await a\n",
                           "class A:\n  return 1\n  yield 2\n",
                           "lambda: (yield)\n",
                           "async with a: pass\n",
                           "async for a in b: pass\n",
                           "def f():\n  await a\n  async with b: pass\n",
                           "def f():\n  nonlocal x\n  x = 1\n",
                           "f() = 1\n",
                           "*a = b\n",
                           "*a, *b = c\n",
                           "class A(*b, c, **d): pass\n",
                           "def f():\n  from a import *\n  x\n",
                           "del f()\n",
                           "try: a\n",
                           "[x async for x in y]\n",
                           "f(a=1, a=2)\n",
                           "f(**a, *b)\n",
                           "f(a=1, b)\n"}) {
    EXPECT_EQ(CompiledProgram(text).Verify(), "") << text;
  }
}

}  // namespace
}  // namespace tfscope
