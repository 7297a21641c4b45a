"""random: exact numbers where the source fixes the seed, numbers of known types elsewhere."""

import itertools
import math
from _tfscope import is_python2, is_unknown, unknown
from _tfscope_twister import Twister


# A program that asks for more numbers shuffles data: what it draws from then on is not followed.
_MOST_AT_ONCE = 5000
_MOST_ROUNDS = 16


def _some_of(items, count):
    """Some of the items: of their type, if they have one."""
    kinds = {int: "int", float: "float", str: "str", bool: "bool"}
    first = type(items[0]) if len(items) > 0 else None
    alike = first in kinds and all([not is_unknown(item) and type(item) is first for item in items[:64]])
    kind = kinds[first] if alike else "any"
    return [unknown(kind) for _ in range(count)]


def _one_of(items):
    return _some_of(items, 1)[0]


def _number_of(seed):
    """What a seed counts as; None if the source does not fix it."""
    if is_unknown(seed) or seed is None:
        return None
    if isinstance(seed, int):
        return int(seed)
    if is_python2():
        return None
    if isinstance(seed, (str, bytes, bytearray)):
        import hashlib
        data = seed.encode() if isinstance(seed, str) else bytes(seed)
        digest = hashlib.sha512(data).digest()
        return None if is_unknown(digest) else int.from_bytes(data + digest, "big")
    return hash(seed) % 2 ** 64 if isinstance(seed, float) else None


