#include "analyzer/cli/entries.h"

#include <algorithm>

#include <fmt/format.h>

#include "analyzer/cli/entry_call.h"
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

/// `FILE:NAME`, taken apart. A file may have a colon in its name.
std::pair<std::string, std::string> FileAndCallee(const std::filesystem::path& base, const std::string& word) {
  std::error_code error;
  const size_t colon = word.rfind(':');
  const bool has_callee = colon != std::string::npos && colon + 1 < word.size();
  if (!has_callee || std::filesystem::exists(base / word, error)) return {word, ""};
  return {word.substr(0, colon), word.substr(colon + 1)};
}

/// The program that an entry names; nothing, after a complaint, if there is none.
std::optional<Root> LoadEntry(const EntryPoint& entry, const Settings& settings, Driver& driver) {
  constexpr std::string_view kWanted = "an entry of the configuration";
  std::vector<std::string> words = SplitWords(entry.text);
  const auto [file_name, callee] =
      words.empty() ? std::pair<std::string, std::string>() : FileAndCallee(entry.base, words.front());
  if (file_name.empty()) {
    driver.Fail(fmt::format("`{}`, {}: names no file", Printable(entry.text), kWanted));
    return std::nullopt;
  }
  words.erase(words.begin());
  const std::filesystem::path path = (entry.base / file_name).lexically_normal();
  const auto file = driver.LoadFile(path, kWanted);
  if (!file) return std::nullopt;
  Root root{.file = *file, .path = path, .settings = &settings, .arguments = std::move(words), .entry = entry.text};
  if (callee.empty()) return root;
  auto program = EntryProgram(driver, root, callee, {}, MissingArgument::kUnknown);
  if (program) return *program;
  driver.Fail(fmt::format("{}, {}: {}", Printable(entry.text), kWanted, program.error()));
  return std::nullopt;
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
      std::optional<Root> root = LoadEntry(entry, *input.settings, driver);
      if (!root) continue;
      const bool is_root = root->arguments->empty() && std::ranges::find(roots, root->file, &Root::file) != roots.end();
      if (!is_root) entries.push_back(std::move(*root));
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
