"""Student's distribution."""

from tensorflow.python.ops.distributions.distribution import Given


class StudentT(Given):

    def __init__(self, df, loc, scale, validate_args=False, allow_nan_stats=True, name="StudentT"):
        Given.__init__(self, [("df", df), ("loc", loc), ("scale", scale)], True, validate_args, allow_nan_stats, name)

    df = property(lambda self: self._df)
    loc = property(lambda self: self._loc)
    scale = property(lambda self: self._scale)
