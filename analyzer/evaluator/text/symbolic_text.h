// Partly known strings: placeholders `\x01` symbol id `\x02` between known text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "analyzer/evaluator/heap.h"

namespace tfscope {

inline constexpr char kPlaceholderBegin = '\x01';
inline constexpr char kPlaceholderEnd = '\x02';

/// The placeholder of this symbol.
std::string PlaceholderOf(const Symbol& symbol);
/// End of the placeholder that starts at `position`, or `position` if none starts there.
size_t PlaceholderEnd(std::string_view text, size_t position);
bool HasPlaceholder(std::string_view text);
/// The text up to the first placeholder, and after the last one.
std::string_view KnownPrefix(std::string_view text);
std::string_view KnownSuffix(std::string_view text);
/// Some character outside of placeholders.
bool HasKnownCharacter(std::string_view text);
/// Whether two texts could be equal once the unknown parts are known; exact if neither has placeholders.
bool MayBeEqual(std::string_view a, std::string_view b);
/// A string, partly known if the text has placeholders.
Value TextValue(Heap& heap, std::string_view text);

}  // namespace tfscope
