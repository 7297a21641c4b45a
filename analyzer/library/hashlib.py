"""hashlib: the digests that programs put into names are computed, of known data; the rarer ones are not known."""

from _tfscope import is_unknown, unknown
from _tfscope_digests import DIGESTS

_SIZES = {"md5": 16, "sha1": 20, "sha224": 28, "sha256": 32, "sha384": 48, "sha512": 64, "blake2b": 64, "blake2s": 32,
          "sha3_224": 28, "sha3_256": 32, "sha3_384": 48, "sha3_512": 64}
algorithms_guaranteed = algorithms_available = set(_SIZES)
_LARGEST = 1 << 16  # bytes; computing costs instructions


class _Hash(object):

    def __init__(self, name):
        self.name, self.digest_size = name, _SIZES[name]
        self.block_size = 128 if name in ("sha384", "sha512", "blake2b") else 64
        self._data = b""

    def update(self, data):
        if isinstance(data, str):
            raise TypeError("Unicode-objects must be encoded before hashing")
        if is_unknown(data) or is_unknown(self._data):
            self._data = unknown("bytes")
        elif isinstance(data, (bytes, bytearray)) or hasattr(data, "__bytes__"):
            self._data = self._data + bytes(data)
        else:
            raise TypeError("object supporting the buffer API required")

    def digest(self):
        if is_unknown(self._data) or self.name not in DIGESTS or len(self._data) > _LARGEST:
            return unknown("bytes")
        return DIGESTS[self.name](self._data)

    def hexdigest(self):
        found = self.digest()
        return unknown("str") if is_unknown(found) else found.hex()

    def copy(self):
        result = _Hash(self.name)
        result._data = self._data
        return result

    def __repr__(self):
        return "<%s HASH object @ 0x%x>" % (self.name, id(self))


def new(name, data=b"", **kwargs):
    if name.lower() not in _SIZES:
        raise ValueError("unsupported hash type " + name)
    result = _Hash(name.lower())
    result.update(data)
    return result


def _maker(name):
    return lambda string=b"", **kwargs: new(name, string)


md5, sha1, sha224, sha256 = _maker("md5"), _maker("sha1"), _maker("sha224"), _maker("sha256")
sha384, sha512, blake2b, blake2s = _maker("sha384"), _maker("sha512"), _maker("blake2b"), _maker("blake2s")
sha3_224, sha3_256, sha3_384, sha3_512 = _maker("sha3_224"), _maker("sha3_256"), _maker("sha3_384"), _maker("sha3_512")


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    return unknown("bytes")
