// Programs that ask the disk get the answers that they would get when run; nothing is written.
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "tests/run_python.h"
#include "tests/test_folder.h"

namespace tfscope {
namespace {

namespace fs = std::filesystem;

std::string RunFile(const fs::path& path, MachineOptions options = {.mode = Mode::kInventory}) {
  SourceManager sources;
  const FileId file = sources.Load(path).value();
  Program program(sources);
  program.SetSearchPath(kNoFile, {path.parent_path()});
  Machine machine(program, std::move(options));
  const std::vector<EventLog> logs = machine.RunMain(file);
  std::string result;
  for (const std::string& line : logs.at(0).output) result += line + "\n";
  if (logs[0].error) result += logs[0].error->type + ": " + logs[0].error->message + "\n";
  return result;
}

std::string RunText(std::string_view text, MachineOptions options = {.mode = Mode::kInventory}) {
  const fs::path path = NewTestFolder("outside_world") / "outside_world.py";
  std::ofstream(path) << text;
  return RunFile(path, std::move(options));
}

// The expected output is that of CPython 3.7 in a copy of the folder.
TEST(OutsideWorld, FilesAreAsCPythonFindsThem) {
  const fs::path folder = fs::path(TFSCOPE_SOURCE_DIR) / "testdata" / "outside";
  std::stringstream expected;
  expected << std::ifstream(folder / "files.out").rdbuf();
  EXPECT_EQ(RunFile(folder / "files.py"), expected.str());
  EXPECT_FALSE(fs::exists(folder / "logs"));
  EXPECT_FALSE(fs::exists("w.json"));
}

TEST(OutsideWorld, WithoutTheDiskThereIsNothing) {
  EXPECT_EQ(RunText("import os\nprint(os.path.exists('/'), os.path.exists(__file__))\nopen('/etc/passwd')",
                    {.mode = Mode::kInventory, .reads_disk = false}),
            "False False\nFileNotFoundError: [Errno 2] No such file or directory: '/etc/passwd'\n");
}

TEST(OutsideWorld, WalksDoNotFollowLinks) {
  const fs::path folder = NewTestFolder("outside_links");
  fs::create_directories(folder / "d");
  fs::create_directory_symlink(folder, folder / "d" / "up");
  std::ofstream(folder / "m.py") << "import os\nprint(list(os.walk('d')), os.path.islink('d/up'))\n";
  EXPECT_EQ(RunFile(folder / "m.py"), "[('d', ['up'], [])] True\n");
  fs::remove_all(folder);
}

TEST(OutsideWorld, DevicesHaveUnknownContents) {
  EXPECT_EQ(RunText("import os\nprint(os.path.exists('/dev/zero'), os.path.isfile('/dev/zero'))\n"
                    "text = open('/dev/zero').read()\nprint(isinstance(text, str), text == 'a')"),
            "True False\nTrue {text == 'a'}\n");
}

TEST(OutsideWorld, TimeAndChanceHaveKnownTypesOnly) {
  EXPECT_EQ(
      RunText("import time, random, os\nx = time.time()\nprint(isinstance(x, float), x > 3, os.environ.get('HOME'))\n"
              "print(isinstance(random.randint(1, 9), int), random.randint(3, 3))"),
      "True {x > 3} None\nTrue 3\n");
}

// What each call of tf.gfile does in TensorFlow 1.15.
TEST(OutsideWorld, TensorFlowsFilesAreThoseOfTheDisk) {
  const fs::path folder = NewTestFolder("outside_gfile");
  fs::create_directories(folder / "d");
  std::ofstream(folder / "d" / "a.txt") << "hi\n";
  std::ofstream(folder / "m.py") << R"(
import tensorflow as tf
g = tf.gfile
print(g.Exists('d'), g.Exists('nope'), g.IsDirectory('d/a.txt'), g.Glob('d/*'), g.ListDirectory('d'))
print(repr(g.GFile('d/a.txt', 'rb').read()), g.Open('d/a.txt').readlines(), g.GFile('d/a.txt').size())
for f in [lambda: g.GFile('nope').read(), lambda: g.ListDirectory('nope'), lambda: g.MkDir('x/y'),
          lambda: g.GFile('no/pe', 'w').write('x'), lambda: g.GFile('d').read(), lambda: g.DeleteRecursively('nope')]:
    try:
        print(f())
    except tf.errors.OpError as e:
        print(type(e).__name__, e)
g.MakeDirs('q/w')
with g.GFile('q/w/b.txt', 'w') as f:
    f.write('x')
print(g.Exists('q'), g.Open('q/w/b.txt').read(), tf.io.gfile.exists('q/w/b.txt'), list(g.Walk('q')))
)";
  EXPECT_EQ(RunFile(folder / "m.py"),
            "True False False ['d/a.txt'] ['a.txt']\n"
            "b'hi\\n' ['hi\\n'] 3\n"
            "NotFoundError nope; No such file or directory\n"
            "NotFoundError Could not find directory nope\n"
            "NotFoundError x/y; No such file or directory\n"
            "NotFoundError no/pe; No such file or directory\n"
            "FailedPreconditionError d; Is a directory\n"
            "NotFoundError nope not found\n"
            "True x True [('q', ['w'], []), ('q/w', [], ['b.txt'])]\n");
  EXPECT_FALSE(fs::exists(folder / "q"));
  fs::remove_all(folder);
}

// As PyYAML 6.0 reads it.
TEST(OutsideWorld, YamlIsRead) {
  EXPECT_EQ(RunText(R"(
import yaml
text = '''
model:
  name: res_net   # comment
  layers: [64, 128, {a: "x:y"}]
  rates: {low: 1e-3, high: 1.0e-3}
  on_: yes
  none: ~
stages:
- conv
- pool:
    k: 2
- - 1
  - 2
text: |
  one
    two
fold: >-
  a
  b
'''
print(yaml.safe_load(text))
print(yaml.safe_load('a: ? x'))
)"),
            "{'model': {'name': 'res_net', 'layers': [64, 128, {'a': 'x:y'}], 'rates': {'low': '1e-3', 'high': 0.001}, "
            "'on_': True, 'none': None}, 'stages': ['conv', {'pool': {'k': 2}}, [1, 2]], 'text': 'one\\n  two\\n', "
            "'fold': 'a b'}\n{yaml.safe_load('a: ? x')}\n");
}

// As PyYAML 6.0 reads it.
TEST(OutsideWorld, YamlAnchorsMergesAndTagsAreRead) {
  EXPECT_EQ(RunText(R"(
import yaml
text = '''
base: &base {units: 3, sizes: &sizes [1, 2]}
model:
  <<: *base
  units: 4
  more: *sizes
merged:
  <<: [*base, {z: 1}]
items:
- &first one
- *first
- !!str 12
-
  - a
  - b: 1
date: 2019-01-02
minutes: 1:30
'''
print(yaml.load(text))
print(list(yaml.safe_load_all('a: 1\n---\n- 2\n')))
)"),
            "{'base': {'units': 3, 'sizes': [1, 2]}, 'model': {'units': 4, 'sizes': [1, 2], 'more': [1, 2]}, "
            "'merged': {'z': 1, 'units': 3, 'sizes': [1, 2]}, 'items': ['one', 'one', '12', ['a', {'b': 1}]], "
            "'date': datetime.date(2019, 1, 2), 'minutes': 90}\n[{'a': 1}, [2]]\n");
}

// What TensorFlow 1.15 finds in such a folder.
TEST(OutsideWorld, CheckpointsAreThoseOfTheDisk) {
  EXPECT_EQ(RunText(R"(
import os
import tensorflow as tf
print(tf.train.latest_checkpoint('nope'), tf.train.get_checkpoint_state('nope'))
os.makedirs('ck')
with open('ck/checkpoint', 'w') as f:
    f.write('model_checkpoint_path: "model-3"\nall_model_checkpoint_paths: "model-1"\n')
    f.write('all_model_checkpoint_paths: "model-3"\n')
open('ck/model-3.index', 'w').write('x')
print(tf.train.latest_checkpoint('ck'), tf.train.checkpoint_exists('ck/model-3'), tf.train.checkpoint_exists('ck/model-1'))
state = tf.train.get_checkpoint_state('ck')
print(state.model_checkpoint_path, list(state.all_model_checkpoint_paths))
tf.train.list_variables('nope')
)"),
            "None None\nck/model-3 True False\nck/model-3 ['ck/model-1', 'ck/model-3']\n"
            "NotFoundError: Unsuccessful TensorSliceReader constructor: Failed to find any matching files for nope\n");
}

TEST(Library, ExcInfoIsTheExceptionBeingHandled) {
  EXPECT_EQ(RunPython("import sys\nprint(sys.exc_info())\ntry:\n  1 / 0\nexcept ZeroDivisionError:\n"
                      "  kind, value, trace = sys.exc_info()\nprint(kind, value, trace is None, sys.exc_info())"),
            "(None, None, None)\n<class 'ZeroDivisionError'> division by zero False (None, None, None)\n");
}

}  // namespace
}  // namespace tfscope
