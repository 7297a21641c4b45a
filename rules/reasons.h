// Rules about a family of exceptions tell them apart by fixed words of TensorFlow's messages.
#pragma once

#include <span>
#include <string_view>

#include "rules/rule.h"

namespace tfscope {

inline constexpr size_t kKeywordOnly = SIZE_MAX;

/// One kind of mistake in such a family.
struct Reason {
  std::string_view words;    ///< in TensorFlow's message
  std::string_view message;  ///< ours; with a variable's name in front if the finding has one
  std::string_view keyword;  ///< the argument to mark: its keyword and its position
  size_t position;
  std::string_view label;
  std::string_view help;
};

/// The first reason whose words stand in `message`; null if there is none.
const Reason* FindReason(std::span<const Reason> reasons, std::string_view message);

/// Marks the argument that the reason names, else the one that names the variable, and says what to do.
void Explain(Reporter::Builder& finding, const Reason& reason, const Site& site, const Reporter& report);

/// What TensorFlow's message states, without a final period: its first line, and where it quotes the code of a layer's
/// `call`, the exception behind that.
std::string_view StatementOf(std::string_view message);

/// Whether one condition was assumed both to hold and not to hold, at several turns of a loop. A filter of names by an
/// unknown scope that went so may have picked what no run of the program picks.
bool AssumesBothWays(const EventLog& log);

/// The call names something that TensorFlow does not have, of which TFV302 tells, and was followed as what took its
/// place: its own exceptions would not be reached.
bool FollowsMissingName(const EventLog& log, const ErrorRaised& error);

/// Whether TFV106 tells about this exception.
bool IsScopeError(const ErrorRaised& error);

}  // namespace tfscope
