// try, with, functions, classes, comprehensions, generators and match: instructions and exception tables.
#include <gtest/gtest.h>

#include "tests/compiled_program.h"

namespace tfscope {
namespace {

TEST(CompilerBlocks, HandlersForgetTheirNameAndRestoreTheHandledException) {
  EXPECT_EQ(Listing("try:\n  a\nexcept E as e:\n  b\n"), R"(
0 LoadName a
1 Pop
2 Jump 23
3 PushHandled
4 LoadName E
5 MatchException
6 JumpIfFalse 19 join 23
7 StoreName e
8 LoadName b
9 Pop
10 LoadConst None
11 StoreName e
12 DeleteName e
13 PopHandled
14 Jump 23
15 LoadConst None
16 StoreName e
17 DeleteName e
18 Reraise
19 Reraise
20 Swap 2
21 PopHandled
22 Reraise
23 LoadConst None
24 Return
exceptions 0..2 -> 3 depth 0
exceptions 8..10 -> 15 depth 1
exceptions 4..13 -> 20 depth 1
exceptions 15..20 -> 20 depth 1
)");
}

TEST(CompilerBlocks, FinallyRunsOnReturnWithTheValueKept) {
  EXPECT_EQ(Listing("def f():\n  try:\n    return a\n  finally:\n    b\n", "f"), R"(
0 LoadGlobal a
1 LoadGlobal b
2 Pop
3 Return
4 PushHandled
5 LoadGlobal b
6 Pop
7 Reraise
8 Swap 2
9 PopHandled
10 Reraise
exceptions 0..1 -> 4 depth 0
exceptions 5..8 -> 8 depth 1
)");
}

TEST(CompilerBlocks, ReturnInFinallyWinsOverAllOthers) {
  EXPECT_EQ(Listing("def f():\n  try:\n    return a\n  finally:\n    return b\n", "f"), R"(
0 LoadGlobal a
1 LoadGlobal b
2 Return
3 PushHandled
4 LoadGlobal b
5 Swap 3
6 PopHandled
7 Pop
8 Return
9 Swap 2
10 PopHandled
11 Reraise
exceptions 0..1 -> 3 depth 0
exceptions 4..5 -> 9 depth 1
)");
}

TEST(CompilerBlocks, ContinueLeavesFinallyAndWith) {
  EXPECT_EQ(Listing("for x in a:\n  with b:\n    continue\n"), R"(
0 LoadName a
1 GetIterator
2 ForIterate 26
3 StoreName x
4 LoadName b
5 BeforeWith
6 Pop
7 PushUndefined
8 LoadConst None
9 LoadConst None
10 LoadConst None
11 Call 3
12 Pop
13 Jump 2
14 PushHandled
15 WithExcept
16 JumpIfTrue 18 join 25
17 Reraise
18 Pop
19 PopHandled
20 Pop
21 Jump 25
22 Swap 2
23 PopHandled
24 Reraise
25 Jump 2
26 LoadConst None
27 Return
exceptions 6..7 -> 14 depth 2
exceptions 15..19 -> 22 depth 3
)");
}

TEST(CompilerBlocks, WithEntersManyManagersInOrder) {
  EXPECT_EQ(Listing("with a as b, c:\n  d\n"), R"(
0 LoadName a
1 BeforeWith
2 StoreName b
3 LoadName c
4 BeforeWith
5 Pop
6 LoadName d
7 Pop
8 PushUndefined
9 LoadConst None
10 LoadConst None
11 LoadConst None
12 Call 3
13 Pop
14 Jump 26
15 PushHandled
16 WithExcept
17 JumpIfTrue 19 join 26
18 Reraise
19 Pop
20 PopHandled
21 Pop
22 Jump 26
23 Swap 2
24 PopHandled
25 Reraise
26 PushUndefined
27 LoadConst None
28 LoadConst None
29 LoadConst None
30 Call 3
31 Pop
32 Jump 44
33 PushHandled
34 WithExcept
35 JumpIfTrue 37 join 44
36 Reraise
37 Pop
38 PopHandled
39 Pop
40 Jump 44
41 Swap 2
42 PopHandled
43 Reraise
44 LoadConst None
45 Return
exceptions 5..8 -> 15 depth 2
exceptions 16..20 -> 23 depth 3
exceptions 2..26 -> 33 depth 1
exceptions 34..38 -> 41 depth 2
)");
}

TEST(CompilerBlocks, DecoratorsAreEvaluatedDownwardsAndCalledUpwards) {
  EXPECT_EQ(Listing("@a\n@b.c(1)\ndef f(x, y=d, *, k=e): pass\n"), R"(
0 LoadName a
1 PushUndefined
2 LoadName b
3 LoadMethod c
4 LoadConst 1
5 Call 1
6 PushUndefined
7 LoadName d
8 BuildTuple 1
9 LoadConst 'k'
10 LoadName e
11 BuildDict 1
12 LoadConst <code f>
13 MakeFunction 3
14 Call 1 (decorator)
15 Call 1 (decorator)
16 StoreName f
17 LoadConst None
18 Return
)");
}

TEST(CompilerBlocks, ClassesCountBodyAndNameAsArguments) {
  const char* text = "class A(B, metaclass=M):\n  'doc'\n  def f(self): return super().f()\n";
  EXPECT_EQ(Listing(text), R"(
0 LoadConst <code A>
1 MakeFunction
2 LoadConst 'A'
3 LoadName B
4 LoadName M
5 BuildClass 4 (metaclass)
6 StoreName A
7 LoadConst None
8 Return
)");
  EXPECT_EQ(Listing(text, "A"), R"(
0 LoadName __name__
1 StoreName __module__
2 LoadConst 'A'
3 StoreName __qualname__
4 LoadConst 'doc'
5 StoreName __doc__
6 LoadCell __class__
7 BuildTuple 1
8 LoadConst <code A.f>
9 MakeFunction 4
10 StoreName f
11 LoadConst None
12 Return
)");
}

TEST(CompilerBlocks, ComprehensionsAreFunctionsOfTheFirstIterator) {
  const char* text = "x = [a for b in c if d for e in f]\n";
  EXPECT_EQ(Listing(text), R"(
0 LoadConst <code <listcomp>>
1 MakeFunction
2 PushUndefined
3 LoadName c
4 GetIterator
5 Call 1
6 StoreName x
7 LoadConst None
8 Return
)");
  EXPECT_EQ(Listing(text, "<listcomp>"), R"(
0 BuildList 0
1 LoadFast .0
2 ForIterate 14
3 StoreFast b
4 LoadGlobal d
5 JumpIfFalse 13 join 13
6 LoadGlobal f
7 GetIterator
8 ForIterate 13
9 StoreFast e
10 LoadGlobal a
11 ListAppend 3
12 Jump 8
13 Jump 2
14 Return
)");
}

TEST(CompilerBlocks, DictComprehensionsEvaluateTheValueFirst) {
  EXPECT_EQ(Listing("{a(): b() for c in d}", "<dictcomp>"), R"(
0 BuildDict 0
1 LoadFast .0
2 ForIterate 13
3 StoreFast c
4 LoadGlobal b
5 PushUndefined
6 Call 0
7 LoadGlobal a
8 PushUndefined
9 Call 0
10 Swap 2
11 DictAdd 2
12 Jump 2
13 Return
)");
}

TEST(CompilerBlocks, Python2ListComprehensionsRunInPlace) {
  EXPECT_EQ(Listing("print 1\nx = [a for b in c]\n"), R"(
0 LoadConst 1
1 Print 1 2
2 Print 0 0
3 BuildList 0
4 LoadName c
5 GetIterator
6 ForIterate 11
7 StoreName b
8 LoadName a
9 ListAppend 2
10 Jump 6
11 StoreName x
12 LoadConst None
13 Return
)");
}

TEST(CompilerBlocks, GeneratorsYield) {
  EXPECT_EQ(Listing("x = (a for b in c)\n", "<genexpr>"), R"(
0 LoadFast .0
1 ForIterate 7
2 StoreFast b
3 LoadGlobal a
4 Yield
5 Pop
6 Jump 1
7 LoadConst None
8 Return
)");
  EXPECT_EQ(Listing("def f():\n  x = yield\n  return (yield from a)\n", "f"), R"(
0 LoadConst None
1 Yield
2 StoreFast x
3 LoadGlobal a
4 GetYieldFromIterator
5 LoadConst None
6 YieldFrom 9
7 Yield
8 Jump 6
9 Return
)");
}

TEST(CompilerBlocks, AwaitDelegates) {
  EXPECT_EQ(Listing("async def f():\n  return await a\n", "f"), R"(
0 LoadGlobal a
1 GetAwaitable
2 LoadConst None
3 YieldFrom 6
4 Yield
5 Jump 3
6 Return
)");
}

TEST(CompilerBlocks, Python2TupleParametersAreUnpackedFirst) {
  EXPECT_EQ(Listing("def f(a, (b, c)):\n  return b\n", "f"), R"(
0 LoadFast .1
1 UnpackSequence 2
2 StoreFast b
3 StoreFast c
4 LoadFast b
5 Return
)");
}

TEST(CompilerBlocks, WalrusBindsInTheScopeAround) {
  EXPECT_EQ(Listing("[y := a for a in b]\n", "<listcomp>"), R"(
0 BuildList 0
1 LoadFast .0
2 ForIterate 9
3 StoreFast a
4 LoadFast a
5 Copy 1
6 StoreGlobal y
7 ListAppend 2
8 Jump 2
9 Return
)");
}

TEST(CompilerBlocks, MatchTriesCasesInOrder) {
  EXPECT_EQ(Listing("match a:\n  case 1 | None:\n    b\n  case [x, *_] if c:\n    d\n  case e:\n    f\n"), R"(
0 LoadName a
1 Copy 1
2 Copy 1
3 LoadConst 1
4 Compare ==
5 JumpIfFalse 8 join 41
6 Pop
7 Jump 15
8 Copy 1
9 LoadConst None
10 Compare is
11 JumpIfFalse 14 join 41
12 Pop
13 Jump 15
14 Jump 19
15 Pop
16 LoadName b
17 Pop
18 Jump 41
19 Pop
20 Copy 1
21 MatchSequence
22 JumpIfFalse 34 join 41
23 MatchLength 1 1
24 JumpIfFalse 34 join 41
25 UnpackStar 1 0
26 StoreName x
27 Pop
28 LoadName c
29 JumpIfFalse 35 join 41
30 Pop
31 LoadName d
32 Pop
33 Jump 41
34 Pop
35 Copy 1
36 StoreName e
37 Pop
38 LoadName f
39 Pop
40 Jump 41
41 LoadConst None
42 Return
)");
}

TEST(CompilerBlocks, MatchTakesMappingsAndClassesApart) {
  EXPECT_EQ(Listing("match a:\n  case {'k': x, **r}:\n    b\n  case P(y, q=1):\n    c\n"), R"(
0 LoadName a
1 Copy 1
2 MatchMapping
3 JumpIfFalse 28 join 48
4 LoadConst 'k'
5 BuildTuple 1
6 MatchKeys
7 Copy 1
8 LoadConst None
9 Compare is not
10 JumpIfFalse 26 join 48
11 UnpackSequence 1
12 StoreName x
13 BuildDict 0
14 Copy 3
15 DictUpdate 1
16 Copy 1
17 LoadConst 'k'
18 DeleteItem
19 StoreName r
20 Pop
21 Pop
22 Pop
23 LoadName b
24 Pop
25 Jump 48
26 Pop
27 Pop
28 Pop
29 Copy 1
30 LoadName P
31 LoadConst ('q',)
32 MatchClass 1
33 Copy 1
34 LoadConst None
35 Compare is not
36 JumpIfFalse 46 join 48
37 UnpackSequence 2
38 StoreName y
39 LoadConst 1
40 Compare ==
41 JumpIfFalse 47 join 48
42 Pop
43 LoadName c
44 Pop
45 Jump 48
46 Pop
47 Pop
48 LoadConst None
49 Return
)");
}

}  // namespace
}  // namespace tfscope
