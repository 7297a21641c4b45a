"""The exponential distribution."""

from tensorflow.python.ops.distributions.distribution import Given


class Exponential(Given):

    def __init__(self, rate, validate_args=False, allow_nan_stats=True, name="Exponential"):
        Given.__init__(self, [("rate", rate)], True, validate_args, allow_nan_stats, name)

    rate = property(lambda self: self._rate)
