// Instructions of simple statements, reasoned from the stack effects in code.h and the order of evaluation in
// CPython 3.7.
#include <gtest/gtest.h>

#include "tests/compiled_program.h"

namespace tfscope {
namespace {

TEST(Compiler, AssignsFromLeftToRight) {
  EXPECT_EQ(Listing("a.x = b[i] = c\na, *b, c = d\na, b = b, a"), R"(
0 LoadName c
1 Copy 1
2 LoadName a
3 StoreAttribute x
4 LoadName b
5 LoadName i
6 StoreItem
7 LoadName d
8 UnpackStar 1 1
9 StoreName a
10 StoreName b
11 StoreName c
12 LoadName b
13 LoadName a
14 Swap 2
15 StoreName a
16 StoreName b
17 LoadConst None
18 Return
)");
}

TEST(Compiler, AugmentedAssignmentsEvaluateTheirTargetOnce) {
  EXPECT_EQ(Listing("a += 1\nb.x -= 2\nc[i] *= 3"), R"(
0 LoadName a
1 LoadConst 1
2 InPlace +
3 StoreName a
4 LoadName b
5 Copy 1
6 LoadAttribute x
7 LoadConst 2
8 InPlace -
9 Swap 2
10 StoreAttribute x
11 LoadName c
12 LoadName i
13 Copy 2
14 Copy 2
15 LoadItem
16 LoadConst 3
17 InPlace *
18 Swap 3
19 Swap 2
20 StoreItem
21 LoadConst None
22 Return
)");
}

TEST(Compiler, DeletesNamesAttributesAndItems) {
  EXPECT_EQ(Listing("del a, (b.x, c[i])"), R"(
0 DeleteName a
1 LoadName b
2 DeleteAttribute x
3 LoadName c
4 LoadName i
5 DeleteItem
6 LoadConst None
7 Return
)");
}

TEST(Compiler, ImportsTheTopOrWalksDown) {
  EXPECT_EQ(Listing("import a.b.c\nimport a.b.c as d\nfrom ..p import x, y as z\nfrom m import *"), R"(
0 LoadConst None
1 ImportName 'a.b.c' level 0
2 StoreName a
3 LoadConst None
4 ImportName 'a.b.c' level 0
5 ImportFrom b
6 Swap 2
7 Pop
8 ImportFrom c
9 Swap 2
10 Pop
11 StoreName d
12 LoadConst ('x', 'y')
13 ImportName 'p' level 2
14 ImportFrom x
15 StoreName x
16 ImportFrom y
17 StoreName z
18 Pop
19 LoadConst ('*',)
20 ImportName 'm' level 0
21 ImportStar
22 LoadConst None
23 Return
)");
}

TEST(Compiler, AnnotationsOfNamesAreKeptOutsideFunctions) {
  const char* text = "class A:\n  x: int = 1\n  y: str\ndef f():\n  z: float = 2\n  w: g()\na: h() = 3";
  EXPECT_EQ(Listing(text, "A"), R"(
0 LoadName __name__
1 StoreName __module__
2 LoadConst 'A'
3 StoreName __qualname__
4 BuildDict 0
5 StoreName __annotations__
6 LoadConst 1
7 StoreName x
8 LoadName int
9 LoadName __annotations__
10 LoadConst 'x'
11 StoreItem
12 LoadName str
13 LoadName __annotations__
14 LoadConst 'y'
15 StoreItem
16 LoadConst None
17 Return
)");
  EXPECT_EQ(Listing(text, "f"), R"(
0 LoadConst 2
1 StoreFast z
2 LoadConst None
3 Return
)");
  EXPECT_EQ(Listing("a: h() = 3"), R"(
0 BuildDict 0
1 StoreName __annotations__
2 LoadConst 3
3 StoreName a
4 LoadName h
5 PushUndefined
6 Call 0
7 LoadName __annotations__
8 LoadConst 'a'
9 StoreItem
10 LoadConst None
11 Return
)");
}

TEST(Compiler, RaisesInAllForms) {
  EXPECT_EQ(Listing("raise A from b"), R"(
0 LoadName A
1 LoadName b
2 Raise 2
)");
  EXPECT_EQ(Listing("raise A, b, c"), R"(
0 LoadName A
1 LoadName b
2 LoadName c
3 Pop
4 Raise 3
)");
  EXPECT_EQ(Listing("raise"), R"(
0 Raise 0
)");
}

TEST(Compiler, CompilesPython2Statements) {
  EXPECT_EQ(Listing("print >>f, a, b,\nexec c in d\nx = `y`"), R"(
0 LoadName f
1 Copy 1
2 LoadName a
3 Print 1 3
4 Copy 1
5 LoadName b
6 Print 1 3
7 Pop
8 LoadName c
9 LoadName d
10 LoadConst None
11 Exec
12 LoadName y
13 Backquote
14 StoreName x
15 LoadConst None
16 Return
)");
}

}  // namespace
}  // namespace tfscope
