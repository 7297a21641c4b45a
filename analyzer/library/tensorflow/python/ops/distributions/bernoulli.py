"""Events that happen or not."""

from tensorflow.python.framework import dtypes
from tensorflow.python.ops.distributions.distribution import OfLogits


class Bernoulli(OfLogits):

    def __init__(self, logits=None, probs=None, dtype=dtypes.int32, validate_args=False, allow_nan_stats=True,
                 name="Bernoulli"):
        OfLogits.__init__(self, logits, probs, dtype, validate_args, allow_nan_stats, name)
