"""The standard library: numbers and dates."""

from python_pieces.registry import constructs, piece


MATH = [
    "sqrt",
    "floor",
    "ceil",
    "trunc",
    "fabs",
    "exp",
    "log",
    "log2",
    "log10",
    "pow",
    "sin",
    "cos",
    "tan",
    "atan2",
    "hypot",
    "gcd",
    "factorial",
    "fsum",
    "isnan",
    "isinf",
    "isclose",
    "fmod",
    "modf",
    "frexp",
    "ldexp",
    "copysign",
    "degrees",
    "radians",
    "log1p",
    "expm1",
    "asin",
    "acos",
    "atan",
    "sinh",
    "cosh",
    "tanh",
    "isfinite",
    "erf",
    "gamma",
    "lgamma",
    "remainder",
]
constructs(
    *["math." + name for name in MATH],
    *[
        "datetime." + name
        for name in ("date", "datetime", "timedelta", "strftime", "isoformat", "arithmetic", "comparison", "errors")
    ],
)


@piece("math module", "math errors", "math constants", "numbers module", "fixed dates", "fractions of time")
def mathematics(p):
    p.need("math")
    p.need("numbers")
    p.need("datetime")
    two = {"pow", "atan2", "hypot", "fmod", "copysign", "remainder"}
    for name in p.rotate(MATH, 9):
        p.use("math." + name)
        if name in two:
            arguments = "%s, %s" % (p.value(p.pick("float", "int"), 1), p.value(p.pick("float", "int"), 0))
        elif name == "gcd":
            arguments = "%s, %s" % (p.value("int", 1), p.value("int", 1))
        elif name == "factorial":
            arguments = p.pick("5", "20", "25", "-1", "2.5", "3.0", "0", "'a'")
        elif name == "fsum":
            arguments = p.pick("[0.1] * 10", p.value("list", 1), "[1e16, 1, -1e16]", "['a']")
        elif name == "isclose":
            arguments = p.pick("0.1 + 0.2, 0.3", "1, 1.1, rel_tol=0.2", "0, 1e-10", "0, 1e-10, abs_tol=1e-9")
        elif name == "ldexp":
            arguments = "%s, %s" % (p.value("float", 0), p.expressions.small(-1, 9))
        elif name == "log":
            arguments = p.pick(p.value("float", 1), "8, 2", "100, 10", p.value("int"), "0", "-1", "1, 1", "2 ** 200")
        else:
            arguments = p.value(p.pick("float", "float", "int", "str") if p.chance(0.3) else p.pick("float", "int"), 1)
        p.attempt("math.%s(%s)" % (name, arguments))
    p.attempt(
        "math.pi, math.e, math.inf, math.nan, math.tau, math.ceil(%s / 2), int(math.log(64, 2)), math.sqrt(%s ** 2)"
        % (p.value("int", 0), p.value("int", 0))
    )
    p.attempt(
        "[isinstance(v, numbers.%s) for v in (1, 1.5, True, 1j, '1', %s)]"
        % (p.pick("Number", "Integral", "Real", "Complex", "Rational"), p.value("any"))
    )
    year, month, day = p.random.randrange(1, 9999), p.random.randrange(1, 13), p.random.randrange(1, 29)
    p.use(
        *[
            "datetime." + n
            for n in ("date", "datetime", "timedelta", "strftime", "isoformat", "arithmetic", "comparison", "errors")
        ]
    )
    p.line(
        "day, when = datetime.date(%d, %d, %d), datetime.datetime(%d, %d, %d, %d, %d, %d%s)"
        % (
            year,
            month,
            day,
            max(year, 1000),
            month,
            day,
            p.random.randrange(24),
            p.random.randrange(60),
            p.random.randrange(60),
            p.pick("", ", 123456", ", 500"),
        )
    )
    p.line(
        "delta = datetime.timedelta(%s)"
        % p.pick(
            "days=%d" % p.random.randrange(-50, 50),
            "hours=%d, minutes=3" % p.random.randrange(99),
            "1, 2, 3",
            "seconds=%d" % p.random.randrange(10**6),
            "weeks=1, milliseconds=5",
            "days=1.5",
            "microseconds=-1",
        )
    )
    for text in p.random.sample(
        [
            "day, str(day), day.isoformat()",
            "when, str(when), when.isoformat()",
            "delta, str(delta), delta.days, delta.seconds, delta.total_seconds()",
            "when.strftime('%Y-%m-%d %H:%M:%S %j %y %B %b %A %a %p %I %%')",
            "when + delta, when - delta",
            "day + delta",
            "(when - datetime.datetime(2000, 1, 1)).days",
            "day < datetime.date(2000, 1, 1), when == when",
            "day.weekday(), day.isoweekday(), day.toordinal(), day.isocalendar()",
            "when.date(), when.time(), when.hour, when.year",
            "day.replace(day=1), when.replace(microsecond=0)",
            "datetime.datetime.strptime('2019-03-04 05:06', '%Y-%m-%d %H:%M')",
            "datetime.date.fromordinal(737000)",
            "delta * 2, -delta, delta // 2, delta / 2, abs(delta)",
            "'{:%Y/%m}'.format(when), f'{day:%d.%m.%Y}'",
            "datetime.date(2019, 2, 30)",
            "datetime.datetime(2019, 13, 1)",
            "when - day",
            "day + 1",
            "datetime.timedelta(1) > delta, delta == datetime.timedelta(0)",
            "datetime.time(1, 2, 3), datetime.time(25)",
            "when.timetuple()[:6]",
            "datetime.datetime.fromisoformat('2019-01-02T03:04:05')",
            "datetime.date.max, datetime.timedelta.min",
        ],
        6,
    ):
        p.attempt(text)
