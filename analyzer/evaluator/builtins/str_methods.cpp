// Methods of str that shape text: stripping, padding, joining, formatting, encoding.
#include "analyzer/evaluator/builtins/str_methods.h"

#include <algorithm>

#include "analyzer/evaluator/builtins/builtins.h"
#include "analyzer/evaluator/builtins/str_common.h"
#include "analyzer/evaluator/operators.h"
#include "analyzer/evaluator/text.h"
#include "analyzer/evaluator/text/encoding.h"
#include "analyzer/evaluator/text/format_value.h"
#include "analyzer/evaluator/text/symbolic_text.h"

namespace tfscope {

namespace {

template <StripSide side>
Result StripText(Machine& machine, Str& self, NativeArguments arguments) {
  constexpr std::string_view kName = side == StripSide::kBoth   ? "strip"
                                     : side == StripSide::kLeft ? "lstrip"
                                                                : "rstrip";
  Value argument = ArgumentOr(arguments, 0, Value::None());
  const Str* characters = As<Str>(Machine::Unwrap(argument));
  Value unknown = UnknownMethod(machine, kName, Value::Of(&self), argument, TypeHint::kStr);
  if (argument.is_unknown() || (characters != nullptr && characters->symbolic)) return unknown;
  if (characters == nullptr && !argument.is_none()) return machine.TypeError("{} arg must be None or str", kName);
  std::string_view set = characters == nullptr ? "" : characters->text;
  std::string_view result = Strip(self.text, set, characters != nullptr, side);
  if (!self.symbolic) return result.size() == self.text.size() ? Value::Of(&self) : machine.heap().Text(result);
  // Exact while stripping ends inside the known ends.
  std::string_view prefix = Strip(KnownPrefix(self.text), set, characters != nullptr, StripSide::kLeft);
  std::string_view suffix = Strip(KnownSuffix(self.text), set, characters != nullptr, StripSide::kRight);
  bool exact = (side == StripSide::kRight || !prefix.empty()) && (side == StripSide::kLeft || !suffix.empty());
  return exact ? TextValue(machine.heap(), result) : unknown;
}

enum class Side : uint8_t { kLeft, kRight, kCenter };

template <Side side>
Result Justify(Machine& machine, Str& self, NativeArguments arguments) {
  IntegerArgument width = ReadInteger(machine, arguments, 0, 0);
  if (!width.ok) return Result::Raised();
  std::string_view fill = " ";
  if (arguments[1].defined()) {
    const Str* text = As<Str>(Machine::Unwrap(arguments[1]));
    if (text == nullptr || text->length != 1) {
      return machine.TypeError("The fill character must be exactly one character long");
    }
    fill = text->text;
  }
  int64_t missing = width.value - static_cast<int64_t>(self.length);
  if (missing <= 0) return Value::Of(&self);
  if (missing > kLargestString || !machine.Charge(static_cast<uint64_t>(missing) / 64)) {
    return machine.Fresh(TypeHint::kStr);
  }
  int64_t before = side == Side::kLeft ? 0 : missing;
  if (side == Side::kCenter) before = missing / 2 + (missing & width.value & 1);
  std::string result;
  for (int64_t i = 0; i < before; ++i) result += fill;
  result += self.text;
  for (int64_t i = before; i < missing; ++i) result += fill;
  return machine.heap().Text(result);
}

Result ZeroFill(Machine& machine, Str& self, NativeArguments arguments) {
  IntegerArgument width = ReadInteger(machine, arguments, 0, 0);
  if (!width.ok) return Result::Raised();
  int64_t missing = width.value - static_cast<int64_t>(self.length);
  if (missing <= 0) return Value::Of(&self);
  if (missing > kLargestString) return machine.Fresh(TypeHint::kStr);
  bool has_sign = self.text.starts_with('-') || self.text.starts_with('+');
  std::string result(self.text.substr(0, has_sign ? 1 : 0));
  result.append(static_cast<size_t>(missing), '0');
  result += self.text.substr(has_sign ? 1 : 0);
  return machine.heap().Text(result);
}

Result ExpandTabs(Machine& machine, Str& self, NativeArguments arguments) {
  IntegerArgument size = ReadInteger(machine, arguments, 0, 8);
  if (!size.ok) return Result::Raised();
  std::string result;
  int64_t column = 0;
  for (char c : self.text) {
    if (result.size() > static_cast<size_t>(kLargestString)) return machine.Fresh(TypeHint::kStr);
    if (c == '\t') {
      int64_t spaces = size.value > 0 ? size.value - column % size.value : 0;
      if (spaces > kLargestString) return machine.Fresh(TypeHint::kStr);
      result.append(static_cast<size_t>(spaces), ' ');
      column += spaces;
      continue;
    }
    result += c;
    if (c == '\n' || c == '\r')
      column = 0;
    else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80)
      ++column;
  }
  return machine.heap().Text(result);
}

Result Join(Machine& machine, Str& self, NativeArguments arguments) {
  if (arguments[0].is_unknown()) {
    return UnknownMethod(machine, "join", Value::Of(&self), arguments[0], TypeHint::kStr);
  }
  if (!IsNativeIterable(machine, arguments[0])) {
    const bool by_index = !UserMethod(machine, arguments[0], "__iter__").defined();
    Result iterator = by_index ? IteratorOfSized(machine, arguments[0]) : machine.GetIterator(arguments[0]);
    if (!iterator.ok()) {
      if (!machine.pending().defined()) return iterator;
      if (!machine.ExceptionIs(machine.pending(), machine.types().type_error)) return iterator;
      machine.TakePending();
      return machine.TypeError("can only join an iterable");
    }
    return CallLibrary(machine, "join_text", {Value::Of(&self), iterator.value()});
  }
  std::vector<Value> items;
  if (!machine.Collect(arguments[0], items)) return Result::Raised();
  std::string result;
  for (size_t i = 0; i < items.size(); ++i) {
    std::optional<std::string> text = TextOf(machine, items[i]);
    if (!text.has_value()) {
      return machine.TypeError("sequence item {}: expected str instance, {} found", i, TypeName(machine, items[i]));
    }
    if (i > 0) result += self.text;
    result += *text;
    if (result.size() > static_cast<size_t>(kLargestString) || !machine.Charge(1)) return machine.Fresh(TypeHint::kStr);
  }
  return TextValue(machine.heap(), result);
}

Result Format(Machine& machine, Str& self, NativeArguments arguments) {
  return StrFormat(machine, self.text, As<Tuple>(arguments[0])->items, As<Dict>(arguments[1])->items);
}

Result FormatMap(Machine& machine, Str& self, NativeArguments arguments) {
  Value mapping = arguments[0];
  return FormatFields(machine, self.text, [&machine, mapping](std::string_view name) -> Result {
    Value key = Value::Of(machine.heap().Intern(name));
    Result found = UserMethod(machine, mapping, "__getitem__").defined()
                       ? machine.CallMethod(mapping, "__getitem__", {&key, 1})
                       : BuiltinLoadItem(machine, Machine::Unwrap(mapping), key, true);
    if (!found.ok() || found.value().defined()) return found;
    if (UserMethod(machine, mapping, "__missing__").defined()) {
      return machine.CallMethod(mapping, "__missing__", {&key, 1});
    }
    return KeyError(machine, key);
  });
}

Result Encode(Machine& machine, Str& self, NativeArguments arguments) {
  for (size_t i = 0; i < 2; ++i) {
    if (!arguments[i].defined() || arguments[i].is_unknown() || As<Str>(Machine::Unwrap(arguments[i])) != nullptr)
      continue;
    return machine.TypeError("encode() argument {} must be str, not {}", i + 1, TypeName(machine, arguments[i]));
  }
  return EncodeText(machine, &self, ArgumentOr(arguments, 0, Value::None()), ArgumentOr(arguments, 1, Value::None()));
}

/// Appends what `table` makes of one code point. False if an exception is pending.
bool Translated(Machine& machine, Value table, uint32_t c, std::string_view shown, std::string& result) {
  Value key = Value::Int(c);
  Result found = UserMethod(machine, table, "__getitem__").defined()
                     ? machine.CallMethod(table, "__getitem__", {&key, 1})
                     : BuiltinLoadItem(machine, Machine::Unwrap(table), key, true);
  if (!found.ok()) {
    if (!machine.ExceptionIs(machine.pending(), machine.types().lookup_error)) return false;
    machine.TakePending();
    result += shown;
    return true;
  }
  Value value = Machine::Unwrap(found.value());
  if (!value.defined())
    result += shown;
  else if (value.is_int())
    AppendCodePoint(result, static_cast<uint32_t>(value.as_int()));
  else if (std::optional<std::string> text = TextOf(machine, value))
    result += *text;
  return true;
}

Result Translate(Machine& machine, Str& self, NativeArguments arguments) {
  std::string result;
  for (size_t position = 0; position < self.text.size();) {
    if (!machine.Charge(2)) break;
    size_t begin = position;
    uint32_t c = DecodeCodePoint(self.text, position);
    if (!Translated(machine, arguments[0], c, self.text.substr(begin, position - begin), result))
      return Result::Raised();
  }
  return TextValue(machine.heap(), result);
}

Result MakeTable(Machine& machine, NativeArguments arguments) {
  Dict* table = machine.heap().NewDict();
  auto set = [&](uint32_t key, Value value) { machine.SetKey(table->items, Value::Int(key), value); };
  if (!arguments[1].defined()) {
    const Dict* source = As<Dict>(Machine::Unwrap(arguments[0]));
    if (source == nullptr) return machine.TypeError("if you give only one argument to maketrans it must be a dict");
    for (size_t i = 0; i < source->items.slots(); ++i) {
      OrderedMap::Entry entry = source->items.slot(i);
      const Str* key = As<Str>(entry.key);
      size_t position = 0;
      if (key != nullptr && key->length == 1)
        set(DecodeCodePoint(key->text, position), entry.value);
      else if (entry.key.is_int())
        set(static_cast<uint32_t>(entry.key.as_int()), entry.value);
    }
    return Value::Of(table);
  }
  const Str* from = As<Str>(Machine::Unwrap(arguments[0]));
  const Str* to = As<Str>(Machine::Unwrap(arguments[1]));
  if (from == nullptr || to == nullptr || from->length != to->length) {
    return machine.ValueError("the first two maketrans arguments must have equal length");
  }
  size_t j = 0;
  for (size_t i = 0; i < from->text.size();) {
    uint32_t key = DecodeCodePoint(from->text, i);
    set(key, Value::Int(DecodeCodePoint(to->text, j)));
  }
  const Str* dropped = As<Str>(Machine::Unwrap(arguments[2]));
  for (size_t i = 0; dropped != nullptr && i < dropped->text.size();) {
    set(DecodeCodePoint(dropped->text, i), Value::None());
  }
  return Value::Of(table);
}

constexpr NativeSpec kStrMethods[] = {
    {"strip", "self, chars=", Method<Str, StripText<StripSide::kBoth>>, kTakesAll, TypeHint::kStr},
    {"lstrip", "self, chars=", Method<Str, StripText<StripSide::kLeft>>, kTakesAll, TypeHint::kStr},
    {"rstrip", "self, chars=", Method<Str, StripText<StripSide::kRight>>, kTakesAll, TypeHint::kStr},
    {"ljust", "self, width, fillchar=", Method<Str, Justify<Side::kLeft>>, 0, TypeHint::kStr},
    {"rjust", "self, width, fillchar=", Method<Str, Justify<Side::kRight>>, 0, TypeHint::kStr},
    {"center", "self, width, fillchar=", Method<Str, Justify<Side::kCenter>>, 0, TypeHint::kStr},
    {"zfill", "self, width", Method<Str, ZeroFill>, 0, TypeHint::kStr},
    {"expandtabs", "self, tabsize=", Method<Str, ExpandTabs>, 0, TypeHint::kStr},
    {"join", "self, iterable", Method<Str, Join>, kTakesAll, TypeHint::kStr},
    {"format", "self, *args, **kwargs", Method<Str, Format>, kTakesAll, TypeHint::kStr},
    {"format_map", "self, mapping", Method<Str, FormatMap>, kTakesSymbolicText, TypeHint::kStr},
    {"encode", "self, encoding=, errors=", Method<Str, Encode>, 0, TypeHint::kBytes},
    {"translate", "self, table", Method<Str, Translate>, 0, TypeHint::kStr},
};

constexpr NativeSpec kStrStatics[] = {
    {"maketrans", "x, y=, z=", MakeTable, 0, TypeHint::kDict},
};

}  // namespace

void InstallStrMethods(Machine& machine) {
  machine.Define(machine.types().str, kStrMethods);
  DefineStaticMethods(machine, machine.types().str, kStrStatics);
  InstallStrSearch(machine);
  InstallStrCase(machine);
}

}  // namespace tfscope
