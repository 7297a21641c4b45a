"""zlib: check sums of known data; what is compressed is not known."""

from _tfscope import is_unknown, unknown

Z_DEFAULT_COMPRESSION = -1
_table = []


class error(Exception):
    pass


def crc32(data, value=0):
    if is_unknown(data) or is_unknown(value):
        return unknown("int")
    if not _table:
        for byte in range(256):
            for _ in range(8):
                byte = byte >> 1 ^ (0xEDB88320 if byte & 1 else 0)
            _table.append(byte)
    value ^= 0xFFFFFFFF
    for byte in bytes(data):
        value = value >> 8 ^ _table[(value ^ byte) & 255]
    return value ^ 0xFFFFFFFF


def adler32(data, value=1):
    if is_unknown(data) or is_unknown(value):
        return unknown("int")
    low, high = value & 0xFFFF, value >> 16
    for byte in bytes(data):
        low = (low + byte) % 65521
        high = (high + low) % 65521
    return high << 16 | low


def compress(data, level=-1):
    return unknown("bytes")


def decompress(data, wbits=15, bufsize=16384):
    return unknown("bytes")


def compressobj(*args, **kwargs):
    return unknown("opaque")


decompressobj = compressobj
