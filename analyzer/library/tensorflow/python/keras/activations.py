"""Keras' activation functions, by name too."""
from tensorflow.python.keras import backend
from tensorflow.python.ops import math_ops, nn_ops


def softmax(x, axis=-1):
    rank = x.shape.ndims
    if rank == 2:
        return nn_ops.softmax(x)
    if rank is not None and rank < 2:
        raise ValueError("Cannot apply softmax to a tensor that is 1D. Received input: %s" % x)
    powers = math_ops.exp(x - math_ops.reduce_max(x, axis=axis, keepdims=True))
    return powers / math_ops.reduce_sum(powers, axis=axis, keepdims=True)


def elu(x, alpha=1.0):
    return backend.elu(x, alpha)


def relu(x, alpha=0., max_value=None, threshold=0):
    return backend.relu(x, alpha=alpha, max_value=max_value, threshold=threshold)


def hard_sigmoid(x):
    return backend.hard_sigmoid(x)


def linear(x):
    return x


def selu(x):
    return 1.0507009873554805 * backend.elu(x, 1.6732632423543772)


softplus, softsign, tanh, sigmoid, exponential = (
    nn_ops.softplus, nn_ops.softsign, math_ops.tanh, math_ops.sigmoid, math_ops.exp)

_by_name = {"softmax": softmax, "elu": elu, "selu": selu, "softplus": softplus, "softsign": softsign, "relu": relu,
            "tanh": tanh, "sigmoid": sigmoid, "exponential": exponential, "hard_sigmoid": hard_sigmoid, "linear": linear}


def get(identifier):
    if identifier is None:
        return linear
    if isinstance(identifier, str):
        if identifier not in _by_name:
            raise ValueError("Unknown activation function:" + identifier)
        return _by_name[identifier]
    if callable(identifier):
        return identifier
    raise TypeError("Could not interpret activation function identifier: {}".format(repr(identifier)))


def serialize(activation):
    return activation.__name__


deserialize = get
