"""Momentum whose rate adapts to each layer."""
from tensorflow.python.training import optimizer


class LARSOptimizer(optimizer.Optimizer):

    _tensors = (("_learning_rate", "learning_rate"), ("_momentum", "momentum"))

    def __init__(self, learning_rate, momentum=0.9, weight_decay=0.0001, eeta=0.001, epsilon=0.0, name="LARSOptimizer",
                 skip_list=None, use_nesterov=False):
        for title, value in (("momentum", momentum), ("weight_decay", weight_decay)):
            if value < 0.0:
                raise ValueError("%s should be positive: %s" % (title, value))
        super(LARSOptimizer, self).__init__(False, name)
        self._learning_rate, self._momentum = learning_rate, momentum

    def _create_slots(self, var_list):
        for var in var_list:
            self._zeros_slot(var, "momentum", self._name)

    def _apply_dense(self, grad, var):
        rate, momentum = self._cast_to(var, "_learning_rate", "_momentum")
        return optimizer.apply_op("ApplyMomentum", var, [self.get_slot(var, "momentum")], [rate, grad, momentum])
