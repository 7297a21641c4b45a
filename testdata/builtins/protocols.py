# Protocols of classes, metaclasses, descriptors and streams.
import collections
import contextlib
import copy
import functools
import io
import sys


class Meta(type):
    def __add__(cls, other):
        return cls.__name__ + other.__name__

    def __eq__(cls, other):
        return True

    def __hash__(cls):
        return 1

    def __str__(cls):
        return "S"


class A(metaclass=Meta):
    pass


class B(metaclass=Meta):
    pass


print(A + B, A == 3, str(A), f"{B}", {A: 1}[B], hash(A))


class Text(str):
    def __str__(self):
        return "S!"

    def __repr__(self):
        return "R!"


text = Text("abc")
print("%s" % text, "%r" % text, "%s|%s" % (text, 1), "%5s" % text, "%d%%" % 5, "%(a)s" % {"a": text})


class Slotted:
    __slots__ = ("a", "b")


slotted = Slotted()
Slotted.a.__set__(slotted, 4)
print(Slotted.a.__get__(slotted), Slotted.a.__get__(slotted, Slotted), Slotted.a.__get__(None, Slotted) is Slotted.a)
Slotted.a.__delete__(slotted)
for attempt in (lambda: slotted.a, lambda: Slotted.b.__get__(slotted), lambda: Slotted.b.__get__(3)):
    try:
        print(attempt())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)


class Powered:
    def __pow__(self, exponent, modulus=None):
        return ("pow", exponent, modulus)


print(pow(Powered(), 2, 3), pow(Powered(), 2), Powered() ** 4)


@functools.total_ordering
class Ordered:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return self.value == other.value

    def __lt__(self, other):
        return self.value < other.value


print(Ordered.__hash__, "__hash__" in Ordered.__dict__, Ordered(1) >= Ordered(1))


class Kept:
    def __init__(self, value):
        self.value = value

    def __getstate__(self):
        return {"value": self.value + 1}

    def __setstate__(self, state):
        self.value = state["value"] * 10


class Reduced:
    def __init__(self, *args):
        self.args = args

    def __reduce__(self):
        return (Reduced, self.args + ("reduced",), {"extra": [1]})


class Made(tuple):
    def __new__(cls, first, second):
        return super().__new__(cls, (first, second))

    def __getnewargs__(self):
        return tuple(self)


print(copy.copy(Kept(1)).value, copy.deepcopy(Kept(2)).value, copy.deepcopy([Kept(3)])[0].value)
print(copy.copy(Reduced(1)).args, copy.copy(Reduced(1)).extra, copy.deepcopy(Reduced([2])).args, copy.copy(Made(1, [2])))


def outer():
    count = 1

    def inner():
        nonlocal count
        count += 1
        return count

    return inner


inner = outer()
inner()
print(inner.__closure__[0].cell_contents, inner.__code__.co_freevars)

stream = io.StringIO()
with contextlib.redirect_stdout(stream) as target:
    print("hidden", 1)
    with contextlib.redirect_stdout(io.StringIO()):
        print("lost")
    sys.stdout.write("written\n")
print(repr(stream.getvalue()), target is stream, sys.stdout is sys.__stdout__)


class Upper:
    def write(self, text):
        sys.__stdout__.write(text.upper())


sys.stdout = Upper()
print("shouted", end=".\n")
sys.stdout = sys.__stdout__
print("said")

Pair = collections.namedtuple("Pair", "left right")
print(Pair.left.__doc__, Pair.__doc__)
print("½".isnumeric(), "½".isdigit(), "²".isdigit(), "五".isnumeric(), "Ⅷ".isalnum(), "④".isdigit(), "④".isdecimal())
for attempt in (lambda: "abc".encode(1), lambda: "a".encode("ascii", 2), lambda: "a b".split(sep=",", maxsplit=1, foo=2)):
    try:
        print(attempt())
    except TypeError as error:
        print(error)
