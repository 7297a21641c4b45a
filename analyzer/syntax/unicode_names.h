// Characters by their Unicode name, for `\N{NAME}` in strings.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace tfscope {

/// The code point with this name, in any case; nothing if the table does not have it. It holds common scripts and
/// symbols, not all of Unicode.
std::optional<uint32_t> CharacterNamed(std::string_view name);

}  // namespace tfscope
