"""pickle: what a file holds is not known. What was pickled here comes back as a copy."""

import copy

from _tfscope import unknown

HIGHEST_PROTOCOL = 4
DEFAULT_PROTOCOL = 3
format_version = "4.0"


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


def dump(obj, file, protocol=None, fix_imports=True):
    file.write(unknown("bytes"))


class _Pickled(object):
    """What a value is pickled to: bytes that are not known, and the value."""

    def __init__(self, value):
        self._value, self._read = value, False

    def read(self):
        """The value itself the first time, so that it was copied once; later others like it."""
        if self._read:
            return copy.deepcopy(self._value)
        self._read = True
        return self._value

    def __bytes__(self):
        return unknown("bytes")

    def __len__(self):
        return unknown("int")

    def __getitem__(self, index):
        return unknown("any")

    def __getattr__(self, name):
        return getattr(unknown("bytes"), name)


def dumps(obj, protocol=None, fix_imports=True):
    return _Pickled(copy.deepcopy(obj))


def load(file, fix_imports=True, encoding="ASCII", errors="strict"):
    return unknown("any")


def loads(data, fix_imports=True, encoding="ASCII", errors="strict"):
    return data.read() if isinstance(data, _Pickled) else unknown("any")


class Pickler(object):

    def __init__(self, file, protocol=None, fix_imports=True):
        self._file = file

    def dump(self, obj):
        dump(obj, self._file)

    def clear_memo(self):
        pass


class Unpickler(object):

    def __init__(self, file, fix_imports=True, encoding="ASCII", errors="strict"):
        pass

    def load(self):
        return unknown("any")
