// What CPython says of a wrong call of one of its builtin functions, whose wording depends on how each was written.
#pragma once

#include "analyzer/evaluator/machine.h"
#include "analyzer/evaluator/native_signature.h"

namespace tfscope {

/// Raises the TypeError of a call that does not fit `signature`.
Result WrongNativeCall(Machine& machine, const NativeFunction& native, const NativeSignature& signature,
                       std::span<const Value> positional, std::span<const KeywordArgument> keywords);

/// A builtin function of CPython that takes no keywords, though its parameters have names here.
bool RefusesKeywords(Machine& machine, const NativeFunction& native, const NativeSignature& signature);

/// Raises TypeError if a method of a builtin class is called on something else, else gives None.
Result CheckReceiver(Machine& machine, const NativeFunction& native, std::span<const Value> positional);

}  // namespace tfscope
