"""Constant values of tensors, as far as TensorFlow's Python side tells them."""

from _tfscope import is_unknown
from tensorflow.python.framework import nested_values, ops, tensor_shape

# Operations through which TensorFlow looks for a constant value.
_SEEN_THROUGH = (
    "Const",
    "Shape",
    "Size",
    "Rank",
    "Range",
    "Cast",
    "Concat",
    "ConcatV2",
    "ConcatOffset",
    "Pack",
    "Fill",
    "Equal",
     "NotEqual")
_ENDS = ("Const", "Shape", "Size", "Rank")


def constant_value(tensor, partial=False):
    """The value as plain Python, None where it is not a constant that TensorFlow sees."""
    if not isinstance(tensor, ops.Tensor):
        return tensor
    value = tensor._value
    if value is None or not partial and nested_values.is_partial(value) or not _is_seen(tensor):
        return None
    return value


def _is_seen(tensor):
    if tensor.op.type not in _SEEN_THROUGH:
        return False
    if tensor.op.type in _ENDS:
        return True
    for source in tensor.op.inputs:
        if not _is_seen(source):
            return False
    return True


def constant_value_v1(tensor, partial=False):
    """`tf.contrib.util.constant_value`: an array."""
    value = constant_value(tensor, partial)
    if value is None or not isinstance(tensor, ops.Tensor):
        return value
    import numpy
    return numpy.array(value, dtype=tensor.dtype.as_numpy_dtype)


def constant_value_as_shape(tensor):
    """A tensor that holds a shape, as a TensorShape; -1 and unknown elements are unknown dimensions."""
    if not isinstance(tensor, ops.Tensor):
        return tensor_shape.TensorShape(tensor)
    value = None if tensor.op.type == "Identity" else tensor._value
    if isinstance(value, list):
        return tensor_shape.TensorShape([dim if is_unknown(dim) or dim != -1 else None for dim in value])
    dims = tensor._shape._plain
    if dims is None or dims[0] is None:
        return tensor_shape.unknown_shape()
    return tensor_shape.unknown_shape(dims[0])


def is_tensor(x):
    return isinstance(x, ops.Tensor) or hasattr(x, "_to_tensor") and not isinstance(
        x, (tensor_shape.TensorShape, tensor_shape.Dimension)) or hasattr(x, "_is_composite")


def shape_tensor(shape):
    """A shape argument as an int32 tensor named `shape`, with Dimensions unwrapped."""
    from tensorflow.python.framework import dtypes
    dtype = None
    if isinstance(shape, (tuple, list)):
        if not shape:
            dtype = dtypes.int32
        else:
            shape = tuple([tensor_shape.dimension_value(dim) for dim in shape])
    return ops.convert_to_tensor(shape, dtype=dtype, name="shape")
