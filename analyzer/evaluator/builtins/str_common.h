// What the files of str and bytes methods share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/evaluator/builtins/natives.h"

namespace tfscope {

/// The symbol of a method of a partly known string.
Value UnknownMethod(Machine& machine, std::string_view name, Value self, Value argument, TypeHint hint);

/// Part of a text that `start` and `end` arguments select, in bytes.
struct TextWindow {
  bool ok = true;     ///< false: an exception is pending
  bool valid = true;  ///< false: `start` lies past the end, nothing is found
  bool unknown = false;
  size_t begin = 0;
  size_t end = 0;
};
/// `length` counts the units of the indices: code points for str, bytes for bytes.
TextWindow WindowOf(Machine& machine, std::string_view text, size_t length, NativeArguments arguments, size_t first);

/// Count without overlaps; an empty part occurs between all code points.
size_t CountOccurrences(std::string_view text, std::string_view part, bool by_code_point);
std::string ReplaceOccurrences(std::string_view text, std::string_view old_part, std::string_view new_part,
                               int64_t limit);

/// Pieces between separators, or between runs of white space if `separator` is empty.
std::vector<std::string_view> SplitText(std::string_view text, std::string_view separator, int64_t limit);
std::vector<std::string_view> SplitTextFromRight(std::string_view text, std::string_view separator, int64_t limit);
std::vector<std::string_view> SplitLines(std::string_view text, bool keep_ends, bool only_newlines);

enum class StripSide : uint8_t { kBoth, kLeft, kRight };
/// `characters` empty: white space.
std::string_view Strip(std::string_view text, std::string_view characters, bool has_characters, StripSide side);

}  // namespace tfscope
