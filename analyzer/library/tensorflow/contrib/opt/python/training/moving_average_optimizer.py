"""An optimizer that keeps moving averages of what another one changes."""
from tensorflow.python.framework import ops
from tensorflow.python.ops import control_flow_ops, variables
from tensorflow.python.training import moving_averages, optimizer, saver


class MovingAverageOptimizer(optimizer.Optimizer):

    def __init__(self, opt, average_decay=0.9999, num_updates=None, sequential_update=True):
        self._optimizer = opt
        self._ema = moving_averages.ExponentialMovingAverage(average_decay, num_updates=num_updates)
        self._averaged = None
        self._sequential_update = sequential_update

    def compute_gradients(self, *args, **kwargs):
        return self._optimizer.compute_gradients(*args, **kwargs)

    def apply_gradients(self, grads_and_vars, global_step=None, name=None):
        train_op = self._optimizer.apply_gradients(grads_and_vars, global_step=global_step, name=name)
        self._averaged = [pair[1] for pair in grads_and_vars if pair[0] is not None]
        with ops.control_dependencies([train_op] if self._sequential_update else []):
            average_op = self._ema.apply(self._averaged)
        return control_flow_ops.group(train_op, average_op, name="train_with_avg")

    def swapping_saver(self, var_list=None, name="swapping_saver", **kwargs):
        if self._averaged is None:
            raise RuntimeError("Must call apply_gradients or minimize before creating the swapping_saver")
        if var_list is None:
            var_list = variables.global_variables()
        saved = dict(var_list) if isinstance(var_list, dict) else {var.op.name: var for var in var_list}
        swapped = dict(saved)
        for var in self._averaged:
            average = self._ema.average(var)
            for one, other in ((var, average), (average, var)):
                if one.op.name not in saved:
                    continue
                if other.op.name not in saved:
                    raise ValueError("Variable to swap %s is not part of variables to save. This breaks "
                                     "MovingAverageOptimizer." % other.op.name)
                swapped[one.op.name] = saved[other.op.name]
        return saver.Saver(swapped, name=name, **kwargs)
