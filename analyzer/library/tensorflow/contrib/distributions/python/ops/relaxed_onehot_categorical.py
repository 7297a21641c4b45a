"""Smooth outcomes among several."""

from tensorflow.python.ops.distributions import distribution


class RelaxedOneHotCategorical(distribution.OfLogits):
    _event_rank = 1

    def __init__(self, temperature, logits=None, probs=None, dtype=None, validate_args=False, allow_nan_stats=True,
                 name="RelaxedOneHotCategorical"):
        distribution.OfLogits.__init__(self, logits, probs, dtype, validate_args, allow_nan_stats, name, [temperature])
        self._reparameterization_type = distribution.FULLY_REPARAMETERIZED


class ExpRelaxedOneHotCategorical(RelaxedOneHotCategorical):
    pass
