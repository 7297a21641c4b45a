"""Vectors of independent normal variables."""

from tensorflow.python.framework import dtypes, ops
from tensorflow.python.ops.distributions.distribution import Given


class MultivariateNormalDiag(Given):
    _event_rank = 1

    def __init__(self, loc=None, scale_diag=None, scale_identity_multiplier=None, validate_args=False,
                 allow_nan_stats=True, name="MultivariateNormalDiag"):
        given = [(label, value) for label, value in (("loc", loc), ("scale_diag", scale_diag)) if value is not None]
        if scale_identity_multiplier is not None:
            factor = ops.convert_to_tensor(scale_identity_multiplier, preferred_dtype=dtypes.float32)
            given.append(("scale_identity_multiplier", factor if factor.shape.ndims == 0 else factor[..., None]))
        Given.__init__(self, given, True, validate_args, allow_nan_stats, name)

    loc = property(lambda self: getattr(self, "_loc", None))
