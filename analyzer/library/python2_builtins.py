"""Builtins that only Python 2 has, or has in another form. This file is Python 2 itself, so that its comparisons are."""

from _tfscope import unknown
import builtins as _builtins
import importlib as _importlib

_sorted = _builtins.sorted
_iter = _builtins.iter


class _Ordered(object):

    def __init__(self, key, cmp):
        self.key, self.cmp = key, cmp

    def __lt__(self, other):
        return self.cmp(self.key, other.key) < 0

    def __gt__(self, other):
        return self.cmp(self.key, other.key) > 0


def cmp(x, y):
    if x == y:
        return 0
    return -1 if x < y else 1


def sorted(iterable, cmp=None, key=None, reverse=False):
    if cmp is None:
        return _sorted(iterable, key=key, reverse=reverse)
    return _sorted(iterable, key=lambda item: _Ordered(item if key is None else key(item), cmp), reverse=reverse)


def _sort(self, cmp=None, key=None, reverse=False):
    self[:] = sorted(self, cmp, key, reverse)


def _rows(iterables):
    iterators = [_iter(iterable) for iterable in iterables]
    while True:
        row, live = [], False
        for iterator in iterators:
            try:
                row.append(iterator.__next__())
                live = True
            except StopIteration, end:
                row.append(None)
        if not live:
            return
        yield row


def map(function, *sequences):
    if len(sequences) == 1:
        sequence = sequences[0]
        return list(sequence) if function is None else [function(item) for item in sequence]
    if function is None:
        return [tuple(row) for row in _rows(sequences)]
    return [function(*row) for row in _rows(sequences)]


def filter(function, iterable):
    kept = [item for item in iterable if (item if function is None else function(item))]
    if isinstance(iterable, tuple):
        return tuple(kept)
    return "".join(kept) if isinstance(iterable, str) else kept


def apply(function, args=(), kwargs={}):
    return function(*args, **kwargs)


def intern(string):
    return string


def coerce(x, y):
    if isinstance(x, complex) or isinstance(y, complex):
        return complex(x), complex(y)
    if isinstance(x, float) or isinstance(y, float):
        return float(x), float(y)
    return x, y


def unichr(i):
    return chr(i)


def oct(x):
    text = _builtins.oct(x).replace("0o", "0")
    return "0" if text == "00" else text


def buffer(object, offset=0, size=None):
    return object[offset:] if size is None else object[offset:offset + size]


def input(prompt=""):
    return unknown("any")


def execfile(filename, globals=None, locals=None):
    source = open(filename).read()
    if globals is None:
        globals = _importlib.import_module("__main__").__dict__
    exec source in globals, globals if locals is None else locals


def reload(module):
    return module


file = open
bytes = str
