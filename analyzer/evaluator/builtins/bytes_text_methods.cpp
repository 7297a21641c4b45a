// Methods of bytes and bytearray that treat them as ASCII text.
#include <algorithm>
#include <cctype>

#include "analyzer/evaluator/builtins/builtins.h"
#include "analyzer/evaluator/builtins/bytes_common.h"
#include "analyzer/evaluator/builtins/str_common.h"

namespace tfscope {

namespace {

bool IsAscii(char c) { return static_cast<unsigned char>(c) < 0x80; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsAlpha(char c) { return IsUpper(c) || IsLower(c); }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsAlphaOrDigit(char c) { return IsAlpha(c) || IsDigit(c); }
bool IsSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
char Upper(char c) { return IsLower(c) ? static_cast<char>(c - 32) : c; }
char Lower(char c) { return IsUpper(c) ? static_cast<char>(c + 32) : c; }

template <bool (*test)(char)>
Result All(Machine&, Bytes& self, NativeArguments) {
  return Value::Bool(!self.data.empty() && std::ranges::all_of(self.data, test));
}

Result AllAscii(Machine&, Bytes& self, NativeArguments) { return Value::Bool(std::ranges::all_of(self.data, IsAscii)); }

/// Has letters of one case and none of the other.
template <bool (*wanted)(char), bool (*other)(char)>
Result Cased(Machine&, Bytes& self, NativeArguments) {
  return Value::Bool(std::ranges::any_of(self.data, wanted) && std::ranges::none_of(self.data, other));
}

Result IsTitle(Machine&, Bytes& self, NativeArguments) {
  bool cased = false;
  bool previous = false;
  for (char c : self.data) {
    if ((IsUpper(c) && previous) || (IsLower(c) && !previous)) return Value::Bool(false);
    previous = IsAlpha(c);
    cased = cased || previous;
  }
  return Value::Bool(cased);
}

Result Capitalize(Machine& machine, Bytes& self, NativeArguments) {
  std::string result(self.data);
  for (size_t i = 0; i < result.size(); ++i) result[i] = i == 0 ? Upper(result[i]) : Lower(result[i]);
  return NewBytesLike(machine, self, result);
}

Result SwapCase(Machine& machine, Bytes& self, NativeArguments) {
  std::string result(self.data);
  for (char& c : result) c = IsUpper(c) ? Lower(c) : Upper(c);
  return NewBytesLike(machine, self, result);
}

Result Title(Machine& machine, Bytes& self, NativeArguments) {
  std::string result(self.data);
  bool previous = false;
  for (char& c : result) {
    c = previous ? Lower(c) : Upper(c);
    previous = IsAlpha(c);
  }
  return NewBytesLike(machine, self, result);
}

enum class Side : uint8_t { kLeft, kRight, kCenter };

template <Side side>
Result Justify(Machine& machine, Bytes& self, NativeArguments arguments) {
  constexpr std::string_view kName = side == Side::kLeft ? "ljust" : side == Side::kRight ? "rjust" : "center";
  IntegerArgument width = ReadInteger(machine, arguments, 0, 0);
  if (!width.ok) return Result::Raised();
  char fill = ' ';
  if (Value given = ArgumentOr(arguments, 1, Value()); given.defined()) {
    const Bytes* bytes = As<Bytes>(Machine::Unwrap(given));
    if (bytes == nullptr || bytes->data.size() != 1) {
      return machine.TypeError("{}() argument 2 must be a byte string of length 1, not {}", kName,
                               TypeName(machine, given));
    }
    fill = bytes->data[0];
  }
  auto size = static_cast<int64_t>(self.data.size());
  if (width.value > kLargestString) return machine.Fresh(TypeHint::kBytes);
  int64_t padding = std::max<int64_t>(width.value - size, 0);
  int64_t left = side == Side::kLeft ? 0 : side == Side::kRight ? padding : padding / 2 + (padding & width.value & 1);
  std::string result(static_cast<size_t>(left), fill);
  result += self.data;
  result.append(static_cast<size_t>(padding - left), fill);
  return NewBytesLike(machine, self, result);
}

Result ZeroFill(Machine& machine, Bytes& self, NativeArguments arguments) {
  IntegerArgument width = ReadInteger(machine, arguments, 0, 0);
  if (!width.ok) return Result::Raised();
  if (width.value > kLargestString) return machine.Fresh(TypeHint::kBytes);
  auto size = static_cast<int64_t>(self.data.size());
  std::string zeros(static_cast<size_t>(std::max<int64_t>(width.value - size, 0)), '0');
  bool has_sign = size > 0 && (self.data[0] == '+' || self.data[0] == '-');
  std::string sign(self.data.substr(0, has_sign ? 1 : 0));
  return NewBytesLike(machine, self, sign + zeros + std::string(self.data.substr(sign.size())));
}

Result ExpandTabs(Machine& machine, Bytes& self, NativeArguments arguments) {
  IntegerArgument size = ReadInteger(machine, arguments, 0, 8);
  if (!size.ok) return Result::Raised();
  if (size.value > 1000) return machine.Fresh(TypeHint::kBytes);
  std::string result;
  int64_t column = 0;
  for (char c : self.data) {
    int64_t spaces = c != '\t' ? 0 : size.value <= 0 ? 0 : size.value - column % size.value;
    result.append(static_cast<size_t>(spaces), ' ');
    if (c != '\t') result += c;
    column = c == '\n' || c == '\r' ? 0 : column + (c == '\t' ? spaces : 1);
  }
  return NewBytesLike(machine, self, result);
}

template <bool from_right>
Result Partition(Machine& machine, Bytes& self, NativeArguments arguments) {
  const Bytes* separator = BytesArgument(machine, arguments[0]);
  if (separator == nullptr) return Result::Raised();
  if (separator->data.empty()) return machine.ValueError("empty separator");
  size_t at = from_right ? self.data.rfind(separator->data) : self.data.find(separator->data);
  auto part = [&](std::string_view data) { return NewBytesLike(machine, self, data); };
  if (at == std::string_view::npos) {
    return from_right ? machine.heap().NewTuple({part(""), part(""), part(self.data)})
                      : machine.heap().NewTuple({part(self.data), part(""), part("")});
  }
  return machine.heap().NewTuple(
      {part(self.data.substr(0, at)), part(separator->data), part(self.data.substr(at + separator->data.size()))});
}

Result Translate(Machine& machine, Bytes& self, NativeArguments arguments) {
  const Bytes* table = nullptr;
  if (!arguments[0].is_none()) {
    table = BytesArgument(machine, arguments[0]);
    if (table == nullptr) return Result::Raised();
    if (table->data.size() != 256) return machine.ValueError("translation table must be 256 characters long");
  }
  std::string_view doomed;
  if (Value given = ArgumentOr(arguments, 1, Value()); given.defined()) {
    const Bytes* bytes = BytesArgument(machine, given);
    if (bytes == nullptr) return Result::Raised();
    doomed = bytes->data;
  }
  std::string result;
  for (char c : self.data) {
    if (doomed.find(c) != std::string_view::npos) continue;
    result += table == nullptr ? c : table->data[static_cast<unsigned char>(c)];
  }
  return NewBytesLike(machine, self, result);
}

constexpr NativeSpec kTextMethods[] = {
    {"capitalize", "self", Method<Bytes, Capitalize>, 0, TypeHint::kBytes},
    {"swapcase", "self", Method<Bytes, SwapCase>, 0, TypeHint::kBytes},
    {"title", "self", Method<Bytes, Title>, 0, TypeHint::kBytes},
    {"ljust", "self, width, fillchar=", Method<Bytes, Justify<Side::kLeft>>, 0, TypeHint::kBytes},
    {"rjust", "self, width, fillchar=", Method<Bytes, Justify<Side::kRight>>, 0, TypeHint::kBytes},
    {"center", "self, width, fillchar=", Method<Bytes, Justify<Side::kCenter>>, 0, TypeHint::kBytes},
    {"zfill", "self, width", Method<Bytes, ZeroFill>, 0, TypeHint::kBytes},
    {"expandtabs", "self, tabsize=", Method<Bytes, ExpandTabs>, 0, TypeHint::kBytes},
    {"partition", "self, sep", Method<Bytes, Partition<false>>, 0, TypeHint::kTuple},
    {"rpartition", "self, sep", Method<Bytes, Partition<true>>, 0, TypeHint::kTuple},
    {"translate", "self, table, delete=", Method<Bytes, Translate>, 0, TypeHint::kBytes},
    {"isalnum", "self", Method<Bytes, All<IsAlphaOrDigit>>, 0, TypeHint::kBool},
    {"isalpha", "self", Method<Bytes, All<IsAlpha>>, 0, TypeHint::kBool},
    {"isdigit", "self", Method<Bytes, All<IsDigit>>, 0, TypeHint::kBool},
    {"isspace", "self", Method<Bytes, All<IsSpace>>, 0, TypeHint::kBool},
    {"isascii", "self", Method<Bytes, AllAscii>, 0, TypeHint::kBool},
    {"islower", "self", Method<Bytes, Cased<IsLower, IsUpper>>, 0, TypeHint::kBool},
    {"isupper", "self", Method<Bytes, Cased<IsUpper, IsLower>>, 0, TypeHint::kBool},
    {"istitle", "self", Method<Bytes, IsTitle>, 0, TypeHint::kBool},
};

}  // namespace

void InstallBytesTextMethods(Machine& machine) {
  for (Class* cls : {machine.types().bytes, machine.types().bytearray}) machine.Define(cls, kTextMethods);
}

}  // namespace tfscope
