"""secrets."""

from _tfscope import unknown


def token_hex(nbytes=None):
    return unknown("str")


token_urlsafe = token_hex


def token_bytes(nbytes=None):
    return unknown("bytes")


def randbelow(exclusive_upper_bound):
    return unknown("int")


randbits = randbelow


def choice(seq):
    return unknown("any")
