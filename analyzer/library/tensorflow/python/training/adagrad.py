"""Adagrad."""
from tensorflow.python.framework import constant_op
from tensorflow.python.ops import array_ops, init_ops, math_ops
from tensorflow.python.training import optimizer


def accumulator_initializer(var, value):
    """A value everywhere, also for a variable whose shape is not known."""
    dtype = var.dtype.base_dtype
    if var.get_shape().is_fully_defined():
        return init_ops.constant_initializer(value, dtype=dtype)
    return lambda: math_ops.cast(array_ops.fill(array_ops.shape(var), value), dtype)


def constant_of(var, value):
    return constant_op.constant(value, shape=var.get_shape(), dtype=var.dtype.base_dtype)


class AdagradOptimizer(optimizer.Optimizer):

    _tensors = (("_learning_rate", "learning_rate"),)

    def __init__(self, learning_rate, initial_accumulator_value=0.1, use_locking=False, name="Adagrad"):
        if initial_accumulator_value <= 0.0:
            raise ValueError("initial_accumulator_value must be positive: %s" % initial_accumulator_value)
        super(AdagradOptimizer, self).__init__(use_locking, name)
        self._learning_rate, self._initial_accumulator_value = learning_rate, initial_accumulator_value

    def _create_slots(self, var_list):
        for var in var_list:
            self._get_or_make_slot_with_initializer(
                var, accumulator_initializer(var, self._initial_accumulator_value), var.get_shape(), var.dtype.base_dtype,
                "accumulator", self._name)

    def _apply_dense(self, grad, var):
        return optimizer.apply_op("ApplyAdagrad", var, [self.get_slot(var, "accumulator")],
                                  self._cast_to(var, "_learning_rate") + [grad])
