"""An optimizer that waits for the gradients of several workers: what it adds to a graph is a counter of its own."""
from tensorflow.python.framework import dtypes, ops
from tensorflow.python.ops import control_flow_ops, data_flow_ops, state_ops, variable_scope
from tensorflow.python.training import optimizer, queue_runner_impl, session_run_hook


class SyncReplicasOptimizer(optimizer.Optimizer):

    def __init__(self, opt, replicas_to_aggregate, total_num_replicas=None, variable_averages=None,
                 variables_to_average=None, use_locking=False, name="sync_replicas"):
        super(SyncReplicasOptimizer, self).__init__(use_locking, name)
        if total_num_replicas is None:
            total_num_replicas = replicas_to_aggregate
        self._opt = opt
        self._replicas_to_aggregate, self._total_num_replicas = replicas_to_aggregate, total_num_replicas
        self._tokens_per_step = max(total_num_replicas, replicas_to_aggregate)
        self._variable_averages, self._variables_to_average = variable_averages, variables_to_average
        self._gradients_applied = False
        self._global_step = None

    def compute_gradients(self, *args, **kwargs):
        return self._opt.compute_gradients(*args, **kwargs)

    def apply_gradients(self, grads_and_vars, global_step=None, name=None):
        if not grads_and_vars:
            raise ValueError("Must supply at least one variable")
        if global_step is None:
            raise ValueError("Global step is required to check staleness")
        self._global_step = global_step
        grads_and_vars = list(grads_and_vars)
        self._local_step = variable_scope.variable(
            initial_value=0, trainable=False, collections=[ops.GraphKeys.LOCAL_VARIABLES],
            dtype=global_step.dtype.base_dtype, name="sync_rep_local_step")
        self.local_step_init_op = state_ops.assign(self._local_step, global_step)
        self.chief_init_op = self.ready_for_local_init_op = None
        with ops.name_scope(""):
            update = self._opt.apply_gradients(grads_and_vars, global_step)
        with ops.control_dependencies([update]):
            done = [control_flow_ops.no_op()]
            if self._variable_averages is not None:
                with ops.name_scope(""):
                    done = [self._variable_averages.apply(self._variables_to_average)]
        queue = data_flow_ops.FIFOQueue(1, [dtypes.int32], shapes=(), name="dummy_queue", shared_name="dummy_queue")
        self._chief_queue_runner = queue_runner_impl.QueueRunner(queue, done)
        with ops.control_dependencies([self.local_step_init_op]):
            train_op = state_ops.assign(self._local_step, global_step)
        ops.add_to_collection(ops.GraphKeys.TRAIN_OP, train_op)
        self._gradients_applied = True
        return train_op

    def get_chief_queue_runner(self):
        if not self._gradients_applied:
            raise ValueError("Should be called after apply_gradients().")
        return self._chief_queue_runner

    def get_init_tokens_op(self, num_tokens=-1):
        if not self._gradients_applied:
            raise ValueError("get_init_tokens_op() should be called after apply_gradients().")
        needed = self._replicas_to_aggregate - self._total_num_replicas
        if num_tokens == -1:
            num_tokens = self._replicas_to_aggregate
        elif num_tokens < needed:
            raise ValueError("Too few tokens to finish the first step: %d (given) vs %d (needed)" % (num_tokens, needed))
        return control_flow_ops.no_op(name="no_init_tokens")

    def get_slot(self, *args, **kwargs):
        return self._opt.get_slot(*args, **kwargs)

    def get_slot_names(self, *args, **kwargs):
        return self._opt.get_slot_names(*args, **kwargs)

    def variables(self):
        return self._opt.variables()

    def make_session_run_hook(self, is_chief, num_tokens=-1):
        return _SyncReplicasOptimizerHook(self, is_chief, num_tokens)


class _SyncReplicasOptimizerHook(session_run_hook.SessionRunHook):

    def __init__(self, sync_optimizer, is_chief, num_tokens):
        self._sync_optimizer, self._is_chief, self._num_tokens = sync_optimizer, is_chief, num_tokens
