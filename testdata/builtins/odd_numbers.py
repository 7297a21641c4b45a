# Ranges of which a number does not fit 64 bits, and texts of bytearrays and complex numbers.
big = 10 ** 20
print(range(big), range(0, big, 10 ** 19)[3], range(big)[5], range(big)[-1], list(range(big, big + 3)), range(-big, 0)[0])
print(10 ** 19 in range(big), big in range(big), -1 in range(big), 2.0 in range(big))
print(range(big) == range(big), range(big) == range(big + 1), range(big).index(7), range(big).count(big), bool(range(big)))
print(sum(range(big, big + 2)), list(reversed(range(10 ** 19, 10 ** 19 + 2))), range(big, big + 9)[2:5], range(big)[::-1][0])
print(range(big).stop, range(big).start, range(big, 0, -10 ** 19)[1:3], {range(big): 1}[range(big)], list(range(big, big)))
for attempt in (lambda: len(range(big)), lambda: range(big)[big], lambda: range(big)["a"], lambda: range(big).index(-1),
                lambda: range(big, 0, 0), lambda: "%*d" % (big, 1)):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
for number in range(big, big + 2):
    print(number)
print([bytearray(b'it\'s "q"'), bytearray(b"it's"), bytearray(b'a"b')], b"it's")
for t in ("1_0+2j", "_1", "1__0j", "a b_3", "a b", "1_0_j"):
    try: print(complex(t))
    except ValueError as e: print(e)
print(type(__builtins__).__name__, eval("x", {"__builtins__": {}, "x": 1}))
