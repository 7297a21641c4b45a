"""Keras' constraints: no name or shape depends on what they do."""


class Constraint(object):

    def __call__(self, w):
        return w


class MaxNorm(Constraint):

    def __init__(self, max_value=2, axis=0):
        self.max_value, self.axis = max_value, axis


class NonNeg(Constraint):
    pass


class UnitNorm(Constraint):

    def __init__(self, axis=0):
        self.axis = axis


class MinMaxNorm(Constraint):

    def __init__(self, min_value=0.0, max_value=1.0, rate=1.0, axis=0):
        self.min_value, self.max_value, self.rate, self.axis = min_value, max_value, rate, axis


max_norm = MaxNorm
non_neg = NonNeg
unit_norm = UnitNorm
min_max_norm = MinMaxNorm


def get(identifier):
    if identifier is None or callable(identifier):
        return identifier
    found = {"max_norm": MaxNorm, "non_neg": NonNeg, "unit_norm": UnitNorm, "min_max_norm": MinMaxNorm}.get(identifier)
    if found is None:
        raise ValueError("Could not interpret constraint identifier: " + str(identifier))
    return found()
