// The typed tree of Python 3, as CPython's own ast has it (tests/tools/compare_syntax.py compares whole libraries).
#include <gtest/gtest.h>

#include "tests/syntax_helpers.h"

namespace tfscope {
namespace {

TEST(Expressions, NamesAndConstants) {
  EXPECT_EQ(Show("x"), "Name'x'");
  EXPECT_EQ(Show("None; True; False; ..."), "None; True; False; Ellipsis");
  EXPECT_EQ(Show("été"), "Name'été'");
}

TEST(Expressions, Numbers) {
  EXPECT_EQ(Show("0; 00; 1_000; 0xFF; 0o17; 0B1; 0XaB"),
            "Int'0'; Int'0'; Int'1000'; Int'0xFF'; Int'0o17'; Int'0b1'; Int'0xaB'");
  EXPECT_EQ(Show("1.; .5; 1e5; 1_0.2_5E-3; 0e0; 09.5"),
            "Float'1.'; Float'.5'; Float'1e5'; Float'10.25E-3'; Float'0e0'; "
            "Float'09.5'");
  EXPECT_EQ(Show("2j; 1.5J; 0e1j"), "Imaginary'2'; Imaginary'1.5'; Imaginary'0e1'");
}

TEST(Expressions, StringEscapes) {
  EXPECT_EQ(Show(R"('a\tb\n\\\'\x41\101\u00e9\U0001F600')"), "String'a\tb\n\\'AAé😀'");
  EXPECT_EQ(Show(R"('\q\N{BULLET}\N{greek small letter alpha}\N{NO SUCH}')"), R"(String'\q•α\N{NO SUCH}')");
  EXPECT_EQ(Show("'a\\\nb'"), "String'ab'");
  EXPECT_EQ(Show(R"(r'a\n\'b')"), R"(String'a\n\'b')");
  EXPECT_EQ(Show(R"(b'\x41\u0041\n')"), "Bytes'A\\u0041\n'");
  EXPECT_EQ(Show(R"(u'a' Rb'')").substr(0, 4), "Hole");
  EXPECT_EQ(Show("'''a\n'b' ''\"'''"), "String'a\n'b' ''\"'");
  EXPECT_EQ(Show("''"), "String");
  EXPECT_EQ(Show(R"('\x4')"), "String'\\x4' / 1:2 truncated `\\x` escape");
}

TEST(Expressions, AdjacentStringsAreOne) {
  EXPECT_EQ(Show("'a' \"b\" '''c'''"), "String'abc'");
  EXPECT_EQ(Show("('a'\n  r'\\b'  # why\n  'c')"), "String'a\\bc'");
  EXPECT_EQ(Show("b'a' b'b'"), "Bytes'ab'");
  EXPECT_EQ(Show("'a' b'b'"), "Hole / 1:1 cannot mix bytes and nonbytes literals");
  EXPECT_EQ(Show("'a' f'{b}c' 'd'"), "FormattedString(String'a', FormattedValue(Name'b', -), String'cd')");
}

TEST(Expressions, FormattedStrings) {
  EXPECT_EQ(Show("f'a'"), "FormattedString(String'a')");
  EXPECT_EQ(Show("f''"), "FormattedString");
  EXPECT_EQ(Show("f'{a!r:>{b}.2f}c'"),
            "FormattedString(FormattedValue:114(Name'a', FormattedString(String'>', FormattedValue(Name'b', -), "
            "String'.2f')), String'c')");
  EXPECT_EQ(Show("f'{{a}}{b}\\n'"), "FormattedString(String'{a}', FormattedValue(Name'b', -), String'\n')");
  EXPECT_EQ(Show("rf'\\{a}'"), "FormattedString(String'\\', FormattedValue(Name'a', -))");
  EXPECT_EQ(Show("f'{a = }'"), "FormattedString(String'a = ', FormattedValue:114(Name'a', -))");
  EXPECT_EQ(Show("f'x{a=!s}'"), "FormattedString(String'xa=', FormattedValue:115(Name'a', -))");
  EXPECT_EQ(Show("f'{a:=5}'"), "FormattedString(FormattedValue(Name'a', FormattedString(String'=5')))");
  EXPECT_EQ(Show("f'{a, b}{lambda_}'"),
            "FormattedString(FormattedValue(Tuple(Name'a', Name'b'), -), FormattedValue(Name'lambda_', -))");
}

TEST(Expressions, Containers) {
  EXPECT_EQ(Show("()"), "Tuple");
  EXPECT_EQ(Show("(a)"), "Name'a'");
  EXPECT_EQ(Show("(a,)"), "Tuple(Name'a')");
  EXPECT_EQ(Show("a,"), "Tuple(Name'a')");
  EXPECT_EQ(Show("a, *b"), "Tuple(Name'a', Starred(Name'b'))");
  EXPECT_EQ(Show("[]; [a, *b]"), "List; List(Name'a', Starred(Name'b'))");
  EXPECT_EQ(Show("{}; {a}; {a: b, **c,}"), "Dict; Set(Name'a'); Dict(Name'a', Name'b', -, Name'c')");
}

// A star binds looser than any operator, which the grammar gets wrong outside of calls.
TEST(Expressions, StarsBindLoosely) {
  EXPECT_EQ(Show("x = *a + b, c"), "Assign(Name'x', Tuple(Starred(Binary(Name'a', Name'b')), Name'c'))");
  EXPECT_EQ(Show("[*a or b]"), "List(Starred(Or(Name'a', Name'b')))");
  EXPECT_EQ(Show("f(*a.b(c)[d])"), "Call(Name'f', Starred(Subscript(Call(Attribute'b'(Name'a'), Name'c'), Name'd')))");
  EXPECT_EQ(Show("f(*a if b else c)"), "Call(Name'f', Starred(Conditional(Name'b', Name'a', Name'c')))");
}

TEST(Expressions, CallsAndArguments) {
  EXPECT_EQ(Show("f()"), "Call(Name'f')");
  EXPECT_EQ(Show("f(a, *b, c=d, **e)"),
            "Call(Name'f', Name'a', Starred(Name'b'), Keyword'c'(Name'd'), DoubleStarred(Name'e'))");
  EXPECT_EQ(Show("f(a for a in b)"), "Call(Name'f', Generator(Name'a', ComprehensionFor(Name'a', Name'b')))");
  EXPECT_EQ(Show("f(print=1, type=2, match=3)"),
            "Call(Name'f', Keyword'print'(Int'1'), Keyword'type'(Int'2'), Keyword'match'(Int'3'))");
  EXPECT_EQ(Show("print(a)"), "Call(Name'print', Name'a')");
  EXPECT_EQ(Show("print (a), b"), "Tuple(Call(Name'print', Name'a'), Name'b')");
}

TEST(Expressions, AttributesAndSubscripts) {
  EXPECT_EQ(Show("a.b.c"), "Attribute'c'(Attribute'b'(Name'a'))");
  EXPECT_EQ(
      Show("a[b]; a[b, c]; a[b,]"),
      "Subscript(Name'a', Name'b'); Subscript(Name'a', Tuple(Name'b', Name'c')); Subscript(Name'a', Tuple(Name'b'))");
  EXPECT_EQ(Show("a[:]; a[b:]; a[:b]; a[::b]; a[b:c:d]"),
            "Subscript(Name'a', Slice(-, -, -)); Subscript(Name'a', Slice(Name'b', -, -)); "
            "Subscript(Name'a', Slice(-, Name'b', -)); Subscript(Name'a', Slice(-, -, Name'b')); "
            "Subscript(Name'a', Slice(Name'b', Name'c', Name'd'))");
  EXPECT_EQ(Show("a[..., 1:]"), "Subscript(Name'a', Tuple(Ellipsis, Slice(Int'1', -, -)))");
}

TEST(Expressions, OperatorsAndPrecedence) {
  EXPECT_EQ(Show("-a ** -b"), "Unary:1(Binary:6(Name'a', Unary:1(Name'b')))");
  EXPECT_EQ(Show("a - b - c"), "Binary:1(Binary:1(Name'a', Name'b'), Name'c')");
  EXPECT_EQ(Show("a ** b ** c"), "Binary:6(Name'a', Binary:6(Name'b', Name'c'))");
  EXPECT_EQ(Show("a @ b // c % d << e"),
            "Binary:7(Binary:5(Binary:12(Binary:3(Name'a', Name'b'), Name'c'), Name'd'), Name'e')");
  EXPECT_EQ(Show("not a in b"), "Unary(Compare(Name'a', CompareRight:8(Name'b')))");
  EXPECT_EQ(Show("a < b != c is not d not in e"),
            "Compare(Name'a', CompareRight:2(Name'b'), CompareRight:1(Name'c'), CompareRight:7(Name'd'), "
            "CompareRight:9(Name'e'))");
  EXPECT_EQ(Show("~a + +b"), "Binary(Unary:3(Name'a'), Unary:2(Name'b'))");
}

// The grammar lets `^` bind closer than `&`.
TEST(Expressions, ExclusiveOrBindsLooserThanAnd) {
  EXPECT_EQ(Show("a ^ b & c"), "Binary:10(Name'a', Binary:11(Name'b', Name'c'))");
  EXPECT_EQ(Show("a & b ^ c"), "Binary:10(Binary:11(Name'a', Name'b'), Name'c')");
  EXPECT_EQ(Show("a & b ^ c & d ^ e"),
            "Binary:10(Binary:10(Binary:11(Name'a', Name'b'), Binary:11(Name'c', Name'd')), Name'e')");
  EXPECT_EQ(Show("(a ^ b) & c"), "Binary:11(Binary:10(Name'a', Name'b'), Name'c')");
}

TEST(Expressions, AndOrAreFlat) {
  EXPECT_EQ(Show("a and b and c"), "And(Name'a', Name'b', Name'c')");
  EXPECT_EQ(Show("a or b and c or d"), "Or(Name'a', And(Name'b', Name'c'), Name'd')");
  EXPECT_EQ(Show("a and (b and c)"), "And(Name'a', And(Name'b', Name'c'))");
  EXPECT_EQ(Show("(a and b) and c"), "And(And(Name'a', Name'b'), Name'c')");
  EXPECT_EQ(Show("a and b or c and d"), "Or(And(Name'a', Name'b'), And(Name'c', Name'd'))");
}

TEST(Expressions, ConditionalLambdaWalrus) {
  EXPECT_EQ(Show("a if b else c if d else e"), "Conditional(Name'b', Name'a', Conditional(Name'd', Name'c', Name'e'))");
  EXPECT_EQ(Show("lambda: a"), "Lambda(Parameters, Name'a')");
  EXPECT_EQ(Show("lambda a, *b, c=d, **e: a if b else c"),
            "Lambda(Parameters(Parameter:1'a'(-, -, -), Parameter:2'b'(-, -, -), Parameter:3'c'(-, Name'd', -), "
            "Parameter:4'e'(-, -, -)), Conditional(Name'b', Name'a', Name'c'))");
  EXPECT_EQ(Show("(a := b)"), "NamedExpression(Name'a', Name'b')");
}

TEST(Expressions, Comprehensions) {
  EXPECT_EQ(Show("[a for b in c if d if e for f in g]"),
            "ListComprehension(Name'a', ComprehensionFor(Name'b', Name'c', Name'd', Name'e'), "
            "ComprehensionFor(Name'f', Name'g'))");
  EXPECT_EQ(Show("{a for a in b}"), "SetComprehension(Name'a', ComprehensionFor(Name'a', Name'b'))");
  EXPECT_EQ(Show("{a: b for a, b in c}"),
            "DictComprehension(Name'a', Name'b', ComprehensionFor(Tuple(Name'a', Name'b'), Name'c'))");
  EXPECT_EQ(Show("(a async for a in b)"), "Generator(Name'a', ComprehensionFor!async(Name'a', Name'b'))");
}

TEST(Expressions, YieldAndAwait) {
  EXPECT_EQ(
      Show("yield; yield a, b; x = yield from c; (await d.e)"),
      "Yield(-); Yield(Tuple(Name'a', Name'b')); Assign(Name'x', YieldFrom(Name'c')); Await(Attribute'e'(Name'd'))");
}

TEST(Expressions, ParenthesesLeaveAFlagAndNoPlace) {
  const Parsed parsed("x = ((a + b)) * c\n");
  EXPECT_EQ(parsed.TextOf(NodeKind::kBinary), "a + b");
  bool flagged = false;
  for (NodeId id = 1; id < parsed.tree().size(); ++id) {
    const Node& node = parsed.tree()[id];
    if (node.kind == NodeKind::kBinary && node.op == 0) flagged = (node.flags & kParenthesized) != 0;
  }
  EXPECT_TRUE(flagged);
}

TEST(Statements, Assignments) {
  EXPECT_EQ(Show("a = b = c, d = e"), "Assign(Name'a', Name'b', Tuple(Name'c', Name'd'), Name'e')");
  EXPECT_EQ(Show("(a, [b, *c]), d.e = f"),
            "Assign(Tuple(Tuple(Name'a', List(Name'b', Starred(Name'c'))), Attribute'e'(Name'd')), Name'f')");
  EXPECT_EQ(Show("(a) = [b] = c"), "Assign(Name'a', List(Name'b'), Name'c')");
  EXPECT_EQ(Show("a[b] //= c"), "AugmentedAssign:12(Subscript(Name'a', Name'b'), Name'c')");
  EXPECT_EQ(Show("a: b = c; d.e: f; a: List[int, str]"),
            "AnnotatedAssign(Name'a', Name'b', Name'c'); AnnotatedAssign(Attribute'e'(Name'd'), Name'f', -); "
            "AnnotatedAssign(Name'a', Subscript(Name'List', Tuple(Name'int', Name'str')), -)");
  EXPECT_EQ(Show("type(a).b = c"), "Assign(Attribute'b'(Call(Name'type', Name'a')), Name'c')");
}

TEST(Statements, Small) {
  EXPECT_EQ(Show("pass; break; continue"), "Pass; Break; Continue");
  EXPECT_EQ(Show("return; return a, b"), "Return(-); Return(Tuple(Name'a', Name'b'))");
  EXPECT_EQ(Show("raise; raise a; raise a from b"), "Raise(-, -, -); Raise(Name'a', -, -); Raise(Name'a', Name'b', -)");
  EXPECT_EQ(Show("del a, b.c; del (a, b); assert a; assert a, b"),
            "Delete(Name'a', Attribute'c'(Name'b')); Delete(Tuple(Name'a', Name'b')); Assert(Name'a', -); "
            "Assert(Name'a', Name'b')");
  EXPECT_EQ(Show("global a, b; nonlocal c"), "Global(Name'a', Name'b'); Nonlocal(Name'c')");
}

TEST(Statements, Imports) {
  EXPECT_EQ(Show("import a.b, c as d"), "Import(Alias'a.b'(-), Alias'c'(Name'd'))");
  EXPECT_EQ(Show("import a . b"), "Import(Alias'a.b'(-))");
  EXPECT_EQ(Show("from a.b import c as d, e"), "ImportFrom'a.b'(Alias'c'(Name'd'), Alias'e'(-))");
  EXPECT_EQ(Show("from a import (b,\n  c,)"), "ImportFrom'a'(Alias'b'(-), Alias'c'(-))");
  EXPECT_EQ(Show("from . import a; from ...b import c"), "ImportFrom:1(Alias'a'(-)); ImportFrom:3'b'(Alias'c'(-))");
  EXPECT_EQ(Show("from a import *"), "ImportFrom!star'a'");
  EXPECT_EQ(Show("from __future__ import division, print_function"),
            "ImportFrom'__future__'(Alias'division'(-), Alias'print_function'(-))");
}

TEST(Statements, Branches) {
  EXPECT_EQ(Show("if a: b\nelif c: d\nelse: e\n"),
            "If(Name'a', Block(Name'b'), Name'c', Block(Name'd'), Block(Name'e'))");
  EXPECT_EQ(Show("if a:\n  b\nelse:\n  if c:\n    d\n"),
            "If(Name'a', Block(Name'b'), Block(If(Name'c', Block(Name'd'))))");
  EXPECT_EQ(Show("while a:\n  b\nelse:\n  c\n"), "While(Name'a', Block(Name'b'), Block(Name'c'))");
  EXPECT_EQ(Show("for a, b in c, d: e"), "For(Tuple(Name'a', Name'b'), Tuple(Name'c', Name'd'), Block(Name'e'), -)");
  EXPECT_EQ(Show("for a in b:\n  c\nelse:\n  d\n"), "For(Name'a', Name'b', Block(Name'c'), Block(Name'd'))");
}

TEST(Statements, TryAndWith) {
  EXPECT_EQ(Show("try: a\nexcept (b, c) as d: e\nexcept: f\nelse: g\nfinally: h\n"),
            "Try(Block(Name'a'), Block(Name'g'), Block(Name'h'), ExceptHandler(Tuple(Name'b', Name'c'), Name'd', "
            "Block(Name'e')), ExceptHandler(-, -, Block(Name'f')))");
  EXPECT_EQ(Show("try: a\nexcept* b: c\n"),
            "Try!star(Block(Name'a'), -, -, ExceptHandler(Name'b', -, Block(Name'c')))");
  EXPECT_EQ(Show("try: a\nexcept *b: c\n"),
            "Try!star(Block(Name'a'), -, -, ExceptHandler(Name'b', -, Block(Name'c')))");
  EXPECT_EQ(Show("with a as b, c(d) as (e, f), g: h"),
            "With(WithItem(Name'a', Name'b'), WithItem(Call(Name'c', Name'd'), Tuple(Name'e', Name'f')), "
            "WithItem(Name'g', -), Block(Name'h'))");
  EXPECT_EQ(Show("with (a as b, c as d): e"),
            "With(WithItem(Name'a', Name'b'), WithItem(Name'c', Name'd'), Block(Name'e'))");
  EXPECT_EQ(Show("with (a): b"), "With(WithItem(Name'a', -), Block(Name'b'))");
  EXPECT_EQ(Show("async with a: b"), "With!async(WithItem(Name'a', -), Block(Name'b'))");
}

TEST(Definitions, Functions) {
  EXPECT_EQ(Show("def f(): pass"), "FunctionDef'f'(Parameters, -, Block(Pass))");
  EXPECT_EQ(
      Show("def f(a, b: int, c=1, d: str = 2, /, e=3, *g: x, h, i=4, **j: y) -> k: pass"),
      "FunctionDef'f'(Parameters(Parameter'a'(-, -, -), Parameter'b'(Name'int', -, -), Parameter'c'(-, Int'1', -), "
      "Parameter'd'(Name'str', Int'2', -), Parameter:1'e'(-, Int'3', -), Parameter:2'g'(Name'x', -, -), "
      "Parameter:3'h'(-, -, -), Parameter:3'i'(-, Int'4', -), Parameter:4'j'(Name'y', -, -)), Name'k', "
      "Block(Pass))");
  EXPECT_EQ(Show("def f(a, *, b): pass"),
            "FunctionDef'f'(Parameters(Parameter:1'a'(-, -, -), Parameter:3'b'(-, -, -)), -, Block(Pass))");
  EXPECT_EQ(Show("@a\n@b(c)\nasync def f(): pass"),
            "FunctionDef!async'f'(Parameters, -, Block(Pass), Name'a', Call(Name'b', Name'c'))");
}

TEST(Definitions, Classes) {
  EXPECT_EQ(Show("class A: pass"), "ClassDef'A'(Arguments, Block(Pass))");
  EXPECT_EQ(Show("@a\nclass A(B, *C, metaclass=D, **E):\n  'doc'\n  x = 1\n"),
            "ClassDef'A'(Arguments(Name'B', Starred(Name'C'), Keyword'metaclass'(Name'D'), DoubleStarred(Name'E')), "
            "Block(String'doc', Assign(Name'x', Int'1')), Name'a')");
}

TEST(Definitions, PlaceOfADecoratedFunctionStartsAtDef) {
  const Parsed parsed("@a\ndef f():\n  pass\n");
  EXPECT_EQ(parsed.TextOf(NodeKind::kFunctionDef).substr(0, 5), "def f");
}

std::string Pattern(const std::string& pattern) {
  const std::string shown = Show("match x:\n  case " + pattern + ": pass\n");
  const std::string head = "Match(Name'x', MatchCase(";
  const std::string tail = ", -, Block(Pass)))";
  if (!shown.starts_with(head) || !shown.ends_with(tail)) return shown;
  return shown.substr(head.size(), shown.size() - head.size() - tail.size());
}

TEST(Match, Patterns) {
  EXPECT_EQ(Pattern("_"), "MatchCapture");
  EXPECT_EQ(Pattern("a"), "MatchCapture'a'");
  EXPECT_EQ(Pattern("a.b"), "MatchValue(Attribute'b'(Name'a'))");
  EXPECT_EQ(Pattern("-1"), "MatchValue(Unary:1(Int'1'))");
  EXPECT_EQ(Pattern("-1+2j"), "MatchValue(Binary(Unary:1(Int'1'), Imaginary'2'))");
  EXPECT_EQ(Pattern("'a' 'b'"), "MatchValue(String'ab')");
  EXPECT_EQ(Pattern("None"), "MatchValue(None)");
  EXPECT_EQ(Pattern("(a)"), "MatchCapture'a'");
  EXPECT_EQ(Pattern("()"), "MatchSequence");
  EXPECT_EQ(Pattern("(a,)"), "MatchSequence(MatchCapture'a')");
  EXPECT_EQ(Pattern("a, *_"), "MatchSequence(MatchCapture'a', MatchStar)");
  EXPECT_EQ(Pattern("[a, *b]"), "MatchSequence(MatchCapture'a', MatchStar'b')");
  EXPECT_EQ(Pattern("1 | -2 | a.b as c"),
            "MatchAs'c'(MatchOr(MatchValue(Int'1'), MatchValue(Unary:1(Int'2')), MatchValue(Attribute'b'(Name'a'))))");
  EXPECT_EQ(Pattern("{'a': b, -1: _, **c}"),
            "MatchMapping(String'a', MatchCapture'b', Unary:1(Int'1'), MatchCapture, -, MatchCapture'c')");
  EXPECT_EQ(Pattern("a.B(c, d=_)"), "MatchClass(Attribute'B'(Name'a'), MatchCapture'c', Keyword'd'(MatchCapture))");
  EXPECT_EQ(Pattern("B(d=c as e)"), "MatchClass(Name'B', Keyword'd'(MatchAs'e'(MatchCapture'c')))");
}

TEST(Match, StatementAndName) {
  EXPECT_EQ(Show("match a, b:\n  case c if d: e\n  case _: f\n"),
            "Match(Tuple(Name'a', Name'b'), MatchCase(MatchCapture'c', Name'd', Block(Name'e')), "
            "MatchCase(MatchCapture, -, Block(Name'f')))");
  EXPECT_EQ(Show("match = re.match(a)\nmatch(b)\nprint(match[0])\n"),
            "Assign(Name'match', Call(Attribute'match'(Name're'), Name'a')); Call(Name'match', Name'b'); "
            "Call(Name'print', Subscript(Name'match', Int'0'))");
}

TEST(Layout, CommentsContinuationsFormFeedsAndTabs) {
  EXPECT_EQ(Show("\f\nif a: # b\n\tc # d\n  # e\n\td\n"), "If(Name'a', Block(Name'c', Name'd'))");
  EXPECT_EQ(Show("x = a + \\\n  b\n"), "Assign(Name'x', Binary(Name'a', Name'b'))");
  EXPECT_EQ(Show("f(a,  # b\n\n# c\n  d)\n"), "Call(Name'f', Name'a', Name'd')");
  EXPECT_EQ(Show(""), "");
  EXPECT_EQ(Show("# only\n"), "");
}

// Lines in brackets may stand anywhere; the scanner would end the block there.
TEST(Layout, LinesInBracketsLeftOfTheirStatement) {
  EXPECT_EQ(Show("if a:\n  if b:\n    c = (d.  # e\nf +\ng)\n    h\n"),
            "If(Name'a', Block(If(Name'b', Block(Assign(Name'c', Binary(Attribute'f'(Name'd'), Name'g')), Name'h'))))");
}

TEST(Layout, PlacesAreExact) {
  EXPECT_EQ(Parsed("x = f(a,\n      b=1)  # c\n").Dump(),
            "Module  1:1-3:1\n"
            "  Assign  1:1-2:11\n"
            "    Name \"x\"  1:1-1:2\n"
            "    Call  1:5-2:11\n"
            "      Name \"f\"  1:5-1:6\n"
            "      Name \"a\"  1:7-1:8\n"
            "      Keyword \"b\"  2:7-2:10\n"
            "        Int \"1\"  2:9-2:10\n");
  EXPECT_EQ(Parsed("'é' + x\n").Dump(),
            "Module  1:1-2:1\n"
            "  ExpressionStatement  1:1-1:8\n"
            "    Binary +  1:1-1:8\n"
            "      String \"é\"  1:1-1:4\n"
            "      Name \"x\"  1:7-1:8\n");
}

TEST(Layout, PlacesInDocumentsAreThoseOfTheDocument) {
  SourceManager sources;
  Interner interner;
  const auto ids = sources.AddDocument("a.md", "# Title\n\n  ```python\n  x = 1\n  ```\n");
  ASSERT_EQ(ids.size(), 1u);
  const SyntaxTree tree = Parser().Parse(sources.file(ids[0]), interner);
  EXPECT_EQ(sources.Begin(tree.SpanOf(tree.Child(tree.root(), 0))), (LineColumn{4, 3}));
}

}  // namespace
}  // namespace tfscope
