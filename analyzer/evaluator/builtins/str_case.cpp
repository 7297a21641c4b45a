// Methods of str about case and classes of characters.
#include "analyzer/evaluator/builtins/str_common.h"
#include "analyzer/evaluator/builtins/str_methods.h"
#include "analyzer/evaluator/text/unicode.h"

namespace tfscope {

namespace {

/// Calls `change(code point, previous code point)` for each code point.
template <typename Change>
Value MapText(Machine& machine, const Str& self, Change change) {
  std::string result;
  uint32_t previous = 0;
  if (!machine.Charge(self.text.size() / 4)) return machine.Fresh(TypeHint::kStr);
  for (size_t position = 0; position < self.text.size();) {
    uint32_t c = DecodeCodePoint(self.text, position);
    change(result, c, previous);
    previous = c;
  }
  return machine.heap().Text(result);
}

void AppendUpper(std::string& result, uint32_t c) {
  if (const std::string_view special = SpecialUpper(c); !special.empty()) {
    result += special;
  } else {
    AppendCodePoint(result, ToUpper(c));
  }
}

void AppendLower(std::string& result, uint32_t c) {
  if (c == 0x130) {
    result += "i\u0307";
  } else {
    AppendCodePoint(result, ToLower(c));
  }
}

/// The first letter of what is several in upper case is upper case, the others are lower case.
void AppendTitle(std::string& result, uint32_t c) {
  const std::string_view special = SpecialUpper(c);
  if (special.empty() || c == 0x149) return AppendUpper(result, c);
  result += special[0];
  for (char letter : special.substr(1)) AppendCodePoint(result, ToLower(static_cast<uint32_t>(letter)));
}

bool IsCased(uint32_t c) { return IsUpper(c) || IsLower(c); }

Result Upper(Machine& machine, Str& self, NativeArguments) {
  return MapText(machine, self, [](std::string& result, uint32_t c, uint32_t) { AppendUpper(result, c); });
}

Result Lower(Machine& machine, Str& self, NativeArguments) {
  return MapText(machine, self, [](std::string& result, uint32_t c, uint32_t) { AppendLower(result, c); });
}

Result CaseFold(Machine& machine, Str& self, NativeArguments) {
  return MapText(machine, self, [](std::string& result, uint32_t c, uint32_t) {
    const std::string_view special = SpecialUpper(c);
    if (special.empty() || c == 0x149) return AppendLower(result, c);
    for (char letter : special) AppendCodePoint(result, ToLower(static_cast<uint32_t>(letter)));
  });
}

Result Capitalize(Machine& machine, Str& self, NativeArguments) {
  bool first = true;
  return MapText(machine, self, [&first](std::string& result, uint32_t c, uint32_t) {
    if (first)
      AppendUpper(result, c);
    else
      AppendLower(result, c);
    first = false;
  });
}

Result Title(Machine& machine, Str& self, NativeArguments) {
  return MapText(machine, self, [](std::string& result, uint32_t c, uint32_t previous) {
    if (IsCased(previous)) return AppendLower(result, c);
    AppendTitle(result, c);
  });
}

Result SwapCase(Machine& machine, Str& self, NativeArguments) {
  return MapText(machine, self, [](std::string& result, uint32_t c, uint32_t) {
    if (IsUpper(c))
      AppendLower(result, c);
    else
      AppendUpper(result, c);
  });
}

using Class32 = bool (*)(uint32_t);

bool IsAlphaNumeric(uint32_t c) { return IsAlpha(c) || IsNumeric(c); }
bool IsAscii(uint32_t c) { return c < 0x80; }

/// All characters are of a class; `empty` is the answer for the empty string.
template <Class32 is_member, bool empty>
Result All(Machine&, Str& self, NativeArguments) {
  for (size_t position = 0; position < self.text.size();) {
    if (!is_member(DecodeCodePoint(self.text, position))) return Value::Bool(false);
  }
  return Value::Bool(empty || !self.text.empty());
}

/// Some character has a case, and all that have one have this one.
template <Class32 wanted, Class32 unwanted>
Result AllCased(Machine&, Str& self, NativeArguments) {
  bool found = false;
  for (size_t position = 0; position < self.text.size();) {
    uint32_t c = DecodeCodePoint(self.text, position);
    if (unwanted(c)) return Value::Bool(false);
    found = found || wanted(c);
  }
  return Value::Bool(found);
}

Result IsTitle(Machine&, Str& self, NativeArguments) {
  bool found = false;
  bool in_word = false;
  for (size_t position = 0; position < self.text.size();) {
    uint32_t c = DecodeCodePoint(self.text, position);
    if ((IsUpper(c) && in_word) || (IsLower(c) && !in_word)) return Value::Bool(false);
    in_word = IsCased(c);
    found = found || in_word;
  }
  return Value::Bool(found);
}

Result IsIdentifier(Machine&, Str& self, NativeArguments) {
  bool first = true;
  for (size_t position = 0; position < self.text.size();) {
    uint32_t c = DecodeCodePoint(self.text, position);
    bool fits = c == '_' || IsAlpha(c) || (!first && IsDecimal(c));
    if (!fits) return Value::Bool(false);
    first = false;
  }
  return Value::Bool(!first);
}

constexpr NativeSpec kCaseMethods[] = {
    {"upper", "self", Method<Str, Upper>, 0, TypeHint::kStr},
    {"lower", "self", Method<Str, Lower>, 0, TypeHint::kStr},
    {"casefold", "self", Method<Str, CaseFold>, 0, TypeHint::kStr},
    {"capitalize", "self", Method<Str, Capitalize>, 0, TypeHint::kStr},
    {"title", "self", Method<Str, Title>, 0, TypeHint::kStr},
    {"swapcase", "self", Method<Str, SwapCase>, 0, TypeHint::kStr},
    {"isalpha", "self", Method<Str, All<IsAlpha, false>>, 0, TypeHint::kBool},
    {"isalnum", "self", Method<Str, All<IsAlphaNumeric, false>>, 0, TypeHint::kBool},
    {"isdigit", "self", Method<Str, All<IsDigit, false>>, 0, TypeHint::kBool},
    {"isdecimal", "self", Method<Str, All<IsDecimal, false>>, 0, TypeHint::kBool},
    {"isnumeric", "self", Method<Str, All<IsNumeric, false>>, 0, TypeHint::kBool},
    {"isspace", "self", Method<Str, All<IsSpace, false>>, 0, TypeHint::kBool},
    {"isascii", "self", Method<Str, All<IsAscii, true>>, 0, TypeHint::kBool},
    {"isprintable", "self", Method<Str, All<IsPrintable, true>>, 0, TypeHint::kBool},
    {"isupper", "self", Method<Str, AllCased<IsUpper, IsLower>>, 0, TypeHint::kBool},
    {"islower", "self", Method<Str, AllCased<IsLower, IsUpper>>, 0, TypeHint::kBool},
    {"istitle", "self", Method<Str, IsTitle>, 0, TypeHint::kBool},
    {"isidentifier", "self", Method<Str, IsIdentifier>, 0, TypeHint::kBool},
};

}  // namespace

void InstallStrCase(Machine& machine) { machine.Define(machine.types().str, kCaseMethods); }

}  // namespace tfscope
