// Comments that silence findings: `# noqa`, `# noqa: TFV201`, `# tfscope: ignore[TFV201]`, `# tfscope: ignore-file`.
#pragma once

#include <cstdint>
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

/// A comment of ours, or a part of it, that silenced nothing.
struct UnusedSuppression {
  uint32_t begin = 0;  ///< of the directive in the text
  uint32_t end = 0;
  std::string what;  ///< `noqa: TFV201`
};

/// What the comments of one file silence.
class Suppressions {
 public:
  Suppressions() = default;
  explicit Suppressions(std::string_view text);

  /// Whether a finding of `rule` whose call starts on line `first` and ends on line `last` (from 0) is silenced; notes
  /// which comment did.
  bool Silence(const RuleInfo& rule, size_t first, size_t last);
  /// The comments that silenced none of the rules in `ran`, in the order of the text: those of ours, and the codes of
  /// ours in `noqa`, whose other codes, or absence of codes, are for other tools.
  std::vector<UnusedSuppression> Unused(const std::vector<const RuleInfo*>& ran) const;
  /// Comments that look like `noqa` but are none (`# noqa:foo`): their lines, from 0.
  const std::vector<size_t>& malformed() const { return malformed_; }

 private:
  /// Codes or names; empty: all of them.
  struct Directive {
    std::string_view kind;  ///< `noqa`, `ignore`, `ignore-file`
    uint32_t begin = 0;
    uint32_t end = 0;
    std::vector<std::string> rules;
    std::vector<std::string_view> silenced;  ///< codes of what it silenced
    bool Silences(const RuleInfo& rule) const;
    bool Use(const RuleInfo& rule);
    bool IsUsedFor(const std::string& name, const std::vector<const RuleInfo*>& ran) const;
  };
  void Read(const Comment& comment, std::string_view text);
  void ReadNoqa(std::string_view part, size_t line, Directive directive);
  void ReadOwn(std::string_view part, const Comment& comment, std::string_view text, Directive directive);
  void AddToLine(size_t line, Directive directive);

  std::vector<Directive> directives_;
  std::unordered_multimap<size_t, size_t> lines_;  ///< line to directive
  std::vector<size_t> file_;
  std::vector<size_t> malformed_;
};

}  // namespace tfscope
