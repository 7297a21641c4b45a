#include "analyzer/evaluator/unicode_errors.h"

#include <fmt/format.h>

#include "analyzer/evaluator/text/unicode.h"

namespace tfscope {

namespace {

std::string Escaped(uint32_t c) {
  return c < 0x100     ? fmt::format("\\x{:02x}", c)
         : c < 0x10000 ? fmt::format("\\u{:04x}", c)
                       : fmt::format("\\U{:08x}", c);
}

std::string PlaceText(std::string_view kind, int64_t start, int64_t end) {
  return fmt::format("{} in position {}-{}", kind, start, end - 1);
}

/// The byte that cannot be decoded, or the bytes.
std::string PartOf(const Bytes& bytes, int64_t start, int64_t end) {
  const bool is_one = end == start + 1 && start >= 0 && static_cast<size_t>(start) < bytes.data.size();
  if (!is_one) return PlaceText("bytes", start, end);
  const auto byte = static_cast<unsigned char>(bytes.data[static_cast<size_t>(start)]);
  return fmt::format("byte 0x{:02x} in position {}", static_cast<unsigned>(byte), start);
}

/// The character that cannot be encoded, or the characters.
std::string PartOf(const Str& text, int64_t start, int64_t end) {
  size_t position = start < 0 ? text.text.size() : ByteOffset(text.text, static_cast<size_t>(start));
  if (end != start + 1 || position >= text.text.size()) return PlaceText("characters", start, end);
  return fmt::format("character '{}' in position {}", Escaped(DecodeCodePoint(text.text, position)), start);
}

}  // namespace

Result RaiseUnicodeError(Machine& machine, Class* type, const CodecFailure& failure) {
  Heap& heap = machine.heap();
  return machine.RaiseObject(machine.NewException(
      type, {heap.Text(failure.encoding), failure.object, Value::Int(static_cast<int64_t>(failure.start)),
             Value::Int(static_cast<int64_t>(failure.end)), heap.Text(failure.reason)}));
}

std::optional<std::string> UnicodeErrorText(std::span<const Value> arguments) {
  constexpr size_t kArguments = 5;
  if (arguments.size() != kArguments || !arguments[2].is_int() || !arguments[3].is_int()) return std::nullopt;
  const Str* encoding = As<Str>(arguments[0]);
  const Str* reason = As<Str>(arguments[4]);
  const Bytes* bytes = As<Bytes>(arguments[1]);
  const Str* text = As<Str>(arguments[1]);
  if (encoding == nullptr || reason == nullptr || (bytes == nullptr && text == nullptr)) return std::nullopt;
  const int64_t start = arguments[2].as_int();
  const int64_t end = arguments[3].as_int();
  return fmt::format("'{}' codec can't {} {}: {}", encoding->text, bytes != nullptr ? "decode" : "encode",
                     bytes != nullptr ? PartOf(*bytes, start, end) : PartOf(*text, start, end), reason->text);
}

}  // namespace tfscope
