// Transcripts of the command line, testdata/cli/*.md. In each section, a `python` or `text` block after a line like
// `` `model.py`: `` is a file; a `console` block holds commands after `$ `, what they print on both streams, and a last
// line `[exit N]` where N is not 0. TFSCOPE_UPDATE=1 in the environment rewrites what commands print; read the
// difference.
#include <sys/wait.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace tfscope {
namespace {

namespace fs = std::filesystem;

std::string ReadFile(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void WriteFile(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

std::vector<std::string> Lines(const std::string& text) {
  std::vector<std::string> lines;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

/// Runs a command in a folder; what it printed, and `[exit N]`.
std::string Run(const fs::path& folder, const std::string& command) {
  WriteFile(folder / ".." / "command.sh", command + "\n");
  const std::string shell =
      fmt::format("cd '{}' && PATH='{}':\"$PATH\" HOME=/nonexistent TERM=dumb sh ../command.sh 2>&1", folder.string(),
                  fs::path(TFSCOPE_PROGRAM).parent_path().string());
  std::FILE* pipe = popen(shell.c_str(), "r");
  if (pipe == nullptr) return "cannot run the command\n";
  std::string output;
  char buffer[4096];
  for (size_t count = 0; (count = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) output.append(buffer, count);
  const int status = pclose(pipe);
  if (!output.empty() && output.back() != '\n') output += '\n';
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return code == 0 ? output : output + fmt::format("[exit {}]\n", code);
}

/// Replays a transcript: the text as it should be if the program is right.
class Transcript {
 public:
  explicit Transcript(const std::string& text)
      : lines_(Lines(text)),
        root_(fs::temp_directory_path() / fmt::format("tfscope_cli_{}", static_cast<const void*>(this))) {}
  ~Transcript() {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }
  Transcript(const Transcript&) = delete;
  Transcript& operator=(const Transcript&) = delete;

  std::string Replay() {
    NewSection();
    std::string file;
    while (next_ < lines_.size()) {
      const std::string line = Take();
      if (line.starts_with('#')) NewSection();
      if (line.starts_with('`') && line.ends_with("`:")) file = line.substr(1, line.size() - 3);
      if (!line.starts_with("```")) continue;
      if (line == "```console") {
        ReplayConsole();
      } else {
        CopyBlock(file);
      }
      file.clear();
    }
    return result_;
  }

 private:
  std::string Take() {
    result_ += lines_[next_] + "\n";
    return lines_[next_++];
  }

  void NewSection() {
    folder_ = root_ / fmt::format("{}", ++sections_) / "work";
    fs::create_directories(folder_);
  }

  void CopyBlock(const std::string& file) {
    std::string text;
    while (next_ < lines_.size()) {
      const std::string line = Take();
      if (line.starts_with("```")) break;
      text += line + "\n";
    }
    if (!file.empty()) WriteFile(folder_ / file, text);
  }

  void ReplayConsole() {
    while (next_ < lines_.size() && !lines_[next_].starts_with("```")) {
      if (!lines_[next_].starts_with("$ ")) {  // of the recorded output
        ++next_;
        continue;
      }
      result_ += Run(folder_, Take().substr(2));
    }
    if (next_ < lines_.size()) Take();
  }

  std::vector<std::string> lines_;
  fs::path root_;
  fs::path folder_;
  size_t next_ = 0;
  int sections_ = 0;
  std::string result_;
};

/// Paths without their suffix, relative to the project. What the README and the page about models show is real, too.
std::vector<std::string> Transcripts() {
  std::vector<std::string> names = {"README", "docs/library-models"};
  for (const fs::directory_entry& entry : fs::directory_iterator(fs::path(TFSCOPE_SOURCE_DIR) / "testdata" / "cli")) {
    if (entry.path().extension() == ".md") names.push_back("testdata/cli/" + entry.path().stem().string());
  }
  std::ranges::sort(names);
  return names;
}

class TranscriptTest : public testing::TestWithParam<std::string> {};

TEST_P(TranscriptTest, IsReproduced) {
  const fs::path path = fs::path(TFSCOPE_SOURCE_DIR) / (GetParam() + ".md");
  const std::string recorded = ReadFile(path);
  const std::string replayed = Transcript(recorded).Replay();
  if (std::getenv("TFSCOPE_UPDATE") != nullptr && replayed != recorded) WriteFile(path, replayed);
  EXPECT_EQ(replayed, recorded);
}

INSTANTIATE_TEST_SUITE_P(Cli, TranscriptTest, testing::ValuesIn(Transcripts()),
                         [](const testing::TestParamInfo<std::string>& info) {
                           std::string name = fs::path(info.param).stem().string();
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

TEST(TranscriptTest, ToldWhatIsWrong) {
  const std::string wrong =
      "# Title\n\n`a.txt`:\n\n```text\none\n```\n\n```console\n$ cat a.txt\ntwo\n$ exit 3\n```\nend\n";
  const std::string right =
      "# Title\n\n`a.txt`:\n\n```text\none\n```\n\n```console\n$ cat a.txt\none\n$ exit 3\n[exit 3]\n```\nend\n";
  EXPECT_EQ(Transcript(wrong).Replay(), right);
  EXPECT_EQ(Transcript(right).Replay(), right);
}

}  // namespace
}  // namespace tfscope
