// What a program finds on the disk: regular files within bounds, and never anything that blocks.
#include "analyzer/source/data_files.h"
#include "tests/test_folder.h"

#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

namespace tfscope {
namespace {

namespace fs = std::filesystem;

class DataFilesTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = NewTestFolder("data_files");
    fs::create_directories(folder_ / "first");
    fs::create_directories(folder_ / "second");
  }
  void TearDown() override { fs::remove_all(folder_); }

  void Write(const std::string& path, std::string_view text) { std::ofstream(folder_ / path) << text; }
  std::string At(const std::string& path) const { return (folder_ / path).string(); }

  fs::path folder_;
};

TEST_F(DataFilesTest, RelativePathsAreLookedUpInOrder) {
  Write("first/a.txt", "of the first");
  Write("second/a.txt", "of the second");
  Write("second/b.txt", "only there");
  FileSystem disk;
  const DataFiles files(disk, {folder_ / "first", folder_ / "second"});
  EXPECT_EQ(files.Read("a.txt"), "of the first");
  EXPECT_EQ(files.Read("b.txt"), "only there");
  EXPECT_EQ(files.SizeOf("b.txt"), 10u);
  EXPECT_EQ(files.KindOf("c.txt"), FileKind::kAbsent);
  EXPECT_EQ(files.Read("c.txt"), std::nullopt);
}

TEST_F(DataFilesTest, KindsAndNames) {
  Write("b", "");
  Write("a", "");
  FileSystem disk;
  const DataFiles files(disk, {});
  EXPECT_EQ(files.KindOf(At("a")), FileKind::kFile);
  EXPECT_EQ(files.KindOf(At("first")), FileKind::kFolder);
  EXPECT_EQ(files.KindOf(""), FileKind::kAbsent);
  EXPECT_EQ(files.KindOf(std::string_view("a\0b", 3)), FileKind::kAbsent);
  EXPECT_EQ(files.List(At("")), (std::vector<std::string>{"a", "b", "first", "second"}));
  EXPECT_EQ(files.List(At("a")), std::nullopt);
}

TEST_F(DataFilesTest, LinksAreTold) {
  fs::create_directory_symlink(folder_ / "first", folder_ / "link");
  FileSystem disk;
  const DataFiles files(disk, {});
  EXPECT_TRUE(files.IsLink(At("link")));
  EXPECT_EQ(files.KindOf(At("link")), FileKind::kFolder);
  EXPECT_FALSE(files.IsLink(At("first")));
  EXPECT_FALSE(files.IsLink(At("nothing")));
}

TEST_F(DataFilesTest, WhatCouldBlockIsNotOpened) {
  ASSERT_EQ(mkfifo(At("pipe").c_str(), 0600), 0);
  FileSystem disk;
  const DataFiles files(disk, {});
  EXPECT_EQ(files.KindOf(At("pipe")), FileKind::kOther);
  EXPECT_EQ(files.Read(At("pipe")), std::nullopt);
  EXPECT_EQ(files.KindOf("/dev/zero"), FileKind::kOther);
  EXPECT_EQ(files.Read("/dev/zero"), std::nullopt);
}

TEST_F(DataFilesTest, LargeFilesAreNotRead) {
  Write("small", std::string(kMaxDataFile, 'x'));
  Write("large", std::string(kMaxDataFile + 1, 'x'));
  FileSystem disk;
  const DataFiles files(disk, {});
  EXPECT_EQ(files.Read(At("small")).value_or("").size(), kMaxDataFile);
  EXPECT_EQ(files.Read(At("large")), std::nullopt);
  EXPECT_EQ(files.SizeOf(At("large")), kMaxDataFile + 1);
}

}  // namespace
}  // namespace tfscope
