// How functions written in C++ look to the evaluator: a table entry with a name, a parameter list and a function.
#pragma once

#include <cstdint>
#include <span>

#include "analyzer/evaluator/symbol.h"
#include "analyzer/evaluator/value.h"

namespace tfscope {

class Machine;
struct Str;

/// What a native operation came to: a value; a raised exception (held by the machine); or a call that the machine shall
/// make in its place (`Machine::TailCall`), whose value becomes the value of the native call.
class [[nodiscard]] Result {
 public:
  enum class Kind : uint8_t { kValue, kRaised, kTailCall };

  Result(Value value) : value_(value) {}  // implicit: natives return values
  static Result Raised() { return Result(Kind::kRaised); }
  static Result TailCall() { return Result(Kind::kTailCall); }

  bool ok() const { return kind_ == Kind::kValue; }
  bool raised() const { return kind_ == Kind::kRaised; }
  Kind kind() const { return kind_; }
  Value value() const { return value_; }

 private:
  explicit Result(Kind kind) : kind_(kind) {}

  Value value_;
  Kind kind_ = Kind::kValue;
};

/// One keyword argument of a call.
struct KeywordArgument {
  Str* name;
  Value value;
};

/// Arguments in the order of the parameter list: `*args` is one tuple, `**kwargs` one dict, an optional parameter that
/// was not given is undefined.
using NativeArguments = std::span<const Value>;
using NativeCode = Result (*)(Machine& machine, NativeArguments arguments);

enum NativeFlag : uint32_t {
  /// Called also when an argument is unknown. Otherwise the machine answers with a symbol of the hint instead.
  kTakesUnknown = 1,
  /// Called also when an argument is a partly known string.
  kTakesSymbolicText = 2,
  /// Has effects or depends on the outside: two calls never give one symbol.
  kHasEffects = 4,
  /// Tells of the program that is evaluated or of the machine that it is on: a module that calls it while it is loaded
  /// is another one for each root (prepared_modules.h).
  kTellsOfRoot = 8,
};

/// `parameters` is written as in Python, optional ones ending in `=`: `"self, sep=, maxsplit="`, `"*args, **kwargs"`,
/// `"iterable, *, key=, reverse="`. The machine binds arguments to it and raises CPython's TypeErrors.
struct NativeSpec {
  const char* name;
  const char* parameters;
  NativeCode code;
  uint32_t flags = 0;
  TypeHint hint = TypeHint::kAny;
};

}  // namespace tfscope
