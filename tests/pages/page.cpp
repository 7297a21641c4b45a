#include "tests/pages/page.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace tfscope::pages {
namespace {

constexpr std::string_view kFence = "```";
constexpr std::string_view kKnownBug = "<!-- known-bug:";
constexpr std::string_view kCommentEnd = "-->";

std::string_view Trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

/// Reads a page line by line.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  Page Read() {
    while (NextLine()) {
      if (line_.starts_with(kFence)) {
        ReadFence(Trim(line_.substr(kFence.size())));
      } else if (line_.starts_with('#')) {
        EndSection();
        ReadHeading();
      } else if (line_.starts_with(kKnownBug)) {
        known_bug_ = Trim(line_.substr(kKnownBug.size(), line_.find(kCommentEnd) - kKnownBug.size()));
        if (known_bug_.empty()) Mistake("a known bug needs a reason");
      } else if (line_.size() > 3 && line_.starts_with('`') && line_.ends_with("`:")) {
        file_name_ = line_.substr(1, line_.size() - 3);
      }
    }
    EndSection();
    return std::move(page_);
  }

 private:
  bool NextLine() {
    if (at_ >= text_.size()) return false;
    const size_t end = std::min(text_.find('\n', at_), text_.size());
    line_ = text_.substr(at_, end - at_);
    at_ = end + 1;
    ++number_;
    return true;
  }

  void Mistake(std::string_view message) { page_.mistakes.push_back(fmt::format("line {}: {}", number_, message)); }

  void ReadHeading() {
    const size_t level = line_.find_first_not_of('#');
    if (level == std::string_view::npos) return;
    headings_.resize(std::min(headings_.size(), level - 1));
    headings_.emplace_back(Trim(line_.substr(level)));
    page_.headings.push_back(headings_.back());
  }

  /// Reads to the end of a fenced block, whose opening line has just been read.
  void ReadFence(std::string_view info) {
    const uint32_t first_line = number_ + 1;
    std::string code;
    bool closed = false;
    while (!closed && NextLine()) {
      closed = line_.starts_with(kFence);
      if (!closed) code.append(line_).push_back('\n');
    }
    if (!closed) Mistake("a block without an end");
    if (info == "python") AddBlock(std::move(code), first_line);
    file_name_.clear();
    known_bug_.clear();
  }

  void AddBlock(std::string code, uint32_t first_line) {
    if (!file_name_.empty()) {
      files_.push_back({file_name_, std::move(code)});
      return;
    }
    Block block;
    for (const std::string& heading : headings_) block.title += (block.title.empty() ? "" : " / ") + heading;
    const int count = ++titles_[block.title];
    if (count > 1) block.title += fmt::format(" / {}", count);
    block.line = first_line;
    block.known_bug = known_bug_;
    std::vector<std::string> mistakes;
    block.assertions = ParseAssertions(code, mistakes);
    for (const std::string& mistake : mistakes) Mistake(mistake);
    block.text = std::move(code);
    page_.blocks.push_back(std::move(block));
  }

  /// Gives the files of a section to its programs.
  void EndSection() {
    for (size_t index = first_of_section_; index < page_.blocks.size(); ++index) page_.blocks[index].files = files_;
    if (!files_.empty() && first_of_section_ == page_.blocks.size())
      Mistake("a file that no program of its section imports");
    files_.clear();
    first_of_section_ = page_.blocks.size();
  }

  std::string_view text_;
  std::string_view line_;
  size_t at_ = 0;
  uint32_t number_ = 0;
  Page page_;
  std::vector<std::string> headings_;
  std::map<std::string, int> titles_;
  std::vector<PageFile> files_;
  std::string file_name_;
  std::string known_bug_;
  size_t first_of_section_ = 0;
};

}  // namespace

Page ParsePage(std::string_view text) { return Reader(text).Read(); }

}  // namespace tfscope::pages
