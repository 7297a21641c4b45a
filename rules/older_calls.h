// Calls as TensorFlow took them before 1.0: other orders and names of arguments, which 1.15 refuses with a message
// about shapes or dtypes that says nothing of the cause.
#pragma once

#include <string_view>

#include "rules/rule.h"

namespace tfscope {

/// A function whose arguments have changed.
struct OlderCall {
  /// What tells the older call from another mistake.
  enum class Sign : uint8_t {
    kKeyword,      ///< an argument that is named `text`
    kWords,        ///< TensorFlow's message holds `text`
    kNumberFirst,  ///< the first argument is a number
    kListSecond,   ///< the second argument is a list, the first is none
  };
  std::string_view function;  ///< its last name; empty: any
  Sign sign;
  std::string_view text;
  std::string_view help;
};

/// What the call was meant to be that ended by this error; null if it is none of those.
const OlderCall* FindOlderCall(const ErrorRaised& error, const Reporter& report);

/// Whether TFV109 tells about this exception: the signature refuses the call, or an older one would have taken it.
bool IsInvalidCall(const ErrorRaised& error, const Reporter& report);

}  // namespace tfscope
