#include "analyzer/evaluator/text/encoding.h"

#include "analyzer/evaluator/text/unicode.h"

namespace tfscope {

namespace {

enum class Codec : uint8_t { kUtf8, kLatin1, kAscii, kUnknown };

/// `name` in lower case without `-` and `_`.
Codec CodecOf(std::string_view name) {
  std::string plain;
  for (char c : name) {
    if (c != '-' && c != '_' && c != ' ') plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  if (plain == "utf8" || plain == "u8") return Codec::kUtf8;
  if (plain == "latin1" || plain == "iso88591" || plain == "l1") return Codec::kLatin1;
  return plain == "ascii" || plain == "usascii" ? Codec::kAscii : Codec::kUnknown;
}

std::string_view NameOf(Value value, std::string_view absent) {
  const Str* text = As<Str>(Machine::Unwrap(value));
  return text == nullptr ? absent : text->text;
}

std::string_view Spelling(Codec codec) {
  return codec == Codec::kAscii ? "ascii" : codec == Codec::kLatin1 ? "latin-1" : "utf-8";
}

Result DecodeError(Machine& machine, Codec codec, size_t position, unsigned char byte) {
  std::string_view reason = codec == Codec::kAscii ? "ordinal not in range(128)" : "invalid start byte";
  return machine.Raise(machine.types().unicode_decode_error,
                       fmt::format("'{}' codec can't decode byte 0x{:02x} in position {}: {}", Spelling(codec),
                                   static_cast<unsigned>(byte), position, reason));
}

Result EncodeError(Machine& machine, Codec codec, size_t position, uint32_t c, uint32_t limit) {
  std::string escape = c < 0x100     ? fmt::format("\\x{:02x}", c)
                       : c < 0x10000 ? fmt::format("\\u{:04x}", c)
                                     : fmt::format("\\U{:08x}", c);
  return machine.Raise(machine.types().unicode_encode_error,
                       fmt::format("'{}' codec can't encode character '{}' in position {}: ordinal not in range({})",
                                   Spelling(codec), escape, position, limit));
}

}  // namespace

Result EncodeText(Machine& machine, const Str* text, Value encoding, Value errors) {
  Codec codec = CodecOf(NameOf(encoding, "utf-8"));
  if (codec == Codec::kUnknown) return machine.Fresh(TypeHint::kBytes);
  if (codec == Codec::kUtf8) return Value::Of(machine.heap().NewBytes(text->text));
  uint32_t limit = codec == Codec::kAscii ? 128 : 256;
  std::string_view handling = NameOf(errors, "strict");
  std::string result;
  size_t index = 0;
  for (size_t position = 0; position < text->text.size(); ++index) {
    uint32_t c = DecodeCodePoint(text->text, position);
    if (c < limit)
      result += static_cast<char>(c);
    else if (handling == "replace")
      result += '?';
    else if (handling != "ignore")
      return EncodeError(machine, codec, index, c, limit);
  }
  return Value::Of(machine.heap().NewBytes(result));
}

Result DecodeBytes(Machine& machine, std::string_view data, Value encoding, Value errors) {
  Codec codec = CodecOf(NameOf(encoding, "utf-8"));
  if (codec == Codec::kUnknown) return machine.Fresh(TypeHint::kStr);
  std::string_view handling = NameOf(errors, "strict");
  std::string result;
  for (size_t position = 0; position < data.size();) {
    size_t begin = position;
    auto byte = static_cast<unsigned char>(data[begin]);
    uint32_t c = byte;
    if (codec == Codec::kUtf8)
      c = DecodeCodePoint(data, position);
    else
      ++position;
    bool valid = codec == Codec::kLatin1 || byte < 0x80 || (codec == Codec::kUtf8 && position - begin > 1);
    if (valid)
      AppendCodePoint(result, c);
    else if (handling == "replace")
      AppendCodePoint(result, 0xFFFD);
    else if (handling != "ignore")
      return DecodeError(machine, codec, begin, byte);
  }
  return machine.heap().Text(result);
}

}  // namespace tfscope
