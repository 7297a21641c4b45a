// Programs that ask the disk get the answers that they would get when run; nothing is written.
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "tests/run_python.h"

namespace tfscope {
namespace {

namespace fs = std::filesystem;

std::string RunFile(const fs::path& path, MachineOptions options = {.mode = Mode::kInventory}) {
  SourceManager sources;
  const FileId file = sources.Load(path).value();
  Program program(sources);
  program.SetSearchPath({path.parent_path()});
  Machine machine(program, std::move(options));
  const std::vector<EventLog> logs = machine.RunMain(file);
  std::string result;
  for (const std::string& line : logs.at(0).output) result += line + "\n";
  if (logs[0].error) result += logs[0].error->type + ": " + logs[0].error->message + "\n";
  return result;
}

std::string RunText(std::string_view text, MachineOptions options = {.mode = Mode::kInventory}) {
  const fs::path path = fs::path(testing::TempDir()) / "outside_world.py";
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

TEST(OutsideWorld, DevicesHaveUnknownContents) {
  EXPECT_EQ(RunText("import os\nprint(os.path.exists('/dev/zero'), os.path.isfile('/dev/zero'))\n"
                    "text = open('/dev/zero').read()\nprint(isinstance(text, int))"),
            "True False\nFalse\n");
}

TEST(OutsideWorld, TimeAndChanceHaveKnownTypesOnly) {
  EXPECT_EQ(RunText("import time, random, os\nx = time.time()\nprint(x - x == 0 or 'asked', os.environ.get('HOME'))\n"
                    "print([len([random.random()]), random.randint(3, 3)])"),
            "{x - x == 0} None\n[1, 3]\n");
}

}  // namespace
}  // namespace tfscope
