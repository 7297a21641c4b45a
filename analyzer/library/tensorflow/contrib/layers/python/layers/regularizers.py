"""Regularizers of tf.contrib.layers: functions of a variable."""
import numpy as np

from tensorflow.python.framework import constant_op, ops
from tensorflow.python.ops import math_ops, nn_ops


def _regularizer(scale, scope, default_name, minus_text, penalty):
    if isinstance(scale, (int, np.integer)):
        raise ValueError("scale cannot be an integer: %s" % (scale,))
    if isinstance(scale, (float, np.floating)):
        if scale < 0.:
            raise ValueError(minus_text % scale)
        if scale == 0.:
            return lambda _: None

    def regularize(weights):
        with ops.name_scope(scope, default_name, [weights]) as name:
            factor = ops.convert_to_tensor(scale, dtype=weights.dtype.base_dtype, name="scale")
            return math_ops.multiply(factor, penalty(weights), name=name)

    return regularize


def l1_regularizer(scale, scope=None):
    return _regularizer(scale, scope, "l1_regularizer", "Setting a scale less than 0 on a regularizer: %g",
                        lambda weights: math_ops.reduce_sum(math_ops.abs(weights)))


def l2_regularizer(scale, scope=None):
    return _regularizer(scale, scope, "l2_regularizer", "Setting a scale less than 0 on a regularizer: %g.",
                        nn_ops.l2_loss)


def l1_l2_regularizer(scale_l1=1.0, scale_l2=1.0, scope=None):
    for name, scale in (("scale_l1", scale_l1), ("scale_l2", scale_l2)):
        if isinstance(scale, (int, np.integer)):
            raise ValueError("%s cannot be an integer: %s" % (name, scale))
    scope = scope or "l1_l2_regularizer"
    if scale_l1 == 0.:
        return l2_regularizer(scale_l2, scope)
    if scale_l2 == 0.:
        return l1_regularizer(scale_l1, scope)
    return sum_regularizer([l1_regularizer(scale_l1), l2_regularizer(scale_l2)], scope=scope)


def sum_regularizer(regularizer_list, scope=None):
    regularizers = [regularizer for regularizer in regularizer_list if regularizer is not None]
    if not regularizers:
        return None

    def regularize(weights):
        with ops.name_scope(scope, "sum_regularizer", [weights]) as name:
            penalties = [regularizer(weights) for regularizer in regularizers]
            penalties = [penalty for penalty in penalties if penalty is not None]
            return math_ops.add_n(penalties, name=name) if penalties else None

    return regularize


def apply_regularization(regularizer, weights_list=None):
    weights_list = weights_list or ops.get_collection(ops.GraphKeys.WEIGHTS)
    if not weights_list:
        raise ValueError("No weights to regularize.")
    with ops.name_scope("get_regularization_penalty", values=weights_list) as scope:
        penalties = [regularizer(weights) for weights in weights_list]
        penalties = [constant_op.constant(0.0) if penalty is None else penalty for penalty in penalties]
        for penalty in penalties:
            if penalty.get_shape().ndims != 0:
                raise ValueError("regularizer must return a scalar Tensor instead of a Tensor with rank %d." %
                                 penalty.get_shape().ndims)
        total = math_ops.add_n(penalties, name=scope)
        ops.add_to_collection(ops.GraphKeys.REGULARIZATION_LOSSES, total)
        return total
