"""base64."""

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def b64encode(s, altchars=None):
    text = ""
    for at in range(0, len(s), 3):
        group = list(s[at:at + 3])
        bits = 0
        for byte in group + [0] * (3 - len(group)):
            bits = bits * 256 + byte
        word = "".join([_LETTERS[bits >> shift & 63] for shift in (18, 12, 6, 0)])
        text += word[:len(group) + 1] + "=" * (3 - len(group))
    if altchars is not None:
        text = text.replace("+", chr(altchars[0])).replace("/", chr(altchars[1]))
    return text.encode("ascii")


def b64decode(s, altchars=None, validate=False):
    text = s.decode("ascii") if isinstance(s, bytes) else s
    if altchars is not None:
        text = text.replace(chr(altchars[0]), "+").replace(chr(altchars[1]), "/")
    values = [_LETTERS.index(char) for char in text if char in _LETTERS]
    found = []
    for at in range(0, len(values), 4):
        group = values[at:at + 4]
        bits = 0
        for value in group + [0] * (4 - len(group)):
            bits = bits * 64 + value
        found.extend([bits >> 16, bits >> 8 & 255, bits & 255][:len(group) - 1])
    return bytes(found)


standard_b64encode, standard_b64decode = b64encode, b64decode
encodebytes = encodestring = lambda s: b64encode(s) + b"\n"
decodebytes = decodestring = b64decode


def b32encode(s):
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
    text = ""
    for at in range(0, len(s), 5):
        group = bytes(s[at:at + 5])
        bits = int.from_bytes(group.ljust(5, b"\0"), "big")
        word = "".join([letters[bits >> shift & 31] for shift in range(35, -5, -5)])
        kept = (8 * len(group) + 4) // 5
        text += word[:kept] + "=" * (8 - kept)
    return text.encode("ascii")


def b16encode(s):
    return bytes(s).hex().upper().encode("ascii")


def b16decode(s, casefold=False):
    return bytes.fromhex(s if isinstance(s, str) else s.decode("ascii"))


def urlsafe_b64encode(s):
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(s, b"-_")
