"""The beta distribution."""

from tensorflow.python.ops.distributions.distribution import Given


class Beta(Given):

    def __init__(self, concentration1=None, concentration0=None, validate_args=False, allow_nan_stats=True, name="Beta"):
        Given.__init__(self, [("concentration1", concentration1), ("concentration0", concentration0)], True, validate_args, allow_nan_stats, name)

    concentration1 = property(lambda self: self._concentration1)
    concentration0 = property(lambda self: self._concentration0)
