"""Reductions over axes."""

from tensorflow.python.framework import constant_op, dtypes, ops
from tensorflow.python.framework.op_library import apply
from tensorflow.python.ops import array_ops, elementwise_ops, math_ops


def _axes(x, axis):
    if axis is not None:
        return axis
    return _all_axes(x)


def _all_axes(x):
    if isinstance(x, ops.Tensor) and x.shape.ndims is not None:  # no variable, and no plain value
        return constant_op.constant(list(range(x.shape.ndims)), dtype=dtypes.int32)
    return math_ops.range(0, array_ops.rank(x))


def _reduce(op_type, x, axis, keepdims, name):
    keepdims = False if keepdims is None else keepdims
    output = apply(op_type, name, [x, _axes(x, axis)], keep_dims=keepdims)
    return _scalar_if_sure(keepdims, axis, output)


def _scalar_if_sure(keepdims, axis, output):
    if not keepdims and axis is None and not output._shape.is_fully_defined():
        output.set_shape(())
    return output


def _old_and_new(axis, keepdims, reduction_indices, keep_dims):
    axis = math_ops._one_of("axis", axis, "reduction_indices", reduction_indices)
    return axis, math_ops._one_of("keepdims", keepdims, "keep_dims", keep_dims)


def reduce_sum(input_tensor, axis=None, keepdims=None, name=None, reduction_indices=None, keep_dims=None):
    axis, keepdims = _old_and_new(axis, keepdims, reduction_indices, keep_dims)
    return _reduce("Sum", input_tensor, axis, keepdims, name)


def reduce_mean(input_tensor, axis=None, keepdims=None, name=None, reduction_indices=None, keep_dims=None):
    axis, keepdims = _old_and_new(axis, keepdims, reduction_indices, keep_dims)
    return _reduce("Mean", input_tensor, axis, keepdims, name)


def reduce_prod(input_tensor, axis=None, keepdims=None, name=None, reduction_indices=None, keep_dims=None):
    axis, keepdims = _old_and_new(axis, keepdims, reduction_indices, keep_dims)
    return _reduce("Prod", input_tensor, axis, keepdims, name)


def reduce_min(input_tensor, axis=None, keepdims=None, name=None, reduction_indices=None, keep_dims=None):
    axis, keepdims = _old_and_new(axis, keepdims, reduction_indices, keep_dims)
    return _reduce("Min", input_tensor, axis, keepdims, name)


def reduce_max(input_tensor, axis=None, keepdims=None, name=None, reduction_indices=None, keep_dims=None):
    axis, keepdims = _old_and_new(axis, keepdims, reduction_indices, keep_dims)
    return _reduce("Max", input_tensor, axis, keepdims, name)


def reduce_all(input_tensor, axis=None, keepdims=None, name=None, reduction_indices=None, keep_dims=None):
    axis, keepdims = _old_and_new(axis, keepdims, reduction_indices, keep_dims)
    return _reduce("All", input_tensor, axis, keepdims, name)


def reduce_any(input_tensor, axis=None, keepdims=None, name=None, reduction_indices=None, keep_dims=None):
    axis, keepdims = _old_and_new(axis, keepdims, reduction_indices, keep_dims)
    return _reduce("Any", input_tensor, axis, keepdims, name)


def reduce_euclidean_norm(input_tensor, axis=None, keepdims=False, name=None):
    return _reduce("EuclideanNorm", input_tensor, axis, keepdims, name)


def reduce_logsumexp(input_tensor, axis=None, keepdims=None, name=None, reduction_indices=None, keep_dims=None):
    axis, keepdims = _old_and_new(axis, keepdims, reduction_indices, keep_dims)
    keepdims = False if keepdims is None else keepdims
    input_tensor = ops.convert_to_tensor(input_tensor)
    with ops.name_scope(name, "ReduceLogSumExp", [input_tensor]) as name:
        highest = reduce_max(input_tensor, axis=axis, keepdims=True)
        finite = array_ops.where(elementwise_ops.is_finite(highest), highest, array_ops.zeros_like(highest))
        highest = array_ops.stop_gradient(finite)
        powers = elementwise_ops.exp(elementwise_ops.subtract(input_tensor, highest))
        result = elementwise_ops.log(reduce_sum(powers, axis, keepdims=keepdims))
        if not keepdims:
            highest = array_ops.reshape(highest, array_ops.shape(result))
        return _scalar_if_sure(keepdims, axis, elementwise_ops.add(result, highest))


def reduce_variance(input_tensor, axis=None, keepdims=False, name=None):
    with ops.name_scope(name if name else "reduce_variance"):
        means = reduce_mean(input_tensor, axis=axis, keepdims=True)
        return reduce_mean(elementwise_ops.square(input_tensor - means), axis=axis, keepdims=keepdims)


def reduce_std(input_tensor, axis=None, keepdims=False, name=None):
    with ops.name_scope(name if name else "reduce_std"):
        return elementwise_ops.sqrt(reduce_variance(input_tensor, axis=axis, keepdims=keepdims))


def count_nonzero(input_tensor=None, axis=None, keepdims=None, dtype=dtypes.int64, name=None, reduction_indices=None,
                  keep_dims=None, input=None):
    axis, keepdims = _old_and_new(axis, keepdims, reduction_indices, keep_dims)
    value = math_ops._one_of("input", input, "input_tensor", input_tensor)
    with ops.name_scope(name, "count_nonzero", [value]):
        value = ops.convert_to_tensor(value, name="input")
        zero = array_ops.zeros([], dtype=value.dtype)
        unlike = math_ops.cast(math_ops.not_equal(value, zero), dtypes.int64)
        return math_ops.cast(reduce_sum(unlike, axis=axis, keepdims=keepdims), dtype=dtype)
