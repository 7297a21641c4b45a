"""Keras' initializers, by name too."""
from tensorflow.python.ops import init_ops


class RandomNormal(init_ops.RandomNormal):

    def __init__(self, mean=0.0, stddev=0.05, seed=None, dtype=None):
        init_ops.RandomNormal.__init__(self, mean, stddev, seed)


class RandomUniform(init_ops.RandomUniform):

    def __init__(self, minval=-0.05, maxval=0.05, seed=None, dtype=None):
        init_ops.RandomUniform.__init__(self, minval, maxval, seed)


class TruncatedNormal(init_ops.TruncatedNormal):

    def __init__(self, mean=0.0, stddev=0.05, seed=None, dtype=None):
        init_ops.TruncatedNormal.__init__(self, mean, stddev, seed)


_by_name = {
    "zeros": init_ops.Zeros, "Zeros": init_ops.Zeros, "zero": init_ops.Zeros, "ones": init_ops.Ones,
    "Ones": init_ops.Ones, "one": init_ops.Ones, "constant": init_ops.Constant, "Constant": init_ops.Constant,
    "uniform": RandomUniform, "random_uniform": RandomUniform, "RandomUniform": RandomUniform, "normal": RandomNormal,
    "random_normal": RandomNormal, "RandomNormal": RandomNormal, "truncated_normal": TruncatedNormal,
    "TruncatedNormal": TruncatedNormal, "glorot_uniform": init_ops.GlorotUniform, "GlorotUniform": init_ops.GlorotUniform,
    "glorot_normal": init_ops.GlorotNormal, "GlorotNormal": init_ops.GlorotNormal, "he_normal": init_ops.he_normal,
    "he_uniform": init_ops.he_uniform, "lecun_normal": init_ops.lecun_normal, "lecun_uniform": init_ops.lecun_uniform,
    "orthogonal": init_ops.Orthogonal, "Orthogonal": init_ops.Orthogonal, "identity": init_ops.Identity,
    "VarianceScaling": init_ops.VarianceScaling}


def get(identifier):
    if identifier is None:
        return None
    if isinstance(identifier, dict):
        return deserialize(identifier)
    if isinstance(identifier, str):
        if identifier not in _by_name:
            raise ValueError("Unknown initializer: " + identifier)
        return _by_name[identifier]()
    if callable(identifier):
        return identifier() if isinstance(identifier, type) else identifier
    raise ValueError("Could not interpret initializer identifier: " + str(identifier))


def serialize(initializer):
    return {"class_name": type(initializer).__name__, "config": {}}


def deserialize(config, custom_objects=None):
    return _by_name[config["class_name"]](**config["config"])
