// Symbolic values: what the source does not fix. Two symbols made by the same operation from the same operands are one
// object, so that the same condition is decided once a path.
#pragma once

#include <cstdint>

#include "analyzer/evaluator/object.h"
#include "analyzer/source/span.h"

namespace tfscope {

/// What is known of the type of an unknown value. `kOpaque` comes from code that is not there (an unknown module):
/// every attribute, call and iteration of it succeeds, and it is true.
enum class TypeHint : uint8_t { kAny, kOpaque, kBool, kInt, kFloat, kStr, kBytes, kList, kTuple, kDict, kArray };

struct Symbol {
  enum class Operation : uint8_t {
    kFresh,      ///< data, a parameter of an isolated root, a file's content
    kAttribute,  ///< `a.name`
    kItem,       ///< `a[b]`
    kElement,    ///< the `detail`-th element of iterating `a`
    kUnary,
    kBinary,
    kCompare,  ///< operator in `detail`
    kCall,     ///< result of a call; never shared, since calls may have effects
    kMethod,   ///< result of a method or builtin without effects: `name` and operands
    kJoin,     ///< one of two values, by which side of a branch ran
  };
  Operation operation = Operation::kFresh;
  uint8_t detail = 0;
  TypeHint hint = TypeHint::kAny;
  uint32_t id = 0;  ///< in order of making
  Str* name = nullptr;
  Value a{};  ///< operands
  Value b{};
  Span origin{};  ///< the expression that gave it
};

}  // namespace tfscope
