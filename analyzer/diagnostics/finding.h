// What a rule says about the user's code.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/events/call_stack.h"
#include "analyzer/source/span.h"

namespace tfscope {

enum class Severity : uint8_t { kInfo, kWarning, kError };
enum class Status : uint8_t { kPreview, kStable, kDeprecated };
enum class Precision : uint8_t { kMedium, kHigh };

/// `info`, `warning`, `error`.
std::string_view SeverityName(Severity severity);

/// What is fixed about a rule. One per file in rules/.
struct RuleInfo {
  std::string_view code;   ///< `TFV101`
  std::string_view name;   ///< `variable-already-exists`
  std::string_view since;  ///< version that brought it
  Status status = Status::kPreview;
  Severity severity = Severity::kWarning;
  Precision precision = Precision::kHigh;
  std::string_view summary;  ///< one sentence, the page's first
  bool by_default = true;    ///< speaks unless silenced; else only where `select` or `extend-select` names it
};

/// A second place, or a remark without one (`span` invalid).
struct Note {
  std::string message;
  Span span;
  std::string label;  ///< what to write beside the mark if the place is shown with its source line; empty: not shown
  bool is_said_by_label = false;  ///< where the place is shown, the message says no more
};

/// Text to put in the place of a span.
struct Edit {
  Span span;
  std::string text;
};

/// What a program can change about a finding, without a person who looks at it.
struct Fix {
  std::string message;  ///< `write name="w"`
  std::vector<Edit> edits;
};

struct Finding {
  const RuleInfo* rule = nullptr;
  Severity severity = Severity::kWarning;
  std::string message;               ///< states what was observed; code in backticks, lower case, no final period
  Span span;                         ///< start of the call; JSON's line and column
  Span label;                        ///< the narrowest part worth marking in text output; equal to `span` if invalid
  std::string label_text;            ///< what stands beside the mark; may be empty
  CallStackId stack = kNoCallStack;  ///< calls that lead to `span`
  bool possible = false;             ///< depends on what is not known; shown only when asked for
  std::vector<Note> notes;           ///< second places and call stacks, in the order to show
  std::string help;                  ///< what to do; may be empty
  std::string variable;              ///< full name of the variable concerned; may be empty
  std::string condition;             ///< the assumption under which it happens; may be empty
  std::optional<Fix> fix;
};

}  // namespace tfscope
