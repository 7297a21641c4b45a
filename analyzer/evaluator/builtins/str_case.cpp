// Methods of str about case and classes of characters.
#include "analyzer/evaluator/builtins/str_common.h"
#include "analyzer/evaluator/builtins/str_methods.h"
#include "analyzer/evaluator/text/unicode.h"

namespace tfscope {

namespace {

constexpr uint32_t kCapitalSigma = 0x3A3;
constexpr uint32_t kFinalSigma = 0x3C2;

/// The first character from `position` on that counts is a letter with a case.
bool LetterFollows(std::string_view text, size_t position) {
  while (position < text.size()) {
    const uint32_t c = DecodeCodePoint(text, position);
    if (!IsCaseIgnorable(c)) return IsCased(c);
  }
  return false;
}

/// Calls `change(result, code point, previous code point)` for each code point. A capital sigma that ends a word comes
/// as the final small one where `lowers(previous code point)`.
template <typename Lowers, typename Change>
Value MapText(Machine& machine, const Str& self, Lowers lowers, Change change) {
  std::string result;
  uint32_t previous = 0;
  bool in_word = false;
  if (!machine.Charge(self.text.size() / 4)) return machine.Fresh(TypeHint::kStr);
  for (size_t position = 0; position < self.text.size();) {
    const uint32_t c = DecodeCodePoint(self.text, position);
    const bool ends_word = c == kCapitalSigma && in_word && lowers(previous) && !LetterFollows(self.text, position);
    if (ends_word) {
      AppendCodePoint(result, kFinalSigma);
    } else {
      change(result, c, previous);
    }
    previous = c;
    if (!IsCaseIgnorable(c)) in_word = IsCased(c);
  }
  return machine.heap().Text(result);
}

bool Always(uint32_t) { return true; }
bool Never(uint32_t) { return false; }

Result Upper(Machine& machine, Str& self, NativeArguments) {
  return MapText(machine, self, Never, [](std::string& result, uint32_t c, uint32_t) { AppendUpper(result, c); });
}

Result Lower(Machine& machine, Str& self, NativeArguments) {
  return MapText(machine, self, Always, [](std::string& result, uint32_t c, uint32_t) { AppendLower(result, c); });
}

Result CaseFold(Machine& machine, Str& self, NativeArguments) {
  return MapText(machine, self, Never, [](std::string& result, uint32_t c, uint32_t) { AppendFolded(result, c); });
}

Result Capitalize(Machine& machine, Str& self, NativeArguments) {
  bool first = true;
  return MapText(machine, self, Always, [&first](std::string& result, uint32_t c, uint32_t) {
    if (first)
      AppendUpper(result, c);
    else
      AppendLower(result, c);
    first = false;
  });
}

Result Title(Machine& machine, Str& self, NativeArguments) {
  return MapText(machine, self, IsCased, [](std::string& result, uint32_t c, uint32_t previous) {
    if (IsCased(previous)) return AppendLower(result, c);
    AppendTitle(result, c);
  });
}

Result SwapCase(Machine& machine, Str& self, NativeArguments) {
  return MapText(machine, self, Always, [](std::string& result, uint32_t c, uint32_t) {
    if (IsUpper(c))
      AppendLower(result, c);
    else if (IsLower(c))
      AppendUpper(result, c);
    else
      AppendCodePoint(result, c);
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
    if (unwanted(c) || IsTitleLetter(c)) return Value::Bool(false);
    found = found || wanted(c);
  }
  return Value::Bool(found);
}

Result IsTitle(Machine&, Str& self, NativeArguments) {
  bool found = false;
  bool in_word = false;
  for (size_t position = 0; position < self.text.size();) {
    uint32_t c = DecodeCodePoint(self.text, position);
    const bool begins = IsUpper(c) || IsTitleLetter(c);
    if ((begins && in_word) || (IsLower(c) && !in_word)) return Value::Bool(false);
    in_word = IsCased(c);
    found = found || in_word;
  }
  return Value::Bool(found);
}

Result IsIdentifier(Machine&, Str& self, NativeArguments) {
  bool first = true;
  for (size_t position = 0; position < self.text.size();) {
    uint32_t c = DecodeCodePoint(self.text, position);
    const bool fits = first ? IsIdentifierStart(c) : IsIdentifierPart(c);
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
