// Programs that try to make the analysis run for ever, recur without end, or take all memory. Each ends by itself; that
// a test ends at all is what it is about, so no time is measured here.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "analyzer/cli/big_stack.h"
#include "analyzer/cli/driver.h"

namespace tfscope {
namespace {

namespace fs = std::filesystem;

/// How the analysis of a program ended.
struct Outcome {
  bool failed = false;  ///< an exception of C++
  bool syntax_error = false;
  bool limit = false;  ///< a budget was spent, or the tree is too deep
  std::string error;   ///< the type of the exception that ended the program
};

Outcome Analyse(const std::string& text, Mode mode, uint64_t instructions) {
  Outcome outcome;
  RunOnBigStack([&] {
    CommonOptions options;
    options.max_instructions = instructions;
    Driver driver(options);
    const Root root{driver.sources().Add("program.py", text), "/nowhere/program.py"};
    const EventLog syntax = driver.SyntaxLog(root.file);
    outcome.syntax_error = !syntax.Of<SyntaxError>().empty();
    outcome.limit = !syntax.Of<LimitReached>().empty();
    const std::vector<EventLog> logs = driver.Evaluate(root, mode);
    driver.FindingsOf(root, logs);
    outcome.failed = driver.failed();
    for (const EventLog& log : logs) {
      EXPECT_EQ(log.complete, log.Of<LimitReached>().empty());
      outcome.limit = outcome.limit || !log.complete;
      if (log.error.has_value()) outcome.error = log.error->type;
    }
  });
  return outcome;
}

// ---- pages of small programs

struct Hostile {
  std::string name;
  std::string expected;  ///< `limit`, `ends`, `any`, or the type of an exception
  std::string text;
};

/// The programs of a page: `==== name: expected` stands above each.
std::vector<Hostile> ReadPage(const fs::path& path) {
  std::vector<Hostile> programs;
  std::ifstream stream(path);
  for (std::string line; std::getline(stream, line);) {
    if (line.starts_with("==== ")) {
      const size_t colon = line.find(": ");
      programs.push_back({line.substr(5, colon - 5), line.substr(colon + 2), ""});
    } else if (!programs.empty()) {
      programs.back().text += line + "\n";
    }
  }
  return programs;
}

std::vector<fs::path> Pages() {
  std::vector<fs::path> pages;
  for (const auto& entry : fs::directory_iterator(fs::path(TFSCOPE_SOURCE_DIR) / "testdata/hostile")) {
    pages.push_back(entry.path());
  }
  std::ranges::sort(pages);
  return pages;
}

class HostilePage : public testing::TestWithParam<fs::path> {};

TEST_P(HostilePage, EveryProgramEndsAsItShould) {
  constexpr uint64_t kInstructions = 300'000;
  const std::vector<Hostile> programs = ReadPage(GetParam());
  EXPECT_FALSE(programs.empty());
  for (const Hostile& program : programs) {
    for (const Mode mode : {Mode::kCheck, Mode::kInventory}) {
      SCOPED_TRACE(program.name + (mode == Mode::kCheck ? ", check" : ", inventory"));
      const Outcome outcome = Analyse(program.text, mode, kInstructions);
      EXPECT_FALSE(outcome.failed);
      if (program.expected == "any") continue;
      EXPECT_EQ(outcome.limit, program.expected == "limit");
      if (program.expected == "limit") continue;
      EXPECT_EQ(outcome.error, program.expected == "ends" ? "" : program.expected);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(All, HostilePage, testing::ValuesIn(Pages()),
                         [](const auto& info) { return info.param.stem().string(); });

// ---- big programs

std::string Repeat(std::string_view text, size_t times) {
  std::string result;
  for (size_t i = 0; i < times; ++i) result += text;
  return result;
}

constexpr size_t kMany = 100'000;

/// `before`, kMany times `open`, `inside`, kMany times `close`, `after`.
std::string Nested(std::string_view before, std::string_view open, std::string_view inside, std::string_view close,
                   std::string_view after = "\n") {
  return std::string(before) + Repeat(open, kMany) + std::string(inside) + Repeat(close, kMany) + std::string(after);
}

void ExpectEnd(const std::string& text) {
  for (const Mode mode : {Mode::kCheck, Mode::kInventory}) {
    EXPECT_FALSE(Analyse(text, mode, 1'000'000).failed) << text.substr(0, 60);
  }
}

TEST(HostileNesting, IsCutAndSaysSo) {
  for (const std::string& text : {Nested("x = ", "(", "1", ")"),
                                  Nested("x = ", "[", "", "]"),
                                  Nested("x = ", "{1: ", "1", "}"),
                                  Nested("x = ", "f(", "", ")"),
                                  Nested("x = f", "()", "", ""),
                                  Nested("x = a", ".b", "", ""),
                                  Nested("x = a", "[0]", "", ""),
                                  Nested("x = ", "a[", "0", "]"),
                                  Nested("x = ", "-", "1", ""),
                                  Nested("x = ", "not ", "1", ""),
                                  Nested("x = ", "lambda: ", "1", ""),
                                  Nested("x = ", "1 if a else ", "1", ""),
                                  Nested("x = ", "1 + (", "1", ")"),
                                  Nested("x = 1", " ** 1", "", ""),
                                  Nested("x = ", "[a for a in ", "b", "]"),
                                  Nested("x = ", "f(a=", "1", ")"),
                                  Nested("def f():\n  x = ", "(yield ", "1", ")"),
                                  Nested("async def f():\n  x = ", "await ", "1", ""),
                                  Nested("match a:\n  case ", "[", "", "]", ": pass\n"),
                                  Nested("", "(a, ", "", ")", " = 1\n"),
                                  Nested("x: ", "List[", "int", "]", " = 1\n")}) {
    for (const Mode mode : {Mode::kCheck, Mode::kInventory}) {
      const Outcome outcome = Analyse(text, mode, 1'000'000);
      EXPECT_FALSE(outcome.failed) << text.substr(0, 40);
      EXPECT_TRUE(outcome.limit || outcome.syntax_error) << text.substr(0, 40);
    }
  }
}

TEST(HostileNesting, OfBlocksEnds) {
  constexpr size_t kDepth = 3000;
  for (const char* head : {"if a:", "def f():", "class A:", "with a:", "for a in b:", "while a:", "try:"}) {
    std::string text;
    for (size_t depth = 0; depth < kDepth; ++depth) text += std::string(depth, ' ') + head + "\n";
    text += std::string(kDepth, ' ') + "pass\n";
    if (std::string_view(head) == "try:") {
      for (size_t depth = kDepth; depth-- > 0;) text += std::string(depth, ' ') + "finally: pass\n";
    }
    ExpectEnd(text);
  }
}

TEST(HostileChains, End) {
  ExpectEnd(Nested("x = 1", " + 1", "", ""));
  ExpectEnd(Nested("x = 1", " < 1", "", ""));
  ExpectEnd(Nested("x = 1", " and 1", "", ""));
  ExpectEnd(Nested("x = ", "'a' ", "", ""));
  ExpectEnd(Nested("x = f'", "{1}", "", "'"));
  ExpectEnd(Nested("x = f'", "{", "", "'"));
  ExpectEnd(Nested("x = f'", "{x:", "", "}", "'\n"));
  ExpectEnd(Nested("if 0: pass\n", "elif 0: pass\n", "", "", "else: pass\n"));
  ExpectEnd(Nested("if a: pass\n", "elif a: pass\n", "", "", "else: pass\n"));
  ExpectEnd(Nested("", "@f\n", "", "", "def g(): pass\n"));
  ExpectEnd(Nested("x = [1 ", "for a in b ", "", "", "]\n"));
  ExpectEnd(Nested("x = [1 for a in b ", "if a ", "", "", "]\n"));
  ExpectEnd(Nested("", "a = ", "", "", "1\n"));
  ExpectEnd(Nested("import ", "a.", "b", ""));
  ExpectEnd(Nested("from ", ".", " import b", ""));
  ExpectEnd(Nested("try: f()\n", "except A: pass\n", "", ""));
  ExpectEnd(Nested("x = 'a'", ".replace('a', 'b')", "", ""));
}

TEST(HostileText, Ends) {
  ExpectEnd(std::string(1'000'000, '\0'));
  ExpectEnd(Repeat("\\\n", kMany) + "x = 1\n");
  ExpectEnd(Repeat("# noqa: TFV201,TFV202\n", kMany));
  ExpectEnd("# noqa: " + Repeat("TFV201,", kMany) + "\n");
  ExpectEnd(Repeat("\n", 2'000'000) + "x = 1\n");
  ExpectEnd("x = \"" + Repeat("a", 5'000'000) + "\"\n");
  ExpectEnd(Repeat("\"\n", kMany));
  ExpectEnd(Repeat("def (\n", kMany));
  ExpectEnd(Repeat("$ ? ! ", kMany));
  ExpectEnd(Repeat("print \"a\" % b, c\nx = = 1\n", 20'000));
  ExpectEnd(Repeat("([{", kMany));
  ExpectEnd(Repeat(")]}", kMany));
  ExpectEnd("x = " + Repeat("9", 1'000'000) + "\n");
  ExpectEnd("x = 0x" + Repeat("f", 1'000'000) + "\n");
}

TEST(HostileCounts, OfDefinitionsEnd) {
  std::string variables;
  std::string functions;
  std::string classes;
  std::string parameters;
  std::string arguments;
  for (size_t i = 0; i < kMany; ++i) {
    const std::string number = std::to_string(i);
    variables += "v" + number + " = " + number + "\n";
    functions += "def f" + number + "(): pass\n";
    classes += "class A" + number + ": pass\n";
    parameters += "a" + number + "=1, ";
    arguments += "a" + number + "=2, ";
  }
  ExpectEnd(variables);
  ExpectEnd(functions);
  ExpectEnd(classes);
  ExpectEnd("def f(" + parameters + "): pass\nf(" + arguments + ")\n");
}

}  // namespace
}  // namespace tfscope
