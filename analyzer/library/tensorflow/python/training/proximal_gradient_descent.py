"""Proximal gradient descent."""
from tensorflow.python.training import optimizer


class ProximalGradientDescentOptimizer(optimizer.Optimizer):

    _tensors = (("_learning_rate", "learning_rate"), ("_l1_regularization_strength", "l1_regularization_strength"),
                ("_l2_regularization_strength", "l2_regularization_strength"))

    def __init__(self, learning_rate, l1_regularization_strength=0.0, l2_regularization_strength=0.0, use_locking=False,
                 name="ProximalGradientDescent"):
        super(ProximalGradientDescentOptimizer, self).__init__(use_locking, name)
        self._learning_rate = learning_rate
        self._l1_regularization_strength = l1_regularization_strength
        self._l2_regularization_strength = l2_regularization_strength

    def _apply_dense(self, grad, var):
        numbers = [getattr(self, attribute + "_tensor") for attribute, _ in self._tensors]
        return optimizer.apply_op("ApplyProximalGradientDescent", var, [], numbers + [grad])
