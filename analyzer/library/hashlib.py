"""hashlib: digests are not computed."""

from _tfscope import unknown


class _Hash(object):

    block_size = 64

    def __init__(self, name, digest_size):
        self.name, self.digest_size = name, digest_size

    def update(self, data):
        if isinstance(data, str):
            raise TypeError("Unicode-objects must be encoded before hashing")

    def digest(self):
        return unknown("bytes")

    def hexdigest(self):
        return unknown("str")

    def copy(self):
        return self


_SIZES = {"md5": 16, "sha1": 20, "sha224": 28, "sha256": 32, "sha384": 48, "sha512": 64, "blake2b": 64, "blake2s": 32,
          "sha3_224": 28, "sha3_256": 32, "sha3_384": 48, "sha3_512": 64}
algorithms_guaranteed = algorithms_available = set(_SIZES)


def new(name, data=b"", **kwargs):
    if name not in _SIZES:
        raise ValueError("unsupported hash type " + name)
    result = _Hash(name, _SIZES[name])
    result.update(data)
    return result


def _maker(name):
    return lambda data=b"", **kwargs: new(name, data)


md5, sha1, sha224, sha256 = _maker("md5"), _maker("sha1"), _maker("sha224"), _maker("sha256")
sha384, sha512, blake2b, blake2s = _maker("sha384"), _maker("sha512"), _maker("blake2b"), _maker("blake2s")
sha3_224, sha3_256, sha3_384, sha3_512 = _maker("sha3_224"), _maker("sha3_256"), _maker("sha3_384"), _maker("sha3_512")


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    return unknown("bytes")
