"""pickle: what a file holds is not known."""

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


def dumps(obj, protocol=None, fix_imports=True):
    return unknown("bytes")


def load(file, fix_imports=True, encoding="ASCII", errors="strict"):
    return unknown("any")


def loads(data, fix_imports=True, encoding="ASCII", errors="strict"):
    return unknown("any")


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
