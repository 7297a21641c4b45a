// Calls of TensorFlow's functions that their signatures refuse, by the API table: of functions without a model, and of
// those whose model takes less than TensorFlow does.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "analyzer/evaluator/machine.h"
#include "analyzer/tensorflow/api_table.h"

namespace tfscope {

/// The text of the TypeError with which CPython refuses such a call of an entry of the API table; nothing if the call
/// fits, or if the signature is not known.
std::optional<std::string> RefusalOf(const ApiEntry& entry, size_t positional,
                                     std::span<const KeywordArgument> keywords);

/// Whether TensorFlow refuses a call of a function without a model. If so, TypeError is pending, and reported.
bool IsRefused(Machine& machine, const Symbol& callee, size_t positional, std::span<const KeywordArgument> keywords);

/// After a model refused a call of the user's code, with TypeError pending: the function as one without a model if
/// TensorFlow takes the call. Else undefined; that TensorFlow refuses it, too, is reported.
Value WithoutItsModel(Machine& machine, const Function& model, size_t positional,
                      std::span<const KeywordArgument> keywords);

}  // namespace tfscope
