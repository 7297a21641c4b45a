# Decimal numbers: texts, arithmetic, roundings, contexts and errors.
import decimal
from decimal import *
D = Decimal
vals = ["0", "1", "-1", "0.1", "1.10", "123.456", "-7.5", "1E+5", "1e-10", "0.00", "3", "2.675", "-0", "12345678.9"]
for a in vals:
    print(a, D(a), repr(D(a)), -D(a), abs(D(a)), int(D(a)), float(D(a)), hash(D(a)), bool(D(a)), D(a).as_tuple(), D(a).normalize(), D(a).adjusted(), f"{D(a):.2f}|{D(a):10}|{D(a):,.1f}|{D(a):e}|{D(a) or 1:+.3e}|{D(a):08.2f}|{D(a):g}|{D(a):.3g}|{D(a):.1%}|{D(a):*^15}", round(D(a)), round(D(a), 1) if abs(D(a)) < 10**20 else 0, D(a).quantize(D("0.01"), rounding=ROUND_HALF_UP) if abs(D(a)) < 10**20 else 0, D(a).to_integral_value())
    for b in vals:
        for op in ("+", "-", "*", "/", "//", "%", "<", "==", ">="):
            try: print(a, op, b, eval("D(a) %s D(b)" % op))
            except Exception as e: print(a, op, b, type(e).__name__, e)
    try: print(D(a).sqrt())
    except Exception as e: print(type(e).__name__, e)
    for n in (0, 1, 2, 3, -1, -2):
        try: print(a, n, D(a) ** n)
        except Exception as e: print(type(e).__name__, e)
for m in (ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP):
    print(m, [D(x).quantize(D("1"), rounding=m) for x in ("1.5", "2.5", "-1.5", "-2.5", "1.1", "-1.1", "5.01", "0.5")])
with localcontext() as ctx:
    ctx.prec = 5
    print(D(1) / 3, D("123456.789") + 0, getcontext().prec)
print(D(1) / 3, getcontext().prec, D(0.1), D("1") + 1, 1 + D("1"), 2 * D("1.5"), 3 - D("1"), 1 / D(4), D("1.5") == 1.5, D("0.1") == 0.1, D("2") > 1.5, sum([D("0.1")] * 3), max(D(1), D("2.5")), sorted([D(3), D("1.5")]), D("NaN").is_nan(), D("Infinity") > 1, D("inf"), {D("1.0"): 1}[1], D((0, (1, 2), -1)), divmod(D(7), D(2)), D(7) // 2, pow(D(2), 3, 5), isinstance(D(1), object), type(D(1)).__name__, str(D("1E+2") + 0), D("1.20").compare(D("1.2")), D("10").log10() if 0 else 1)
for f in [lambda: D("x"), lambda: D(1) / 0, lambda: D(0) / 0, lambda: D(1) % 0, lambda: D(1) // 0, lambda: D(1) + 1.5, lambda: D(1) + "a", lambda: D([]) , lambda: D(None), lambda: D("1") < "a", lambda: int(D("NaN")), lambda: D("-1").sqrt(), lambda: D("1e30").quantize(D("0.01")), lambda: D("inf") - D("inf"), lambda: D(1) ** D("0.5") == 1, lambda: D("sNaN") + 1 if 0 else 0, lambda: D(0) ** 0]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e, type(e).__mro__[1].__name__)
