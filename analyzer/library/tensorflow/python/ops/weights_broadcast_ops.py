"""Weights of losses and metrics that must fit the values."""

from tensorflow.python.framework import ops, tensor_util
from tensorflow.python.ops import array_ops, control_flow_ops, math_ops

_PREFIX = "weights can not be broadcast to values."


def assert_broadcastable(weights, values):
    with ops.name_scope(None, "assert_broadcastable", (weights, values)) as scope:
        with ops.name_scope(None, "weights", (weights,)) as weights_scope:
            weights = ops.convert_to_tensor(weights, name=weights_scope)
            weights_shape = array_ops.shape(weights, name="shape")
            weights_rank = array_ops.rank(weights, name="rank")
        with ops.name_scope(None, "values", (values,)) as values_scope:
            values = ops.convert_to_tensor(values, name=values_scope)
            values_shape = array_ops.shape(values, name="shape")
            values_rank = array_ops.rank(values, name="rank")
        one, other = tensor_util.constant_value(weights_rank), tensor_util.constant_value(values_rank)
        if one is not None and other is not None:
            if one == 0:
                return control_flow_ops.no_op(name="static_scalar_check_success")
            if one != other:
                raise ValueError("%s values.rank=%s. weights.rank=%s. values.shape=%s. weights.shape=%s." % (
                    _PREFIX, other, one, values.shape, weights.shape))
            ours, theirs = tensor_util.constant_value(weights_shape), tensor_util.constant_value(values_shape)
            if ours is not None and theirs is not None:
                for i in range(len(ours)):
                    if ours[i] not in (1, theirs[i]):
                        raise ValueError("%s Mismatch at dim %s. values.shape=[%s] weights.shape=[%s]." % (
                            _PREFIX, i, " ".join([str(dim) for dim in theirs]), " ".join([str(dim) for dim in ours])))
                return control_flow_ops.no_op(name="static_dims_check_success")
        is_scalar = math_ops.equal(0, weights_rank, name="is_scalar")
        return control_flow_ops.Assert(is_scalar, (_PREFIX, "weights.shape=", weights.name, weights_shape,
                                                   "values.shape=", values.name, values_shape, "is_scalar=", is_scalar),
                                       name=scope)


def broadcast_weights(weights, values):
    with ops.name_scope(None, "broadcast_weights", (weights, values)) as scope:
        values = ops.convert_to_tensor(values, name="values")
        weights = ops.convert_to_tensor(weights, dtype=values.dtype.base_dtype, name="weights")
        one, other = weights.get_shape(), values.get_shape()
        if one.is_fully_defined() and other.is_fully_defined() and one.is_compatible_with(other):
            return weights
        with ops.control_dependencies((assert_broadcastable(weights, values),)):
            return math_ops.multiply(weights, array_ops.ones_like(values), name=scope)
