// Builtins on hostile input: nothing is allocated, recurs or runs without a bound.
#include <gtest/gtest.h>

#include "tests/run_python.h"

namespace tfscope {
namespace {

/// Whether the value of the expression is not known; the program must end by itself.
bool IsUnknown(const std::string& expression) {
  std::string text = RunPython("print(" + expression + ")");
  return text.starts_with("{") && text.ends_with("}\n");  // shown as the expression it comes from
}

TEST(HugeResults, AreUnknownInsteadOfBuilt) {
  EXPECT_TRUE(IsUnknown("[0] * 10 ** 12"));
  EXPECT_TRUE(IsUnknown("'a' * 10 ** 12"));
  EXPECT_TRUE(IsUnknown("10 ** 10 ** 10"));
  EXPECT_TRUE(IsUnknown("1 << 10 ** 10"));
  EXPECT_TRUE(IsUnknown("'%1000000000d' % 5"));
  EXPECT_TRUE(IsUnknown("'{:1000000000}'.format(5)"));
  EXPECT_TRUE(IsUnknown("'a'.ljust(10 ** 12)"));
  EXPECT_TRUE(IsUnknown("bytes(10 ** 12)"));
}

TEST(DeepNesting, RaisesRecursionError) {
  std::string deep = "def deep():\n  x = []\n  for i in range(2000):\n    x = [x]\n  return x\n";
  EXPECT_EQ(RunPython(deep + "deep() == deep()"), "RecursionError: maximum recursion depth exceeded in comparison\n");
  EXPECT_EQ(RunPython(deep + "repr(deep())"),
            "RecursionError: maximum recursion depth exceeded while getting the repr of an object\n");
}

TEST(SharedNesting, EndsByTheBudget) {
  std::string shared = "x = [1]\ny = [1]\nfor i in range(60):\n  x = [x, x]\n  y = [y, y]\n";
  MachineOptions options{.mode = Mode::kInventory};
  options.budgets.instructions = 100'000;
  EXPECT_EQ(RunPython(shared + "x == y", options), "incomplete\n");
  EXPECT_EQ(RunPython(shared + "repr(x)", options), "incomplete\n");
}

TEST(Containers, MayChangeWhileTheyAreSearched) {
  EXPECT_EQ(RunPython("class Evil(object):\n"
                      "  def __hash__(self): return 1\n"
                      "  def __eq__(self, other):\n"
                      "    m.clear()\n"
                      "    return False\n"
                      "m = {}\n"
                      "for i in range(5): m[Evil()] = i\n"
                      "print(m.get(Evil()), len(m))\n"),
            "None 0\n");
  EXPECT_EQ(RunPython("class Evil(object):\n"
                      "  def __eq__(self, other):\n"
                      "    x.clear()\n"
                      "    return False\n"
                      "x = [1, 2, 3]\n"
                      "print(Evil() in x, x)\n"),
            "False []\n");
}

}  // namespace
}  // namespace tfscope
