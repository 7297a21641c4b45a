"""The uniform distribution."""

from tensorflow.python.ops.distributions.distribution import Given


class Uniform(Given):

    def __init__(self, low=0., high=1., validate_args=False, allow_nan_stats=True, name="Uniform"):
        Given.__init__(self, [("low", low), ("high", high)], True, validate_args, allow_nan_stats, name)

    low = property(lambda self: self._low)
    high = property(lambda self: self._high)
