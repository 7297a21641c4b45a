"""MD5 (RFC 1321), SHA-1 and SHA-2 (FIPS 180-4), for hashlib and uuid."""

from math import sin


def _padded(data, block, order):
    """Blocks: the data, a one bit, zeros and the length in bits."""
    size = block // 8
    zeros = -(len(data) + 1 + size) % block
    data = data + b"\x80" + b"\0" * zeros + (8 * len(data)).to_bytes(size, order)
    return [data[i:i + block] for i in range(0, len(data), block)]


def _words(block, size, order):
    return [int.from_bytes(block[i:i + size], order) for i in range(0, len(block), size)]


_MASK = 0xFFFFFFFF
_MD5_SHIFTS = ((7, 12, 17, 22), (5, 9, 14, 20), (4, 11, 16, 23), (6, 10, 15, 21))
_tables = {}


def _md5_round(i, b, c, d):
    """The function of a step, and the word it takes."""
    if i < 16:
        return b & c | ~b & d, i
    if i < 32:
        return d & b | ~d & c, (5 * i + 1) % 16
    if i < 48:
        return b ^ c ^ d, (3 * i + 5) % 16
    return c ^ (b | ~d & _MASK), 7 * i % 16


def md5(data):
    if "md5" not in _tables:
        _tables["md5"] = [int(abs(sin(i + 1)) * 4294967296) for i in range(64)]
    table = _tables["md5"]
    state = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476]
    for block in _padded(data, 64, "little"):
        words = _words(block, 4, "little")
        a, b, c, d = state
        for i in range(64):
            mixed, word = _md5_round(i, b, c, d)
            total = (a + mixed + table[i] + words[word]) & _MASK
            shift = _MD5_SHIFTS[i // 16][i % 4]
            a, b, c, d = d, (b + (total << shift | total >> (32 - shift))) & _MASK, b, c
        state = [(old + new) & _MASK for old, new in zip(state, (a, b, c, d))]
    return b"".join([word.to_bytes(4, "little") for word in state])


def _sha1_round(i, b, c, d):
    if i < 20:
        return b & c | ~b & d, 0x5A827999
    if i < 40:
        return b ^ c ^ d, 0x6ED9EBA1
    if i < 60:
        return b & c | b & d | c & d, 0x8F1BBCDC
    return b ^ c ^ d, 0xCA62C1D6


def sha1(data):
    state = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0]
    for block in _padded(data, 64, "big"):
        words = _words(block, 4, "big")
        for i in range(16, 80):
            word = words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16]
            words.append((word << 1 | word >> 31) & _MASK)
        a, b, c, d, e = state
        for i in range(80):
            mixed, constant = _sha1_round(i, b, c, d)
            total = ((a << 5 | a >> 27) + mixed + e + constant + words[i]) & _MASK
            a, b, c, d, e = total, a, (b << 30 | b >> 2) & _MASK, c, d
        state = [(old + new) & _MASK for old, new in zip(state, (a, b, c, d, e))]
    return b"".join([word.to_bytes(4, "big") for word in state])


def _primes(count):
    found, candidate = [], 2
    while len(found) < count:
        if all([candidate % prime for prime in found]):
            found.append(candidate)
        candidate += 1
    return found


def _root(number, degree):
    """The integral part of a root."""
    guess = 1 << (number.bit_length() + degree - 1) // degree
    while True:
        better = ((degree - 1) * guess + number // guess ** (degree - 1)) // degree
        if better >= guess:
            return guess
        guess = better


def _fraction(prime, degree, bits):
    """The first bits of the fraction of a prime's root."""
    return _root(prime << degree * bits, degree) & ((1 << bits) - 1)


# By word size: rounds, rotations of the large and of the small sigmas (the last of which shift).
_SHA2 = {32: (64, (2, 13, 22), (6, 11, 25), (7, 18, 3), (17, 19, 10)),
         64: (80, (28, 34, 39), (14, 18, 41), (1, 8, 7), (19, 61, 6))}
_SHA224 = (0xC1059ED8, 0x367CD507, 0x3070DD17, 0xF70E5939, 0xFFC00B31, 0x68581511, 0x64F98FA7, 0xBEFA4FA4)


def _sha2(data, bits, state, size):
    rounds, large0, large1, small0, small1 = _SHA2[bits]
    mask = (1 << bits) - 1
    if bits not in _tables:
        _tables[bits] = [_fraction(prime, 3, bits) for prime in _primes(rounds)]
    table = _tables[bits]

    def rotated(word, by):
        return (word >> by | word << (bits - by)) & mask

    def large(word, by):
        return rotated(word, by[0]) ^ rotated(word, by[1]) ^ rotated(word, by[2])

    def small(word, by):
        return rotated(word, by[0]) ^ rotated(word, by[1]) ^ word >> by[2]

    for block in _padded(data, 2 * bits, "big"):
        words = _words(block, bits // 8, "big")
        for i in range(16, rounds):
            words.append((words[i - 16] + small(words[i - 15], small0) + words[i - 7] + small(words[i - 2], small1)) & mask)
        a, b, c, d, e, f, g, h = state
        for i in range(rounds):
            first = h + large(e, large1) + (e & f ^ ~e & g) + table[i] + words[i]
            second = large(a, large0) + (a & b ^ a & c ^ b & c)
            a, b, c, d, e, f, g, h = (first + second) & mask, a, b, c, (d + first) & mask, e, f, g
        state = [(old + new) & mask for old, new in zip(state, (a, b, c, d, e, f, g, h))]
    return b"".join([word.to_bytes(bits // 8, "big") for word in state])[:size]


def _square_roots(first, count, bits):
    return [_fraction(prime, 2, bits) for prime in _primes(first + count)[first:]]


def sha224(data):
    return _sha2(data, 32, list(_SHA224), 28)


def sha256(data):
    return _sha2(data, 32, _square_roots(0, 8, 32), 32)


def sha384(data):
    return _sha2(data, 64, _square_roots(8, 8, 64), 48)


def sha512(data):
    return _sha2(data, 64, _square_roots(0, 8, 64), 64)


DIGESTS = {"md5": md5, "sha1": sha1, "sha224": sha224, "sha256": sha256, "sha384": sha384, "sha512": sha512}
