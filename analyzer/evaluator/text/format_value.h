// What the ways of formatting share.
#pragma once

#include <string_view>

#include "analyzer/evaluator/machine.h"
#include "analyzer/evaluator/text/unicode.h"

namespace tfscope {

/// The text of an unknown value under a specification: a placeholder of the value itself if the specification leaves
/// its text alone, else of a symbol of its own.
Result FormatUnknown(Machine& machine, Value value, std::string_view specification);

/// Finds what a replacement field names, by its first part. Undefined: an exception is pending.
using FieldLookup = std::function<Result(std::string_view name)>;

/// `str.format` and `format_map`.
Result FormatFields(Machine& machine, std::string_view text, const FieldLookup& lookup);

}  // namespace tfscope
