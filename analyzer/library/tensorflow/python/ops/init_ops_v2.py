"""The initializers of TensorFlow 2: a type is given with the shape, and parts of a variable are not told."""
from tensorflow.python.framework import dtypes
from tensorflow.python.ops import init_ops


class Initializer(object):

    def __call__(self, shape, dtype=dtypes.float32):
        return self._first.__call__(shape, dtype=dtype)

    def get_config(self):
        return {}

    @classmethod
    def from_config(cls, config):
        config.pop("dtype", None)
        return cls(**config)


class Zeros(Initializer):

    def __init__(self):
        self._first = init_ops.Zeros()


class Ones(Initializer):

    def __init__(self):
        self._first = init_ops.Ones()


class Constant(Initializer):

    def __init__(self, value=0):
        self._first = init_ops.Constant(value)


class RandomUniform(Initializer):

    def __init__(self, minval=-0.05, maxval=0.05, seed=None):
        self._first = init_ops.RandomUniform(minval, maxval, seed)


class RandomNormal(Initializer):

    def __init__(self, mean=0.0, stddev=0.05, seed=None):
        self._first = init_ops.RandomNormal(mean, stddev, seed)


class TruncatedNormal(Initializer):

    def __init__(self, mean=0.0, stddev=0.05, seed=None):
        self._first = init_ops.TruncatedNormal(mean, stddev, seed)


class VarianceScaling(Initializer):

    def __init__(self, scale=1.0, mode="fan_in", distribution="truncated_normal", seed=None):
        self._first = init_ops.VarianceScaling(scale, mode, distribution, seed)


class Orthogonal(Initializer):

    def __init__(self, gain=1.0, seed=None):
        self._first = init_ops.Orthogonal(gain, seed)


class Identity(Initializer):

    def __init__(self, gain=1.0):
        self._first = init_ops.Identity(gain)


class GlorotUniform(VarianceScaling):

    def __init__(self, seed=None):
        super(GlorotUniform, self).__init__(1.0, "fan_avg", "uniform", seed)


class GlorotNormal(VarianceScaling):

    def __init__(self, seed=None):
        super(GlorotNormal, self).__init__(1.0, "fan_avg", "truncated_normal", seed)


def lecun_normal(seed=None):
    return VarianceScaling(1.0, "fan_in", "truncated_normal", seed)


def lecun_uniform(seed=None):
    return VarianceScaling(1.0, "fan_in", "uniform", seed)


def he_normal(seed=None):
    return VarianceScaling(2.0, "fan_in", "truncated_normal", seed)


def he_uniform(seed=None):
    return VarianceScaling(2.0, "fan_in", "uniform", seed)


zero = zeros = zeros_initializer = Zeros
one = ones = ones_initializer = Ones
constant = constant_initializer = Constant
uniform = random_uniform = random_uniform_initializer = RandomUniform
normal = random_normal = random_normal_initializer = RandomNormal
truncated_normal = truncated_normal_initializer = TruncatedNormal
variance_scaling_initializer = VarianceScaling
identity = identity_initializer = Identity
orthogonal = orthogonal_initializer = Orthogonal
glorot_uniform = glorot_uniform_initializer = GlorotUniform
glorot_normal = glorot_normal_initializer = GlorotNormal
