"""Large ints of awkward sizes: all operators, conversions and texts. The numbers come from a fixed generator."""
state = 12345
sizes = [1, 31, 32, 33, 63, 64, 65, 96, 127, 128, 160, 200, 320]


def below(n):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
    return (state >> 20) % n


def number():
    size = sizes[below(13)]
    value = 0
    for _ in range(size // 32 + 1):
        value = (value << 32) | below(2 ** 32)
    value = value % 2 ** size
    shape = below(10)
    if shape < 3:
        value = 2 ** size - below(3)
    elif shape < 5:
        value = (value >> 32) << 32
    elif shape < 6:
        value = 2 ** size | 0xFFFFFFFF
    return -value if below(2) else value


for i in range(100):
    a = number()
    b = number()
    print(a, b, a + b, a - b, a * b, a & b, a | b, a ^ b, ~a, a == b, a < b)
    s = below(200)
    print(a << s, a >> s, a.bit_length(), hex(a), oct(b), bin(a))
    if b:
        print(divmod(a, b), a // b, a % b)
        try:
            print(a / b, b / a if a else 0)
        except OverflowError as e:
            print(e)
    print(float(a), hash(a), int(str(a)) == a, int(hex(a), 16) == a, int(float(a)))
    print(a ** below(6), pow(a, abs(b) % 1000, abs(b) + 1), round(a, -below(12)))
    f = a / 2 ** below(100)
    print(repr(f), "%.5f %.3e %g" % (f, f, f), format(f, ",.2f"), round(f, below(20) - 8), f.hex(), f.as_integer_ratio())
    print(f < a, f == a, a <= f, int(f), f // 3.7, f % 3.7, f % -1e10, hash(f))
