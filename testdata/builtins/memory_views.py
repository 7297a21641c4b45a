# memoryview, and rarer rules of operators, generators and formats.
def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


view = memoryview(b"abcd")
show(lambda: (type(view).__name__, view[0], bytes(view[1:3]), len(view), view.tolist(), view == b"abcd", list(view[::-1])))
show(lambda: (isinstance(view, memoryview), memoryview, view.nbytes, view.readonly, b"".join([bytes(view)])))
show(lambda: memoryview(1))
show(lambda: view[9])
show(lambda: view.__setitem__(0, 1))
data = bytearray(b"xyz")
memoryview(data)[0] = 65
show(lambda: data)
show(lambda: data.__setitem__(slice(0, 3, 2), b"abc"))


class Formatted:
    def __format__(self, spec):
        return 5


show(lambda: format(Formatted()))
show(lambda: f"{Formatted()}")
show(lambda: "{}".format(Formatted()))


class Number:
    def __pow__(self, other):
        return "pow"

    def __rpow__(self, other):
        return "rpow"

    def __imul__(self, other):
        return NotImplemented


class InPlace(Number):
    def __ipow__(self, other):
        return NotImplemented


def power(value, other):
    value **= other
    return value


def product(value, other):
    value *= other
    return value


show(lambda: (power(Number(), 2), power(2, Number())))
show(lambda: power(InPlace(), 2))
show(lambda: product(Number(), [1]))
show(lambda: [1] * Number())


def once():
    yield 1


generator = once()
show(lambda: (generator.gi_frame is None, generator.gi_running, list(generator), generator.gi_frame is None))


def stops():
    raise StopIteration("early")
    yield


show(lambda: list(stops()))
show(lambda: ("İ".swapcase(), "ﬁ".swapcase(), "ǆ".upper() != ""))


class Equal:
    def __eq__(self, other):
        return False


class Unequal:
    def __ne__(self, other):
        return "ne"


class Declines:
    def __eq__(self, other):
        return "eq"

    def __ne__(self, other):
        return NotImplemented


class Truthy:
    def __eq__(self, other):
        return [1]


show(lambda: (Equal() != Unequal(), Unequal() != Equal(), Equal() != 3, Equal() == Unequal()))
show(lambda: (Declines() != Truthy(), Declines() != Equal(), Truthy() != Declines(), Declines() != Declines()))
show(lambda: (f"{'é'!a}", f"{'é'!r}", f"{'é'!s:>3}"))


def delegates():
    yield from {"a": 1, "b": 2}


delegating = delegates()
show(lambda: (next(delegating), delegating.send(1)))
show(lambda: list(delegating))
data = bytearray(b"abcdef")
data[::2] = b""
show(lambda: data)
for code in (2 ** 40, -2 ** 40, 2 ** 70, -1, 0x110000):
    show(lambda: chr(code))


class Half:
    def __int__(self):
        return 0.5


show(lambda: chr(Half()))
