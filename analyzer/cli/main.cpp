// The program `tfscope`.
#include <fmt/format.h>

#include "analyzer/support/version.h"

int main() {
  fmt::print("tfscope {}\n", tfscope::kVersion);
  return 0;
}
