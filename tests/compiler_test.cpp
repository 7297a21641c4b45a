// Instructions of each construct, reasoned from the stack effects in code.h and the order of evaluation in CPython 3.7.
#include <gtest/gtest.h>

#include "tests/compiled_program.h"

namespace tfscope {
namespace {

TEST(Compiler, CallsMethodsThroughLoadMethod) {
  EXPECT_EQ(Listing("tf.add(a, 1, name='n')\nf(b)"), R"(
0 LoadName tf
1 LoadMethod add
2 LoadName a
3 LoadConst 1
4 LoadConst 'n'
5 Call 3 (name)
6 Pop
7 LoadName f
8 PushUndefined
9 LoadName b
10 Call 1
11 Pop
12 LoadConst None
13 Return
)");
}

TEST(Compiler, SpreadsArgumentsThroughATupleAndADict) {
  EXPECT_EQ(Listing("x.f(a, *b, c, k=1, **d)"), R"(
0 LoadName x
1 LoadAttribute f
2 PushUndefined
3 LoadName a
4 BuildList 1
5 LoadName b
6 ListExtend 1
7 LoadName c
8 ListAppend 1
9 ListToTuple
10 LoadConst 'k'
11 LoadConst 1
12 BuildDict 1
13 LoadName d
14 DictMerge 1
15 CallEx 1
16 Pop
17 LoadConst None
18 Return
)");
}

TEST(Compiler, MergesKeywordsBehindSpreadOnes) {
  EXPECT_EQ(Listing("f(**d, k=1)"), R"(
0 LoadName f
1 PushUndefined
2 BuildTuple 0
3 BuildDict 0
4 LoadName d
5 DictMerge 1
6 LoadConst 'k'
7 LoadConst 1
8 BuildDict 1
9 DictMerge 1
10 CallEx 1
11 Pop
12 LoadConst None
13 Return
)");
}

TEST(Compiler, FoldsConstants) {
  EXPECT_EQ(Listing("a = (1, -2, ('x', None))\nb = -1.5\nc = [1, 2, 3]\nd = 'x' 'y'\ne = ()"), R"(
0 LoadConst (1, -2, ('x', None))
1 StoreName a
2 LoadConst -1.5
3 StoreName b
4 BuildList 0
5 LoadConst (1, 2, 3)
6 ListExtend 1
7 StoreName c
8 LoadConst 'xy'
9 StoreName d
10 LoadConst ()
11 StoreName e
12 LoadConst None
13 Return
)");
}

TEST(Compiler, BuildsDisplays) {
  EXPECT_EQ(Listing("x = [a, *b], {a, *b}, (a, *b), {k: v, **m, j: w}, d[1:2, ::3]"), R"(
0 LoadName a
1 BuildList 1
2 LoadName b
3 ListExtend 1
4 BuildSet 0
5 LoadName a
6 BuildSet 1
7 SetUpdate 1
8 LoadName b
9 SetUpdate 1
10 LoadName a
11 BuildList 1
12 LoadName b
13 ListExtend 1
14 ListToTuple
15 LoadName k
16 LoadName v
17 BuildDict 1
18 LoadName m
19 DictUpdate 1
20 LoadName j
21 LoadName w
22 DictAdd 1
23 LoadName d
24 LoadConst 1
25 LoadConst 2
26 BuildSlice 2
27 LoadConst None
28 LoadConst None
29 LoadConst 3
30 BuildSlice 3
31 BuildTuple 2
32 LoadItem
33 BuildTuple 5
34 StoreName x
35 LoadConst None
36 Return
)");
}

TEST(Compiler, FormatsStrings) {
  EXPECT_EQ(Listing("f'{a}b{c!r:>{w}}'"), R"(
0 LoadName a
1 FormatValue
2 LoadConst 'b'
3 LoadName c
4 LoadConst '>'
5 LoadName w
6 FormatValue
7 BuildString 2
8 FormatValue 6
9 BuildString 3
10 Pop
11 LoadConst None
12 Return
)");
}

TEST(Compiler, ChainsComparisons) {
  EXPECT_EQ(Listing("x = a < b <= c"), R"(
0 LoadName a
1 LoadName b
2 Swap 2
3 Copy 2
4 Compare <
5 JumpIfFalseOrPop 9 join 11
6 LoadName c
7 Compare <=
8 Jump 11
9 Swap 2
10 Pop
11 StoreName x
12 LoadConst None
13 Return
)");
}

TEST(Compiler, JoinsBooleanOperatorsAtTheirEnd) {
  EXPECT_EQ(Listing("x = a and b or c"), R"(
0 LoadName a
1 JumpIfFalseOrPop 3 join 3
2 LoadName b
3 JumpIfTrueOrPop 5 join 5
4 LoadName c
5 StoreName x
6 LoadConst None
7 Return
)");
}

TEST(Compiler, TurnsJumpsRoundForNot) {
  EXPECT_EQ(Listing("x = a if not b else c"), R"(
0 LoadName b
1 JumpIfTrue 4 join 5
2 LoadName a
3 Jump 5
4 LoadName c
5 StoreName x
6 LoadConst None
7 Return
)");
}

TEST(Compiler, JoinsIfAtTheEndOfTheStatement) {
  EXPECT_EQ(Listing("if a:\n  b\nelif c:\n  d\nelse:\n  e\nf"), R"(
0 LoadName a
1 JumpIfFalse 5 join 12
2 LoadName b
3 Pop
4 Jump 12
5 LoadName c
6 JumpIfFalse 10 join 12
7 LoadName d
8 Pop
9 Jump 12
10 LoadName e
11 Pop
12 LoadName f
13 Pop
14 LoadConst None
15 Return
)");
}

TEST(Compiler, JumpsOverAssertions) {
  EXPECT_EQ(Listing("assert a, b\nassert not c"), R"(
0 LoadName a
1 JumpIfTrue 7 join 7
2 LoadAssertionError
3 PushUndefined
4 LoadName b
5 Call 1
6 Raise 1
7 LoadName c
8 JumpIfFalse 11 join 11
9 LoadAssertionError
10 Raise 1
11 LoadConst None
12 Return
)");
}

TEST(Compiler, LoopsJoinBehindTheirElse) {
  EXPECT_EQ(Listing("while a:\n  if b: break\n  if c: continue\n  d\nelse:\n  e"), R"(
0 LoadName a
1 LoopIfFalse 11 join 13
2 LoadName b
3 JumpIfFalse 5 join 5
4 Jump 13
5 LoadName c
6 JumpIfFalse 8 join 8
7 Jump 0
8 LoadName d
9 Pop
10 Jump 0
11 LoadName e
12 Pop
13 LoadConst None
14 Return
)");
}

TEST(Compiler, EndlessLoopsHaveNoTest) {
  EXPECT_EQ(Listing("while True:\n  a\nunreachable"), R"(
0 LoadName a
1 Pop
2 Jump 0
)");
}

TEST(Compiler, ForPopsItsIteratorOnBreak) {
  EXPECT_EQ(Listing("for a, b in c:\n  if d: break\n  e"), R"(
0 LoadName c
1 GetIterator
2 ForIterate 13
3 UnpackSequence 2
4 StoreName a
5 StoreName b
6 LoadName d
7 JumpIfFalse 10 join 10
8 Pop
9 Jump 13
10 LoadName e
11 Pop
12 Jump 2
13 LoadConst None
14 Return
)");
}

TEST(Compiler, SkipsWhatCouldNotBeRead) {
  CompiledProgram program("a = 1\nb = = 2\nc = 3\n");
  EXPECT_FALSE(program.tree().issues().empty());
  EXPECT_EQ(program.Verify(), "");
  std::string listing = program.Listing();
  EXPECT_NE(listing.find("LoadConst 1\n1 StoreName a\n"), std::string::npos) << listing;
  EXPECT_NE(listing.find("StoreName c\n"), std::string::npos) << listing;
}

TEST(Compiler, KeepsANodePerInstruction) {
  CompiledProgram program("x.f(y)\n");
  program.All();
  const Code& code = *program.module();
  auto kind_of = [&](size_t instruction) { return program.tree()[code.nodes[instruction]].kind; };
  ASSERT_EQ(code.nodes.size(), code.instructions.size());
  EXPECT_EQ(kind_of(0), NodeKind::kName);
  EXPECT_EQ(kind_of(1), NodeKind::kAttribute);
  EXPECT_EQ(kind_of(3), NodeKind::kCall);
}

TEST(Compiler, CompilesBodiesOnDemand) {
  CompiledProgram program("def f(a, *b, c=1, **d):\n  return a\n");
  program.store().EnsureCompiled(program.module());
  auto* object = As<CodeObject>(program.module()->constants[2]);
  ASSERT_NE(object, nullptr);
  EXPECT_FALSE(object->code->compiled);
  EXPECT_TRUE(object->code->instructions.empty());
  EXPECT_EQ(object->code->locals.size(), 4u);
  program.store().EnsureCompiled(object->code);
  EXPECT_EQ(object->code->instructions.size(), 2u);
}

TEST(Compiler, CompilesASingleExpression) {
  CompiledProgram program("a + b\n");
  NodeId statement = program.tree().Child(program.tree().root(), 0);
  Code* code = program.store().CompileExpression(program.tree(), program.tree().Child(statement, 0));
  program.store().EnsureCompiled(code);
  ASSERT_EQ(code->instructions.size(), 4u);
  EXPECT_EQ(code->instructions[0].opcode, Opcode::kLoadName);
  EXPECT_EQ(code->instructions[2].opcode, Opcode::kBinary);
  EXPECT_EQ(code->instructions[3].opcode, Opcode::kReturn);
}

TEST(Compiler, DumpsCodeAsText) {
  SourceManager sources;
  Interner interner;
  FileId file = sources.Add("m.py", "def f(a, b=1):\n  'doc'\n  def g(): return a\n  return g\n");
  SyntaxTree tree = Parser().Parse(sources.file(file), interner);
  CodeStore store(interner);
  EXPECT_EQ(DumpCode(store, store.CompileModule(tree), sources), R"(code <module> line 1 stack 2 module
    0     1  LoadConst 1
    1     1  BuildTuple 1
    2     1  LoadConst <code f>
    3     1  MakeFunction 1
    4     1  StoreName f
    5     1  LoadConst None
    6     1  Return

code f line 1 stack 2 function arguments 2
  locals: a b g
  cells: a
  doc 'doc'
    0     3  LoadCell a
    1     3  BuildTuple 1
    2     3  LoadConst <code f.<locals>.g>
    3     3  MakeFunction 4
    4     3  StoreFast g
    5     4  LoadFast g
    6     4  Return

code f.<locals>.g line 3 stack 1 function
  free: a
    0     3  LoadDeref a
    1     3  Return
)");
}

}  // namespace
}  // namespace tfscope
