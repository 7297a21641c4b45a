// Attributes of exceptions: `__cause__`, `__context__`, `errno`, `code`, ...
#pragma once

#include "analyzer/evaluator/machine.h"

namespace tfscope {

/// The attribute; undefined if exceptions of this class have none of this name.
Value ExceptionAttribute(Machine& machine, const Instance& exception, std::string_view name);

/// Gives a new OSError its arguments: with an error number known to CPython it becomes an instance of the subclass for
/// it.
void FillOsError(Machine& machine, Instance& exception, const Tuple& arguments);

/// `__traceback__`: an object with the line where the exception was raised, or None if it was not.
Value TracebackOf(Machine& machine, Value exception);

/// Sets an attribute that is not kept in the dictionary. Undefined value: there is none of this name.
Result SetExceptionAttribute(Machine& machine, Instance& exception, std::string_view name, Value value);

}  // namespace tfscope
