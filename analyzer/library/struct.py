"""struct: sizes are known, packed bytes are not."""

from _tfscope import unknown

_NATIVE = {"x": 1, "c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8,
           "n": 8, "N": 8, "e": 2, "f": 4, "d": 8, "s": 1, "p": 1, "P": 8}


class error(Exception):
    pass


def _fields(format):
    """(count, letter) of each field, and whether sizes are those of the machine."""
    if isinstance(format, bytes):
        format = format.decode("ascii")
    native = format[:1] not in ("<", ">", "!", "=")
    fields, count = [], ""
    for char in format if format[:1] not in ("<", ">", "!", "=", "@") else format[1:]:
        if char.isdigit():
            count += char
        elif char not in " \t\n":
            if char not in _NATIVE:
                raise error("bad char in struct format")
            fields.append((int(count) if count else 1, char))
            count = ""
    return fields, native


def calcsize(fmt):
    fields, native = _fields(fmt)
    total = 0
    for count, letter in fields:
        size = _NATIVE[letter] if native or letter not in "lL" else 4
        if native and count:
            total += -total % size
        total += count * size
    return total


def _count(fmt):
    return sum([1 if letter in "sp" else 0 if letter == "x" else count for count, letter in _fields(fmt)[0]])


def pack(fmt, *v):
    if len(v) != _count(fmt):
        raise error("pack expected {} items for packing (got {})".format(_count(fmt), len(v)))
    return unknown("bytes")


def pack_into(fmt, buffer, offset, *v):
    pass


def unpack(fmt, buffer):
    return tuple([unknown("any") for _ in range(_count(fmt))])


def unpack_from(fmt, buffer, offset=0):
    return unpack(fmt, buffer)


def iter_unpack(fmt, buffer):
    return iter(unknown("list"))


class Struct(object):

    def __init__(self, format):
        self.format, self.size = format, calcsize(format)

    def pack(self, *v):
        return pack(self.format, *v)

    def unpack(self, buffer):
        return unpack(self.format, buffer)

    def unpack_from(self, buffer, offset=0):
        return unpack(self.format, buffer)
