# struct, array and cmath.
import array
import cmath
import struct


def t_6(): return [struct.pack("<IhB", 1, -2, 255), struct.unpack(">H", b"\x01\x02"), struct.calcsize("<IhB"), struct.pack("3s", b"ab"), struct.unpack("<f", struct.pack("<f", 1.5)), struct.pack(">d", 0.1), struct.calcsize("ibi"), struct.pack("?", True), struct.unpack("<2h", b"\x01\x00\x02\x00"), struct.Struct("<I").size, list(struct.iter_unpack("<H", b"\x01\x00\x02\x00")), struct.unpack_from("<H", b"\x00\x01\x00", 1), struct.pack("<q", -1), struct.pack("5p", b"abc")]


def t_7():
    out = []
    for g in [lambda: struct.pack("B", 300), lambda: struct.pack("I"), lambda: struct.unpack("I", b"a"), lambda: struct.pack("z", 1), lambda: struct.pack("I", "a"), lambda: struct.pack("B", -1), lambda: struct.pack("h", 40000), lambda: struct.pack("s", "a")]:
        try: out.append(g())
        except Exception as e: out.append((type(e).__name__, str(e)))
    return out


def t_8():
    a = array.array("i", [1, 2, 3]); a.append(4); a.extend([5]); b = array.array("d", [1.5])
    return [a, a[0], a[1:3], len(a), a.typecode, a.itemsize, list(a), a.tolist(), b, a.index(3), a + array.array("i", [9]), a.pop(), sum(a), array.array("b", b"ab"), a.tobytes(), array.array("u", "ab"), a == array.array("i", [1, 2, 3, 4]), a.count(1), a.reverse(), a]


def t_9(): return [cmath.sqrt(-1), cmath.exp(1j * cmath.pi), cmath.phase(-1), cmath.polar(1j), cmath.rect(1, 0), abs(3 + 4j), (1 + 2j).conjugate(), (1 + 2j) * (3 - 1j), (1 + 2j) / (3 - 1j), (1 + 2j) ** 2, complex("1+2j"), cmath.log(1j), cmath.isclose(1, 1 + 1e-12), cmath.sin(1j), cmath.inf, (1j) ** 0.5, 2 ** 1j, cmath.isnan(complex('nan'))]


def run():
    for name, f in list(globals().items()):
        if name.startswith("t_"):
            try:
                r = f()
                if type(r) in (list, tuple) and len(r) > 3:
                    for i, x in enumerate(r): print(name, i, repr(x))
                elif r is not None: print(name, repr(r))
                else: print(name)
            except BaseException as e:
                print(name, "EXC", type(e).__name__, e)
run()
