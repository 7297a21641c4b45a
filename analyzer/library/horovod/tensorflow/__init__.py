"""horovod.tensorflow, with one worker: nothing is exchanged."""
from _tfscope import unknown as _unknown

from tensorflow.python.ops import array_ops, control_flow_ops
from tensorflow.python.training import optimizer as _optimizer


def init(*args, **kwargs):
    pass


def shutdown():
    pass


def size():
    return 1


def rank():
    return 0


local_size = size
local_rank = rank


def mpi_threads_supported():
    return _unknown("bool")


def allreduce(tensor, *args, **kwargs):
    return tensor


def allgather(tensor, name=None):
    return tensor


def broadcast(tensor, root_rank, name=None):
    return array_ops.identity(tensor)


def broadcast_global_variables(root_rank):
    return control_flow_ops.no_op()


def broadcast_variables(variables, root_rank):
    return control_flow_ops.no_op()


class Compression(object):

    none = None
    fp16 = None


class BroadcastGlobalVariablesHook(object):

    def __init__(self, root_rank, device=""):
        self.root_rank = root_rank

    def begin(self):
        pass


class DistributedOptimizer(_optimizer.Optimizer):

    def __init__(self, optimizer, name=None, use_locking=False, **kwargs):
        self._optimizer = optimizer
        super(DistributedOptimizer, self).__init__(name=name or "Distributed" + type(optimizer).__name__,
                                                   use_locking=use_locking)

    def compute_gradients(self, *args, **kwargs):
        return self._optimizer.compute_gradients(*args, **kwargs)

    def apply_gradients(self, *args, **kwargs):
        return self._optimizer.apply_gradients(*args, **kwargs)

    def get_slot(self, *args, **kwargs):
        return self._optimizer.get_slot(*args, **kwargs)

    def get_slot_names(self, *args, **kwargs):
        return self._optimizer.get_slot_names(*args, **kwargs)

    def variables(self, *args, **kwargs):
        return self._optimizer.variables(*args, **kwargs)
