// From the bytes of a Python file to its text: encodings and line ends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace tfscope {

/// UTF-8 with LF line ends and without byte order mark, or why `bytes` cannot be read, as one sentence. The encoding
/// is UTF-8 unless a line as of PEP 263 names another.
tl::expected<std::string, std::string> DecodePython(std::string_view bytes);

/// The same without heed to coding lines, and with U+FFFD for what is not UTF-8: text that cannot be refused.
std::string DecodeLeniently(std::string_view bytes);

/// The encoding that a PEP 263 line among the first two names, in lower case with `-` for `_`; empty without one.
std::string DeclaredEncoding(std::string_view bytes);

/// Offset of the first byte that is not UTF-8, or npos.
size_t FindInvalidUtf8(std::string_view text);

/// Appends `code_point` as UTF-8. Surrogates and numbers past U+10FFFF become U+FFFD.
void AppendUtf8(uint32_t code_point, std::string& out);

/// Number of code points of valid UTF-8.
size_t CountCodePoints(std::string_view text);

}  // namespace tfscope
