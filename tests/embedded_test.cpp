// The files embedded in the program are the ones in the source folder, byte for byte and sorted.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "analyzer/library/embedded.h"
#include "analyzer/source/source_manager.h"
#include "analyzer/syntax/parser.h"
#include "analyzer/syntax/tree_codec.h"

namespace tfscope {
namespace {

std::string ReadBytes(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

template <typename File>
void ExpectSameFiles(std::span<const File> files, const std::string& folder, const std::string& extension) {
  const std::filesystem::path root = std::filesystem::path(TFSCOPE_SOURCE_DIR) / folder;
  size_t on_disk = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (entry.is_regular_file() && entry.path().extension() == extension) ++on_disk;
  }
  EXPECT_EQ(files.size(), on_disk) << folder;
  for (const File& file : files) EXPECT_EQ(file.text, ReadBytes(root / file.path)) << file.path;
  EXPECT_TRUE(std::is_sorted(files.begin(), files.end(), [](const File& a, const File& b) { return a.path < b.path; }));
}

TEST(EmbeddedFiles, LibraryModels) { ExpectSameFiles(LibraryModels(), "analyzer/library", ".py"); }

TEST(EmbeddedFiles, LibraryModelsHaveTheTreesOfTheirTexts) {
  for (const EmbeddedModel& model : LibraryModels()) {
    SourceManager sources;
    Parser parser;
    Interner parsed_interner, decoded_interner;
    FileId file = sources.Add(std::string(model.path), model.text);
    SyntaxTree parsed = parser.Parse(sources.file(file), parsed_interner);
    SyntaxTree decoded = TreeCodec::Decode(model.tree, file, decoded_interner);
    EXPECT_EQ(DumpSyntax(decoded, sources, decoded_interner), DumpSyntax(parsed, sources, parsed_interner))
        << model.path;
    EXPECT_EQ(decoded.python2(), model.path == "python2_builtins.py") << model.path;
  }
}

TEST(EmbeddedFiles, NoLibraryModelIsLongerThanAPersonReads) {
  constexpr std::ptrdiff_t kMostLines = 500;
  for (const EmbeddedModel& model : LibraryModels()) {
    EXPECT_LE(std::ranges::count(model.text, '\n'), kMostLines) << model.path;
  }
}

TEST(EmbeddedFiles, RulePages) { ExpectSameFiles(RulePages(), "rules", ".md"); }

}  // namespace
}  // namespace tfscope
