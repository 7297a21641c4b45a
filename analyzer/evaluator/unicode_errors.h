// UnicodeDecodeError and UnicodeEncodeError: five arguments, and the text that is made of them.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "analyzer/evaluator/machine.h"

namespace tfscope {

/// What a codec cannot do from `start` up to `end`, of a string or of bytes.
struct CodecFailure {
  std::string_view encoding;
  Value object;
  size_t start;
  size_t end;
  std::string_view reason;
};

Result RaiseUnicodeError(Machine& machine, Class* type, const CodecFailure& failure);

/// The text of such an exception; nothing if its arguments are not what a codec gives.
std::optional<std::string> UnicodeErrorText(std::span<const Value> arguments);

}  // namespace tfscope
