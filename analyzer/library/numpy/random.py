"""numpy.random: arrays of known shape whose data is not."""

from _tfscope import unknown
from numpy.arrays import array, asarray, shape_argument, symbolic


def _filled(size, kind):
    if size is None:
        return unknown("int" if kind == "int64" else "float")
    return symbolic(shape_argument(size), kind)


def seed(seed=None):
    pass


def get_state():
    return unknown("tuple")


def set_state(state):
    pass


def rand(*shape):
    return _filled(shape or None, "float64")


def randn(*shape):
    return _filled(shape or None, "float64")


def random(size=None):
    return _filled(size, "float64")


random_sample = ranf = sample = random


def standard_normal(size=None):
    return _filled(size, "float64")


def uniform(low=0.0, high=1.0, size=None):
    return _filled(_size(size, low, high), "float64")


def normal(loc=0.0, scale=1.0, size=None):
    return _filled(_size(size, loc, scale), "float64")


def _size(size, *parameters):
    """Parameters that are arrays give the shape if no size does."""
    for parameter in parameters:
        if size is None and hasattr(parameter, "_flat"):
            size = parameter.shape
    return size


laplace = gumbel = logistic = lognormal = normal


def truncated_normal(loc=0.0, scale=1.0, size=None):
    return _filled(size, "float64")


def randint(low, high=None, size=None, dtype="l"):
    return _filled(size, "int64")


random_integers = randint


def exponential(scale=1.0, size=None):
    return _filled(size, "float64")


standard_exponential = rayleigh = chisquare = standard_gamma = standard_t = pareto = weibull = exponential


def gamma(shape, scale=1.0, size=None):
    return _filled(size, "float64")


beta = f = vonmises = gamma


def poisson(lam=1.0, size=None):
    return _filled(size, "int64")


geometric = poisson


def binomial(n, p, size=None):
    return _filled(size, "int64")


def multinomial(n, pvals, size=None):
    return symbolic((() if size is None else shape_argument(size)) + (len(pvals),), "int64")


def dirichlet(alpha, size=None):
    return symbolic((() if size is None else shape_argument(size)) + (len(alpha),), "float64")


def multivariate_normal(mean, cov, size=None, *args):
    return symbolic((() if size is None else shape_argument(size)) + (len(mean),), "float64")


def choice(a, size=None, replace=True, p=None):
    kind = "int64" if isinstance(a, int) else asarray(a).dtype
    return unknown("any") if size is None else symbolic(shape_argument(size), kind)


def permutation(x):
    return symbolic((x,), "int64") if isinstance(x, int) else symbolic(asarray(x)._shape, asarray(x).dtype)


def shuffle(x):
    if hasattr(x, "_flat"):
        x._flat = None


def bytes(length):
    return unknown("bytes")


class RandomState(object):

    def __init__(self, seed=None):
        pass

    def __getattr__(self, name):
        import numpy.random as module
        return getattr(module, name)


default_rng = RandomState
