#include "analyzer/evaluator/text/symbolic_text.h"

#include <algorithm>

namespace tfscope {

std::string PlaceholderOf(const Symbol& symbol) {
  return kPlaceholderBegin + std::to_string(symbol.id) + kPlaceholderEnd;
}

size_t PlaceholderEnd(std::string_view text, size_t position) {
  if (position >= text.size() || text[position] != kPlaceholderBegin) return position;
  size_t end = position + 1;
  while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
  bool complete = end > position + 1 && end < text.size() && text[end] == kPlaceholderEnd;
  return complete ? end + 1 : position;
}

namespace {
/// Start of the first placeholder, or npos.
size_t FindPlaceholder(std::string_view text, size_t from) {
  for (size_t at = text.find(kPlaceholderBegin, from); at != text.npos; at = text.find(kPlaceholderBegin, at + 1)) {
    if (PlaceholderEnd(text, at) != at) return at;
  }
  return text.npos;
}
}  // namespace

bool HasPlaceholder(std::string_view text) { return FindPlaceholder(text, 0) != text.npos; }

std::string_view KnownPrefix(std::string_view text) { return text.substr(0, FindPlaceholder(text, 0)); }

std::string_view KnownSuffix(std::string_view text) {
  size_t begin = 0;
  for (size_t at = FindPlaceholder(text, 0); at != text.npos; at = FindPlaceholder(text, begin)) {
    begin = PlaceholderEnd(text, at);
  }
  return text.substr(begin);
}

bool HasKnownCharacter(std::string_view text) {
  size_t position = 0;
  while (position < text.size()) {
    size_t end = PlaceholderEnd(text, position);
    if (end == position) return true;
    position = end;
  }
  return false;
}

bool MayBeEqual(std::string_view a, std::string_view b) {
  bool a_known = !HasPlaceholder(a);
  bool b_known = !HasPlaceholder(b);
  if (a == b || (a_known && b_known)) return a == b;
  std::string_view a_prefix = KnownPrefix(a);
  std::string_view b_prefix = KnownPrefix(b);
  size_t shared = std::min(a_prefix.size(), b_prefix.size());
  if (a_prefix.substr(0, shared) != b_prefix.substr(0, shared)) return false;
  std::string_view a_suffix = KnownSuffix(a);
  std::string_view b_suffix = KnownSuffix(b);
  shared = std::min(a_suffix.size(), b_suffix.size());
  if (a_suffix.substr(a_suffix.size() - shared) != b_suffix.substr(b_suffix.size() - shared)) return false;
  if (a_known) return a.size() >= b_prefix.size() + b_suffix.size();
  return !b_known || b.size() >= a_prefix.size() + a_suffix.size();
}

Value TextValue(Heap& heap, std::string_view text) {
  return Value::Of(HasPlaceholder(text) ? heap.NewSymbolicStr(text) : heap.NewStr(text));
}

}  // namespace tfscope
