// Which rules speak: `--select`, `--ignore` and `--extend-select` by code, prefix of a code, name, or ALL.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "analyzer/diagnostics/finding.h"

namespace tfscope {

struct SelectionOptions {
  std::vector<std::string> select;  ///< empty: all rules that speak by default
  std::vector<std::string> ignore;
  std::vector<std::string> extend_select;
};

/// The codes that speak, or a sentence about a selector that names no rule. The more specific selector wins, whichever
/// option it stands in; between equals, `ignore`.
tl::expected<std::set<std::string_view>, std::string> SelectRules(const SelectionOptions& options,
                                                                  std::span<const RuleInfo* const> rules);

/// `unknown rule `TFV20l`, did you mean `TFV201`?`
std::string UnknownRule(std::string_view name, std::span<const RuleInfo* const> rules);

}  // namespace tfscope
