"""Adagrad with dual averaging."""
from tensorflow.python.framework import constant_op, ops
from tensorflow.python.ops import array_ops, math_ops
from tensorflow.python.training import optimizer


class AdagradDAOptimizer(optimizer.Optimizer):

    _tensors = (("_learning_rate", "learning_rate"),)

    def __init__(self, learning_rate, global_step, initial_gradient_squared_accumulator_value=0.1,
                 l1_regularization_strength=0.0, l2_regularization_strength=0.0, use_locking=False, name="AdagradDA"):
        if initial_gradient_squared_accumulator_value <= 0.0:
            raise ValueError("initial_gradient_squared_accumulator_value must be positive: %s"
                             % initial_gradient_squared_accumulator_value)
        super(AdagradDAOptimizer, self).__init__(use_locking, name)
        self._learning_rate, self._global_step = learning_rate, global_step
        self._initial_value = initial_gradient_squared_accumulator_value
        self._strengths = l1_regularization_strength, l2_regularization_strength

    def _create_slots(self, var_list):
        for var in var_list:
            values = [constant_op.constant(value, shape=var.get_shape(), dtype=var.dtype.base_dtype)
                      for value in (0.0, self._initial_value)]
            self._get_or_make_slot(var, values[0], "gradient_accumulator", self._name)
            self._get_or_make_slot(var, values[1], "gradient_squared_accumulator", self._name)

    def _prepare(self):
        super(AdagradDAOptimizer, self)._prepare()
        with ops.colocate_with(self._learning_rate_tensor):
            self._global_step_on_worker = array_ops.identity(self._global_step) + 1

    def _apply_dense(self, grad, var):
        step = array_ops.identity(self._global_step_on_worker)
        slots = [self.get_slot(var, name) for name in ("gradient_accumulator", "gradient_squared_accumulator")]
        strengths = [math_ops.cast(strength, var.dtype.base_dtype) for strength in self._strengths]
        return optimizer.apply_op("ApplyAdagradDA", var, slots,
                                  [grad] + self._cast_to(var, "_learning_rate") + strengths + [step])
