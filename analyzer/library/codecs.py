"""codecs."""

import io as _io

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = BOM_UTF16 = BOM = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = b"\xfe\xff"


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    return _io.open(filename, mode, buffering, encoding)


def encode(obj, encoding="utf-8", errors="strict"):
    return obj.encode(encoding, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    return obj.decode(encoding, errors)


def getwriter(encoding):
    return lambda stream, errors="strict": stream


getreader = getwriter


def register(search_function):
    pass


def register_error(errors, error_handler):
    pass
