// What the fuzzers run on an input, which tests/fuzz_replay_test.cpp replays for the committed corpus.
#pragma once

#include <string>
#include <string_view>

namespace tfscope {

/// Decodes, parses, lowers and compiles bytes, as a Python file and as a Markdown document, and reads their comments.
/// The sentence says what is wrong with what came out; empty if nothing is.
std::string FuzzSyntax(std::string_view bytes);

/// Evaluates a program on a small budget as `check` and `inventory` do, and renders what they say. As above.
std::string FuzzEvaluation(std::string_view program);

}  // namespace tfscope
