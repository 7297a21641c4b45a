"""struct: numbers packed into bytes and back."""

from _tfscope import is_unknown, unknown

_SIZES = {"x": 1, "c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8,
          "n": 8, "N": 8, "e": 2, "f": 4, "d": 8, "s": 1, "p": 1, "P": 8}
_INTEGERS = {"b": "byte", "B": "ubyte", "h": "short", "H": "ushort", "i": "int", "I": "uint", "l": "long", "L": "ulong"}
_EXPONENT_BITS = {2: 5, 4: 8, 8: 11}
_LONGEST = 1000000


class error(Exception):
    pass


def _fields(format):
    """(count, letter) of each field, the order of bytes, and whether sizes and places are those of the machine."""
    if isinstance(format, bytes):
        format = format.decode("ascii")
    native = format[:1] not in ("<", ">", "!", "=")
    order = "big" if format[:1] in (">", "!") else "little"
    fields, count = [], ""
    for char in format if format[:1] not in ("<", ">", "!", "=", "@") else format[1:]:
        if char.isdigit():
            count += char
        elif char not in " \t\n":
            if char not in _SIZES or char in "nNP" and not native:
                raise error("bad char in struct format")
            fields.append((int(count) if count else 1, char))
            count = ""
    if count:
        raise error("repeat count given without format specifier")
    return fields, order, native


def _size(letter, native):
    return _SIZES[letter] if native or letter not in "lL" else 4


def calcsize(fmt):
    fields, order, native = _fields(fmt)
    total = 0
    for count, letter in fields:
        size = _size(letter, native)
        if native:
            total += -total % size
        total += count * size
    return total


def _count(fields):
    return sum([1 if letter in "sp" else 0 if letter == "x" else count for count, letter in fields])


def _packed_integer(value, letter, size, order, native):
    if isinstance(value, float) or not hasattr(value, "__index__"):
        raise error("required argument is not an integer")
    value = value.__index__()
    signed = letter.islower()
    low, high = (-2 ** (8 * size - 1), 2 ** (8 * size - 1) - 1) if signed else (0, 2 ** (8 * size) - 1)
    if low <= value <= high:
        return value.to_bytes(size, order, signed=signed)
    if letter not in _INTEGERS or not native and letter not in "bB":
        if letter in "qQ" and native:
            raise error("int too large to convert")
        kind = letter if letter in _INTEGERS else None
        raise error("argument out of range" if kind else "int too large to convert")
    if letter in "bB":
        raise error("%s format requires %d <= number <= %d" % (_INTEGERS[letter], low, high))
    if letter in "hH":
        shown = ("(-0x7fff - 1)", "0x7fff") if letter == "h" else ("0", "(0x7fff * 2 + 1)")
        raise error("%s format requires %s <= number <= %s" % ((_INTEGERS[letter],) + shown))
    raise error("'%s' format requires %d <= number <= %d" % (letter, low, high) if letter in "iI"
                else "argument out of range")


def _packed_float(value, size, order):
    if not isinstance(value, (int, float)) and not hasattr(value, "__float__"):
        raise error("required argument is not a float")
    value = float(value)
    exponent_bits = _EXPONENT_BITS[size]
    fraction_bits = 8 * size - 1 - exponent_bits
    bias = 2 ** (exponent_bits - 1) - 1
    sign = str(value).startswith("-")
    magnitude = abs(value)
    if magnitude != magnitude:
        number = (2 ** exponent_bits - 1 << fraction_bits) + (1 << fraction_bits - 1)
    elif magnitude == float("inf"):
        number = 2 ** exponent_bits - 1 << fraction_bits
    elif magnitude == 0:
        number = 0
    else:
        top, bottom = magnitude.as_integer_ratio()
        exponent = top.bit_length() - bottom.bit_length()
        if top << max(-exponent, 0) < bottom << max(exponent, 0):
            exponent -= 1
        exponent = max(exponent, 1 - bias)
        shift = fraction_bits - exponent
        scaled = top << shift if shift >= 0 else top
        unit = bottom if shift >= 0 else bottom << -shift
        quotient, rest = divmod(scaled, unit)
        quotient += 2 * rest > unit or 2 * rest == unit and quotient % 2
        normal = quotient >= 1 << fraction_bits
        number = quotient + (exponent + bias - 1 << fraction_bits) if normal else quotient
        if number >= 2 ** exponent_bits - 1 << fraction_bits:
            raise OverflowError("float too large to pack with %s format" % {2: "e", 4: "f", 8: "d"}[size])
    return (number + (sign << 8 * size - 1)).to_bytes(size, order)


