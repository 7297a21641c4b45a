// str to bytes and back.
#pragma once

#include "analyzer/evaluator/machine.h"

namespace tfscope {

/// `text.encode(encoding, errors)`; None stands for the default.
Result EncodeText(Machine& machine, const Str* text, Value encoding, Value errors);
/// `bytes.decode(encoding, errors)`.
Result DecodeBytes(Machine& machine, std::string_view data, Value encoding, Value errors);

}  // namespace tfscope
