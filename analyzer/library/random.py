"""random: numbers that no source fixes."""

from _tfscope import unknown


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


def randint(a, b):
    return a if isinstance(a, int) and a == b else unknown("int")


def randrange(start, stop=None, step=1):
    return unknown("int")


def getrandbits(k):
    return unknown("int")


def choice(seq):
    if len(seq) == 0:
        raise IndexError("Cannot choose from an empty sequence")
    return seq[0] if len(seq) == 1 else unknown("any")


def choices(population, weights=None, cum_weights=None, k=1):
    return [unknown("any") for _ in range(k)]


def sample(population, k):
    return [unknown("any") for _ in range(k)]


def shuffle(x, random=None):
    pass


class Random(object):

    def __init__(self, x=None):
        pass

    def __getattr__(self, name):
        import random
        return getattr(random, name)


SystemRandom = Random
