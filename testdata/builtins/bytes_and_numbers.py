"""Methods of bytes and bytearray, and special methods of numbers."""


def show(thunk):
    try:
        print(repr(thunk()))
    except Exception as error:
        print(type(error).__name__, error)


for data in (b"", b"abc", b"Hello World", b"aXbXc", b"  pad\t", b"-12", b"\x00\xff\x80", b"line\nnext\r\nlast"):
    print(data.capitalize(), data.swapcase(), data.title(), data.center(9, b"*"), data.ljust(5), data.rjust(5), data.zfill(6))
    print(data.isalnum(), data.isalpha(), data.isdigit(), data.islower(), data.isupper(), data.isspace(), data.istitle())
    print(data.partition(b"X"), data.rpartition(b"X"), data.expandtabs(4), data.find(97), data.rfind(b"X"), data.count(b"X"))
    print(data.startswith(b"a", 1), data.endswith((b"c", b"d")), data.translate(None, b"a"), bytearray(data).upper())
show(lambda: b"abc".index(b"z"))
show(lambda: b"abc".find("a"))
show(lambda: b"abc".partition(b""))
show(lambda: b"abc".center(9, b"ab"))
array = bytearray(b"abc")
for change in (lambda: array.append(65), lambda: array.append(300), lambda: array.append("a"), lambda: array.extend([1, 2]),
               lambda: array.insert(1, 66), lambda: array.pop(), lambda: array.pop(9), lambda: array.remove(97),
               lambda: array.remove(7), lambda: array.reverse(), lambda: array.__setitem__(0, 99),
               lambda: array.__setitem__(slice(0, 1), b"new"), lambda: array.__delitem__(0), lambda: array.clear(),
               lambda: array.pop(), lambda: bytearray(b"ab").copy()):
    show(change)
    print(array)
for number in (7, -7, True, 2.5, -0.5, 10 ** 20):
    print(number.__abs__(), number.__float__(), number.__int__(), number.__trunc__(), number.__round__(), number.__divmod__(3))
    print(number.__str__(), number.__eq__(7), number.__eq__("a"), number.__pow__(2))
print((7).__pow__(2, 5), (2).__rdivmod__(9), (3 + 4j).__abs__(), (1.5).__eq__(1), (5).__ceil__(), (5).__floor__())


class Indexed:
    def __index__(self):
        return 3


class Whole:
    def __int__(self):
        return 7


class Real:
    def __float__(self):
        return 2.5


print("%d" % Whole(), "%c" % Indexed(), "%.2f" % Real(), chr(Whole()), complex(Real()))
show(lambda: "%d" % Indexed())
show(lambda: "%x" % Indexed())
show(lambda: int(Indexed()))
show(lambda: int(1j))
show(lambda: "%f" % 1j)
show(lambda: int(""))
show(lambda: float(""))
show(lambda: b"%c|%a" % (b"z", "é"))
show(lambda: divmod(7, Whole()))