def _unpacked_float(data, order):
    size = len(data)
    exponent_bits = _EXPONENT_BITS[size]
    fraction_bits = 8 * size - 1 - exponent_bits
    number = int.from_bytes(data, order)
    sign = -1.0 if number >> 8 * size - 1 else 1.0
    exponent = number >> fraction_bits & 2 ** exponent_bits - 1
    fraction = number & (1 << fraction_bits) - 1
    if exponent == 2 ** exponent_bits - 1:
        return float("nan") if fraction else sign * float("inf")
    if exponent:
        fraction += 1 << fraction_bits
    power = max(exponent, 1) - (2 ** (exponent_bits - 1) - 1) - fraction_bits
    return sign * (float(fraction << power) if power >= 0 else fraction / (1 << -power))


def _packed_text(value, count, letter):
    if not isinstance(value, (bytes, bytearray)):
        raise error("argument for '%s' must be a bytes object" % letter)
    if letter == "s":
        return bytes(value[:count]).ljust(count, b"\0")
    kept = bytes(value[:max(min(count - 1, 255), 0)])
    return (bytes([len(kept)]) + kept).ljust(count, b"\0")


def _packed(value, letter, size, order, native):
    if letter == "c":
        if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
            raise error("char format requires a bytes object of length 1")
        return bytes(value)
    if letter == "?":
        return b"\1" if value else b"\0"
    return _packed_float(value, size, order) if letter in "efd" else _packed_integer(value, letter, size, order, native)


def pack(fmt, *v):
    fields, order, native = _fields(fmt)
    if len(v) != _count(fields):
        raise error("pack expected {} items for packing (got {})".format(_count(fields), len(v)))
    if any([is_unknown(value) for value in v]) or calcsize(fmt) > _LONGEST:
        return unknown("bytes")
    result, values = bytearray(), iter(v)
    for count, letter in fields:
        size = _size(letter, native)
        if native:
            result.extend(b"\0" * (-len(result) % size))
        if letter == "x":
            result.extend(b"\0" * count)
        elif letter in "sp":
            result.extend(_packed_text(next(values), count, letter))
        else:
            for _ in range(count):
                result.extend(_packed(next(values), letter, size, order, native))
    return bytes(result)


def pack_into(fmt, buffer, offset, *v):
    data = pack(fmt, *v)
    if len(buffer) - offset < len(data):
        raise error("pack_into requires a buffer of at least %d bytes for packing %d bytes at offset %d"
                    " (actual buffer size is %d)" % (offset + len(data), len(data), offset, len(buffer)))
    buffer[offset:offset + len(data)] = data


def _unpacked(data, letter, order):
    if letter == "c":
        return data
    if letter == "?":
        return data != b"\0"
    return _unpacked_float(data, order) if letter in "efd" else int.from_bytes(data, order, signed=letter.islower())


def unpack(fmt, buffer):
    fields, order, native = _fields(fmt)
    total = calcsize(fmt)
    if is_unknown(buffer) or total > _LONGEST or is_unknown(len(buffer)):
        return tuple([unknown("any") for _ in range(min(_count(fields), _LONGEST))])
    if len(buffer) != total:
        raise error("unpack requires a buffer of %d bytes" % total)
    data, result, at = bytes(buffer), [], 0
    for count, letter in fields:
        size = _size(letter, native)
        if native:
            at += -at % size
        if letter == "s":
            result.append(data[at:at + count])
        elif letter == "p":
            result.append(data[at + 1:at + 1 + min(data[at], count - 1)])
        elif letter != "x":
            for i in range(count):
                result.append(_unpacked(data[at + i * size:at + (i + 1) * size], letter, order))
        at += count * size
    return tuple(result)


def unpack_from(fmt, buffer, offset=0):
    size = calcsize(fmt)
    if is_unknown(buffer):
        return unpack(fmt, buffer)
    if len(buffer) - offset < size:
        raise error("unpack_from requires a buffer of at least %d bytes for unpacking %d bytes at offset %d"
                    " (actual buffer size is %d)" % (offset + size, size, offset, len(buffer)))
    return unpack(fmt, buffer[offset:offset + size])


def iter_unpack(fmt, buffer):
    size = calcsize(fmt)
    if is_unknown(buffer):
        return iter(unknown("list"))
    if len(buffer) % size:
        raise error("iterative unpacking requires a buffer of a multiple of %d bytes" % size)
    return iter([unpack(fmt, buffer[at:at + size]) for at in range(0, len(buffer), size)])


class Struct(object):

    def __init__(self, format):
        self.format, self.size = format, calcsize(format)

    def pack(self, *v):
        return pack(self.format, *v)

    def pack_into(self, buffer, offset, *v):
        return pack_into(self.format, buffer, offset, *v)

    def unpack(self, buffer):
        return unpack(self.format, buffer)

    def unpack_from(self, buffer, offset=0):
        return unpack_from(self.format, buffer, offset)

    def iter_unpack(self, buffer):
        return iter_unpack(self.format, buffer)
