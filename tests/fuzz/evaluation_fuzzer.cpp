// libFuzzer's entry for programs through evaluation and reports. Mutations are mostly of whole tokens and lines, since
// few programs survive a change of a byte as programs.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "tests/fuzz/targets.h"
#include "tests/fuzz/token_mutator.h"

extern "C" size_t LLVMFuzzerMutate(uint8_t* data, size_t size, size_t max_size);

namespace {

std::string_view Text(const uint8_t* data, size_t size) { return {reinterpret_cast<const char*>(data), size}; }

size_t Store(const std::string& text, uint8_t* data, size_t max_size) {
  const size_t size = std::min(text.size(), max_size);
  if (size > 0) std::memcpy(data, text.data(), size);
  return size;
}

}  // namespace

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t* data, size_t size, size_t max_size, unsigned int seed) {
  tfscope::TokenMutator mutator(seed);
  if (mutator.Chance(20)) return LLVMFuzzerMutate(data, size, max_size);
  return Store(mutator.Mutate(Text(data, size)), data, max_size);
}

extern "C" size_t LLVMFuzzerCustomCrossOver(const uint8_t* left, size_t left_size, const uint8_t* right,
                                            size_t right_size, uint8_t* out, size_t max_out_size, unsigned int seed) {
  return Store(tfscope::TokenMutator(seed).Cross(Text(left, left_size), Text(right, right_size)), out, max_out_size);
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string defect = tfscope::FuzzEvaluation(Text(data, size));
  if (defect.empty()) return 0;
  std::fprintf(stderr, "defect: %s\n", defect.c_str());
  std::abort();
}
