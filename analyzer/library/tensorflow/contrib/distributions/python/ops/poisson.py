"""Numbers of rare events."""

from tensorflow.python.ops.distributions.distribution import Given


class Poisson(Given):

    def __init__(self, rate=None, log_rate=None, validate_args=False, allow_nan_stats=True, name="Poisson"):
        if (rate is None) == (log_rate is None):
            raise ValueError("Must specify exactly one of `rate` and `log_rate`.")
        given = ("rate", rate) if log_rate is None else ("log_rate", log_rate)
        Given.__init__(self, [given], False, validate_args, allow_nan_stats, name)
