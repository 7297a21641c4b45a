"""gym.spaces: what observations and actions look like."""
import collections

import numpy as np
from _tfscope import unknown


class Space(object):

    def __init__(self, shape=None, dtype=None):
        self.shape = None if shape is None else tuple(shape)
        self.dtype = None if dtype is None else np.dtype(dtype)

    def sample(self):
        return unknown("array")

    def seed(self, seed=None):
        pass

    def contains(self, x):
        return unknown("bool")

    def __contains__(self, x):
        return self.contains(x)


class Box(Space):

    def __init__(self, low, high, shape=None, dtype=np.float32):
        if shape is None:
            shape = np.asarray(low).shape
        super(Box, self).__init__(shape, dtype)
        self.low = (np.full(self.shape, low) if np.isscalar(low) else np.asarray(low)).astype(self.dtype)
        self.high = (np.full(self.shape, high) if np.isscalar(high) else np.asarray(high)).astype(self.dtype)

    def __repr__(self):
        return "Box" + str(self.shape)


class Discrete(Space):

    def __init__(self, n):
        assert n >= 0
        self.n = n
        super(Discrete, self).__init__((), np.int64)

    def __repr__(self):
        return "Discrete(%d)" % self.n


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

    def __getitem__(self, index):
        return self.spaces[index]

    def __len__(self):
        return len(self.spaces)


class Dict(Space):

    def __init__(self, spaces=None, **spaces_kwargs):
        spaces = spaces_kwargs if spaces is None else spaces
        if isinstance(spaces, dict) and not isinstance(spaces, collections.OrderedDict):
            spaces = collections.OrderedDict(sorted(spaces.items()))
        self.spaces = collections.OrderedDict(spaces)
        super(Dict, self).__init__(None, None)

    def __getitem__(self, key):
        return self.spaces[key]


def flatdim(space):
    if isinstance(space, Box):
        size = 1
        for dimension in space.shape:
            size *= dimension
        return size
    if isinstance(space, (Discrete, MultiBinary)):
        return space.n
    return sum([flatdim(inner) for inner in (space.spaces.values() if isinstance(space, Dict) else space.spaces)])
