"""AdaMax: Adam with the infinity norm, which needs one power only."""
from tensorflow.python.framework import ops
from tensorflow.python.ops import control_flow_ops, math_ops
from tensorflow.python.training import adam, optimizer


class AdaMaxOptimizer(adam.AdamOptimizer):

    def __init__(self, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8, use_locking=False, name="AdaMax"):
        super(AdaMaxOptimizer, self).__init__(learning_rate, beta1, beta2, epsilon, use_locking, name)

    def _get_beta_accumulators(self):
        return self._get_non_slot_variable("beta1_power", ops.get_default_graph())

    def _create_slots(self, var_list):
        self._create_non_slot_variable(self._beta1, "beta1_power", min(var_list, key=lambda var: var.name))
        for var in var_list:
            self._zeros_slot(var, "m", self._name)
            self._zeros_slot(var, "v", self._name)

    def _apply_dense(self, grad, var):
        power = math_ops.cast(self._get_beta_accumulators(), var.dtype.base_dtype)
        return optimizer.apply_op("ApplyAdaMax", var, [self.get_slot(var, "m"), self.get_slot(var, "v")],
                                  [power] + self._cast_to(var, "_lr", "_beta1", "_beta2", "_epsilon") + [grad])

    def _finish(self, update_ops, name_scope):
        with ops.control_dependencies(update_ops):
            power = self._get_beta_accumulators()
            with ops.colocate_with(power):
                update = power.assign(power * self._beta1_t, use_locking=self._use_locking)
        return control_flow_ops.group(*(update_ops + [update]), name=name_scope)
