#include "analyzer/diagnostics/places.h"

#include <fmt/format.h>

#include "analyzer/source/notebook.h"

namespace tfscope {
namespace {

constexpr size_t kMaxSnippet = 60;  // code points
constexpr size_t kMaxCalls = 6;     // calls of a stack that are shown

bool IsContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// Length of the well-formed UTF-8 sequence that `text` starts with; 0 if it starts with none.
size_t SequenceLength(std::string_view text) {
  const auto byte = [&](size_t index) { return static_cast<unsigned char>(text[index]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return 1;
  const size_t length = first >= 0xF0 && first <= 0xF4  ? 4
                        : first >= 0xE0 && first < 0xF0 ? 3
                        : first >= 0xC2 && first < 0xE0 ? 2
                                                        : 0;
  if (length == 0 || text.size() < length) return 0;
  for (size_t index = 1; index < length; ++index) {
    if (!IsContinuation(text[index])) return 0;
  }
  const bool overlong = (first == 0xE0 && byte(1) < 0xA0) || (first == 0xF0 && byte(1) < 0x90);
  const bool outside = (first == 0xED && byte(1) > 0x9F) || (first == 0xF4 && byte(1) > 0x8F);
  return overlong || outside ? 0 : length;
}

}  // namespace

std::string Printable(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const size_t length = SequenceLength(text.substr(at));
    const auto byte = static_cast<unsigned char>(text[at]);
    if (length == 0) {
      result += "\xEF\xBF\xBD";
      ++at;
    } else if (byte < 0x20 || byte == 0x7F) {
      result += byte == '\n' ? "\\n" : byte == '\t' ? "\\t" : byte == '\r' ? "\\r" : fmt::format("\\x{:02x}", byte);
      ++at;
    } else if (length == 2 && byte == 0xC2 && static_cast<unsigned char>(text[at + 1]) < 0xA0) {
      result += fmt::format("\\x{:02x}", static_cast<unsigned char>(text[at + 1]));  // C1 controls reach terminals, too
      at += 2;
    } else {
      result += text.substr(at, length);
      at += length;
    }
  }
  return result;
}

bool IsInModel(const SourceManager& sources, Span span) {
  return span.valid() && sources.file(span.file).display_path.starts_with('<');
}

std::string PlaceText(const SourceManager& sources, Span span) {
  if (!span.valid()) return "an unknown place";
  const SourceFile& file = sources.file(span.file);
  return fmt::format("{}:{}", Printable(file.display_path), LineText(PlaceInCell(file, sources.Begin(span).line)));
}

std::string SnippetText(const SourceManager& sources, Span span) {
  std::string result;
  size_t length = 0;
  bool blank = false;
  for (const char byte : sources.Text(span)) {
    if (byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f' || byte == '\\') {
      blank = !result.empty();
      continue;
    }
    if (!IsContinuation(byte) && ++length > kMaxSnippet) return Printable(result) + "...";
    if (blank && result.back() != '(' && byte != ')') result += ' ';
    blank = false;
    result += byte;
  }
  return Printable(result);
}

std::string CalledFromText(const SourceManager& sources, const CallStacks& stacks, CallStackId stack) {
  const std::vector<CallStackEntry> entries = stacks.Unwind(stack);
  std::string result;
  const size_t count = entries.size();
  for (size_t index = 0; index < count; ++index) {
    if (count > kMaxCalls && index == kMaxCalls / 2) {
      const size_t hidden = count - kMaxCalls;
      result += fmt::format(", ... {} more call{}", hidden, hidden == 1 ? "" : "s");
      index += hidden;
    }
    const Span call_site = entries[count - 1 - index].call_site;
    result += fmt::format(", called from {} {}", PlaceText(sources, call_site), SnippetText(sources, call_site));
  }
  return result;
}

}  // namespace tfscope