class Random(object):
    """`_source` is None where the numbers are not known, as for good after a call that takes unknown arguments."""

    VERSION = 3

    def __init__(self, x=None):
        self.seed(x)

    def seed(self, a=None, version=2):
        number = _number_of(a)
        self._source = None if number is None else Twister(number)
        self.gauss_next = None

    def _fixes(self, *arguments):
        """Whether the next number is known; it is not known any more once an argument is unknown."""
        if self._source is not None:
            if self._source.rounds > _MOST_ROUNDS or any([is_unknown(argument) for argument in arguments]):
                self._source = None
        return self._source is not None

    def _fixes_many(self, count, *arguments):
        """The same for as many numbers at once."""
        if not is_unknown(count) and count > _MOST_AT_ONCE:
            self._source = None
        return self._fixes(count, *arguments)

    def getstate(self):
        if self._source is None:
            return unknown("tuple")
        return (self.VERSION, self._source.exported(), self.gauss_next)

    def setstate(self, state):
        self._source = None
        if not is_unknown(state):
            self.gauss_next = state[2]
            self._source = Twister.imported(state[1])

    def random(self):
        return self._source.fraction() if self._fixes() else unknown("float")

    def getrandbits(self, k):
        if not is_unknown(k) and k <= 0:
            raise ValueError("number of bits must be greater than zero")
        return self._source.bits(k) if self._fixes(k) else unknown("int")

    def _below(self, limit):
        if not self._fixes(limit):
            return 0 if limit == 1 else unknown("int")
        if is_python2():
            return int(self._source.fraction() * limit)
        size = limit.bit_length()
        result = self._source.bits(size)
        while result >= limit:
            result = self._source.bits(size)
        return result

    def randrange(self, start, stop=None, step=1):
        if is_unknown(start) or is_unknown(stop) or is_unknown(step):
            self._fixes(start, stop, step)
            return unknown("int")
        for value, what in ((start, "arg 1"), (stop, "stop"), (step, "step")):
            if value is not None and int(value) != value:
                raise ValueError("non-integer %s for randrange()" % what)
        if stop is None:
            if start <= 0:
                raise ValueError("empty range for randrange()")
            return self._below(int(start))
        start, stop, step = int(start), int(stop), int(step)
        if step == 0:
            raise ValueError("zero step for randrange()")
        numbers = len(range(start, stop, step))
        if numbers == 0 and step == 1:
            raise ValueError("empty range for randrange() (%d,%d, %d)" % (start, stop, stop - start))
        if numbers == 0:
            raise ValueError("empty range for randrange()")
        return start + step * self._below(numbers)

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    def choice(self, seq):
        count = len(seq)
        if not is_unknown(count) and count == 0:
            raise IndexError("Cannot choose from an empty sequence")
        place = self._below(count)
        return _one_of(seq) if is_unknown(place) else seq[place]

    def shuffle(self, x, random=None):
        if random is not None or not self._fixes_many(len(x), x):
            self._source = None
            if len(x) > 1:
                x[:] = _some_of(x, len(x))
            return
        for last in range(len(x) - 1, 0, -1):
            other = self._below(last + 1)
            x[last], x[other] = x[other], x[last]

    def sample(self, population, k):
        if isinstance(population, dict) and not is_python2():
            raise TypeError("Population must be a sequence or set.  For dicts, use list(d).")
        items = list(population)
        if not is_unknown(k) and not 0 <= k <= len(items):
            raise ValueError("Sample larger than population or is negative")
        if not self._fixes_many(k, population):
            return items[:k] if len(items) == 1 else _some_of(items, k)
        table = 21 + (4 ** math.ceil(math.log(k * 3, 4)) if k > 5 else 0)
        if len(items) > table:
            return [items[place] for place in self._different(len(items), k)]
        result = []
        for taken in range(k):
            place = self._below(len(items) - taken)
            result.append(items[place])
            items[place] = items[len(items) - taken - 1]
        return result

    def _different(self, count, wanted):
        places = {}
        while len(places) < wanted:
            places[self._below(count)] = None
        return list(places)

    def choices(self, population, weights=None, cum_weights=None, k=1):
        if weights is not None and cum_weights is not None:
            raise TypeError("Cannot specify both weights and cumulative weights")
        if not self._fixes_many(k, population, weights, cum_weights):
            return [unknown("any") for _ in range(k)]
        if weights is not None:
            cum_weights = list(itertools.accumulate(weights))
        if cum_weights is None:
            return [population[int(self.random() * len(population))] for _ in range(k)]
        if len(cum_weights) != len(population):
            raise ValueError("The number of weights does not match the population")
        return [population[self._weighed(cum_weights)] for _ in range(k)]

    def _weighed(self, sums):
        from bisect import bisect
        return bisect(sums, self.random() * sums[-1], 0, len(sums) - 1)

    def uniform(self, a, b):
        return a + (b - a) * self.random() if self._fixes(a, b) else unknown("float")

    def triangular(self, low=0.0, high=1.0, mode=None):
        if not self._fixes(low, high, mode):
            return unknown("float")
        part = self.random()
        if low == high:
            return low
        peak = 0.5 if mode is None else (mode - low) / (high - low)
        if part <= peak:
            return low + (high - low) * (part * peak) ** 0.5
        return high + (low - high) * ((1.0 - part) * (1.0 - peak)) ** 0.5

    def gauss(self, mu, sigma):
        if not self._fixes(mu, sigma):
            return unknown("float")
        number, self.gauss_next = self.gauss_next, None
        if number is None:
            angle = self.random() * 2.0 * math.pi
            radius = math.sqrt(-2.0 * math.log(1.0 - self.random()))
            number = math.cos(angle) * radius
            self.gauss_next = math.sin(angle) * radius
        return mu + number * sigma

    def normalvariate(self, mu, sigma):
        if not self._fixes(mu, sigma):
            return unknown("float")
        scale = 4 * math.exp(-0.5) / math.sqrt(2.0)
        while True:
            number = self.random()
            below = 1.0 - self.random()
            number = scale * (number - 0.5) / below
            if number * number / 4.0 <= -math.log(below):
                return mu + number * sigma

    def lognormvariate(self, mu, sigma):
        return math.exp(self.normalvariate(mu, sigma)) if self._fixes(mu, sigma) else unknown("float")

    def expovariate(self, lambd):
        return -math.log(1.0 - self.random()) / lambd if self._fixes(lambd) else unknown("float")

    def betavariate(self, *arguments):
        self._source = None
        return unknown("float")

    gammavariate = vonmisesvariate = weibullvariate = paretovariate = betavariate


class SystemRandom(Random):

    def seed(self, a=None, version=2):
        self._source = None


_shared = Random()
seed, getstate, setstate = _shared.seed, _shared.getstate, _shared.setstate
random, getrandbits, uniform, triangular = _shared.random, _shared.getrandbits, _shared.uniform, _shared.triangular
randrange, randint, choice, choices = _shared.randrange, _shared.randint, _shared.choice, _shared.choices
shuffle, sample = _shared.shuffle, _shared.sample
gauss, normalvariate, lognormvariate = _shared.gauss, _shared.normalvariate, _shared.lognormvariate
expovariate, betavariate, gammavariate = _shared.expovariate, _shared.betavariate, _shared.gammavariate
vonmisesvariate, weibullvariate, paretovariate = betavariate, betavariate, betavariate
