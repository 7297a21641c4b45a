"""PowerSign."""
import math

from tensorflow.python.framework import ops
from tensorflow.python.training import optimizer


class PowerSignOptimizer(optimizer.Optimizer):

    _tensors = (("_lr", "learning_rate"), ("_beta", "beta"), ("_logbase", "logbase"))

    def __init__(self, learning_rate=0.1, base=math.e, beta=0.9, sign_decay_fn=None, use_locking=False,
                 name="PowerSignOptimizer"):
        super(PowerSignOptimizer, self).__init__(use_locking, name)
        self._lr, self._logbase, self._beta, self._sign_decay_fn = learning_rate, math.log(base), beta, sign_decay_fn

    def apply_gradients(self, grads_and_vars, global_step=None, name=None):
        if self._sign_decay_fn is not None:
            self._sign_decay_tensor = ops.convert_to_tensor(self._sign_decay_fn(global_step), name="sign_decay")
        return super(PowerSignOptimizer, self).apply_gradients(grads_and_vars, global_step=global_step, name=name)

    def _create_slots(self, var_list):
        for var in var_list:
            self._zeros_slot(var, "m", self._name)

    def _prepare(self):
        super(PowerSignOptimizer, self)._prepare()
        if self._sign_decay_fn is None:
            self._sign_decay_tensor = ops.convert_to_tensor(1.0, name="sign_decay")

    def _apply_dense(self, grad, var):
        return optimizer.apply_op("ApplyPowerSign", var, [self.get_slot(var, "m")],
                                  self._cast_to(var, "_lr", "_logbase", "_sign_decay", "_beta") + [grad])
