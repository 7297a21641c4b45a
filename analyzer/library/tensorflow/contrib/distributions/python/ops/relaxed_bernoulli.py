"""Smooth events."""

from tensorflow.python.ops.distributions import distribution


class RelaxedBernoulli(distribution.OfLogits):

    def __init__(self, temperature, logits=None, probs=None, validate_args=False, allow_nan_stats=True,
                 name="RelaxedBernoulli"):
        distribution.OfLogits.__init__(self, logits, probs, None, validate_args, allow_nan_stats, name, [temperature])
        self._reparameterization_type = distribution.FULLY_REPARAMETERIZED
