// The program `tfscope`.
#include <csignal>
#include <cstdio>
#include <exception>

#include "analyzer/cli/options.h"

int main(int argument_count, char** arguments) {
  std::signal(SIGPIPE, SIG_IGN);  // the exit code is the same whether or not all of the output is read
  try {
    return tfscope::RunCommandLine(argument_count, arguments);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "tfscope: internal error: %s\n", error.what());
    return tfscope::kFailure;
  }
}
