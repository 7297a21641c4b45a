#include "analyzer/cli/entries.h"

#include <algorithm>

#include "analyzer/cli/output.h"
#include "analyzer/diagnostics/places.h"

namespace tfscope {
namespace {

bool IsBlank(char character) { return character == ' ' || character == '\t' || character == '\n'; }

/// Reads one word, which begins at `at`.
std::string TakeWord(std::string_view line, size_t& at) {
  std::string word;
  char quote = '\0';
  for (; at < line.size() && (quote != '\0' || !IsBlank(line[at])); ++at) {
    const char character = line[at];
    if (character == '\\' && quote != '\'' && at + 1 < line.size()) {
      word += line[++at];
    } else if (quote == '\0' && (character == '"' || character == '\'')) {
      quote = character;
    } else if (character == quote) {
      quote = '\0';
    } else {
      word += character;
    }
  }
  return word;
}

}  // namespace

std::vector<std::string> SplitWords(std::string_view line) {
  std::vector<std::string> words;
  for (size_t at = 0; at < line.size();) {
    if (IsBlank(line[at])) {
      ++at;
    } else {
      words.push_back(TakeWord(line, at));
    }
  }
  return words;
}

std::vector<Root> LoadEntries(const std::vector<Input>& inputs, const std::vector<Root>& roots, Driver& driver) {
  std::vector<Root> entries;
  std::set<std::pair<std::filesystem::path, std::string>> seen;
  for (const Input& input : inputs) {
    if (input.settings == nullptr) continue;
    for (const EntryPoint& entry : input.settings->entries) {
      if (!seen.emplace(entry.base, entry.text).second) continue;
      std::vector<std::string> words = SplitWords(entry.text);
      if (words.empty()) continue;
      const std::filesystem::path path = (entry.base / words.front()).lexically_normal();
      words.erase(words.begin());
      const auto file = driver.LoadFile(path, "an entry of the configuration");
      const bool is_root = file && words.empty() && std::ranges::find(roots, *file, &Root::file) != roots.end();
      if (file && !is_root) entries.push_back({*file, path, input.settings, std::move(words)});
    }
  }
  return entries;
}

bool Concerns(const Finding& finding, const std::set<FileId>& files, const CallStacks& stacks) {
  if (files.contains(finding.span.file)) return true;
  if (std::ranges::any_of(finding.notes, [&](const Note& note) { return files.contains(note.span.file); })) return true;
  for (CallStackId id = finding.stack; id != kNoCallStack; id = stacks[id].parent) {
    if (files.contains(stacks[id].call_site.file)) return true;
  }
  return false;
}

}  // namespace tfscope
