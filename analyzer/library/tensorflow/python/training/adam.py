"""Adam."""
from tensorflow.python.framework import ops
from tensorflow.python.ops import control_flow_ops, math_ops
from tensorflow.python.training import optimizer


class AdamOptimizer(optimizer.Optimizer):

    _tensors = (("_lr", "learning_rate"), ("_beta1", "beta1"), ("_beta2", "beta2"), ("_epsilon", "epsilon"))

    def __init__(self, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8, use_locking=False, name="Adam"):
        super(AdamOptimizer, self).__init__(use_locking, name)
        self._lr, self._beta1, self._beta2, self._epsilon = learning_rate, beta1, beta2, epsilon

    def _get_beta_accumulators(self):
        graph = ops.get_default_graph()
        return self._get_non_slot_variable("beta1_power", graph), self._get_non_slot_variable("beta2_power", graph)

    def _create_slots(self, var_list):
        first = min(var_list, key=lambda var: var.name)
        self._create_non_slot_variable(self._beta1, "beta1_power", first)
        self._create_non_slot_variable(self._beta2, "beta2_power", first)
        for var in var_list:
            self._zeros_slot(var, "m", self._name)
            self._zeros_slot(var, "v", self._name)

    def _prepare(self):
        super(AdamOptimizer, self)._prepare()
        self._lr_t, self._beta1_t, self._beta2_t = self._lr_tensor, self._beta1_tensor, self._beta2_tensor
        self._epsilon_t = self._epsilon_tensor

    def _apply_dense(self, grad, var):
        powers = [math_ops.cast(power, var.dtype.base_dtype) for power in self._get_beta_accumulators()]
        return optimizer.apply_op("ApplyAdam", var, [self.get_slot(var, "m"), self.get_slot(var, "v")],
                                  powers + self._cast_to(var, "_lr", "_beta1", "_beta2", "_epsilon") + [grad])

    def _finish(self, update_ops, name_scope):
        with ops.control_dependencies(update_ops):
            first, second = self._get_beta_accumulators()
            with ops.colocate_with(first):
                updates = [first.assign(first * self._beta1_t, use_locking=self._use_locking),
                           second.assign(second * self._beta2_t, use_locking=self._use_locking)]
        return control_flow_ops.group(*(update_ops + updates), name=name_scope)
