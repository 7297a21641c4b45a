"""An optimizer that sums gradients over the shards of a TPU; of one shard without."""
from tensorflow.python.ops.losses import losses
from tensorflow.python.training import optimizer


class CrossShardOptimizer(optimizer.Optimizer):

    def __init__(self, opt, reduction=losses.Reduction.MEAN, name="CrossShardOptimizer", group_assignment=None):
        if reduction not in (losses.Reduction.SUM, losses.Reduction.MEAN):
            raise ValueError("Unsupported reduction: %s." % reduction)
        if not isinstance(opt, optimizer.Optimizer):
            raise TypeError("CrossShardOptimizer only works with tf.training.Optimizer and not Optimizer_v2. If you are using "
                            "TPUStrategy, OptimizerV2 will sum gradients across replicas.If you want to average your "
                            "gradients, rescale your loss with: `loss /= global_batch_size`")
        super(CrossShardOptimizer, self).__init__(False, name)
        self._opt = opt

    def compute_gradients(self, loss, var_list=None, **kwargs):
        return self._opt.compute_gradients(loss, var_list=var_list, **kwargs)

    def apply_gradients(self, grads_and_vars, global_step=None, name=None):
        return self._opt.apply_gradients(grads_and_vars, global_step, name)

    def get_slot(self, *args, **kwargs):
        return self._opt.get_slot(*args, **kwargs)

    def get_slot_names(self, *args, **kwargs):
        return self._opt.get_slot_names(*args, **kwargs)

    def variables(self):
        return self._opt.variables()
