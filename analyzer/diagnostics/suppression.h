// Comments that silence findings: `# noqa`, `# noqa: TFV201`, `# tfscope: ignore[TFV201]`, `# tfscope: ignore-file`.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzer/diagnostics/finding.h"
#include "analyzer/source/source_manager.h"

namespace tfscope {

/// A comment of a Python text: its line (from 0), its text from `#`, and whether nothing but blanks stands before it.
struct Comment {
  size_t line;
  std::string_view text;
  bool own_line;
};

/// The comments of a text. Strings, also over several lines, are skipped, so that a `#` in one is no comment.
std::vector<Comment> FindComments(std::string_view text);

/// What the comments of one file silence.
class Suppressions {
 public:
  Suppressions() = default;
  explicit Suppressions(std::string_view text);

  /// Whether a finding of `rule` whose call starts on line `first` and ends on line `last` (from 0) is silenced.
  bool Covers(const RuleInfo& rule, size_t first, size_t last) const;
  /// Comments that look like `noqa` but are none (`# noqa:foo`): their lines, from 0.
  const std::vector<size_t>& malformed() const { return malformed_; }

 private:
  /// Codes or names; empty: all of them.
  struct Directive {
    std::vector<std::string> rules;
    bool Silences(const RuleInfo& rule) const;
  };
  void Read(const Comment& comment, std::string_view text);

  std::unordered_multimap<size_t, Directive> lines_;
  std::vector<Directive> file_;
  std::vector<size_t> malformed_;
};

}  // namespace tfscope
