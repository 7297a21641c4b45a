"""The Laplace distribution."""

from tensorflow.python.ops.distributions.distribution import Given


class Laplace(Given):

    def __init__(self, loc, scale, validate_args=False, allow_nan_stats=True, name="Laplace"):
        Given.__init__(self, [("loc", loc), ("scale", scale)], True, validate_args, allow_nan_stats, name)

    loc = property(lambda self: self._loc)
    scale = property(lambda self: self._scale)
