// Code that parses only as Python 2 gets Python 2's builtins; other code does not. Expected values are Python 2.7's.
#include <gtest/gtest.h>

#include "tests/run_python.h"

namespace tfscope {
namespace {

TEST(Python2, MakesListsWherePython3IsLazy) {
  EXPECT_EQ(
      RunPython("print range(3) + [1], zip([1, 2], 'ab'), map(len, ['a']), filter(None, [0, 1]), map(None, [1], [2])"),
      "[0, 1, 2, 1] [(1, 'a'), (2, 'b')] [1] [1] [(1, 2)]\n");
  EXPECT_EQ(RunPython("d = {'a': 1}\nprint d.keys(), d.values(), d.items(), zip(v for v in [1])"),
            "['a'] [1] [('a', 1)] [(1,)]\n");
}

TEST(Python2, HasItsOwnMethods) {
  EXPECT_EQ(
      RunPython("d = {'a': 1}\nprint d.has_key('a'), list(d.iteritems()), list(d.iterkeys()), list(d.itervalues())"),
      "True [('a', 1)] ['a'] [1]\n");
  EXPECT_EQ(RunPython("g = (x for x in [4, 5])\nprint g.next(), g.next(), iter([6]).next()"), "4 5 6\n");
}

TEST(Python2, DividesAndRoundsAsItDoes) {
  EXPECT_EQ(RunPython("print 7 / 2, -7 / 2, 7.0 / 2, 7 // 2, round(2.5), round(-2.5), round(3)"),
            "3 -4 3.5 3 3.0 -3.0 3.0\n");
  EXPECT_EQ(RunPython("x = 7\nx /= 2\nprint x"), "3\n");
}

TEST(Python3, HasNoneOfThat) {
  EXPECT_EQ(RunPython("print(7 / 2, range(3), round(2.5), hasattr({}, 'iteritems'))"), "3.5 range(0, 3) 2 False\n");
  EXPECT_EQ(RunPython("{}.iteritems()"), "AttributeError: 'dict' object has no attribute 'iteritems'\n");
  EXPECT_EQ(RunPython("print(list(xrange(2)), unicode('a'), isinstance('a', basestring), reduce(max, [1, 3, 2]))"),
            "[0, 1] a True 3\n");
}

}  // namespace
}  // namespace tfscope
