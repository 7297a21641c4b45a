// Methods of bytes and bytearray.
#include <algorithm>

#include "analyzer/evaluator/builtins/builtins.h"
#include "analyzer/evaluator/builtins/str_common.h"
#include "analyzer/evaluator/operators.h"
#include "analyzer/evaluator/text/encoding.h"

namespace tfscope {

namespace {

/// New bytes of the same type as `like`.
Value NewLike(Machine& machine, const Bytes& like, std::string_view data) {
  Bytes* result = machine.heap().NewBytes(data);
  result->is_bytearray = like.is_bytearray;
  return Value::Of(result);
}

Value NewPieces(Machine& machine, const Bytes& like, const std::vector<std::string_view>& pieces) {
  std::vector<Value> items;
  for (std::string_view piece : pieces) items.push_back(NewLike(machine, like, piece));
  return machine.heap().NewList(std::move(items));
}

/// The argument as bytes; null with a TypeError pending.
const Bytes* BytesArgument(Machine& machine, Value argument) {
  const Bytes* bytes = As<Bytes>(Machine::Unwrap(argument));
  if (bytes == nullptr) {
    (void)machine.TypeError("a bytes-like object is required, not '{}'", TypeName(machine, argument));
  }
  return bytes;
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
  return Value::Of(machine.heap().NewBytes(data));
}

template <bool from_right>
Result Find(Machine& machine, Bytes& self, NativeArguments arguments) {
  const Bytes* part = BytesArgument(machine, arguments[0]);
  if (part == nullptr) return Result::Raised();
  TextWindow window = WindowOf(machine, self.data, self.data.size(), arguments, 1);
  if (!window.ok) return Result::Raised();
  if (!window.valid) return Value::Int(-1);
  std::string_view data = self.data.substr(window.begin, window.end - window.begin);
  if (!ChargeSearch(machine, data, part->data)) return machine.Fresh(TypeHint::kInt);
  size_t at = from_right ? data.rfind(part->data) : data.find(part->data);
  return Value::Int(at == data.npos ? -1 : static_cast<int64_t>(at + window.begin));
}

template <bool at_end>
Result Affix(Machine& machine, Bytes& self, NativeArguments arguments) {
  std::vector<Value> parts = {arguments[0]};
  if (const Tuple* tuple = As<Tuple>(Machine::Unwrap(arguments[0]))) parts = tuple->items;
  for (Value value : parts) {
    const Bytes* part = As<Bytes>(Machine::Unwrap(value));
    if (part == nullptr) {
      return machine.TypeError("{} first arg must be bytes or a tuple of bytes, not {}",
                               at_end ? "endswith" : "startswith", TypeName(machine, value));
    }
    if (at_end ? self.data.ends_with(part->data) : self.data.starts_with(part->data)) return Value::Bool(true);
  }
  return Value::Bool(false);
}

Result Count(Machine& machine, Bytes& self, NativeArguments arguments) {
  const Bytes* part = BytesArgument(machine, arguments[0]);
  if (part == nullptr) return Result::Raised();
  return Value::Int(static_cast<int64_t>(CountOccurrences(self.data, part->data, false)));
}

Result Replace(Machine& machine, Bytes& self, NativeArguments arguments) {
  const Bytes* old_part = BytesArgument(machine, arguments[0]);
  const Bytes* new_part = old_part == nullptr ? nullptr : BytesArgument(machine, arguments[1]);
  if (new_part == nullptr) return Result::Raised();
  IntegerArgument limit = ReadInteger(machine, arguments, 2, -1);
  if (!limit.ok) return Result::Raised();
  std::string result = ReplaceOccurrences(self.data, old_part->data, new_part->data, limit.value);
  if (result.size() > static_cast<size_t>(kLargestString)) return machine.Fresh(TypeHint::kBytes);
  return NewLike(machine, self, result);
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
  return NewLike(machine, self, Strip(self.data, set, characters != nullptr, side));
}

template <char first, char last, int distance>
Result ChangeCase(Machine& machine, Bytes& self, NativeArguments) {
  std::string result(self.data);
  for (char& c : result) c = c >= first && c <= last ? static_cast<char>(c + distance) : c;
  return NewLike(machine, self, result);
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
  return NewLike(machine, self, result);
}

Result Lines(Machine& machine, Bytes& self, NativeArguments arguments) {
  Truth keep = machine.TruthOf(ArgumentOr(arguments, 0, Value::Bool(false)));
  return NewPieces(machine, self, SplitLines(self.data, keep == Truth::kTrue, true));
}

Result Append(Machine& machine, Bytes& self, NativeArguments arguments) {
  IntegerArgument byte = ReadInteger(machine, arguments, 0, 0);
  if (!byte.ok) return Result::Raised();
  if (byte.value < 0 || byte.value > 255) return machine.ValueError("byte must be in range(0, 256)");
  machine.heap().WillWrite(&self);
  self.data = machine.heap().NewBytes(std::string(self.data) + static_cast<char>(byte.value))->data;
  machine.Charge(self.data.size() / 64);
  return Value::None();
}

Result Extend(Machine& machine, Bytes& self, NativeArguments arguments) {
  std::string data(self.data);
  if (const Bytes* other = As<Bytes>(arguments[0])) {
    data += other->data;
  } else {
    std::vector<Value> items;
    if (!machine.Collect(arguments[0], items)) return Result::Raised();
    for (Value item : items) data += static_cast<char>(item.is_int() ? item.as_int() : 0);
  }
  machine.heap().WillWrite(&self);
  self.data = machine.heap().NewBytes(data)->data;
  return Value::None();
}

constexpr NativeSpec kBytesMethods[] = {
    {"decode", "self, encoding=, errors=", Method<Bytes, Decode>, 0, TypeHint::kStr},
    {"hex", "self", Method<Bytes, Hex>, 0, TypeHint::kStr},
    {"find", "self, sub, start=, end=", Method<Bytes, Find<false>>, 0, TypeHint::kInt},
    {"rfind", "self, sub, start=, end=", Method<Bytes, Find<true>>, 0, TypeHint::kInt},
    {"startswith", "self, prefix", Method<Bytes, Affix<false>>, 0, TypeHint::kBool},
    {"endswith", "self, suffix", Method<Bytes, Affix<true>>, 0, TypeHint::kBool},
    {"count", "self, sub", Method<Bytes, Count>, 0, TypeHint::kInt},
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

constexpr NativeSpec kByteArrayMethods[] = {
    {"append", "self, item", Method<Bytes, Append>},
    {"extend", "self, iterable", Method<Bytes, Extend>},
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
  machine.Define(machine.types().bytearray, kByteArrayMethods);
}

}  // namespace tfscope
