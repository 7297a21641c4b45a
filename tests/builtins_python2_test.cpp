// Code that parses only as Python 2 gets Python 2's builtins; other code does not. Expected values are Python 2.7's.
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "tests/run_python.h"
#include "tests/test_folder.h"

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

/// What `main` prints in a folder with these files.
std::string RunWithFiles(const std::vector<std::pair<std::string, std::string>>& files) {
  const std::filesystem::path folder = NewTestFolder("python2_imports");
  for (const auto& [path, text] : files) {
    std::filesystem::create_directories((folder / path).parent_path());
    std::ofstream(folder / path) << text;
  }
  SourceManager sources;
  const FileId file = sources.Load(folder / files[0].first).value();
  Program program(sources);
  program.SetSearchPath(kNoFile, {folder});
  Machine machine(program, {.mode = Mode::kInventory});
  const std::vector<EventLog> logs = machine.RunMain(file);
  std::string result;
  for (const std::string& line : logs.at(0).output) result += line + "\n";
  std::filesystem::remove_all(folder);
  return result;
}

TEST(Python2, ImportsTheModuleBesideTheImportingOneFirst) {
  const std::string module = "import b, os\nfrom b import z\nprint b.y, z, os.sep\n";
  EXPECT_EQ(RunWithFiles({{"m.py", "print 'main'\nimport pkg.a\n"},
                          {"b.py", "y = 'not this'\nz = 0\n"},
                          {"pkg/__init__.py", ""},
                          {"pkg/a.py", module},
                          {"pkg/b.py", "y = 'beside'\nz = 1\n"}}),
            "main\nbeside 1 /\n");
  EXPECT_EQ(RunWithFiles({{"m.py", "print 'main'\nimport pkg.a\n"},
                          {"b.py", "y = 'top'\nz = 0\n"},
                          {"pkg/__init__.py", ""},
                          {"pkg/a.py", "from __future__ import absolute_import\n" + module},
                          {"pkg/b.py", "y = 'beside'\nz = 1\n"}}),
            "main\ntop 0 /\n");
}

// A module that parses as both versions runs under the Python of the program.
TEST(Python2, CoversTheModulesOfItsProgram) {
  EXPECT_EQ(RunWithFiles({{"m.py", "import b\nprint b.half\n"}, {"b.py", "half = 7 / 2\nprint(1, half)\n"}}),
            "(1, 3)\n3\n");
  EXPECT_EQ(RunWithFiles({{"m.py", "import b\nprint(b.half)\n"}, {"b.py", "half = 7 / 2\nprint(1, half)\n"}}),
            "1 3.5\n3.5\n");
}

TEST(Python3, ExecutesText) {
  EXPECT_EQ(RunPython("exec('a = 1')\nd = {'b': 2}\nexec('c = b + 1', d)\nprint(a, d['c'], eval('a + 1'))"), "1 3 2\n");
  EXPECT_EQ(RunPython("def f():\n  exec('x = 1')\n  return x\nf()"), "NameError: name 'x' is not defined\n");
  EXPECT_EQ(RunPython("exec(compile('y = 3', 'f', 'exec'))\nprint(y, eval(compile('y + 1', 'f', 'eval')))"), "3 4\n");
  EXPECT_EQ(RunPython("exec('def f(n):\\n    return n * k\\nk = 2')\nprint(f(4))"), "8\n");
}

TEST(Python3, HasNoneOfThat) {
  EXPECT_EQ(RunPython("print(7 / 2, range(3), round(2.5), hasattr({}, 'iteritems'))"), "3.5 range(0, 3) 2 False\n");
  EXPECT_EQ(RunPython("def f(): pass\nprint(hasattr(f, 'func_name'), hasattr(f, 'im_func'))"), "False False\n");
  EXPECT_EQ(RunPython("{}.iteritems()"), "AttributeError: 'dict' object has no attribute 'iteritems'\n");
  EXPECT_EQ(RunPython("print(list(xrange(2)), unicode('a'), isinstance('a', basestring), reduce(max, [1, 3, 2]))"),
            "[0, 1] a True 3\n");
}

}  // namespace
}  // namespace tfscope
