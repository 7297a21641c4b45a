// Doubles as text and back, by CPython's rules.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tfscope {

/// The shortest text that reads back as `value`, as CPython's repr(float) prints it.
std::string FloatRepr(double value);

/// The magnitude of `value` for the format types e, E, f, F, g, G and `r` (the empty type with a precision, which is
/// `g` with at least one digit after the point). No sign; `precision` is bounded by the caller.
std::string FloatDigits(double value, char type, int precision, bool alternate);

/// repr(complex), without the parentheses if `real` is a positive zero.
std::string ComplexRepr(double real, double imaginary);

/// What float(text) accepts, underscores included; nothing if it raises ValueError.
std::optional<double> ParseFloatText(std::string_view text);

}  // namespace tfscope
