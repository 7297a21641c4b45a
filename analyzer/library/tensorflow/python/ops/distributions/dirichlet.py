"""The Dirichlet distribution."""

from tensorflow.python.ops.distributions.distribution import Given


class Dirichlet(Given):
    _event_rank = 1

    def __init__(self, concentration, validate_args=False, allow_nan_stats=True, name="Dirichlet"):
        Given.__init__(self, [("concentration", concentration)], True, validate_args, allow_nan_stats, name)

    concentration = property(lambda self: self._concentration)
