"""binascii."""

from base64 import b64decode, b64encode
from zlib import crc32


class Error(ValueError):
    pass


def hexlify(data):
    return bytes(data).hex().encode("ascii")


b2a_hex = hexlify


def unhexlify(hexstr):
    text = hexstr.decode("ascii") if isinstance(hexstr, bytes) else hexstr
    if len(text) % 2:
        raise Error("Odd-length string")
    try:
        return bytes.fromhex(text)
    except ValueError:
        raise Error("Non-hexadecimal digit found") from None


a2b_hex = unhexlify


def b2a_base64(data, newline=True):
    return b64encode(data) + (b"\n" if newline else b"")


def a2b_base64(string):
    return b64decode(string)
