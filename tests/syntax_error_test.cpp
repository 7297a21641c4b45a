// Python 2, syntax errors, and input that nobody wrote by hand.
#include <string>

#include <gtest/gtest.h>

#include "analyzer/syntax/compile_errors.h"
#include "tests/syntax_helpers.h"

namespace tfscope {
namespace {

std::string Repeat(std::string_view text, size_t count) {
  std::string out;
  out.reserve(text.size() * count);
  for (size_t i = 0; i < count; ++i) out += text;
  return out;
}

// ---- Python 2

std::string Python2(std::string_view code) {
  const Parsed parsed(code);
  return (parsed.tree().python2() ? "" : "not python2: ") + Show(code);
}

TEST(Python2, PrintStatements) {
  // The first line makes the file Python 2, the others alone would be Python 3.
  const auto print = [](const std::string& code) {
    const std::string shown = Python2("print 'a'\n" + code);
    return shown.starts_with("Print(String'a'); ") ? shown.substr(18) : shown;
  };
  EXPECT_EQ(print("print b, c"), "Print(Name'b', Name'c')");
  EXPECT_EQ(print("print"), "Print");
  EXPECT_EQ(print("print -1"), "Print(Unary:1(Int'1'))");
  EXPECT_EQ(print("print [1, 2]"), "Print(List(Int'1', Int'2'))");
  EXPECT_EQ(print("print ('a' % b), c"), "Print(Binary:5(String'a', Name'b'), Name'c')");
  EXPECT_EQ(print("print(b)"), "Print(Name'b')");
  EXPECT_EQ(print("print (b, c)"), "Print(Tuple(Name'b', Name'c'))");
  EXPECT_EQ(print("print b,"), "Print!comma(Name'b')");
  EXPECT_EQ(print("print >>b, c"), "Print:1(Name'b', Name'c')");
  EXPECT_EQ(print("print>>b"), "Print:1(Name'b')");
  EXPECT_EQ(print("print not b"), "Print(Unary(Name'b'))");
  EXPECT_EQ(print("print lambda: b"), "Print(Lambda(Parameters, Name'b'))");
  EXPECT_EQ(print("print 'b' if c else d"), "Print(Conditional(Name'c', String'b', Name'd'))");
  EXPECT_EQ(print("if b: print c; print"), "If(Name'b', Block(Print(Name'c'), Print))");
  EXPECT_EQ(print("b.print_ = 1"), "Assign(Attribute'print_'(Name'b'), Int'1')");
}

TEST(Python2, PrintIsAFunctionAfterItsImport) {
  EXPECT_EQ(Python2("from __future__ import print_function\nprint (a)\ntry: pass\nexcept E, e: pass\n"),
            "ImportFrom'__future__'(Alias'print_function'(-)); Call(Name'print', Name'a'); Try(Block(Pass), -, -, "
            "ExceptHandler(Name'E', Name'e', Block(Pass)))");
}

TEST(Python2, Exec) {
  EXPECT_EQ(Python2("exec 'a' in b\nexec c in d, e\nexec f\nexec('a', b)\n"),
            "Exec(String'a', Name'b', -); Exec(Name'c', Name'd', Name'e'); Exec(Name'f', -, -); "
            "Exec(String'a', Name'b', -)");
}

TEST(Python2, ExceptRaiseBackquotesAndOperators) {
  EXPECT_EQ(Python2("try: a\nexcept (B, C), d[0]: e\n"),
            "Try(Block(Name'a'), -, -, ExceptHandler(Tuple(Name'B', Name'C'), Subscript(Name'd', Int'0'), "
            "Block(Name'e')))");
  EXPECT_EQ(Python2("raise A, 'b', c"), "Raise:1(Name'A', String'b', Name'c')");
  EXPECT_EQ(Python2("x = `a` + `b, c`"),
            "Assign(Name'x', Binary(Backquote(Name'a'), Backquote(Tuple(Name'b', Name'c'))))");
  EXPECT_EQ(Python2("a <> b"), "Compare(Name'a', CompareRight:1(Name'b'))");
  EXPECT_EQ(Python2("0777; 10L; 0xFl; ur'\\a'"), "Int'0o777'; Int'10'; Int'0xF'; String'\\a'");
}

TEST(Python2, TupleParameters) {
  EXPECT_EQ(Python2("def f(a, (b, c), d=1): pass"),
            "FunctionDef'f'(Parameters(Parameter:1'a'(-, -, -), Parameter:1(-, -, Tuple(Name'b', Name'c')), "
            "Parameter:1'd'(-, Int'1', -)), -, Block(Pass))");
  EXPECT_EQ(Python2("lambda (a, b): a"), "Lambda(Parameters(Parameter:1(-, -, Tuple(Name'a', Name'b'))), Name'a')");
}

// What the parse shows makes the prints before it statements, too.
TEST(Python2, OneFormMakesTheWholeFileSo) {
  EXPECT_EQ(Python2("print (a), b\nx = 0777\n"), "Print(Name'a', Name'b'); Assign(Name'x', Int'0o777')");
  EXPECT_EQ(Python2("if a:\n        print\n\tb\n"), "If(Name'a', Block(Print, Name'b'))");
}

TEST(Python2, NotByWhatPython3AcceptsToo) {
  for (const char* code :
       {"print", "print(a)", "print (a), b", "print -1", "print [1]", "print in a", "exec(a)", "exec(a) in b", "'`a`'",
        "# print 'a'", "f(print)", "print = a", "print.a", "'''\nprint a\n'''", "x = (\nprint\n)", "print >>a, b"}) {
    EXPECT_FALSE(Parsed(code).tree().python2()) << code;
    EXPECT_EQ(Parsed(code).Issues(), "") << code;
  }
  EXPECT_EQ(Show("print >>a, b"), "Tuple(Binary:8(Name'print', Name'a'), Name'b')");
}

TEST(Python2, MixedWithPython3IsAnError) {
  const Parsed parsed("print 'a'\nx = f'{y}'\n");
  EXPECT_FALSE(parsed.tree().python2());
  EXPECT_EQ(parsed.Issues(), "1:1 missing parentheses in call to `print`");
  EXPECT_EQ(Parsed("def f(a: int): pass\ntry: pass\nexcept E, e: pass\n").Issues(),
            "3:1 multiple exception types must be parenthesized");
}

// ---- errors: the places are CPython's

TEST(Errors, TheRestIsKept) {
  EXPECT_EQ(Show("a = 1\nb = = 2\nc = 3\n"),
            "Assign(Name'a', Int'1'); Assign(Name'b', Hole); Assign(Name'c', Int'3') / 2:5 invalid syntax");
  EXPECT_EQ(Show("a = f(b c)\nd\n"), "Assign(Name'a', Hole); Name'd' / 1:9 invalid syntax");
  EXPECT_EQ(Show("import a\n%matplotlib inline\nb\n"), "Import(Alias'a'(-)); Hole; Name'b' / 2:1 invalid syntax");
  EXPECT_EQ(Show("a\n<your code>\nb = 1\n").substr(0, 9), "Name'a'; ");
}

TEST(Errors, Indentation) {
  EXPECT_EQ(Parsed("a\n  b\n").Issues(), "2:3 unexpected indent");
  EXPECT_EQ(Parsed("if a:\nb\n").Issues(), "2:1 expected an indented block");
  EXPECT_EQ(Parsed("if a:\n").Issues(), "2:1 expected an indented block");
  EXPECT_EQ(Parsed("if a:\n    b\n  c\n").Issues(), "3:3 unindent does not match any outer indentation level");
  EXPECT_EQ(Parsed("if a:\n  b\n  # c\n# d\n\n  e\n").Issues(), "");
}

TEST(Errors, Brackets) {
  EXPECT_EQ(Show("a = f(b,\n  c\nd = 1\n"), "Hole; Assign(Name'd', Int'1') / 1:6 `(` was never closed");
  EXPECT_EQ(Show("a = [b\ndef f(): pass\n"),
            "Hole; FunctionDef'f'(Parameters, -, Block(Pass)) / 1:5 `[` was never closed");
  EXPECT_EQ(Show("a = b)\nc\n"), "Assign(Name'a', Name'b'); Name'c' / 1:6 unmatched `)`");
  EXPECT_EQ(Parsed("a = (b]\n").Issues(), "1:7 closing parenthesis `]` does not match opening parenthesis `(`");
  EXPECT_EQ(Parsed("f(a,\nc,\nb=1)\n").Issues(), "");
}

TEST(Errors, MissingColons) {
  EXPECT_EQ(Show("a\nif b\n    c\nelse:\n    d\ne\n"), "Name'a'; Hole; Name'e' / 2:5 expected `:`");
  EXPECT_EQ(Show("def f()\n  a\nb\n"), "Hole; Name'b' / 1:8 expected `:`");
  EXPECT_EQ(Show("while lambda: a\n  b\nc\n"), "Hole; Name'c' / 1:16 expected `:`");
}

TEST(Errors, Literals) {
  EXPECT_EQ(Parsed("a = 'b\nc\n").Issues(), "1:5 unterminated string literal");
  EXPECT_EQ(Parsed("a\n'''b\n").Issues(), "2:1 unterminated triple-quoted string literal");
  EXPECT_EQ(Parsed("08").Issues(), "1:1 leading zeros in decimal integer literals are not permitted");
  EXPECT_EQ(Parsed("1__0").Issues(), "1:1 invalid decimal literal");
}

TEST(Errors, WhatTheGrammarForgives) {
  EXPECT_EQ(Parsed("else:\n  a\n").Issues(), "1:1 invalid syntax");
  EXPECT_EQ(Parsed("f(a=1, b)\n").Issues(), "1:8 positional argument follows keyword argument");
  EXPECT_EQ(Parsed("f(a=1, *b, c=2, **d)\n").Issues(), "");
}

// ---- what parses, but CPython 3.7 does not compile: its words and its line

std::string CompileErrorIn(std::string_view code) {
  SourceManager sources;
  Interner interner;
  Parser parser;
  const FileId file = sources.Add("program.py", code);
  const SyntaxTree tree = parser.Parse(sources.file(file), interner);
  const auto error = CompileErrorOf(tree, interner, code);
  return error ? std::to_string(error->line) + " " + error->message : "";
}

TEST(CompileErrors, Debug) {
  for (const char* code :
       {"x = 1\n__debug__ = 1\n", "x = 1\ndef __debug__(): pass\n", "x = 1\ndef f(__debug__): pass\n",
        "x = 1\nf(__debug__=1)\n", "x = 1\nx.__debug__ = 1\n", "x = 1\nfor __debug__ in x: pass\n",
        "x = 1\nwith x as __debug__: pass\n", "x = 1\nclass __debug__: pass\n"}) {
    EXPECT_EQ(CompileErrorIn(code), "2 assignment to keyword") << code;
  }
  EXPECT_EQ(CompileErrorIn("x = __debug__\nx.__debug__\ndel __debug__\n"), "");
}

TEST(CompileErrors, BytesBeyondAscii) {
  EXPECT_EQ(CompileErrorIn("x = 1\ny = b'\u00e9'\n"), "2 bytes can only contain ASCII literal characters.");
  EXPECT_EQ(CompileErrorIn("x = (b'a'  # \u00e9\n b'c')\n"), "");
}

TEST(CompileErrors, LinesOfExceptAndStar) {
  EXPECT_EQ(CompileErrorIn("x = 1\ntry:\n    x = 2\nexcept:\n    x = 3\nexcept ValueError:\n    x = 4\n"),
            "3 default 'except:' must be last");
  EXPECT_EQ(CompileErrorIn("x = 1\ndef f():\n    from os import *\n"), "2 import * only allowed at module level");
  EXPECT_EQ(CompileErrorIn("x = 1\nclass A:\n    from os import *\n"), "2 import * only allowed at module level");
}

// ---- no crash, no long run, whatever the bytes are

TEST(Hostile, DeepNesting) {
  const size_t deep = 100000;
  for (const std::string& code :
       {Repeat("(", deep) + "a" + Repeat(")", deep), Repeat("[", deep), Repeat("a", 1) + Repeat(".b(1)", 80000),
        Repeat("-", deep) + "a", "a" + Repeat(" + a", deep), "a" + Repeat(" ** a", deep), "a" + Repeat(" and a", deep),
        Repeat("a = ", 50000) + "a", Repeat("lambda: ", 50000) + "a", Repeat("{1:", deep),
        Repeat("f(", deep) + Repeat(")", deep), Repeat("a if b else ", 50000) + "c",
        "import " + Repeat("a.", deep) + "a"}) {
    const Parsed parsed(code + "\nlast = 1\n");
    EXPECT_FALSE(parsed.tree().issues().empty() && code.substr(0, 7) != "import ") << code.substr(0, 20);
    EXPECT_LT(parsed.Dump().size(), code.size() * 1000);
  }
}

uint32_t Height(const SyntaxTree& tree) {
  // Children are made before their parents, so that one pass in order of ids suffices.
  std::vector<uint32_t> heights(tree.size(), 0);
  for (NodeId id = 1; id < tree.size(); ++id) {
    for (const NodeId child : tree.Children(id)) {
      if (child != kNoNode) heights[id] = std::max(heights[id], heights[child] + 1);
    }
  }
  return heights[tree.root()];
}

TEST(Hostile, DepthIsBounded) {
  std::string blocks;
  for (size_t i = 0; i < 4000; ++i) blocks += Repeat(" ", i % 200) + "if a:\n";
  for (const std::string& code : {"x = " + Repeat("(", 5000) + "a" + Repeat(")", 5000), "a" + Repeat(".b(1)", 20000),
                                  "x = a" + Repeat(" < (a", 5000) + Repeat(")", 5000), blocks}) {
    EXPECT_LE(Height(Parsed(code).tree()), kMaxTreeDepth) << code.substr(0, 20);
  }
  EXPECT_EQ(Parsed("a" + Repeat(".b(1)", 20000)).Issues(), "1:1 too deeply nested");
  EXPECT_EQ(Parsed("a" + Repeat(".b(1)", 1000)).Issues(), "");
}

TEST(Hostile, WideAndLong) {
  std::string chain = "if a: pass\n" + Repeat("elif b: pass\n", 50000);
  const Parsed parsed(chain);
  EXPECT_EQ(parsed.Issues(), "");
  EXPECT_EQ(parsed.tree()[parsed.tree().Child(parsed.tree().root(), 0)].child_count, 100002u);
  EXPECT_EQ(Parsed("x = {" + Repeat("'a': [1, 2],\n", 50000) + "}\n").Issues(), "");
  EXPECT_EQ(Parsed("x = " + Repeat("'a'\\\n", 50000) + "'b'\n").Issues(), "");
}

// From each of a run of comment lines in a block, the grammar's scanner looks to the end of the run.
TEST(Hostile, LongRunsOfComments) {
  const Parsed parsed("def f():\n" + Repeat("  # a 'b' \"\"\" comment\n", 20000) + "  return '''\n" +
                      Repeat("  # text\n", 20) + "'''\n");
  EXPECT_EQ(parsed.Issues(), "");
  EXPECT_EQ(parsed.Show(), "FunctionDef'f'(Parameters, -, Block(Return(String'\n" + Repeat("  # text\n", 20) + "')))");
}

TEST(Hostile, Noise) {
  uint32_t state = 12345;
  const auto next = [&] { return state = state * 1664525u + 1013904223u, state >> 16; };
  constexpr std::string_view kPieces[] = {
      "(",    ")",   "[",    "]",    "{",  "}", "def ",   "class ", ":",      "\n",      "  ", "'",       "\"\"\"",
      "f'{",  "if ", "else", "x",    "= ", "@", "print ", "`",      ",",      "*",       "\\", "lambda ", "for ",
      " in ", "1",   "\t",   "\xff", "#",  ";", "match ", "case ",  "async ", "except ", "<>", "!r}",     "\x00"};
  for (int round = 0; round < 6; ++round) {
    std::string text;
    while (text.size() < (round == 0 ? 300000u : 20000u)) text += kPieces[next() % std::size(kPieces)];
    const Parsed parsed(text);
    EXPECT_FALSE(parsed.tree().issues().empty());
    EXPECT_LE(Height(parsed.tree()), kMaxTreeDepth);
    EXPECT_FALSE(parsed.Dump().empty());
  }
}

TEST(Hostile, UnclosedLines) {
  for (const char* line : {"f(\n", "x = [\n", "'''\n' \"\"\"\n", "if (\n", "`\n", "f'{\n", "def f(:\n", "class\n"}) {
    const Parsed parsed(Repeat(line, 20000));
    EXPECT_FALSE(parsed.tree().issues().empty()) << line;
  }
}

}  // namespace
}  // namespace tfscope
