# Errors of codecs: their arguments, attributes and texts. Names of subclasses in the errors of operators.
def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, e.args, getattr(e, "start", None), getattr(e, "reason", None))


for data in (b"\xff", b"ab\xe2\x82", b"\xe2(", b"a\xe2\x82(", b"\x80", b"\xc3"):
    t(lambda: data.decode())
t(lambda: b"a\xe9".decode("ascii"))
t(lambda: "aéb".encode("ascii"))
t(lambda: "aéàb".encode("ascii"))
t(lambda: "€".encode("latin-1"))
t(lambda: "\U0001f600".encode("ascii"))
t(lambda: str(UnicodeDecodeError("utf8", b"xyz", 0, 2, "why")))
t(lambda: str(UnicodeEncodeError("utf8", "xyz", 1, 2, "why")))


class Numbers(int): pass
class Names(dict): pass
class Some(set): pass


for f in (lambda: Names() * 2, lambda: Some() + Some(), lambda: Numbers(3) + [], lambda: [] - Numbers(3), lambda: Some()[0], lambda: Numbers(1)[0]):
    t(f)
print("ϝ".upper(), "ǆ".title(), "ﬃ".upper(), "ﬃ".title(), "ß".casefold(), "İ".lower(), "ΑΣ ΣΑΣ.".lower(), "ա".upper(), "ა".upper(), "ꭰ".casefold(), "Ⅷ".lower())
print("ϝ".isalpha(), "ⅷ".isnumeric(), "²".isdigit(), "᧚".isdigit(), "𝟘".isdecimal(), "x̄".isidentifier(), "℘".isidentifier(), "\u0378".isprintable(), repr("\u0378\u2028\ue000é"), "ǅ".istitle())
