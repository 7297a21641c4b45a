// The files embedded in the program are the ones in the source folder, byte for byte and sorted.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "analyzer/library/embedded.h"

namespace tfscope {
namespace {

std::string ReadBytes(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

void ExpectSameFiles(std::span<const EmbeddedFile> files, const std::string& folder, const std::string& extension) {
  const std::filesystem::path root = std::filesystem::path(TFSCOPE_SOURCE_DIR) / folder;
  size_t on_disk = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (entry.is_regular_file() && entry.path().extension() == extension) ++on_disk;
  }
  EXPECT_EQ(files.size(), on_disk) << folder;
  for (const EmbeddedFile& file : files) EXPECT_EQ(file.text, ReadBytes(root / file.path)) << file.path;
  EXPECT_TRUE(std::is_sorted(files.begin(), files.end(),
                             [](const EmbeddedFile& a, const EmbeddedFile& b) { return a.path < b.path; }));
}

TEST(EmbeddedFiles, LibraryModels) { ExpectSameFiles(LibraryFiles(), "analyzer/library", ".py"); }

TEST(EmbeddedFiles, RulePages) { ExpectSameFiles(RulePages(), "rules", ".md"); }

}  // namespace
}  // namespace tfscope
