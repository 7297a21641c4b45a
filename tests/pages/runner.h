// Runs a block of a page and compares what the analyzer says with what the block asserts.
#pragma once

#include <string>
#include <vector>

#include "tests/pages/page.h"

namespace tfscope::pages {

/// What is wrong with the analyzer's answers, a line each; empty if the block passes. Line numbers are those of the
/// page.
std::vector<std::string> RunBlock(const Block& block);

}  // namespace tfscope::pages
