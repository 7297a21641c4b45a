// CPU time of single stages over the files that standard input names, a path a line: `stages_bench
// parse|lower|evaluate`. Prints one JSON object; tests/bench/run makes a table of it.
#include <sys/resource.h>
#include <tree_sitter/api.h>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "analyzer/cli/big_stack.h"
#include "analyzer/cli/discovery.h"
#include "analyzer/evaluator/machine.h"
#include "analyzer/evaluator/program.h"
#include "analyzer/syntax/parser.h"

extern "C" const TSLanguage* tree_sitter_python(void);

namespace tfscope {
namespace {

double UserSeconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_utime.tv_sec) + static_cast<double>(usage.ru_utime.tv_usec) * 1e-6;
}

struct Input {
  std::string path;
  std::string bytes;
};

std::vector<Input> ReadInputs() {
  std::vector<Input> inputs;
  for (std::string path; std::getline(std::cin, path);) {
    std::ifstream stream(path, std::ios::binary);
    inputs.push_back({path, {std::istreambuf_iterator<char>(stream), {}}});
  }
  return inputs;
}

struct Measured {
  double seconds = 0;
  uint64_t instructions = 0;
};

/// tree-sitter alone; its trees are freed.
Measured Parse(const std::vector<Input>& inputs) {
  std::unique_ptr<TSParser, void (*)(TSParser*)> parser(ts_parser_new(), &ts_parser_delete);
  if (!ts_parser_set_language(parser.get(), tree_sitter_python())) return {};
  const double begin = UserSeconds();
  for (const Input& input : inputs) {
    const auto size = static_cast<uint32_t>(input.bytes.size());
    ts_tree_delete(ts_parser_parse_string(parser.get(), nullptr, input.bytes.data(), size));
  }
  return {.seconds = UserSeconds() - begin};
}

/// tree-sitter and the lowering to our tree, from bytes.
Measured Lower(const std::vector<Input>& inputs) {
  Parser parser;
  const double begin = UserSeconds();
  for (const Input& input : inputs) {
    SourceManager sources;
    Interner interner;
    parser.Parse(sources.file(sources.Add(input.path, input.bytes)), interner);
  }
  return {.seconds = UserSeconds() - begin};
}

/// Evaluates each program twice: once to count its instructions, then timed, when all that it imports is parsed.
Measured Evaluate(const std::vector<Input>& inputs) {
  SourceManager sources;
  Program program(sources);
  Measured measured;
  for (const Input& input : inputs) {
    const auto file = sources.Load(input.path);
    if (!file) continue;
    program.SetSearchPath(kNoFile, SearchPathOf(input.path, {}, {}));
    const auto count = [&](const Frame&, Instruction) { ++measured.instructions; };
    Machine(program, {.trace = count}).RunMain(*file);
    const double begin = UserSeconds();
    Machine(program, {}).RunMain(*file);
    measured.seconds += UserSeconds() - begin;
  }
  return measured;
}

int Run(std::string_view stage) {
  const std::vector<Input> inputs = ReadInputs();
  Measured measured;
  if (stage == "parse") measured = Parse(inputs);
  if (stage == "lower") measured = Lower(inputs);
  if (stage == "evaluate") RunOnBigStack([&] { measured = Evaluate(inputs); });
  size_t bytes = 0;
  for (const Input& input : inputs) bytes += input.bytes.size();
  fmt::print("{{\"seconds\": {:.6f}, \"files\": {}, \"bytes\": {}, \"instructions\": {}}}\n", measured.seconds,
             inputs.size(), bytes, measured.instructions);
  return 0;
}

}  // namespace
}  // namespace tfscope

int main(int count, char** arguments) {
  if (count == 2) return tfscope::Run(arguments[1]);
  std::fputs("usage: stages_bench parse|lower|evaluate <PATHS\n", stderr);
  return 2;
}
