// Numbers under a format specification.
#pragma once

#include <string>

#include <tl/expected.hpp>

#include "analyzer/evaluator/numbers/integer.h"
#include "analyzer/evaluator/text/format_spec.h"

namespace tfscope {

/// The error is the message of a ValueError or, for `c` out of range, of an OverflowError.
tl::expected<std::string, std::string> FormatInteger(const FormatSpec& spec, const Integer& value);
/// `type_name` is for error messages: `float` or `int`.
tl::expected<std::string, std::string> FormatFloat(const FormatSpec& spec, double value, const char* type_name);
tl::expected<std::string, std::string> FormatComplex(const FormatSpec& spec, double real, double imaginary);

}  // namespace tfscope
