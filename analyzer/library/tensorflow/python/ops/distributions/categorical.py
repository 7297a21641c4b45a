"""One of several outcomes, as its number."""

from tensorflow.python.framework import dtypes
from tensorflow.python.ops import math_ops
from tensorflow.python.ops.distributions.distribution import OfLogits


class Categorical(OfLogits):

    def __init__(self, logits=None, probs=None, dtype=dtypes.int32, validate_args=False, allow_nan_stats=True,
                 name="Categorical"):
        OfLogits.__init__(self, logits, probs, dtype, validate_args, allow_nan_stats, name)

    event_size = property(lambda self: self._logits.shape[-1].value)

    def _whole(self):
        return math_ops.reduce_sum(OfLogits._whole(self), axis=-1)
