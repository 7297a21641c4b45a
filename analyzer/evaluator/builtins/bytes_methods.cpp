// Methods of bytes and bytearray.
#include <algorithm>

#include "analyzer/evaluator/builtins/builtins.h"
#include "analyzer/evaluator/builtins/bytes_common.h"
#include "analyzer/evaluator/builtins/str_common.h"
#include "analyzer/evaluator/bytearray_store.h"
#include "analyzer/evaluator/operators.h"
#include "analyzer/evaluator/text/encoding.h"

namespace tfscope {

namespace {

Value NewPieces(Machine& machine, const Bytes& like, const std::vector<std::string_view>& pieces) {
  std::vector<Value> items;
  for (std::string_view piece : pieces) items.push_back(NewBytesLike(machine, like, piece));
  return machine.heap().NewList(std::move(items));
}

/// What is looked for: bytes, or one byte as an int. Nothing with an exception pending.
std::optional<std::string> PartArgument(Machine& machine, Value argument) {
  if (const Bytes* bytes = As<Bytes>(Machine::Unwrap(argument))) return std::string(bytes->data);
  Result index = AsIndex(machine, argument);
  if (!index.ok()) return std::nullopt;
  if (index.value().is_int() || As<BigInt>(index.value()) != nullptr) {
    std::optional<char> byte = ByteOf(machine, index.value());
    if (byte.has_value()) return std::string(1, *byte);
    return std::nullopt;
  }
  (void)machine.TypeError("argument should be integer or bytes-like object, not '{}'", TypeName(machine, argument));
  return std::nullopt;
}

Result Decode(Machine& machine, Bytes& self, NativeArguments arguments) {
  if (!machine.Charge(self.data.size() / 64)) return machine.Fresh(TypeHint::kStr);
  return DecodeBytes(machine, self.data, ArgumentOr(arguments, 0, Value::None()),
                     ArgumentOr(arguments, 1, Value::None()));
}

Result Hex(Machine& machine, Bytes& self, NativeArguments) {
  std::string result;
  for (char c : self.data) result += fmt::format("{:02x}", static_cast<unsigned char>(c));
  return machine.heap().Text(result);
}

Result FromHex(Machine& machine, NativeArguments arguments) {
  const Str* text = As<Str>(Machine::Unwrap(arguments[1]));
  if (text == nullptr)
    return machine.TypeError("fromhex() argument must be str, not {}", TypeName(machine, arguments[1]));
  std::string data;
  auto digit = [](char c) {
    return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
  };
  for (size_t i = 0; i < text->text.size();) {
    if (text->text[i] == ' ') {
      ++i;
      continue;
    }
    int high = digit(text->text[i]);
    int low = i + 1 < text->text.size() ? digit(text->text[i + 1]) : -1;
    if (high < 0 || low < 0) {
      return machine.ValueError("non-hexadecimal number found in fromhex() arg at position {}", high < 0 ? i : i + 1);
    }
    data += static_cast<char>(high * 16 + low);
    i += 2;
  }
  Bytes* made = machine.heap().NewBytes(data);
  made->is_bytearray =
      As<Class>(arguments[0]) != nullptr && machine.IsSubclass(As<Class>(arguments[0]), machine.types().bytearray);
  return Value::Of(made);
}

template <bool from_right, bool raises>
Result Find(Machine& machine, Bytes& self, NativeArguments arguments) {
  std::optional<std::string> part = PartArgument(machine, arguments[0]);
  if (!part.has_value()) return Result::Raised();
  TextWindow window = WindowOf(machine, self.data, self.data.size(), arguments, 1);
  if (!window.ok) return Result::Raised();
  std::string_view data = self.data.substr(window.begin, window.end - window.begin);
  if (!ChargeSearch(machine, data, *part)) return machine.Fresh(TypeHint::kInt);
  size_t at = !window.valid ? data.npos : from_right ? data.rfind(*part) : data.find(*part);
  if (at == data.npos) return raises ? machine.ValueError("subsection not found") : Value::Int(-1);
  return Value::Int(static_cast<int64_t>(at + window.begin));
}

template <bool at_end>
Result Affix(Machine& machine, Bytes& self, NativeArguments arguments) {
  std::vector<Value> parts = {arguments[0]};
  if (const Tuple* tuple = As<Tuple>(Machine::Unwrap(arguments[0]))) parts = tuple->Copy();
  TextWindow window = WindowOf(machine, self.data, self.data.size(), arguments, 1);
  if (!window.ok) return Result::Raised();
  std::string_view data = self.data.substr(window.begin, window.end - window.begin);
  for (Value value : parts) {
    const Bytes* part = As<Bytes>(Machine::Unwrap(value));
    if (part == nullptr) {
      return machine.TypeError("{} first arg must be bytes or a tuple of bytes, not {}",
                               at_end ? "endswith" : "startswith", TypeName(machine, value));
    }
    if (window.valid && (at_end ? data.ends_with(part->data) : data.starts_with(part->data))) return Value::Bool(true);
  }
  return Value::Bool(false);
}

Result Count(Machine& machine, Bytes& self, NativeArguments arguments) {
  std::optional<std::string> part = PartArgument(machine, arguments[0]);
  if (!part.has_value()) return Result::Raised();
  TextWindow window = WindowOf(machine, self.data, self.data.size(), arguments, 1);
  if (!window.ok) return Result::Raised();
  if (!window.valid) return Value::Int(0);
  std::string_view data = self.data.substr(window.begin, window.end - window.begin);
  return Value::Int(static_cast<int64_t>(CountOccurrences(data, *part, false)));
}

Result Replace(Machine& machine, Bytes& self, NativeArguments arguments) {
  const Bytes* old_part = BytesArgument(machine, arguments[0]);
  const Bytes* new_part = old_part == nullptr ? nullptr : BytesArgument(machine, arguments[1]);
  if (new_part == nullptr) return Result::Raised();
  IntegerArgument limit = ReadInteger(machine, arguments, 2, -1);
  if (!limit.ok) return Result::Raised();
  std::string result = ReplaceOccurrences(self.data, old_part->data, new_part->data, limit.value);
  if (result.size() > static_cast<size_t>(kLargestString)) return machine.Fresh(TypeHint::kBytes);
  return NewBytesLike(machine, self, result);
}

template <bool from_right>
Result Split(Machine& machine, Bytes& self, NativeArguments arguments) {
  std::string_view separator;
  if (Value argument = ArgumentOr(arguments, 0, Value::None()); !argument.is_none()) {
    const Bytes* bytes = BytesArgument(machine, argument);
    if (bytes == nullptr) return Result::Raised();
    if (bytes->data.empty()) return machine.ValueError("empty separator");
    separator = bytes->data;
  }
  IntegerArgument limit = ReadInteger(machine, arguments, 1, -1);
  if (!limit.ok) return Result::Raised();
  return NewPieces(machine, self,
                   from_right ? SplitTextFromRight(self.data, separator, limit.value)
                              : SplitText(self.data, separator, limit.value));
}

template <StripSide side>
Result StripBytes(Machine& machine, Bytes& self, NativeArguments arguments) {
  Value argument = ArgumentOr(arguments, 0, Value::None());
  const Bytes* characters = argument.is_none() ? nullptr : BytesArgument(machine, argument);
  if (characters == nullptr && !argument.is_none()) return Result::Raised();
  std::string_view set = characters == nullptr ? "" : characters->data;
  return NewBytesLike(machine, self, Strip(self.data, set, characters != nullptr, side));
}

template <char first, char last, int distance>
Result ChangeCase(Machine& machine, Bytes& self, NativeArguments) {
  std::string result(self.data);
  for (char& c : result) c = c >= first && c <= last ? static_cast<char>(c + distance) : c;
  return NewBytesLike(machine, self, result);
}

Result Join(Machine& machine, Bytes& self, NativeArguments arguments) {
  std::vector<Value> items;
  if (!machine.Collect(arguments[0], items)) return Result::Raised();
  std::string result;
  for (size_t i = 0; i < items.size(); ++i) {
    const Bytes* bytes = As<Bytes>(Machine::Unwrap(items[i]));
    if (items[i].is_unknown()) return machine.Fresh(TypeHint::kBytes);
    if (bytes == nullptr) {
      return machine.TypeError("sequence item {}: expected a bytes-like object, {} found", i,
                               TypeName(machine, items[i]));
    }
    if (i > 0) result += self.data;
    result += bytes->data;
    if (result.size() > static_cast<size_t>(kLargestString)) return machine.Fresh(TypeHint::kBytes);
  }
  return NewBytesLike(machine, self, result);
}

Result Lines(Machine& machine, Bytes& self, NativeArguments arguments) {
  Truth keep = machine.TruthOf(ArgumentOr(arguments, 0, Value::Bool(false)));
  return NewPieces(machine, self, SplitLines(self.data, keep == Truth::kTrue, true));
}

constexpr NativeSpec kBytesMethods[] = {
    {"decode", "self, encoding=, errors=", Method<Bytes, Decode>, 0, TypeHint::kStr},
    {"hex", "self", Method<Bytes, Hex>, 0, TypeHint::kStr},
    {"find", "self, sub, start=, end=", Method<Bytes, Find<false, false>>, 0, TypeHint::kInt},
    {"rfind", "self, sub, start=, end=", Method<Bytes, Find<true, false>>, 0, TypeHint::kInt},
    {"index", "self, sub, start=, end=", Method<Bytes, Find<false, true>>, 0, TypeHint::kInt},
    {"rindex", "self, sub, start=, end=", Method<Bytes, Find<true, true>>, 0, TypeHint::kInt},
    {"startswith", "self, prefix, start=, end=", Method<Bytes, Affix<false>>, 0, TypeHint::kBool},
    {"endswith", "self, suffix, start=, end=", Method<Bytes, Affix<true>>, 0, TypeHint::kBool},
    {"count", "self, sub, start=, end=", Method<Bytes, Count>, 0, TypeHint::kInt},
    {"replace", "self, old, new, count=", Method<Bytes, Replace>, 0, TypeHint::kBytes},
    {"split", "self, sep=, maxsplit=", Method<Bytes, Split<false>>, 0, TypeHint::kList},
    {"rsplit", "self, sep=, maxsplit=", Method<Bytes, Split<true>>, 0, TypeHint::kList},
    {"splitlines", "self, keepends=", Method<Bytes, Lines>, 0, TypeHint::kList},
    {"strip", "self, bytes=", Method<Bytes, StripBytes<StripSide::kBoth>>, 0, TypeHint::kBytes},
    {"lstrip", "self, bytes=", Method<Bytes, StripBytes<StripSide::kLeft>>, 0, TypeHint::kBytes},
    {"rstrip", "self, bytes=", Method<Bytes, StripBytes<StripSide::kRight>>, 0, TypeHint::kBytes},
    {"upper", "self", Method<Bytes, ChangeCase<'a', 'z', -32>>, 0, TypeHint::kBytes},
    {"lower", "self", Method<Bytes, ChangeCase<'A', 'Z', 32>>, 0, TypeHint::kBytes},
    {"join", "self, iterable", Method<Bytes, Join>, 0, TypeHint::kBytes},
};

constexpr NativeSpec kBytesClassMethods[] = {
    {"fromhex", "cls, string", FromHex, 0, TypeHint::kBytes},
};

}  // namespace

void InstallBytesMethods(Machine& machine) {
  for (Class* cls : {machine.types().bytes, machine.types().bytearray}) {
    machine.Define(cls, kBytesMethods);
    DefineClassMethods(machine, cls, kBytesClassMethods);
  }
}

}  // namespace tfscope
