#include "analyzer/syntax/unicode_names.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <string>

namespace tfscope {
namespace {

struct NamedCharacter {
  std::string_view name;
  uint32_t code_point;
};

constexpr NamedCharacter kCharacters[] = {
#define TFSCOPE_UNICODE_NAME(name, code_point) {name, code_point},
#include "analyzer/syntax/unicode_names.def"
#undef TFSCOPE_UNICODE_NAME
};

}  // namespace

std::optional<uint32_t> CharacterNamed(std::string_view name) {
  std::string upper(name);
  std::transform(upper.begin(), upper.end(), upper.begin(), [](unsigned char c) { return std::toupper(c); });
  const auto* found =
      std::lower_bound(std::begin(kCharacters), std::end(kCharacters), std::string_view(upper),
                       [](const NamedCharacter& one, std::string_view wanted) { return one.name < wanted; });
  if (found == std::end(kCharacters) || found->name != upper) return std::nullopt;
  return found->code_point;
}

}  // namespace tfscope
