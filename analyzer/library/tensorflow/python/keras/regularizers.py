"""Regularizers of Keras: objects that are called with a variable."""
import numpy as np

from tensorflow.python.framework import constant_op
from tensorflow.python.ops import math_ops


class Regularizer(object):

    def __call__(self, x):
        return 0.

    @classmethod
    def from_config(cls, config):
        return cls(**config)


class L1L2(Regularizer):

    def __init__(self, l1=0., l2=0.):
        self.l1 = np.asarray(l1, dtype="float32")
        self.l2 = np.asarray(l2, dtype="float32")

    def __call__(self, x):
        if not self.l1 and not self.l2:
            return constant_op.constant(0.)
        penalty = 0.
        if self.l1:
            penalty += self.l1 * math_ops.reduce_sum(math_ops.abs(x))
        if self.l2:
            penalty += self.l2 * math_ops.reduce_sum(math_ops.square(x))
        return penalty

    def get_config(self):
        return {"l1": float(self.l1), "l2": float(self.l2)}


def l1(l=0.01):
    return L1L2(l1=l)


def l2(l=0.01):
    return L1L2(l2=l)


def l1_l2(l1=0.01, l2=0.01):
    return L1L2(l1=l1, l2=l2)


def _named(class_name, config):
    known = {"l1": l1, "l2": l2, "l1_l2": l1_l2, "L1L2": L1L2, "Regularizer": Regularizer}
    if class_name not in known:
        raise ValueError("Unknown regularizer: " + class_name)
    return known[class_name](**config)


def serialize(regularizer):
    return {"class_name": type(regularizer).__name__, "config": regularizer.get_config()}


def deserialize(config, custom_objects=None):
    return _named(config["class_name"], config["config"]) if isinstance(config, dict) else _named(config, {})


def get(identifier):
    if identifier is None or callable(identifier):
        return identifier
    if isinstance(identifier, (dict, str)):
        return deserialize(identifier)
    raise ValueError("Could not interpret regularizer identifier:", identifier)
