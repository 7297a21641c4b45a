// The builtin types' methods and the functions of the `builtins` module.
#pragma once

#include "analyzer/evaluator/machine.h"

namespace tfscope {

/// Fills the classes of `machine.types()` and the module `builtins`.
void InstallBuiltins(Machine& machine);

/// A method that only Python 2 has (`dict.iteritems`), bound; undefined if there is none of this name or the code that
/// is being evaluated is not Python 2.
Value Python2Method(Machine& machine, Value object, std::string_view name);

/// In Python 2 code: a comparison by `__cmp__`; undefined if neither has it or the code is not Python 2.
Result Python2CompareByMethod(Machine& machine, CompareOperator op, Value left, Value right);
/// In Python 2 code: the order of values that have none in Python 3; undefined if the code is not Python 2.
Value Python2CompareTypes(Machine& machine, CompareOperator op, Value left, Value right);

// What InstallBuiltins consists of.
void InstallStrMethods(Machine& machine);
void InstallBytesMethods(Machine& machine);
void InstallBytesTextMethods(Machine& machine);
void InstallByteArrayMethods(Machine& machine);
void InstallListMethods(Machine& machine);
void InstallDictMethods(Machine& machine);
void InstallSetMethods(Machine& machine);
void InstallNumberMethods(Machine& machine);
void InstallNumberSpecialMethods(Machine& machine);
void InstallRangeMethods(Machine& machine);
void InstallDescriptorMethods(Machine& machine);
void InstallConstructors(Machine& machine);
void InstallContainerConstructors(Machine& machine);
void InstallSpecialMethods(Machine& machine);
void InstallNumberFunctions(Machine& machine);
void InstallObjectFunctions(Machine& machine);
void InstallIterationFunctions(Machine& machine);
void InstallTextFunctions(Machine& machine);

}  // namespace tfscope
