"""Proximal Adagrad."""
from tensorflow.python.training import adagrad, optimizer


class ProximalAdagradOptimizer(optimizer.Optimizer):

    _tensors = (("_learning_rate", "learning_rate"), ("_l1_regularization_strength", "l1_regularization_strength"),
                ("_l2_regularization_strength", "l2_regularization_strength"))

    def __init__(self, learning_rate, initial_accumulator_value=0.1, l1_regularization_strength=0.0,
                 l2_regularization_strength=0.0, use_locking=False, name="ProximalAdagrad"):
        if initial_accumulator_value <= 0.0:
            raise ValueError("initial_accumulator_value must be positive: %s" % initial_accumulator_value)
        super(ProximalAdagradOptimizer, self).__init__(use_locking, name)
        self._learning_rate, self._initial_accumulator_value = learning_rate, initial_accumulator_value
        self._l1_regularization_strength = l1_regularization_strength
        self._l2_regularization_strength = l2_regularization_strength

    def _create_slots(self, var_list):
        for var in var_list:
            value = adagrad.constant_of(var, self._initial_accumulator_value)
            self._get_or_make_slot(var, value, "accumulator", self._name)

    def _apply_dense(self, grad, var):
        numbers = [getattr(self, attribute + "_tensor") for attribute, _ in self._tensors]
        return optimizer.apply_op("ApplyProximalAdagrad", var, [self.get_slot(var, "accumulator")], numbers + [grad])
