// What builtins make of values that are not known.
#include <gtest/gtest.h>

#include "tests/run_python.h"

namespace tfscope {
namespace {

/// The output, where the expressions that stand for the unknown text and number show as `{}`.
std::string Shown(std::string_view program) {
  std::string text = RunPython(std::string("text = input()\nnumber = int(text)\n") + std::string(program));
  for (std::string_view unknown : {"{input()}", "{int(text)}"}) {
    for (size_t at = text.find(unknown); at != std::string::npos; at = text.find(unknown, at)) {
      text.replace(at, unknown.size(), "{}");
    }
  }
  return text;
}

TEST(UnknownValues, BecomePartsOfStrings) {
  EXPECT_EQ(Shown("print('a/' + text, text + '/b', 'layer_%d/w' % number, 'x_{}'.format(number), f'y_{number}')"),
            "a/{} {}/b layer_{}/w x_{} y_{}\n");
  EXPECT_EQ(Shown("print('/'.join(['a', text, 'layer_%d' % number]), str(number) + 'x')"), "a/{}/layer_{} {}x\n");
  EXPECT_EQ(Shown("print([number, 'a' + text], {'k': number})"), "[{}, 'a{}'] {'k': {}}\n");
}

TEST(UnknownValues, KeepOneNameForOneText) {
  EXPECT_EQ(Shown("print('a_%d' % number == 'a_' + str(number), f'{number:03d}' == '{:03d}'.format(number))"),
            "True True\n");
}

TEST(PartlyKnownStrings, AnswerWhereTheKnownPartDecides) {
  EXPECT_EQ(
      Shown("s = 'layer_%d/w' % number\n"
            "print(s.startswith('layer'), s.startswith('conv'), s.endswith('/w'), s == 'conv', '_' in s, bool(s))"),
      "True False True False True True\n");
  EXPECT_EQ(Shown("print(('a/%d/ ' % number).strip())"), "a/{}/\n");
}

TEST(UnknownValues, AreTheFilesOfAFolderThatIsNotThere) {
  EXPECT_EQ(Shown("import glob\nfor path in glob.glob('not/there/*.jpg'): print('file')"), "file\nfile\n");
  EXPECT_EQ(Shown("import glob\nprint(glob.glob('no_such_file'), glob.glob('*.no_such_ending'))"), "[] []\n");
}

TEST(UnknownRanges, TurnTwiceWithTheirFirstNumbers) {
  EXPECT_EQ(Shown("for i in range(number): print(i)\nfor i in range(3, number, 2): print(i)"), "0\n1\n3\n5\n");
  EXPECT_EQ(Shown("for i, c in enumerate(text): print(i)"), "0\n1\n");
}

TEST(Zip, TakesUnknownSequencesToBeAsLongAsKnownOnes) {
  EXPECT_EQ(Shown("print([a for a, b in zip([1, 2, 3], text)])"), "[1, 2, 3]\n");
}

TEST(Containers, HoldUnknownItems) {
  EXPECT_EQ(Shown("x = [1, number]\nx.append(text)\nx.extend([2])\nprint(len(x), x[0], x[::-1].index(2), number in x)"),
            "4 1 0 True\n");
  EXPECT_EQ(Shown("d = {'a': 1, 'k%d' % number: 2}\nprint(d['a'], d['k%d' % number], d.get('a'))"), "1 2 1\n");
  EXPECT_EQ(Shown("print(any([1, number]), all([0, number]), isinstance(number, int), isinstance(text, int))"),
            "True False True False\n");
}

TEST(Containers, AnswerUnknownKeysWithUnknownValues) {
  EXPECT_EQ(Shown("d = {'a': 1}\nprint('x', d[text], [1, 2][number], d.get(number))"),
            "x {d[text]} {[1, 2][number]} {d.get(number)}\n");
  EXPECT_EQ(Shown("d = {'k%d' % number: 2}\nprint(d['k5'])"), "{d['k5']}\n");
}

}  // namespace
}  // namespace tfscope
