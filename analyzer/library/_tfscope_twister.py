"""The Mersenne Twister with 32-bit words, begun as CPython begins it."""

from _tfscope import twister_begun, twister_twisted

_LENGTH = 624
_LOW = 0xFFFFFFFF


def _words_of(number):
    """A number in words, the lowest first."""
    words = [number & _LOW]
    while number > _LOW:
        number >>= 32
        words.append(number & _LOW)
    return words


class Twister(object):
    """32-bit words from the absolute value of a seed."""

    def __init__(self, seed):
        self._seed = abs(seed)  # most programs seed and ask for nothing
        self._state = None
        self._used = _LENGTH
        self.rounds = 0  # how often all words were made anew

    @classmethod
    def imported(cls, numbers):
        result = cls(0)
        result._state, result._used = list(numbers[:-1]), numbers[-1]
        return result

    def _begun(self):
        if self._state is None:
            self._state = twister_begun(_words_of(self._seed))
        return self._state

    def _twist(self):
        self._state = twister_twisted(self._begun())
        self._used = 0
        self.rounds += 1

    def word(self):
        if self._used >= _LENGTH:
            self._twist()
        word = self._state[self._used]
        self._used += 1
        word ^= word >> 11
        word ^= word << 7 & 0x9D2C5680
        word ^= word << 15 & 0xEFC60000
        return word ^ word >> 18

    def fraction(self):
        """A float below 1 with 53 random bits."""
        high = self.word() >> 5
        return (high * 67108864.0 + (self.word() >> 6)) / 9007199254740992.0

    def bits(self, count):
        """A number of that many bits: words from the lowest on, the last of which gives its upper bits."""
        result = 0
        for shift in range(0, count, 32):
            result |= self.word() >> max(0, 32 - (count - shift)) << shift
        return result

    def exported(self):
        return tuple(self._begun()) + (self._used,)
