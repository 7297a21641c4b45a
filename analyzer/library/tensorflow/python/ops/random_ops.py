"""Random tensors."""

from tensorflow.python.framework import dtypes, ops, tensor_util
from tensorflow.python.framework.op_library import apply
from tensorflow.python.ops import array_ops, control_flow_ops, math_ops


def _scaled(op_type, shape, mean, stddev, dtype, name):
    shape = tensor_util.shape_tensor(shape)
    mean = ops.convert_to_tensor(mean, dtype=dtype, name="mean")
    stddev = ops.convert_to_tensor(stddev, dtype=dtype, name="stddev")
    values = apply(op_type, None, [shape], dtype=dtypes.as_dtype(dtype))
    return math_ops.add(values * stddev, mean, name=name)


def random_normal(shape, mean=0.0, stddev=1.0, dtype=dtypes.float32, seed=None, name=None):
    with ops.name_scope(name, "random_normal", [shape, mean, stddev]) as name:
        return _scaled("RandomStandardNormal", shape, mean, stddev, dtype, name)


def truncated_normal(shape, mean=0.0, stddev=1.0, dtype=dtypes.float32, seed=None, name=None):
    with ops.name_scope(name, "truncated_normal", [shape, mean, stddev]) as name:
        return _scaled("TruncatedNormal", shape, mean, stddev, dtype, name)


def random_uniform(shape, minval=0, maxval=None, dtype=dtypes.float32, seed=None, name=None):
    dtype = dtypes.as_dtype(dtype)
    if not dtype.is_floating and dtype not in (dtypes.int32, dtypes.int64):
        raise ValueError("Invalid dtype %r" % dtype)
    if maxval is None:
        if dtype.is_integer:
            raise ValueError("Must specify maxval for integer dtype %r" % dtype)
        maxval = 1
    with ops.name_scope(name, "random_uniform", [shape, minval, maxval]) as name:
        shape = tensor_util.shape_tensor(shape)
        minval = ops.convert_to_tensor(minval, dtype=dtype, name="min")
        maxval = ops.convert_to_tensor(maxval, dtype=dtype, name="max")
        if dtype.is_integer:
            return apply("RandomUniformInt", name, [shape, minval, maxval])
        values = apply("RandomUniform", None, [shape], dtype=dtype)
        return math_ops.add(values * (maxval - minval), minval, name=name)


def parameterized_truncated_normal(
    shape,
    means=0.0,
    stddevs=1.0,
    minvals=-2.0,
    maxvals=2.0,
    dtype=dtypes.float32,
    seed=None,
     name=None):
    with ops.name_scope(name, "parameterized_truncated_normal", [shape, means, stddevs, minvals, maxvals]):
        inputs = [tensor_util.shape_tensor(shape)]
        for value, label in ((means, "means"), (stddevs, "stddevs"), (minvals, "minvals"), (maxvals, "maxvals")):
            inputs.append(ops.convert_to_tensor(value, dtype=dtype, name=label))
        return apply("ParameterizedTruncatedNormal", None, inputs)


def random_shuffle(value, seed=None, name=None):
    return apply("RandomShuffle", name, [value])


def random_crop(value, size, seed=None, name=None):
    with ops.name_scope(name, "random_crop", [value, size]) as name:
        value = ops.convert_to_tensor(value, name="value")
        size = ops.convert_to_tensor(size, dtype=dtypes.int32, name="size")
        shape = array_ops.shape(value)
        check = control_flow_ops.Assert(math_ops.reduce_all(shape >= size), [
                                        "Need value.shape >= size, got ", shape, size])
        shape = control_flow_ops.with_dependencies([check], shape)
        limit = shape - size + 1
        offset = random_uniform(array_ops.shape(shape), dtype=size.dtype, maxval=size.dtype.max) % limit
        return array_ops.slice(value, offset, size, name=name)


def multinomial(logits, num_samples, seed=None, name=None, output_dtype=None):
    with ops.name_scope(name, "multinomial", [logits]):
        logits = ops.convert_to_tensor(logits, name="logits")
        dtype = dtypes.int64 if output_dtype is None else dtypes.as_dtype(output_dtype)
        return apply("Multinomial", None, [logits, num_samples], output_dtype=dtype)


def categorical(logits, num_samples, dtype=None, seed=None, name=None):
    with ops.name_scope(name, "categorical", [logits]):
        logits = ops.convert_to_tensor(logits, name="logits")
        dtype = dtypes.int64 if dtype is None else dtypes.as_dtype(dtype)
        return apply("Multinomial", None, [logits, num_samples], output_dtype=dtype)


def random_gamma(shape, alpha, beta=None, dtype=dtypes.float32, seed=None, name=None):
    with ops.name_scope(name, "random_gamma", [shape, alpha, beta]):
        shape = ops.convert_to_tensor(shape, name="shape", dtype=dtypes.int32)
        alpha = ops.convert_to_tensor(alpha, name="alpha", dtype=dtype)
        beta = ops.convert_to_tensor(1 if beta is None else beta, name="beta", dtype=dtype)
        spread = alpha + array_ops.zeros_like(beta)
        return math_ops.maximum(1e-38, apply("RandomGamma", None, [shape, spread]) / beta)


def random_poisson(lam, shape, dtype=dtypes.float32, seed=None, name=None):
    with ops.name_scope(name, "random_poisson", [lam, shape]):
        shape = ops.convert_to_tensor(shape, name="shape", dtype=dtypes.int32)
        return apply("RandomPoissonV2", None, [shape, lam], dtype=dtypes.as_dtype(dtype))
