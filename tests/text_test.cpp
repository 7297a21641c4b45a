// Text of numbers and strings by pure functions. Expected values were printed by CPython 3.7.
#include <cmath>

#include <gtest/gtest.h>

#include "analyzer/evaluator/heap.h"
#include "analyzer/evaluator/text/float_text.h"
#include "analyzer/evaluator/text/format_spec.h"
#include "analyzer/evaluator/text/number_format.h"
#include "analyzer/evaluator/text/quote.h"
#include "analyzer/evaluator/text/symbolic_text.h"
#include "analyzer/evaluator/text/unicode.h"

namespace tfscope {
namespace {

TEST(FloatRepr, IsTheShortestTextThatReadsBack) {
  EXPECT_EQ(FloatRepr(0.1), "0.1");
  EXPECT_EQ(FloatRepr(0.1 + 0.2), "0.30000000000000004");
  EXPECT_EQ(FloatRepr(1e15), "1000000000000000.0");
  EXPECT_EQ(FloatRepr(1e16), "1e+16");
  EXPECT_EQ(FloatRepr(123456789012345680.0), "1.2345678901234568e+17");
  EXPECT_EQ(FloatRepr(0.0001), "0.0001");
  EXPECT_EQ(FloatRepr(0.00001), "1e-05");
  EXPECT_EQ(FloatRepr(5e-324), "5e-324");
  EXPECT_EQ(FloatRepr(1.7976931348623157e308), "1.7976931348623157e+308");
  EXPECT_EQ(FloatRepr(-0.0), "-0.0");
  EXPECT_EQ(FloatRepr(-HUGE_VAL), "-inf");
  EXPECT_EQ(FloatRepr(std::nan("")), "nan");
}

TEST(ComplexRepr, LeavesOutAPositiveZeroReal) {
  EXPECT_EQ(ComplexRepr(0, 1), "1j");
  EXPECT_EQ(ComplexRepr(-0.0, 1), "(-0+1j)");
  EXPECT_EQ(ComplexRepr(1.5, -2), "(1.5-2j)");
}

TEST(ParseFloatText, AcceptsWhatFloatAccepts) {
  EXPECT_EQ(ParseFloatText("1e5"), 100000.0);
  EXPECT_EQ(ParseFloatText("1_0.2_5"), 10.25);
  EXPECT_EQ(ParseFloatText("-.5"), -0.5);
  EXPECT_EQ(ParseFloatText("1e400"), HUGE_VAL);
  EXPECT_EQ(ParseFloatText("-Infinity"), -HUGE_VAL);
  EXPECT_FALSE(ParseFloatText("1__0").has_value());
  EXPECT_FALSE(ParseFloatText("0x10").has_value());
  EXPECT_FALSE(ParseFloatText("+-1").has_value());
  EXPECT_FALSE(ParseFloatText("").has_value());
}

TEST(FormatSpecification, PadsAroundTheDigits) {
  auto format = [](std::string_view text, int64_t value) {
    return *FormatInteger(*ParseFormatSpec(text), IntegerFrom(value), "int");
  };
  EXPECT_EQ(format("=+6d", 42), "+   42");
  EXPECT_EQ(format("#010x", -255), "-0x00000ff");
  EXPECT_EQ(format("012,", 1234567), "0,001,234,567");
  EXPECT_EQ(format("^9_b", 37), " 10_0101 ");
}

TEST(FormatSpecification, SaysWhatIsWrongWithIt) {
  EXPECT_EQ(ParseFormatSpec("5.").error(), "Format specifier missing precision");
  EXPECT_EQ(ParseFormatSpec("abc").error(), "Invalid format specifier");
  EXPECT_EQ(ParseFormatSpec(",_").error(), "Cannot specify both ',' and '_'.");
  EXPECT_EQ(ParseFormatSpec(",x").error(), "Cannot specify ',' with 'x'.");
  EXPECT_EQ(ParseFormatSpec("99999999999999999999").error(), "Too many decimal digits in format string");
  EXPECT_TRUE(ParseFormatSpec("1000000000")->too_large());
}

TEST(QuoteText, ChoosesQuotesAndEscapesWhatDoesNotPrint) {
  EXPECT_EQ(QuoteText("it's"), "\"it's\"");
  EXPECT_EQ(QuoteText("it's \"both\""), R"('it\'s "both"')");
  EXPECT_EQ(QuoteText("a\n\x7f\\"), R"('a\n\x7f\\')");
  EXPECT_EQ(QuoteText("\u00e9\u200b"), "'\u00e9\\u200b'");
  EXPECT_EQ(QuoteBytes(std::string_view("a\0\xff'", 4)), R"(b"a\x00\xff'")");
}

TEST(QuoteText, KeepsPlaceholders) {
  EXPECT_EQ(QuoteText("a\x01"
                      "17\x02/w"),
            "'a\x01"
            "17\x02/w'");
}

TEST(PartlyKnownText, ComparesByWhatIsKnown) {
  std::string layer =
      "layer_\x01"
      "17\x02/w";
  EXPECT_TRUE(MayBeEqual(layer, "layer_3/w"));
  EXPECT_TRUE(MayBeEqual(layer, "layer_/w"));
  EXPECT_FALSE(MayBeEqual(layer, "layer_3/b"));
  EXPECT_FALSE(MayBeEqual(layer, "conv_3/w"));
  EXPECT_FALSE(MayBeEqual(layer, "layer/w"));
  EXPECT_TRUE(MayBeEqual(layer,
                         "layer_1\x01"
                         "9\x02"));
  EXPECT_FALSE(MayBeEqual("a", "b"));
}

TEST(PartlyKnownText, HasAKnownPrefixAndSuffix) {
  EXPECT_EQ(KnownPrefix("a\x01"
                        "1\x02"
                        "b\x01"
                        "2\x02"
                        "c"),
            "a");
  EXPECT_EQ(KnownSuffix("a\x01"
                        "1\x02"
                        "b\x01"
                        "2\x02"
                        "c"),
            "c");
  EXPECT_FALSE(HasPlaceholder("\x01 12\x02"));
  EXPECT_FALSE(
      HasKnownCharacter("\x01"
                        "1\x02\x01"
                        "2\x02"));
}

TEST(Unicode, DecodesInvalidBytesAsOneCodePointEach) {
  std::string_view text = "a\xC3\xA9\xFF\xE2\x82";
  std::vector<uint32_t> points;
  for (size_t position = 0; position < text.size();) points.push_back(DecodeCodePoint(text, position));
  EXPECT_EQ(points, (std::vector<uint32_t>{'a', 0xE9, 0xDCFF, 0xDCE2, 0xDC82}));
}

/// Of the answers about all code points; CPython's were summed up in the same way.
uint32_t ClassChecksum(bool (*is_member)(uint32_t)) {
  uint32_t sum = 0;
  for (uint32_t c = 0; c < 0x110000; ++c) sum = sum * 31 + (is_member(c) ? 1 : 0);
  return sum;
}

/// Of the bytes of all code points in another case.
uint32_t CaseChecksum(void (*append)(std::string&, uint32_t)) {
  uint32_t sum = 0;
  for (uint32_t c = 0; c < 0x110000; ++c) {
    std::string text;
    append(text, c);
    for (char byte : text) sum = sum * 31 + static_cast<unsigned char>(byte);
  }
  return sum;
}

TEST(Unicode, KnowsTheClassesOfAllCharacters) {
  EXPECT_EQ(ClassChecksum(IsAlpha), 1662198995u);
  EXPECT_EQ(ClassChecksum(IsDecimal), 179084832u);
  EXPECT_EQ(ClassChecksum(IsDigit), 401228120u);
  EXPECT_EQ(ClassChecksum(IsNumeric), 1756981498u);
  EXPECT_EQ(ClassChecksum(IsUpper), 256093373u);
  EXPECT_EQ(ClassChecksum(IsLower), 1241710988u);
  EXPECT_EQ(ClassChecksum(IsSpace), 2006545247u);
  EXPECT_EQ(ClassChecksum(IsPrintable), 2461810260u);
  EXPECT_EQ(ClassChecksum(IsIdentifierStart), 3462926614u);
  EXPECT_EQ(ClassChecksum(IsIdentifierPart), 2116204259u);
  EXPECT_EQ(ClassChecksum(IsTitleLetter), 3191740253u);
  EXPECT_EQ(ClassChecksum(IsCaseIgnorable), 2007483815u);
}

TEST(Unicode, ChangesTheCaseOfAllCharacters) {
  EXPECT_EQ(CaseChecksum(AppendUpper), 3535268646u);
  EXPECT_EQ(CaseChecksum(AppendLower), 1004012252u);
  EXPECT_EQ(CaseChecksum(AppendTitle), 1582337175u);
  EXPECT_EQ(CaseChecksum(AppendFolded), 2933583462u);
}

}  // namespace
}  // namespace tfscope
