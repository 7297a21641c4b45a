"""The Mersenne Twister with 32-bit words, begun as CPython begins it."""

_LENGTH = 624
_MIDDLE = 397
_LOW = 0xFFFFFFFF


def _words_of(number):
    """A number in words, the lowest first."""
    words = [number & _LOW]
    while number > _LOW:
        number >>= 32
        words.append(number & _LOW)
    return words


def _begin(words):
    """The state that a list of words begins: two rounds over all places, in which place 0 mirrors the last."""
    state = [19650218]
    for place in range(1, _LENGTH):
        state.append((1812433253 * (state[-1] ^ state[-1] >> 30) + place) & _LOW)
    place = 0
    for step in range(max(_LENGTH, len(words))):
        before = state[place]
        place = place + 1 if place < _LENGTH - 1 else 1
        word = step % len(words)
        state[place] = ((state[place] ^ (before ^ before >> 30) * 1664525) + words[word] + word) & _LOW
        state[0] = state[-1]
    for _ in range(_LENGTH - 1):
        before = state[place]
        place = place + 1 if place < _LENGTH - 1 else 1
        state[place] = ((state[place] ^ (before ^ before >> 30) * 1566083941) - place) & _LOW
        state[0] = state[-1]
    state[0] = 1 << 31
    return state


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
            self._state = _begin(_words_of(self._seed))
        return self._state

    def _twist(self):
        state = list(self._begun())
        for place in range(_LENGTH):
            mixed = state[place] & 1 << 31 | state[(place + 1) % _LENGTH] & _LOW >> 1
            state[place] = state[(place + _MIDDLE) % _LENGTH] ^ mixed >> 1 ^ (mixed & 1) * 0x9908B0DF
        self._state = state
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
