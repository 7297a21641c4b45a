"""repeat and stack: one layer several times, each in a numbered scope."""
import _tfscope
from tensorflow.python.framework import ops
from tensorflow.python.ops import variable_scope


def _base_name(scope, layer, default):
    """The scope's name, else the function's, through one functools.partial."""
    if scope is not None:
        return scope
    if hasattr(layer, "__name__"):
        return layer.__name__
    return layer.func.__name__ if hasattr(layer, "func") and hasattr(layer.func, "__name__") else default


def repeat(inputs, repetitions, layer, *args, **kwargs):
    scope = kwargs.pop("scope", None)
    with variable_scope.variable_scope(scope, "Repeat", [inputs]):
        outputs = ops.convert_to_tensor(inputs)
        name = _base_name(scope, layer, "repeat")
        for i in range(repetitions):
            kwargs["scope"] = name + "_" + str(i + 1)
            outputs = layer(outputs, *args, **kwargs)
        return outputs


def stack(inputs, layer, stack_args, **kwargs):
    scope = kwargs.pop("scope", None)
    if _tfscope.is_unknown(stack_args):
        return _tfscope.unknown("opaque")
    if not isinstance(stack_args, (list, tuple)):
        raise ValueError("stack_args need to be a list or tuple")
    with variable_scope.variable_scope(scope, "Stack", [inputs]):
        outputs = ops.convert_to_tensor(inputs)
        name = _base_name(scope, layer, "stack")
        for i, arguments in enumerate(stack_args):
            kwargs["scope"] = name + "_" + str(i + 1)
            outputs = layer(outputs, *(arguments if isinstance(arguments, (list, tuple)) else [arguments]), **kwargs)
        return outputs
