"""RMSProp."""
from tensorflow.python.ops import array_ops, init_ops
from tensorflow.python.training import optimizer


class RMSPropOptimizer(optimizer.Optimizer):

    _tensors = (("_learning_rate", "learning_rate"), ("_decay", "decay"), ("_momentum", "momentum"),
                ("_epsilon", "epsilon"))

    def __init__(self, learning_rate, decay=0.9, momentum=0.0, epsilon=1e-10, use_locking=False, centered=False,
                 name="RMSProp"):
        super(RMSPropOptimizer, self).__init__(use_locking, name)
        self._learning_rate, self._decay, self._momentum, self._epsilon = learning_rate, decay, momentum, epsilon
        self._centered = centered

    def _create_slots(self, var_list):
        for var in var_list:
            dtype = var.dtype.base_dtype
            known = var.get_shape().is_fully_defined()
            initializer = init_ops.ones_initializer(dtype=dtype) if known else array_ops.ones_like(var)
            self._get_or_make_slot_with_initializer(var, initializer, var.get_shape(), dtype, "rms", self._name)
            if self._centered:
                self._zeros_slot(var, "mg", self._name)
            self._zeros_slot(var, "momentum", self._name)

    def _apply_dense(self, grad, var):
        names, kind = ["rms", "momentum"], "ApplyRMSProp"
        if self._centered:
            names, kind = ["mg"] + names, "ApplyCenteredRMSProp"
        return optimizer.apply_op(kind, var, [self.get_slot(var, name) for name in names], self._cast_to(
            var, "_learning_rate", "_decay", "_momentum", "_epsilon") + [grad])
