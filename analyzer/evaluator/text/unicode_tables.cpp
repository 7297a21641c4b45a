// Classes and cases of characters, looked up in runs that CPython 3.7 was asked for.
#include <algorithm>
#include <iterator>
#include <optional>

#include "analyzer/evaluator/text/unicode.h"

namespace tfscope {

namespace {

/// Each `step`th code point from `first` to `last`.
struct ClassRun {
  uint32_t first;
  uint32_t last;
  uint32_t step;
};

/// To each `step`th code point from `first` to `last` one adds `delta`.
struct CaseRun {
  uint32_t first;
  uint32_t last;
  uint32_t step;
  int32_t delta;
};

/// A character that is several in another case.
struct LongCase {
  uint32_t code_point;
  std::string_view text;
};

#include "analyzer/evaluator/text/unicode_cases.def"
#include "analyzer/evaluator/text/unicode_classes.def"

template <typename Run, size_t N>
const Run* Find(const Run (&runs)[N], uint32_t c) {
  const Run* found = std::lower_bound(std::begin(runs), std::end(runs), c,
                                      [](const Run& run, uint32_t one) { return run.last < one; });
  return found != std::end(runs) && c >= found->first && (c - found->first) % found->step == 0 ? found : nullptr;
}

template <size_t N>
bool Contains(const ClassRun (&runs)[N], uint32_t c) {
  return Find(runs, c) != nullptr;
}

/// Appends what the tables of a case have for a character, if they have it.
template <size_t N, size_t M>
bool AppendCase(std::string& result, uint32_t c, const CaseRun (&runs)[N], const LongCase (&texts)[M]) {
  if (const CaseRun* run = Find(runs, c)) {
    AppendCodePoint(result, c + static_cast<uint32_t>(run->delta));
    return true;
  }
  const LongCase* text =
      std::find_if(std::begin(texts), std::end(texts), [c](const LongCase& one) { return one.code_point == c; });
  if (text != std::end(texts)) result += text->text;
  return text != std::end(texts);
}

bool IsAsciiUpper(uint32_t c) { return c >= 'A' && c <= 'Z'; }
bool IsAsciiLower(uint32_t c) { return c >= 'a' && c <= 'z'; }

}  // namespace

bool IsSpace(uint32_t c) { return Contains(kSpace, c); }
bool IsPrintable(uint32_t c) { return c < 0x80 ? c >= ' ' && c < 0x7F : Contains(kPrintable, c); }
bool IsAlpha(uint32_t c) { return c < 0x80 ? IsAsciiUpper(c) || IsAsciiLower(c) : Contains(kAlpha, c); }
bool IsDecimal(uint32_t c) { return DecimalValue(c) >= 0; }
bool IsDigit(uint32_t c) { return Contains(kDigit, c); }
bool IsNumeric(uint32_t c) { return IsDigit(c) || Contains(kOtherNumeric, c); }
bool IsUpper(uint32_t c) { return c < 0x80 ? IsAsciiUpper(c) : Contains(kUpper, c); }
bool IsLower(uint32_t c) { return c < 0x80 ? IsAsciiLower(c) : Contains(kLower, c); }
bool IsTitleLetter(uint32_t c) { return c >= 0x80 && Contains(kTitleLetter, c); }
bool IsCased(uint32_t c) { return IsUpper(c) || IsLower(c) || IsTitleLetter(c); }
bool IsCaseIgnorable(uint32_t c) { return Contains(kCaseIgnorable, c); }
bool IsIdentifierStart(uint32_t c) { return IsAlpha(c) != Contains(kStartsUnlikeAlpha, c); }
bool IsIdentifierPart(uint32_t c) { return IsIdentifierStart(c) || Contains(kOtherIdentifierPart, c); }

int DecimalValue(uint32_t c) {
  const uint32_t* after = std::upper_bound(std::begin(kDecimalZeros), std::end(kDecimalZeros), c);
  if (after == std::begin(kDecimalZeros)) return -1;
  const uint32_t value = c - *(after - 1);
  return value < 10 ? static_cast<int>(value) : -1;
}

void AppendUpper(std::string& result, uint32_t c) {
  if (c < 0x80) return AppendCodePoint(result, IsAsciiLower(c) ? c - 32 : c);
  if (!AppendCase(result, c, kToUpper, kToUpperTexts)) AppendCodePoint(result, c);
}

void AppendLower(std::string& result, uint32_t c) {
  if (c < 0x80) return AppendCodePoint(result, IsAsciiUpper(c) ? c + 32 : c);
  if (!AppendCase(result, c, kToLower, kToLowerTexts)) AppendCodePoint(result, c);
}

void AppendTitle(std::string& result, uint32_t c) {
  if (c < 0x80 || !AppendCase(result, c, kToTitle, kToTitleTexts)) AppendUpper(result, c);
}

void AppendFolded(std::string& result, uint32_t c) {
  if (c < 0x80 || !AppendCase(result, c, kToFolded, kToFoldedTexts)) AppendLower(result, c);
}

}  // namespace tfscope
