"""Input functions over arrays."""
import collections

import numpy
from _tfscope import is_unknown, unknown
from tensorflow.python.framework import dtypes
from tensorflow.python.ops import array_ops


def _batch_of(values, batch_size):
    """A tensor of so many of the values, which the queue of an input function gives."""
    dtype, shape = dtypes.as_dtype(values.dtype), values.shape
    if is_unknown(shape):
        return array_ops.placeholder(dtype)
    return array_ops.placeholder(dtype, [batch_size] + [None if is_unknown(size) else size for size in shape[1:]])


def numpy_input_fn(x, y=None, batch_size=128, num_epochs=1, shuffle=None, queue_capacity=1000, num_threads=1):
    if not is_unknown(shuffle) and not isinstance(shuffle, bool):
        raise ValueError("shuffle must be provided and explicitly set as boolean (it is recommended to set it as True for "
                         "training); got {}".format(shuffle))

    def input_fn():
        if is_unknown(x):
            return unknown("any") if y is None else (unknown("any"), unknown("any"))
        if not isinstance(x, (dict, numpy.ndarray)):
            raise TypeError("x must be a dict or array; got {}".format(type(x).__name__))
        if isinstance(x, dict) and not x:
            raise ValueError("x cannot be an empty dict")
        size = batch_size if num_epochs is None else None
        features = _batches(x, size)
        return features if y is None else (features, _batches(y, size))

    return input_fn


def _batches(values, size):
    if is_unknown(values):
        return unknown("any")
    if not isinstance(values, dict):
        return _batch_of(values, size)
    ordered = collections.OrderedDict(sorted(values.items(), key=lambda item: item[0]))
    return {name: _batch_of(value, size) if hasattr(value, "shape") else unknown("any") for name, value in ordered.items()}


def pandas_input_fn(x, y=None, batch_size=128, num_epochs=1, shuffle=None, queue_capacity=1000, num_threads=1,
                    target_column="target"):
    if not is_unknown(shuffle) and not isinstance(shuffle, bool):
        raise ValueError("shuffle must be provided and explicitly set as boolean (it is recommended to set it as True for "
                         "training); got {}".format(shuffle))

    def input_fn():
        return unknown("any") if y is None else (unknown("any"), unknown("any"))

    return input_fn
