"""Ftrl-proximal."""
from tensorflow.python.training import adagrad, optimizer


class FtrlOptimizer(optimizer.Optimizer):

    _tensors = (("_learning_rate", "learning_rate"), ("_l1_regularization_strength", "l1_regularization_strength"),
                ("_l2_regularization_strength", "l2_regularization_strength"),
                ("_l2_shrinkage_regularization_strength", "l2_shrinkage_regularization_strength"),
                ("_learning_rate_power", "learning_rate_power"))

    def __init__(self, learning_rate, learning_rate_power=-0.5, initial_accumulator_value=0.1,
                 l1_regularization_strength=0.0, l2_regularization_strength=0.0, use_locking=False, name="Ftrl",
                 accum_name=None, linear_name=None, l2_shrinkage_regularization_strength=0.0):
        super(FtrlOptimizer, self).__init__(use_locking, name)
        if initial_accumulator_value < 0.0:
            raise ValueError("initial_accumulator_value %f needs to be positive or zero" % initial_accumulator_value)
        if learning_rate_power > 0.0:
            raise ValueError("learning_rate_power %f needs to be negative or zero" % learning_rate_power)
        self._learning_rate, self._learning_rate_power = learning_rate, learning_rate_power
        self._initial_accumulator_value = initial_accumulator_value
        self._l1_regularization_strength = l1_regularization_strength
        self._l2_regularization_strength = l2_regularization_strength
        self._l2_shrinkage_regularization_strength = l2_shrinkage_regularization_strength
        self._accum_name, self._linear_name = accum_name, linear_name

    def _create_slots(self, var_list):
        for var in var_list:
            value = adagrad.constant_of(var, self._initial_accumulator_value)
            self._get_or_make_slot(var, value, "accum", self._accum_name or self._name)
            self._zeros_slot(var, "linear", self._linear_name or self._name)

    def _apply_dense(self, grad, var):
        names = ["_learning_rate", "_l1_regularization_strength", "_l2_regularization_strength"]
        kind = "ApplyFtrl"
        if self._l2_shrinkage_regularization_strength > 0.0:
            kind, names = "ApplyFtrlV2", names + ["_l2_shrinkage_regularization_strength"]
        return optimizer.apply_op(kind, var, [self.get_slot(var, "accum"), self.get_slot(var, "linear")],
                                  [grad] + self._cast_to(var, *(names + ["_learning_rate_power"])))
