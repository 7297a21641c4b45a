// Numbers under a format specification.
#pragma once

#include <string>

#include <tl/expected.hpp>

#include "analyzer/evaluator/numbers/integer.h"
#include "analyzer/evaluator/text/format_spec.h"

namespace tfscope {

/// The error is the message of a ValueError or, if it speaks of a range or size, of an OverflowError. `type_name` is
/// that of the value's class.
tl::expected<std::string, std::string> FormatInteger(const FormatSpec& spec, const Integer& value,
                                                     std::string_view type_name);
tl::expected<std::string, std::string> FormatFloat(const FormatSpec& spec, double value, std::string_view type_name);
tl::expected<std::string, std::string> FormatComplex(const FormatSpec& spec, double real, double imaginary);

}  // namespace tfscope
