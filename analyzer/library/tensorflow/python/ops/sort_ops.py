"""Sorting along an axis: the highest of all, of the negated values if ascending."""

from tensorflow.python.framework import dtypes, ops, tensor_util
from tensorflow.python.ops import array_ops, math_ops, nn_ops


def _sorted(name, default, values, axis, direction, of_indices):
    if direction not in ("ASCENDING", "DESCENDING"):
        raise ValueError("Direction should be one of ASCENDING, DESCENDING. Got: %s" % direction)
    with ops.name_scope(name, default):
        fixed = tensor_util.constant_value(ops.convert_to_tensor(axis, dtype=dtypes.int32, name="axis"), partial=True)
        if fixed is None:
            raise ValueError("axis must be a constant scalar")
        values = ops.convert_to_tensor(values, name="values")
        ascending = direction == "ASCENDING"
        negated = 0 - values if ascending and values.dtype.is_unsigned else -values if ascending else values
        found = _highest(negated, fixed, of_indices)
        return -found if ascending and not of_indices else found


def _highest(values, axis, of_indices):
    rank, moved = values.get_shape().ndims, axis not in (-1, values.get_shape().ndims - 1 if values.shape.ndims else -1)
    size = array_ops.shape(values)[axis]
    number = array_ops.rank(values)
    if not moved:
        return nn_ops.top_k(values, size)[1 if of_indices else 0]
    if rank is None:
        raise ValueError("cannot sort along axis %d of a tensor of unknown rank" % axis)
    order = list(range(rank))
    axis = axis % rank
    order[axis], order[-1] = order[-1], order[axis]
    order = ops.convert_to_tensor(order, name="transposition")
    found = nn_ops.top_k(array_ops.transpose(values, order), size)[1 if of_indices else 0]
    return array_ops.transpose(found, order)


def sort(values, axis=-1, direction="ASCENDING", name=None):
    return _sorted(name, "sort", values, axis, direction, False)


def argsort(values, axis=-1, direction="ASCENDING", stable=False, name=None):
    return _sorted(name, "argsort", values, axis, direction, True)
