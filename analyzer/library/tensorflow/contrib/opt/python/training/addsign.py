"""AddSign."""
from tensorflow.python.framework import ops
from tensorflow.python.training import optimizer


class AddSignOptimizer(optimizer.Optimizer):

    _tensors = (("_lr", "learning_rate"), ("_beta", "beta"), ("_alpha", "alpha"))

    def __init__(self, learning_rate=0.1, alpha=1.0, beta=0.9, sign_decay_fn=None, use_locking=False,
                 name="AddSignOptimizer"):
        super(AddSignOptimizer, self).__init__(use_locking, name)
        self._lr, self._alpha, self._beta, self._sign_decay_fn = learning_rate, alpha, beta, sign_decay_fn

    def apply_gradients(self, grads_and_vars, global_step=None, name=None):
        if self._sign_decay_fn is not None:
            self._sign_decay_tensor = ops.convert_to_tensor(self._sign_decay_fn(global_step), name="sign_decay")
        return super(AddSignOptimizer, self).apply_gradients(grads_and_vars, global_step=global_step, name=name)

    def _create_slots(self, var_list):
        for var in var_list:
            self._zeros_slot(var, "m", self._name)

    def _prepare(self):
        super(AddSignOptimizer, self)._prepare()
        if self._sign_decay_fn is None:
            self._sign_decay_tensor = ops.convert_to_tensor(1.0, name="sign_decay")

    def _apply_dense(self, grad, var):
        return optimizer.apply_op("ApplyAddSign", var, [self.get_slot(var, "m")],
                                  self._cast_to(var, "_lr", "_alpha", "_sign_decay", "_beta") + [grad])
