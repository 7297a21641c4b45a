// The native module `_tfscope`, on which the library models of TensorFlow stand.
//
// Graphs are numbers given by `new_graph`; shapes are None or sequences of sizes and None; dtypes are names. What each
// function does is said at its table entry in naming_intrinsics.cpp, operation_intrinsics.cpp,
// constant_intrinsics.cpp, variable_intrinsics.cpp and value_intrinsics.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyzer/evaluator/machine.h"
#include "analyzer/tensorflow/naming.h"

namespace tfscope {

/// Defines everything of `_tfscope` in `module`.
void InstallIntrinsics(Machine& machine, Module* module);

/// Fills `EventLog::graphs` of the current path with the final collections of each variable. Called at the path's end.
void FinishGraphs(Machine& machine);

// ---- shared by the files of this folder

void InstallNamingIntrinsics(Machine& machine, Module* module);
void InstallOperationIntrinsics(Machine& machine, Module* module);
void InstallVariableIntrinsics(Machine& machine, Module* module);
void InstallValueIntrinsics(Machine& machine, Module* module);
void InstallFloatIntrinsics(Machine& machine, Module* module);
void InstallDiskIntrinsics(Machine& machine, Module* module);
void InstallConstantIntrinsics(Machine& machine, Module* module);
void InstallArrayIntrinsics(Machine& machine, Module* module);
void InstallTwisterIntrinsics(Machine& machine, Module* module);

/// A name argument: text, bytes, None (empty), or an unknown as its placeholder.
NameText NameOf(Machine& machine, Value value);
Value NameValue(Machine& machine, const NameText& name);
Shape ShapeOf(Value value);
std::string TextOf(Value value);
GraphIndex GraphOf(Machine& machine, Value value);
Value HandleValue(Handle handle);

/// Raises the error as a ValueError and reports it as an event.
Result RaiseNaming(Machine& machine, const NamingError& error);
/// The same for any exception class.
Result RaiseReported(Machine& machine, Class* type, const NamingError& error);

}  // namespace tfscope
