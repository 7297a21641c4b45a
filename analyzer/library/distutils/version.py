"""Versions that compare by their parts."""


def _parts(text):
    """The numbers and the words of a version, as `1.15.0rc1` has."""
    found, part = [], ""
    for letter in text + ".":
        if letter == "." or part and letter.isdigit() != part[-1:].isdigit():
            if part:
                found.append(int(part) if part.isdigit() else part)
            part = ""
        if letter != ".":
            part += letter
    return found


class Version(object):

    def __init__(self, vstring=None):
        if vstring:
            self.parse(vstring)

    def parse(self, vstring):
        self.vstring = vstring
        self.version = _parts(vstring)

    def __str__(self):
        return self.vstring

    def __repr__(self):
        return "%s ('%s')" % (type(self).__name__, self)

    def _other(self, other):
        return type(self)(other) if isinstance(other, str) else other

    def __eq__(self, other):
        return self.version == self._other(other).version

    def __lt__(self, other):
        return self.version < self._other(other).version

    def __le__(self, other):
        return self.version <= self._other(other).version

    def __gt__(self, other):
        return self.version > self._other(other).version

    def __ge__(self, other):
        return self.version >= self._other(other).version


class LooseVersion(Version):
    pass


class StrictVersion(Version):

    def parse(self, vstring):
        parts = _parts(vstring)
        self.vstring = vstring
        self.version = tuple((parts + [0, 0])[:3])
