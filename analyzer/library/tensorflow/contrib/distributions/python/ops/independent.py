"""Distributions of which some dimensions of the batch are the event's."""

from tensorflow.python.ops.distributions.distribution import Distribution


class Independent(Distribution):

    def __init__(self, distribution, reinterpreted_batch_ndims=None, validate_args=False, name=None):
        self._distribution = distribution
        count = reinterpreted_batch_ndims
        if count is None:
            count = (distribution.batch_shape.ndims or 1) - 1
        self._event_rank = distribution._event_rank + count
        Distribution.__init__(self, distribution.dtype, distribution.reparameterization_type, validate_args,
                              distribution.allow_nan_stats, None, None, name or "Independent" + distribution.name)

    distribution = property(lambda self: self._distribution)

    def _tensors(self):
        return self._distribution._tensors()

    def _whole(self):
        return self._distribution._whole()
