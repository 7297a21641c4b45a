// String and bytes literals as repr() writes them.
#pragma once

#include <string>
#include <string_view>

namespace tfscope {

/// repr of a str. Placeholders of unknown parts stay as they are; `ascii_only` escapes what is not ASCII.
std::string QuoteText(std::string_view text, bool ascii_only = false);
/// repr of bytes. That of a bytearray escapes each single quote.
std::string QuoteBytes(std::string_view data, bool is_bytearray = false);
/// `ascii()`: escapes what is not ASCII in a finished repr.
std::string EscapeNonAscii(std::string_view text);

}  // namespace tfscope
