// libFuzzer's entry for bytes through decoding, syntax and compiler.
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "tests/fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string defect = tfscope::FuzzSyntax({reinterpret_cast<const char*>(data), size});
  if (defect.empty()) return 0;
  std::fprintf(stderr, "defect: %s\n", defect.c_str());
  std::abort();
}
