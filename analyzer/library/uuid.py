"""uuid: identifiers that no source fixes."""

from _tfscope import is_unknown, unknown
from _tfscope_digests import md5, sha1


_int = int


def _bytes_of(hex):
    return unknown("bytes") if is_unknown(hex) else bytes.fromhex(hex)


class UUID(object):

    def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None, **kwargs):
        if int is not None:
            hex = "%032x" % int
        elif bytes is not None:
            hex = bytes.hex()
        if hex is None or is_unknown(hex):
            self.hex = unknown("str")
            return
        self.hex = hex.replace("urn:", "").replace("uuid:", "").strip("{}").replace("-", "").lower()
        if len(self.hex) != 32:
            raise ValueError("badly formed hexadecimal UUID string")

    def __str__(self):
        if is_unknown(self.hex):
            return unknown("str")
        return "-".join([self.hex[:8], self.hex[8:12], self.hex[12:16], self.hex[16:20], self.hex[20:]])

    def __repr__(self):
        return "UUID({!r})".format(str(self))

    def __eq__(self, other):
        return isinstance(other, UUID) and self.hex == other.hex

    def __hash__(self):
        return hash(self.hex)

    bytes = property(lambda self: _bytes_of(self.hex))
    int = property(lambda self: unknown("int") if is_unknown(self.hex) else _int(self.hex, 16))
    version = property(lambda self: unknown("int") if is_unknown(self.hex) else _int(self.hex[12], 16))
    urn = property(lambda self: "urn:uuid:" + str(self))


NAMESPACE_DNS = UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_URL = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_OID = UUID("6ba7b812-9dad-11d1-80b4-00c04fd430c8")


def uuid1(node=None, clock_seq=None):
    return UUID()


def _of_digest(digest, version):
    numbers = list(digest[:16])
    numbers[6] = numbers[6] & 15 | version << 4
    numbers[8] = numbers[8] & 63 | 128
    return UUID(bytes(numbers).hex())


def uuid3(namespace, name):
    if is_unknown(name) or is_unknown(namespace.hex):
        return UUID()
    return _of_digest(md5(bytes.fromhex(namespace.hex) + name.encode("utf-8")), 3)


def uuid5(namespace, name):
    if is_unknown(name) or is_unknown(namespace.hex):
        return UUID()
    return _of_digest(sha1(bytes.fromhex(namespace.hex) + name.encode("utf-8")), 5)


def uuid4():
    return UUID()


def getnode():
    return unknown("int")
