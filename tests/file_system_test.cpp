// The record of what a run learnt of the disk.
#include "analyzer/source/file_system.h"

#include <filesystem>
#include <fstream>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/test_folder.h"

namespace tfscope {
namespace {

namespace fs = std::filesystem;

class FileSystemTest : public testing::Test {
 protected:
  void SetUp() override { folder_ = NewTestFolder("file_system"); }
  void TearDown() override { fs::remove_all(folder_); }

  void Write(const std::string& path, const std::string& text) { std::ofstream(folder_ / path) << text; }

  /// Whether another run would learn all that `disk` has.
  static bool AllHold(const FileSystem& disk) {
    FileSystem later;
    for (const auto& [path, facts] : *disk.facts()) {
      if (!later.Holds(path, facts)) return false;
    }
    return true;
  }

  fs::path folder_;
};

TEST_F(FileSystemTest, ContentCounts) {
  Write("a", "one");
  FileSystem disk;
  EXPECT_EQ(disk.Read(folder_ / "a", 100), "one");
  EXPECT_TRUE(AllHold(disk));
  Write("a", "two");  // of the same size
  EXPECT_FALSE(AllHold(disk));
  Write("a", "one");
  EXPECT_TRUE(AllHold(disk));
  fs::remove(folder_ / "a");
  EXPECT_FALSE(AllHold(disk));
}

TEST_F(FileSystemTest, WhatWasNotThereCounts) {
  FileSystem disk;
  EXPECT_EQ(disk.KindOf(folder_ / "a"), FileKind::kAbsent);
  EXPECT_FALSE(disk.IsLink(folder_ / "a"));
  EXPECT_TRUE(AllHold(disk));
  Write("b", "");
  EXPECT_TRUE(AllHold(disk));
  Write("a", "");
  EXPECT_FALSE(AllHold(disk));
}

TEST_F(FileSystemTest, NamesInFoldersCount) {
  Write("a", "");
  FileSystem disk;
  EXPECT_EQ(disk.List(folder_), std::vector<std::string>{"a"});
  Write("a", "only its name was asked for");
  EXPECT_TRUE(AllHold(disk));
  Write("b", "");
  EXPECT_FALSE(AllHold(disk));
}

TEST_F(FileSystemTest, LinksAndSizesCount) {
  Write("a", "123");
  fs::create_symlink("a", folder_ / "link");
  FileSystem disk;
  EXPECT_EQ(disk.SizeOf(folder_ / "a"), 3u);
  EXPECT_TRUE(disk.IsLink(folder_ / "link"));
  Write("a", "456");
  EXPECT_TRUE(AllHold(disk));
  Write("a", "4567");
  EXPECT_FALSE(AllHold(disk));
  Write("a", "123");
  fs::remove(folder_ / "link");
  Write("link", "");
  EXPECT_FALSE(AllHold(disk));
}

TEST_F(FileSystemTest, ARecordThatIsTooLongIsNone) {
  FileSystem disk;
  for (size_t index = 0; index < FileSystem::kMaxPaths; ++index) disk.NoteContent(fmt::format("/{}", index), "x");
  EXPECT_NE(disk.facts(), nullptr);
  EXPECT_EQ(disk.KindOf(folder_), FileKind::kFolder);
  EXPECT_EQ(disk.facts(), nullptr);
}

}  // namespace
}  // namespace tfscope
