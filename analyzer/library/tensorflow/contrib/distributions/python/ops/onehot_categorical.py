"""One of several outcomes, as a vector of zeros and a one."""

from tensorflow.python.framework import dtypes
from tensorflow.python.ops.distributions.distribution import OfLogits


class OneHotCategorical(OfLogits):
    _event_rank = 1

    def __init__(self, logits=None, probs=None, dtype=dtypes.int32, validate_args=False, allow_nan_stats=True,
                 name="OneHotCategorical"):
        OfLogits.__init__(self, logits, probs, dtype, validate_args, allow_nan_stats, name)
