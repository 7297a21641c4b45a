"""Gradient descent with momentum."""
from tensorflow.python.training import optimizer


class MomentumOptimizer(optimizer.Optimizer):

    _tensors = (("_learning_rate", "learning_rate"), ("_momentum", "momentum"))

    def __init__(self, learning_rate, momentum, use_locking=False, name="Momentum", use_nesterov=False):
        super(MomentumOptimizer, self).__init__(use_locking, name)
        self._learning_rate, self._momentum, self._use_nesterov = learning_rate, momentum, use_nesterov

    def _create_slots(self, var_list):
        for var in var_list:
            self._zeros_slot(var, "momentum", self._name)

    def _apply_dense(self, grad, var):
        rate, momentum = self._cast_to(var, "_learning_rate", "_momentum")
        return optimizer.apply_op("ApplyMomentum", var, [self.get_slot(var, "momentum")], [rate, grad, momentum])
