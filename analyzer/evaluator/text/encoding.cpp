#include "analyzer/evaluator/text/encoding.h"

#include <algorithm>
#include <optional>

#include "analyzer/evaluator/text/unicode.h"
#include "analyzer/evaluator/unicode_errors.h"

namespace tfscope {

namespace {

enum class Codec : uint8_t {
  kUtf8,
  kUtf8Signed,
  kUtf16,
  kUtf16Le,
  kUtf16Be,
  kUtf32,
  kUtf32Le,
  kUtf32Be,
  kLatin1,
  kAscii
};

struct CodecName {
  std::string_view plain;  ///< lower case, without `-` and `_`
  Codec codec;
};

constexpr CodecName kCodecNames[] = {
    {"utf8", Codec::kUtf8},          {"u8", Codec::kUtf8},         {"utf", Codec::kUtf8},
    {"utf8sig", Codec::kUtf8Signed}, {"utf16", Codec::kUtf16},     {"u16", Codec::kUtf16},
    {"utf16le", Codec::kUtf16Le},    {"utf16be", Codec::kUtf16Be}, {"utf32", Codec::kUtf32},
    {"u32", Codec::kUtf32},          {"utf32le", Codec::kUtf32Le}, {"utf32be", Codec::kUtf32Be},
    {"latin1", Codec::kLatin1},      {"latin", Codec::kLatin1},    {"iso88591", Codec::kLatin1},
    {"l1", Codec::kLatin1},          {"8859", Codec::kLatin1},     {"cp819", Codec::kLatin1},
    {"ascii", Codec::kAscii},        {"usascii", Codec::kAscii},   {"646", Codec::kAscii},
};

/// Codecs of CPython that are not modelled: their results are unknown.
constexpr std::string_view kOtherCodecs[] = {
    "cp1252", "cp1251", "windows1252", "cp437",    "koi8r", "gbk",      "gb2312",  "big5",          "shiftjis",
    "eucjp",  "idna",   "punycode",    "utf7",     "mbcs",  "macroman", "gb18030", "unicodeescape", "rawunicodeescape",
    "cp850",  "cp1250", "iso885915",   "iso88592", "euckr", "charmap"};

std::string PlainName(std::string_view name) {
  std::string plain;
  for (char c : name) {
    if (c != '-' && c != '_' && c != ' ') plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return plain;
}

std::string_view NameOf(Value value, std::string_view absent) {
  const Str* text = As<Str>(Machine::Unwrap(value));
  return text == nullptr ? absent : text->text;
}

/// The codec, if it is modelled. Else `failure` is an unknown value, or LookupError.
std::optional<Codec> CodecOf(Machine& machine, std::string_view name, TypeHint hint, Result& failure) {
  const std::string plain = PlainName(name);
  const auto* found = std::ranges::find(kCodecNames, plain, &CodecName::plain);
  if (found != std::end(kCodecNames)) return found->codec;
  const bool exists = std::ranges::find(kOtherCodecs, plain) != std::end(kOtherCodecs);
  failure = exists ? Result(machine.Fresh(hint))
                   : machine.Raise(machine.types().lookup_error, fmt::format("unknown encoding: {}", name));
  return std::nullopt;
}

std::string_view Spelling(Codec codec) {
  return codec == Codec::kAscii ? "ascii" : codec == Codec::kLatin1 ? "latin-1" : "utf-8";
}

bool IsWide(Codec codec) { return codec >= Codec::kUtf16 && codec <= Codec::kUtf32Be; }
bool IsBigEndian(Codec codec) { return codec == Codec::kUtf16Be || codec == Codec::kUtf32Be; }
size_t UnitSize(Codec codec) { return codec <= Codec::kUtf16Be ? 2 : 4; }

void AppendUnit(std::string& result, uint32_t unit, Codec codec) {
  const size_t size = UnitSize(codec);
  for (size_t i = 0; i < size; ++i) {
    const size_t shift = 8 * (IsBigEndian(codec) ? size - 1 - i : i);
    result += static_cast<char>(unit >> shift & 0xFF);
  }
}

std::string EncodeWide(std::string_view text, Codec codec) {
  std::string result;
  if (codec == Codec::kUtf16 || codec == Codec::kUtf32) AppendUnit(result, 0xFEFF, codec);
  for (size_t position = 0; position < text.size();) {
    uint32_t c = DecodeCodePoint(text, position);
    if (c >= 0x10000 && UnitSize(codec) == 2) {
      AppendUnit(result, 0xD800 + ((c - 0x10000) >> 10), codec);
      c = 0xDC00 + ((c - 0x10000) & 0x3FF);
    }
    AppendUnit(result, c, codec);
  }
  return result;
}

/// Nothing if the bytes are not whole units; the caller does not know them then.
std::optional<std::string> DecodeWide(std::string_view data, Codec codec) {
  const size_t size = UnitSize(codec);
  if (data.size() % size != 0) return std::nullopt;
  std::string result;
  uint32_t high = 0;
  for (size_t at = 0; at < data.size(); at += size) {
    uint32_t unit = 0;
    for (size_t i = 0; i < size; ++i) {
      const size_t shift = 8 * (IsBigEndian(codec) ? size - 1 - i : i);
      unit |= static_cast<uint32_t>(static_cast<unsigned char>(data[at + i])) << shift;
    }
    const bool marks = at == 0 && (codec == Codec::kUtf16 || codec == Codec::kUtf32);
    if (marks && unit == 0xFEFF) continue;
    if (marks && unit == (size == 2 ? 0xFFFEu : 0xFFFE0000u)) return std::nullopt;  // the other byte order
    if (size == 2 && unit >= 0xD800 && unit < 0xDC00) {
      high = unit;
    } else if (high != 0 && unit >= 0xDC00 && unit < 0xE000) {
      AppendCodePoint(result, 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00));
      high = 0;
    } else if (unit > 0x10FFFF || (unit >= 0xD800 && unit < 0xE000)) {
      return std::nullopt;
    } else {
      AppendCodePoint(result, unit);
    }
  }
  return result;
}

std::string Escaped(uint32_t c) {
  return c < 0x100     ? fmt::format("\\x{:02x}", c)
         : c < 0x10000 ? fmt::format("\\u{:04x}", c)
                       : fmt::format("\\U{:08x}", c);
}

Result UnknownHandler(Machine& machine, std::string_view handling) {
  return machine.Raise(machine.types().lookup_error, fmt::format("unknown error handler name '{}'", handling));
}

/// What is wrong at an invalid byte of UTF-8.
std::string_view Utf8Problem(std::string_view data, size_t at) {
  const auto byte = static_cast<unsigned char>(data[at]);
  if (byte < 0xC2 || byte > 0xF4) return "invalid start byte";
  const size_t wanted = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
  for (size_t i = 1; i < wanted && at + i < data.size(); ++i) {
    if ((static_cast<unsigned char>(data[at + i]) & 0xC0) != 0x80) return "invalid continuation byte";
  }
  return at + wanted > data.size() ? "unexpected end of data" : "invalid continuation byte";
}

Result DecodeError(Machine& machine, Codec codec, std::string_view data, size_t position) {
  const std::string_view reason = codec == Codec::kAscii ? "ordinal not in range(128)" : Utf8Problem(data, position);
  size_t end = position + 1;
  const auto continues = [&](size_t at) { return (static_cast<unsigned char>(data[at]) & 0xC0) == 0x80; };
  if (codec != Codec::kAscii && reason != "invalid start byte") {
    while (end < data.size() && continues(end)) ++end;
  }
  return RaiseUnicodeError(machine, machine.types().unicode_decode_error,
                           {.encoding = Spelling(codec),
                            .object = Value::Of(machine.heap().NewBytes(data)),
                            .start = position,
                            .end = end,
                            .reason = reason});
}

/// `run` characters of a text from `position` on cannot be encoded.
Result EncodeError(Machine& machine, Codec codec, const Str* text, size_t position, size_t run, uint32_t limit) {
  return RaiseUnicodeError(machine, machine.types().unicode_encode_error,
                           {.encoding = Spelling(codec),
                            .object = Value::Of(const_cast<Str*>(text)),
                            .start = position,
                            .end = position + run,
                            .reason = fmt::format("ordinal not in range({})", limit)});
}

size_t RunAbove(std::string_view text, size_t position, uint32_t limit) {
  size_t run = 0;
  while (position < text.size() && DecodeCodePoint(text, position) >= limit) ++run;
  return run;
}

}  // namespace

Result EncodeText(Machine& machine, const Str* text, Value encoding, Value errors) {
  Result failure{Value()};
  const std::optional<Codec> codec = CodecOf(machine, NameOf(encoding, "utf-8"), TypeHint::kBytes, failure);
  if (!codec) return failure;
  Heap& heap = machine.heap();
  if (*codec == Codec::kUtf8) return Value::Of(heap.NewBytes(text->text));
  if (*codec == Codec::kUtf8Signed) return Value::Of(heap.NewBytes("\xEF\xBB\xBF" + std::string(text->text)));
  if (IsWide(*codec)) return Value::Of(heap.NewBytes(EncodeWide(text->text, *codec)));
  const uint32_t limit = *codec == Codec::kAscii ? 128 : 256;
  const std::string_view handling = NameOf(errors, "strict");
  std::string result;
  size_t index = 0;
  for (size_t position = 0; position < text->text.size(); ++index) {
    const size_t begin = position;
    const uint32_t c = DecodeCodePoint(text->text, position);
    if (c < limit)
      result += static_cast<char>(c);
    else if (handling == "replace")
      result += '?';
    else if (handling == "backslashreplace")
      result += Escaped(c);
    else if (handling == "xmlcharrefreplace")
      result += fmt::format("&#{};", c);
    else if (handling == "strict")
      return EncodeError(machine, *codec, text, index, RunAbove(text->text, begin, limit), limit);
    else if (handling == "namereplace" || handling == "surrogateescape" || handling == "surrogatepass")
      return machine.Fresh(TypeHint::kBytes);
    else if (handling != "ignore")
      return UnknownHandler(machine, handling);
  }
  return Value::Of(heap.NewBytes(result));
}

Result DecodeBytes(Machine& machine, std::string_view data, Value encoding, Value errors) {
  Result failure{Value()};
  const std::optional<Codec> codec = CodecOf(machine, NameOf(encoding, "utf-8"), TypeHint::kStr, failure);
  if (!codec) return failure;
  if (IsWide(*codec)) {
    const std::optional<std::string> wide = DecodeWide(data, *codec);
    return wide ? machine.heap().Text(*wide) : machine.Fresh(TypeHint::kStr);
  }
  const bool utf8 = *codec == Codec::kUtf8 || *codec == Codec::kUtf8Signed;
  if (*codec == Codec::kUtf8Signed && data.starts_with("\xEF\xBB\xBF")) data.remove_prefix(3);
  const std::string_view handling = NameOf(errors, "strict");
  std::string result;
  for (size_t position = 0; position < data.size();) {
    const size_t begin = position;
    const auto byte = static_cast<unsigned char>(data[begin]);
    uint32_t c = byte;
    if (utf8)
      c = DecodeCodePoint(data, position);
    else
      ++position;
    const bool valid = *codec == Codec::kLatin1 || byte < 0x80 || (utf8 && position - begin > 1);
    if (valid)
      AppendCodePoint(result, c);
    else if (handling == "replace")
      AppendCodePoint(result, 0xFFFD);
    else if (handling == "backslashreplace")
      result += Escaped(byte);
    else if (handling == "strict")
      return DecodeError(machine, *codec, data, begin);
    else if (handling == "surrogateescape" || handling == "surrogatepass")
      return machine.Fresh(TypeHint::kStr);
    else if (handling != "ignore")
      return UnknownHandler(machine, handling);
  }
  return machine.heap().Text(result);
}

}  // namespace tfscope
