"""Optimizers of Keras models by their names; those of tf.train stand in a wrapper."""

from _tfscope import is_unknown
from tensorflow.python.framework import dtypes, ops
from tensorflow.python.keras.optimizer_v2 import optimizer_v2
from tensorflow.python.ops import array_ops, variable_scope, variables
from tensorflow.python.training import optimizer as tf_optimizer
from tensorflow.python.training import training_util

_BY_NAME = {kind.__name__.lower(): kind for kind in (
    optimizer_v2.Adadelta, optimizer_v2.Adagrad, optimizer_v2.Adam, optimizer_v2.Adamax, optimizer_v2.Nadam,
    optimizer_v2.RMSprop, optimizer_v2.SGD, optimizer_v2.Ftrl)}


class TFOptimizer(object):

    def __init__(self, optimizer, iterations=None):
        self.optimizer = optimizer
        if iterations is None:
            with ops.name_scope("TFOptimizer"), variable_scope.Api("model.compile"):
                iterations = variables.VariableV1(lambda: array_ops.zeros([], dtypes.int64), dtype=dtypes.int64,
                                                  name="iterations", use_resource=True)
        self.iterations = iterations

    def get_updates(self, loss, params):
        pairs = self.optimizer.compute_gradients(loss, params)
        return [self.optimizer.apply_gradients(pairs, training_util.get_global_step())]


def deserialize(config, custom_objects=None):
    known = dict(_BY_NAME, **(custom_objects or {}))
    name = config["class_name"]
    found = known.get(name.lower()) or known.get(name)
    if found is None:
        raise ValueError("Unknown optimizer: " + name)
    return found(**config.get("config", {}))


def get(identifier):
    if is_unknown(identifier) or isinstance(identifier, (optimizer_v2.OptimizerV2, TFOptimizer)):
        return identifier
    if isinstance(identifier, tf_optimizer.Optimizer):
        return TFOptimizer(identifier)
    if isinstance(identifier, dict):
        return deserialize(identifier)
    if isinstance(identifier, str):
        return deserialize({"class_name": identifier, "config": {}})
    raise ValueError("Could not interpret optimizer identifier: " + str(identifier))
