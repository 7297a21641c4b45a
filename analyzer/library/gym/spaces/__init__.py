"""The spaces of observations and actions, with shapes and element types."""
import collections

import numpy as np


class Space(object):

    def __init__(self, shape=None, dtype=None):
        self.shape = None if shape is None else tuple(shape)
        self.dtype = None if dtype is None else np.dtype(dtype)


class Box(Space):

    def __init__(self, low, high, shape=None, dtype=np.float32):
        if shape is None:
            shape = np.asarray(low).shape
        self.low = np.zeros(shape, dtype) + low
        self.high = np.zeros(shape, dtype) + high
        super(Box, self).__init__(shape, dtype)


class Discrete(Space):

    def __init__(self, n):
        self.n = n
        super(Discrete, self).__init__((), np.int64)


class MultiDiscrete(Space):

    def __init__(self, nvec):
        self.nvec = np.asarray(nvec, dtype=np.int64)
        super(MultiDiscrete, self).__init__(self.nvec.shape, np.int64)


class MultiBinary(Space):

    def __init__(self, n):
        self.n = n
        super(MultiBinary, self).__init__((n,), np.int8)


class Tuple(Space):

    def __init__(self, spaces):
        self.spaces = spaces
        super(Tuple, self).__init__(None, None)


class Dict(Space):

    def __init__(self, spaces=None, **spaces_kwargs):
        self.spaces = collections.OrderedDict(spaces or spaces_kwargs)
        super(Dict, self).__init__(None, None)
