// The documents name every option and key that there is, and no other.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "analyzer/configuration/settings.h"
#include "analyzer/reporters/report.h"

namespace tfscope {
namespace {

using Names = std::set<std::string>;

std::string ReadDocument(const std::string& path) {
  std::ifstream stream(std::filesystem::path(TFSCOPE_SOURCE_DIR) / path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// The lines of `text` that begin with `start`, without it.
std::vector<std::string> LinesAfter(const std::string& text, std::string_view start) {
  std::vector<std::string> lines;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = text.substr(at, end - at);
    if (line.starts_with(start)) lines.push_back(line.substr(start.size()));
    at = end + 1;
  }
  return lines;
}

/// The options that a text names: `--word` and `-x`, where a word may begin.
Names OptionsIn(std::string_view text) {
  Names options;
  for (size_t at = 0; at < text.size();) {
    const bool starts = text[at] == '-' && (at == 0 || std::string_view(" `,").find(text[at - 1]) != std::string::npos);
    size_t end = at;
    while (starts && end < text.size() &&
           (std::isalpha(static_cast<unsigned char>(text[end])) != 0 || text[end] == '-'))
      ++end;
    if (end > at + 1) options.emplace(text.substr(at, end - at));
    at = std::max(end, at + 1);
  }
  return options;
}

Names OptionsOfHelp(const std::string& command) {
  std::FILE* pipe = popen(fmt::format("'{}' {} --help", TFSCOPE_PROGRAM, command).c_str(), "r");
  std::string text;
  char buffer[4096];
  for (size_t count = 0; (count = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) text.append(buffer, count);
  pclose(pipe);
  Names names;
  for (const std::string& line : LinesAfter(text, "  -")) {
    names.merge(OptionsIn("-" + line.substr(0, line.find(' '))));
  }
  return names;
}

/// The first cells of the tables in a section of a document.
std::vector<std::string> FirstCells(const std::string& document, const std::string& heading) {
  const size_t begin = document.find(heading);
  if (begin == std::string::npos) return {};
  std::vector<std::string> cells;
  const std::string section = document.substr(begin, document.find("\n## ", begin) - begin);
  for (const std::string& row : LinesAfter(section, "| `")) cells.push_back("`" + row.substr(0, row.find(" |")));
  return cells;
}

class OptionsTest : public testing::TestWithParam<std::string> {};

TEST_P(OptionsTest, AreDocumented) {
  Names documented;
  const std::string heading = GetParam().empty() ? "## `tfscope`\n" : "## `tfscope " + GetParam();
  for (const std::string& cell : FirstCells(ReadDocument("docs/command-line.md"), heading)) {
    documented.merge(OptionsIn(cell));
  }
  const Names options = OptionsOfHelp(GetParam());
  EXPECT_GE(options.size(), 2u);
  EXPECT_EQ(documented, options);
}

INSTANTIATE_TEST_SUITE_P(Documentation, OptionsTest,
                         testing::Values("", "check", "inventory", "rule", "config", "version"),
                         [](const auto& info) { return info.param.empty() ? std::string("tfscope") : info.param; });

TEST(DocumentationTest, NamesEveryCommand) {
  std::FILE* pipe = popen(fmt::format("'{}' --help", TFSCOPE_PROGRAM).c_str(), "r");
  std::string text;
  char buffer[4096];
  for (size_t count = 0; (count = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) text.append(buffer, count);
  pclose(pipe);
  const std::string commands =
      text.substr(text.find("Subcommands:"), text.find("\n\n", text.find("Subcommands:")) - text.find("Subcommands:"));
  const std::string document = ReadDocument("docs/command-line.md");
  const std::vector<std::string> lines = LinesAfter(commands, "  ");
  EXPECT_GE(lines.size(), 5u);
  for (const std::string& line : lines) {
    const std::string command = line.substr(0, line.find(' '));
    if (command.empty()) continue;  // the description goes on
    EXPECT_NE(document.find("## `tfscope " + command), std::string::npos) << command;
  }
}

TEST(DocumentationTest, NamesEveryKey) {
  Names documented;
  for (const std::string& cell : FirstCells(ReadDocument("docs/configuration.md"), "## Keys\n")) {
    documented.insert(cell.substr(1, cell.size() - 2));
  }
  Names keys;
  for (const Setting& setting : AllSettings()) keys.emplace(setting.key);
  EXPECT_EQ(documented, keys);
}

TEST(DocumentationTest, NamesEveryDefaultExclude) {
  const std::string document = ReadDocument("docs/configuration.md");
  for (const PathPattern& pattern : Settings::DefaultExcludes()) {
    EXPECT_NE(document.find("`" + pattern.pattern + "`"), std::string::npos) << pattern.pattern;
  }
}

TEST(DocumentationTest, NamesEveryFormat) {
  const std::string document = ReadDocument("docs/integrations.md");
  for (const FindingFormat& format : FindingFormats()) {
    EXPECT_NE(document.find(fmt::format("`{}`", format.name)), std::string::npos) << format.name;
  }
}

}  // namespace
}  // namespace tfscope
