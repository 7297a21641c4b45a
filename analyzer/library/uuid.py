"""uuid: identifiers that no source fixes."""

from _tfscope import is_unknown, unknown
from _tfscope_digests import md5, sha1


class UUID(object):

    def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None, **kwargs):
        self.hex = unknown("str") if hex is None else hex.replace("-", "").replace("{", "").replace("}", "").lower()

    def __str__(self):
        if not isinstance(self.hex, str):
            return unknown("str")
        return "-".join([self.hex[:8], self.hex[8:12], self.hex[12:16], self.hex[16:20], self.hex[20:]])

    def __repr__(self):
        return "UUID({!r})".format(str(self))

    def __eq__(self, other):
        return isinstance(other, UUID) and self.hex == other.hex

    def __hash__(self):
        return hash(self.hex)

    bytes = property(lambda self: unknown("bytes"))
    int = property(lambda self: unknown("int"))
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
