// Annotations: their values, their texts where evaluation is postponed, and those that need a later Python than 3.7.
#include <string>

#include <gtest/gtest.h>

#include "tests/run_python.h"

namespace tfscope {
namespace {

TEST(Annotations, ArePostponedAsTexts) {
  EXPECT_EQ(RunPython("from __future__ import annotations\n"
                      "def f(x: List[int], *y: a.b, z: Dict[str, Any] = 1) -> None: pass\n"
                      "print(f.__annotations__)\n"),
            "{'x': 'List[int]', 'y': 'a.b', 'z': 'Dict[str, Any]', 'return': 'None'}\n");
}

TEST(Annotations, OfLaterPythonsDoNotFail) {
  EXPECT_EQ(RunPython("def f(x: list[int], y: 'int' = 3) -> int | None: return y\n"
                      "class A:\n"
                      "  z: dict[str, list[int]] = 4\n"
                      "print(f(1), A.z, sorted(f.__annotations__))\n"),
            "3 4 ['return', 'x', 'y']\n");
}

TEST(Annotations, OfUndefinedNamesFail) {
  EXPECT_EQ(RunPython("def f(x: missing): pass\n"), "NameError: name 'missing' is not defined\n");
  EXPECT_EQ(RunPython("def f(x) -> missing: pass\n"), "NameError: name 'missing' is not defined\n");
}

TEST(Annotations, SeeTheScopeAroundTheFunction) {
  EXPECT_EQ(RunPython("def outer():\n"
                      "  kind = int\n"
                      "  def inner(x: kind) -> 'outer': pass\n"
                      "  return inner\n"
                      "print(outer().__annotations__)\n"),
            "{'x': <class 'int'>, 'return': 'outer'}\n");
}

TEST(Match, NamesThePatternOfAKeyword) {
  EXPECT_EQ(RunPython("class P:\n"
                      "  def __init__(self, x): self.x = x\n"
                      "match P(3):\n"
                      "  case P(x=int() as n): print(n)\n"),
            "3\n");
}

}  // namespace
}  // namespace tfscope
