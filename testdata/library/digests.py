# Digests, check sums and copies that programs make names of.
import base64, binascii, calendar, fractions, hashlib, html, math, pickle, pprint, typing, uuid, zlib


def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512"):
    show(lambda: hashlib.new(name, "é".encode() * 70).hexdigest())
    show(lambda: getattr(hashlib, name)(b"").hexdigest()[:8])
digest = hashlib.md5(b"a")
digest.update(bytearray(b"b"))
show(lambda: (digest.hexdigest(), digest.copy().digest(), digest.digest_size, digest.name))
show(lambda: hashlib.md5("text"))
show(lambda: hashlib.new("nope"))
show(lambda: (zlib.crc32(b"hello"), zlib.adler32(b"hello"), binascii.crc32(b""), binascii.hexlify(b"ab"), binascii.unhexlify("6162")))
show(lambda: binascii.unhexlify("6"))
show(lambda: (str(uuid.uuid5(uuid.NAMESPACE_DNS, "x")), str(uuid.uuid3(uuid.NAMESPACE_URL, "y"))))
show(lambda: html.escape("<a & \"b\">"))
show(lambda: (calendar.monthrange(2020, 2), calendar.isleap(2000), calendar.month_name[3], calendar.day_abbr[0]))
show(lambda: calendar.monthrange(2020, 13))
kept = {"a": [1, (2, 3)], "b": None}
copied = pickle.loads(pickle.dumps(kept))
show(lambda: (copied, copied == kept, copied is kept, copied["a"] is kept["a"]))
half = fractions.Fraction(7, 2)
show(lambda: (half // 1, half % 1, divmod(half, 2), round(half), round(fractions.Fraction(5, 2)), -7 // half, 9 % half))
show(lambda: half // 0)
show(lambda: (hash((1, 2, 3)), hash(()), hash((1.5, (True, -1)))))
show(lambda: math.log(1j))
show(lambda: typing.List[int]())
pprint.pprint({"b": [1, 2], "a": {"d": (1,), "c": 2}})
