#include "analyzer/evaluator/builtins/str_common.h"

#include <algorithm>

#include "analyzer/evaluator/text/unicode.h"

namespace tfscope {

Value UnknownMethod(Machine& machine, std::string_view name, Value self, Value argument, TypeHint hint) {
  return machine.heap().NewSymbol({.operation = Symbol::Operation::kMethod,
                                   .hint = hint,
                                   .name = machine.heap().Intern(name),
                                   .a = self,
                                   .b = argument,
                                   .origin = machine.CurrentSpan()});
}

TextWindow WindowOf(Machine& machine, std::string_view text, size_t length, NativeArguments arguments, size_t first) {
  auto size = static_cast<int64_t>(length);
  IntegerArgument start = ReadInteger(machine, arguments, first, 0);
  if (!start.ok) return {.ok = false};
  IntegerArgument stop = ReadInteger(machine, arguments, first + 1, size);
  if (!stop.ok) return {.ok = false};
  int64_t begin = start.value < 0 ? std::max<int64_t>(start.value + size, 0) : start.value;
  int64_t end = stop.value < 0 ? std::max<int64_t>(stop.value + size, 0) : std::min(stop.value, size);
  TextWindow window{.valid = begin <= size && begin <= end, .unknown = start.unknown || stop.unknown};
  if (!window.valid) return window;
  bool by_byte = text.size() == length;
  window.begin = by_byte ? static_cast<size_t>(begin) : ByteOffset(text, static_cast<size_t>(begin));
  window.end = by_byte ? static_cast<size_t>(end) : ByteOffset(text, static_cast<size_t>(end));
  return window;
}

size_t CountOccurrences(std::string_view text, std::string_view part, bool by_code_point) {
  if (part.empty()) return (by_code_point ? CodePointCount(text) : text.size()) + 1;
  size_t count = 0;
  for (size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

std::string ReplaceOccurrences(std::string_view text, std::string_view old_part, std::string_view new_part,
                               int64_t limit) {
  std::string result;
  size_t position = 0;
  if (limit < 0) limit = INT64_MAX;
  if (old_part.empty()) {
    for (; limit > 0; --limit) {
      result += new_part;
      if (position >= text.size()) return result;
      size_t size = CodePointSize(text, position);
      result += text.substr(position, size);
      position += size;
    }
    return result + std::string(text.substr(position));
  }
  for (; limit > 0; --limit) {
    size_t at = text.find(old_part, position);
    if (at == text.npos) break;
    result += text.substr(position, at - position);
    result += new_part;
    position = at + old_part.size();
    if (result.size() > static_cast<size_t>(kLargestString)) return result;
  }
  return result + std::string(text.substr(position));
}

namespace {

bool SpaceAt(std::string_view text, size_t position, size_t& size) {
  size_t next = position;
  bool is_space = IsSpace(DecodeCodePoint(text, next));
  size = next - position;
  return is_space;
}

/// Start of the code point that ends at `end`.
size_t PreviousStart(std::string_view text, size_t end) {
  size_t start = end - 1;
  while (start > 0 && end - start < 4 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
  return start;
}

std::vector<std::string_view> SplitSpaces(std::string_view text, int64_t limit) {
  std::vector<std::string_view> pieces;
  size_t position = 0;
  size_t size = 0;
  while (true) {
    while (position < text.size() && SpaceAt(text, position, size)) position += size;
    if (position >= text.size()) return pieces;
    if (static_cast<int64_t>(pieces.size()) == limit) break;
    size_t begin = position;
    while (position < text.size() && !SpaceAt(text, position, size)) position += size;
    pieces.push_back(text.substr(begin, position - begin));
  }
  pieces.push_back(text.substr(position));
  return pieces;
}

std::vector<std::string_view> SplitSpacesFromRight(std::string_view text, int64_t limit) {
  std::vector<std::string_view> pieces;
  while (true) {
    text = Strip(text, "", false, StripSide::kRight);
    if (text.empty()) break;
    if (static_cast<int64_t>(pieces.size()) == limit) {
      pieces.push_back(text);
      break;
    }
    size_t begin = text.size();
    size_t size = 0;
    while (begin > 0 && !SpaceAt(text, PreviousStart(text, begin), size)) begin = PreviousStart(text, begin);
    pieces.push_back(text.substr(begin));
    text = text.substr(0, begin);
  }
  std::reverse(pieces.begin(), pieces.end());
  return pieces;
}

}  // namespace

std::vector<std::string_view> SplitText(std::string_view text, std::string_view separator, int64_t limit) {
  if (limit < 0) limit = INT64_MAX;
  if (separator.empty()) return SplitSpaces(text, limit);
  std::vector<std::string_view> pieces;
  size_t position = 0;
  while (static_cast<int64_t>(pieces.size()) < limit) {
    size_t at = text.find(separator, position);
    if (at == text.npos) break;
    pieces.push_back(text.substr(position, at - position));
    position = at + separator.size();
  }
  pieces.push_back(text.substr(position));
  return pieces;
}

std::vector<std::string_view> SplitTextFromRight(std::string_view text, std::string_view separator, int64_t limit) {
  if (limit < 0) limit = INT64_MAX;
  if (separator.empty()) return SplitSpacesFromRight(text, limit);
  std::vector<std::string_view> pieces;
  while (static_cast<int64_t>(pieces.size()) < limit) {
    size_t at = text.rfind(separator);
    if (at == text.npos) break;
    pieces.push_back(text.substr(at + separator.size()));
    text = text.substr(0, at);
  }
  pieces.push_back(text);
  std::reverse(pieces.begin(), pieces.end());
  return pieces;
}

std::vector<std::string_view> SplitLines(std::string_view text, bool keep_ends, bool only_newlines) {
  std::vector<std::string_view> lines;
  size_t begin = 0;
  for (size_t position = 0; position < text.size();) {
    size_t at = position;
    uint32_t c = DecodeCodePoint(text, position);
    bool ends = c == '\n' || c == '\r';
    if (!only_newlines) {
      ends = ends || c == 0x0B || c == 0x0C || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 || c == 0x2029;
    }
    if (!ends) continue;
    if (c == '\r' && position < text.size() && text[position] == '\n') ++position;
    lines.push_back(text.substr(begin, (keep_ends ? position : at) - begin));
    begin = position;
  }
  if (begin < text.size()) lines.push_back(text.substr(begin));
  return lines;
}

std::string_view Strip(std::string_view text, std::string_view characters, bool has_characters, StripSide side) {
  auto drops = [&](size_t begin, size_t& size) {
    if (!has_characters) return SpaceAt(text, begin, size);
    size = CodePointSize(text, begin);
    return characters.find(text.substr(begin, size)) != characters.npos;
  };
  size_t size = 0;
  while (side != StripSide::kRight && !text.empty() && drops(0, size)) text.remove_prefix(size);
  while (side != StripSide::kLeft && !text.empty() && drops(PreviousStart(text, text.size()), size)) {
    text.remove_suffix(size);
  }
  return text;
}

}  // namespace tfscope
