"""Initial values that depend on other variables: TensorFlow copies the operations in between, so that they read the
other variable only once it is initialized."""
import _tfscope
from tensorflow.python.framework import ops

_ENDS = ("IsVariableInitialized", "VarIsInitializedOp", "ReadVariableOp", "If")
_VARIABLES = ("Variable", "VariableV2", "VarHandleOp")


def guarded(scope, tensor):
    """`tensor`, or its copy that waits for the variables it depends on. `scope` is that of the variable being made."""
    if not _tfscope.reads_any(tensor.op, _VARIABLES, _ENDS):
        return tensor
    done = {}  # identity of an operation -> the operation to use instead
    started = set()
    stack = [tensor.op]
    while stack:
        op = stack[-1]
        if id(op) in done:
            stack.pop()
            continue
        if op.type in _ENDS or not op.inputs and op.type not in _VARIABLES:
            done[id(op)] = op
        elif op.type in _VARIABLES:
            initialized = _initialized_value(op)
            done[id(op)] = op if initialized is None else initialized.op
        else:
            waiting = [source.op for source in op.inputs if id(source.op) not in done]
            if not waiting:
                done[id(op)] = _copy_if_changed(scope, op, done)
            elif id(op) in started:
                return tensor  # a loop
            else:
                started.add(id(op))
                stack.extend(reversed(waiting))
    return done[id(tensor.op)].outputs[tensor.value_index]


def _copy_if_changed(scope, op, done):
    inputs = [done[id(source.op)].outputs[source.value_index] for source in op.inputs]
    if all(new is old for new, old in zip(inputs, op.inputs)):
        return op
    op_type = "Switch" if op.type == "RefSwitch" else op.type
    name = (op.name + "_" + scope).replace(":", "_")
    outputs = [(output.shape, output.dtype.base_dtype) for output in op.outputs]
    return ops.create_op(op_type, inputs, outputs, name, None, op._attributes)


def _initialized_value(variable_op):
    names = [variable_op.name, variable_op.name + ":0"]
    graph = variable_op.graph
    for key in (ops.GraphKeys.GLOBAL_VARIABLES, ops.GraphKeys.LOCAL_VARIABLES):
        for variable in graph._collections.get(key, []):
            if getattr(variable, "name", None) in names:
                return variable.initialized_value()
    return None
