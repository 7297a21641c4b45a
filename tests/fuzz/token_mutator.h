// Changes programs by whole tokens and lines, so that most of what comes out still parses.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace tfscope {

class TokenMutator {
 public:
  explicit TokenMutator(uint32_t seed) : random_(seed) {}

  /// True once in `times`, on average.
  bool Chance(uint32_t times) { return Below(times) == 0; }

  /// The program after one to four changes.
  std::string Mutate(std::string_view program);

  /// `left` with a part of `right` in it.
  std::string Cross(std::string_view left, std::string_view right);

 private:
  size_t Below(size_t bound);
  std::string MutateOnce(std::string_view program);
  std::string MutateTokens(std::string_view program);
  std::string MutateLines(std::string_view program);
  std::string_view RandomWord();

  std::minstd_rand random_;
};

}  // namespace tfscope
