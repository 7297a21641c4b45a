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


def urlsafe_b64encode(s):
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(s, b"-_")
