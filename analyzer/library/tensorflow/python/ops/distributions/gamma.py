"""The gamma distribution."""

from tensorflow.python.ops.distributions.distribution import Given


class Gamma(Given):

    def __init__(self, concentration, rate, validate_args=False, allow_nan_stats=True, name="Gamma"):
        Given.__init__(self, [("concentration", concentration), ("rate", rate)], True, validate_args, allow_nan_stats, name)

    concentration = property(lambda self: self._concentration)
    rate = property(lambda self: self._rate)
