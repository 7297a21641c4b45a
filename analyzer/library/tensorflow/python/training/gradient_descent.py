"""Gradient descent."""
from tensorflow.python.training import optimizer


class GradientDescentOptimizer(optimizer.Optimizer):

    _tensors = (("_learning_rate", "learning_rate"),)

    def __init__(self, learning_rate, use_locking=False, name="GradientDescent"):
        super(GradientDescentOptimizer, self).__init__(use_locking, name)
        self._learning_rate = learning_rate

    def _apply_dense(self, grad, var):
        return optimizer.apply_op("ApplyGradientDescent", var, [], self._cast_to(var, "_learning_rate") + [grad])
