"""Keras' activation functions, by name too."""
from tensorflow.python.ops import math_ops, nn_impl, nn_ops


def softmax(x, axis=-1):
    return nn_ops.softmax(x, axis=axis)


def elu(x, alpha=1.0):
    return nn_ops.elu(x)


def selu(x):
    return nn_ops.selu(x)


def softplus(x):
    return nn_ops.softplus(x)


def softsign(x):
    return nn_ops.softsign(x)


def relu(x, alpha=0.0, max_value=None, threshold=0):
    if alpha != 0.0:
        return nn_ops.leaky_relu(x, alpha=alpha)
    return nn_ops.relu6(x) if max_value == 6 else nn_ops.relu(x)


def tanh(x):
    return math_ops.tanh(x)


def sigmoid(x):
    return math_ops.sigmoid(x)


def exponential(x):
    return math_ops.exp(x)


def hard_sigmoid(x):
    return math_ops.maximum(math_ops.minimum(0.2 * x + 0.5, 1.0), 0.0)


def linear(x):
    return x


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
