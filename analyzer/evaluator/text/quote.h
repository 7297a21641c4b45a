// String and bytes literals as repr() writes them.
#pragma once

#include <string>
#include <string_view>

namespace tfscope {

/// repr of a str. Placeholders of unknown parts stay as they are; `ascii_only` escapes what is not ASCII.
std::string QuoteText(std::string_view text, bool ascii_only = false);
/// repr of bytes.
std::string QuoteBytes(std::string_view data);
/// `ascii()`: escapes what is not ASCII in a finished repr.
std::string EscapeNonAscii(std::string_view text);

}  // namespace tfscope
