// The program `tfscope`.
#include <cstdio>
#include <exception>

#include "analyzer/cli/options.h"

int main(int argument_count, char** arguments) {
  try {
    return tfscope::RunCommandLine(argument_count, arguments);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "tfscope: internal error: %s\n", error.what());
    return tfscope::kFailure;
  }
}
