"""random: numbers that no source fixes."""

from _tfscope import is_unknown, unknown


def seed(a=None, version=2):
    pass


def getstate():
    return unknown("tuple")


def setstate(state):
    pass


def random():
    return unknown("float")


def uniform(a, b):
    return unknown("float")


def gauss(mu, sigma):
    return unknown("float")


normalvariate = lognormvariate = betavariate = gammavariate = vonmisesvariate = weibullvariate = gauss


def expovariate(lambd):
    return unknown("float")


paretovariate = expovariate


def triangular(low=0.0, high=1.0, mode=None):
    return unknown("float")


def _one_of(items):
    """One of some items: of their type, if they have one."""
    kinds = {int: "int", float: "float", str: "str", bool: "bool"}
    first = type(items[0])
    alike = first in kinds and all([not is_unknown(item) and type(item) is first for item in items[:64]])
    return unknown(kinds[first] if alike else "any")


def randint(a, b):
    if is_unknown(a) or is_unknown(b):
        return unknown("int")
    return randrange(a, b + 1)


def randrange(start, stop=None, step=1):
    if is_unknown(start) or is_unknown(stop) or is_unknown(step):
        return unknown("int")
    if stop is None:
        if start <= 0:
            raise ValueError("empty range for randrange()")
        start, stop = 0, start
    numbers = len(range(start, stop, step))
    if numbers == 0:
        raise ValueError("empty range for randrange() (%d,%d, %d)" % (start, stop, stop - start))
    return start if numbers == 1 else unknown("int")


def getrandbits(k):
    return unknown("int")


def choice(seq):
    if len(seq) == 0:
        raise IndexError("Cannot choose from an empty sequence")
    return seq[0] if len(seq) == 1 else _one_of(seq)


def choices(population, weights=None, cum_weights=None, k=1):
    return [unknown("any") for _ in range(k)]


def sample(population, k):
    items = list(population)
    if not is_unknown(k) and not 0 <= k <= len(items):
        raise ValueError("Sample larger than population or is negative")
    return items[:k] if len(items) == 1 else [_one_of(items) for _ in range(k)]


def shuffle(x, random=None):
    if len(x) > 1:
        x[:] = [_one_of(x) for _ in range(len(x))]


class Random(object):

    def __init__(self, x=None):
        pass

    def __getattr__(self, name):
        import random
        return getattr(random, name)


SystemRandom = Random
