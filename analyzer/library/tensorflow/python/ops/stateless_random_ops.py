"""Random tensors that a seed determines."""

from tensorflow.python.framework import dtypes, ops, tensor_util
from tensorflow.python.framework.op_library import apply
from tensorflow.python.ops import math_ops


def stateless_random_uniform(shape, seed, minval=0, maxval=None, dtype=dtypes.float32, name=None):
    dtype = dtypes.as_dtype(dtype)
    if maxval is None:
        if dtype.is_integer:
            raise ValueError("Must specify maxval for integer dtype %r" % dtype)
        maxval = 1
    with ops.name_scope(name, "stateless_random_uniform", [shape, seed, minval, maxval]) as name:
        shape = tensor_util.shape_tensor(shape)
        minval = ops.convert_to_tensor(minval, dtype=dtype, name="min")
        maxval = ops.convert_to_tensor(maxval, dtype=dtype, name="max")
        if dtype.is_integer:
            return apply("StatelessRandomUniformInt", name, [shape, seed, minval, maxval], dtype=dtype)
        values = apply("StatelessRandomUniform", None, [shape, seed], dtype=dtype)
        return math_ops.add(values * (maxval - minval), minval, name=name)


def _scaled(op_type, default, shape, seed, mean, stddev, dtype, name):
    with ops.name_scope(name, default, [shape, seed, mean, stddev]) as name:
        shape = tensor_util.shape_tensor(shape)
        mean = ops.convert_to_tensor(mean, dtype=dtype, name="mean")
        stddev = ops.convert_to_tensor(stddev, dtype=dtype, name="stddev")
        values = apply(op_type, None, [shape, seed], dtype=dtypes.as_dtype(dtype))
        return math_ops.add(values * stddev, mean, name=name)


def stateless_random_normal(shape, seed, mean=0.0, stddev=1.0, dtype=dtypes.float32, name=None):
    return _scaled("StatelessRandomNormal", "stateless_random_normal", shape, seed, mean, stddev, dtype, name)


def stateless_truncated_normal(shape, seed, mean=0.0, stddev=1.0, dtype=dtypes.float32, name=None):
    return _scaled("StatelessTruncatedNormal", "stateless_truncated_normal", shape, seed, mean, stddev, dtype, name)
