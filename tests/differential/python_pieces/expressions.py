"""Random expressions of a known type. Some raise: the exception is a result like any other.

Literals are small where size matters (exponents, shifts, counts), so that every program ends quickly.
"""

from python_pieces import expressions_of_text, registry

WORDS = [
    "conv",
    "w",
    "layer_1",
    "Dense",
    "a b",
    "",
    "x/y",
    "ABC",
    "é",
    "ß",
    "12",
    "-7",
    "%s",
    "{}",
    "tab\tq",
    "it's",
    "say \"hi\"",
    "line\n",
    "\\d",
    "straße",
    "ñ",
    "日本",
    "  pad ",
    "aXbXc",
    "3.5",
    "0x1f",
    "\x00",
    "\U0001f600",
]
INTEGERS = [
    0,
    1,
    2,
    3,
    5,
    7,
    -1,
    -2,
    -3,
    10,
    17,
    -17,
    64,
    100,
    255,
    256,
    1000,
    65535,
    2**31,
    -(2**31),
    2**53 + 1,
    2**63 - 1,
    2**63,
    -(2**63),
    -(2**63) - 1,
    10**20,
    3**60,
    -(7**40),
    2**100 + 17,
]
FLOATS = [
    "0.0",
    "-0.0",
    "1.0",
    "0.1",
    "1.5",
    "2.5",
    "-2.5",
    "3.14159",
    "1e10",
    "1e16",
    "1e17",
    "1e-5",
    "0.0001",
    "123456789.123",
    "1e22",
    "1e300",
    "5e-324",
    "-1e-7",
    "0.30000000000000004",
    "100.0",
    "float('inf')",
    "float('-inf')",
    "float('nan')",
    "2.675",
    "1.7976931348623157e308",
    "0.5",
]

registry.constructs(
    "int literal forms",
    "int arithmetic",
    "int floor division and modulo",
    "int power",
    "int shifts",
    "int bit operations",
    "big integers",
    "float arithmetic",
    "float text",
    "unary operators",
    "comparison",
    "chained comparison",
    "conditional expression",
    "boolean operators",
    "membership",
    "identity",
    "indexing",
    "slice expression",
    "list comprehension",
    "set comprehension",
    "dict comprehension",
    "generator expression",
    "nested comprehension",
    "comprehension condition",
    "comprehension with several for",
    "lambda",
    "lambda default",
    "star in list display",
    "star in tuple display",
    "star in set display",
    "double star in dict display",
    "string concatenation",
    "implicit concatenation",
    "string repetition",
    "sequence repetition",
    "raw string",
    "bytes literal",
    "conversion by constructor",
    "true division",
    "matrix of lists",
    "bool arithmetic",
)


class Expressions(expressions_of_text.ContainerExpressions):
    def __init__(self, program):
        self.program = program
        self.random = program.random

    def make(self, kind, depth):
        """An expression of a type: int, float, str, bool, list (of ints), strs (list of str), tuple, dict (str to int),
        set (of ints), bytes, none, any."""
        names = self.program.names(kind)
        if names and self.random.random() < 0.25:
            return self.random.choice(names)
        if depth <= 0:
            return self.literal(kind)
        return getattr(self, "make_" + kind)(depth - 1)

    # ---- literals
    def literal(self, kind):
        return getattr(self, "literal_" + kind)()

    def literal_int(self):
        value = self.random.choice(INTEGERS) if self.random.random() < 0.5 else self.random.randrange(-20, 100)
        if abs(value) > 2**62:
            self.program.use("big integers")
        if value > 0 and self.random.random() < 0.12:
            self.program.use("int literal forms")
            return self.random.choice(
                [hex(value), oct(value), bin(value), "{:_}".format(value), hex(value).upper().replace("0X", "0X")]
            )
        return str(value) if value >= 0 else "(%d)" % value

    def literal_float(self):
        self.program.use("float text")
        text = (
            self.random.choice(FLOATS)
            if self.random.random() < 0.6
            else repr(round(self.random.uniform(-100, 100), self.random.randrange(1, 6)))
        )
        return "(%s)" % text if text.startswith("-") else text

    def literal_str(self):
        random = self.random.random()
        if random < 0.05:
            self.program.use("raw string")
            return "r" + self.random.choice(["'\\d+'", "'a\\nb'", '"\\\\"'])
        if random < 0.1:
            self.program.use("implicit concatenation")
            return "(%r %r)" % (self.random.choice(registry.IDENTIFIERS), self.random.choice(WORDS))
        if random < 0.5:
            return repr(self.random.choice(registry.IDENTIFIERS))
        return repr(self.random.choice(WORDS))

    def literal_bool(self):
        return self.random.choice(["True", "False"])

    def literal_none(self):
        return "None"

    def literal_bytes(self):
        self.program.use("bytes literal")
        return repr(
            self.random.choice(
                [
                    b"",
                    b"abc",
                    b"a b c",
                    b"\x00\xff",
                    b"Hello",
                    b"it's",
                    b"\xc3\xa9",
                    b"12",
                    b"aXbX",
                    b" pad\n",
                    b"tab\there",
                ]
            )
        )

    def literal_list(self):
        return "[%s]" % ", ".join(self.literal_int() for _ in range(self.random.randrange(5)))

    def literal_strs(self):
        return "[%s]" % ", ".join(self.literal_str() for _ in range(self.random.randrange(1, 5)))

    def literal_tuple(self):
        items = [
            self.literal(self.random.choice(["int", "str", "bool", "none", "float"]))
            for _ in range(self.random.randrange(4))
        ]
        return "(%s)" % ", ".join(items) if len(items) != 1 else "(%s,)" % items[0]

    def literal_dict(self):
        return "{%s}" % ", ".join(
            "%r: %s" % (self.random.choice(registry.IDENTIFIERS), self.literal_int())
            for _ in range(self.random.randrange(4))
        )

    def literal_set(self):
        count = self.random.randrange(1, 6)
        return "{%s}" % ", ".join(str(self.random.randrange(-5, 60)) for _ in range(count))

    def literal_any(self):
        return self.literal(self.random.choice(["int", "str", "float", "bool", "none", "tuple", "list"]))

    def small(self, low=0, high=7):
        return str(self.random.randrange(low, high)) if self.random.random() < 0.9 or low >= 0 else "(-1)"

    # ---- what several types share
    def condition(self, kind, depth):
        self.program.use("conditional expression")
        return "(%s if %s else %s)" % (self.make(kind, depth), self.make("bool", depth), self.make(kind, depth))

    def boolean(self, kind, depth):
        self.program.use("boolean operators")
        return "(%s %s %s)" % (self.make(kind, depth), self.random.choice(["and", "or"]), self.make(kind, depth))

    def called(self, kind, depth):
        """A lambda of this result, called."""
        self.program.use("lambda")
        a, b = self.program.fresh("p"), self.program.fresh("p")
        outside = self.make("int", depth)
        with self.program.scope(**{a: "int", b: "int"}):
            body = self.make(kind, depth)
        if self.random.random() < 0.5:
            self.program.use("lambda default")
            return "(lambda %s, %s=%s: %s)(%s)" % (a, b, outside, body, self.make("int", depth))
        return "(lambda %s, *%s: %s)(%s)" % (a, self.program.fresh("r"), body.replace(b, a), outside)

    def generic(self, kind, depth):
        return self.random.choice([self.condition, self.boolean, self.called])(kind, depth)

    def start_stop_step(self):
        self.program.use("slice expression")

        def part(choices):
            return self.random.choice(choices)

        form = self.random.randrange(3)
        edges = ["", "", "0", "1", "2", "-1", "-2", "-3", "5", "100", "-100"]
        text = "%s:%s" % (part(edges), part(edges))
        return text if form else text + ":" + part(["", "1", "2", "-1", "-2", "3", "-3"])

    def source(self, depth):
        """An iterable of ints."""
        return self.random.choice(
            [
                lambda: self.make("list", depth),
                lambda: "range(%s)" % self.small(),
                lambda: (
                    "range(%s, %s, %s)"
                    % (self.small(-4, 9), self.small(-4, 9), self.random.choice(["1", "2", "-1", "-3"]))
                ),
                lambda: "sorted(%s)" % self.make("set", depth),
                lambda: "map(int, %s)" % self.make("list", depth),
                lambda: "%s.values()" % self.make("dict", depth),
            ]
        )()

    def clauses(self, depth, name):
        """The `for` and `if` clauses of a comprehension over ints; binds `name`."""
        text = "for %s in %s" % (name, self.source(depth))
        if self.random.random() < 0.4:
            self.program.use("comprehension condition")
            with self.program.scope(**{name: "int"}):
                text += " if " + self.make("bool", depth)
        if self.random.random() < 0.2:
            self.program.use("comprehension with several for")
            other = self.program.fresh("i")
            text += " for %s in range(%s)" % (other, self.random.randrange(1, 4))
        return text

    def comprehension(self, kind, depth, form):
        name = self.program.fresh("i")
        clauses = self.clauses(depth, name)
        with self.program.scope(**{name: "int"}):
            return form % (self.make(kind, depth), clauses)

    # ---- int
    def make_int(self, depth):
        return self.random.choice(
            [
                self.int_arithmetic,
                self.int_arithmetic,
                self.int_division,
                self.int_power,
                self.int_shift,
                self.int_bits,
                self.int_unary,
                self.int_from,
                self.int_from,
                self.int_item,
                lambda d: self.generic("int", d),
            ]
        )(depth)

    def int_arithmetic(self, depth):
        self.program.use("int arithmetic")
        return "(%s %s %s)" % (self.make("int", depth), self.random.choice("+-*"), self.make("int", depth))

    def int_division(self, depth):
        self.program.use("int floor division and modulo")
        return "(%s %s %s)" % (self.make("int", depth), self.random.choice(["//", "%"]), self.make("int", depth))

    def int_power(self, depth):
        self.program.use("int power")
        return (
            "(%s %% 1000 ** %s)" % (self.make("int", depth), self.small())
            if self.random.random() < 0.5
            else ("((%s %% 50) ** %s)" % (self.make("int", depth), self.small(0, 30)))
        )

    def int_shift(self, depth):
        self.program.use("int shifts")
        return "(%s %s %s)" % (
            self.make("int", depth),
            self.random.choice(["<<", ">>"]),
            self.random.choice(["0", "1", "3", "40", "64", "70", "(-1)"]),
        )

    def int_bits(self, depth):
        self.program.use("int bit operations")
        return "(%s %s %s)" % (self.make("int", depth), self.random.choice("&|^"), self.make("int", depth))

    def int_unary(self, depth):
        self.program.use("unary operators")
        return "(%s%s)" % (self.random.choice(["-", "+", "~", "- -", "~~"]), self.make("int", depth))

    def int_from(self, depth):
        self.program.use("conversion by constructor")
        kind = self.random.choice(["str", "list", "dict", "tuple", "set", "bytes"])
        return self.random.choice(
            [
                lambda: "len(%s)" % self.make(kind, depth),
                lambda: "abs(%s)" % self.make("int", depth),
                lambda: "int(%s)" % self.make(self.random.choice(["float", "str", "bool"]), depth),
                lambda: "sum(%s)" % self.source(depth),
                lambda: "max(%s)" % self.source(depth),
                lambda: "min(%s, %s)" % (self.make("int", depth), self.make("int", depth)),
                lambda: "ord(%s)" % self.make("str", depth),
                lambda: "round(%s)" % self.make("float", depth),
                lambda: "(%s).bit_length()" % self.make("int", depth),
                lambda: "%s.count(%s)" % (self.make("list", depth), self.make("int", depth)),
                lambda: "%s.find(%s)" % (self.make("str", depth), self.make("str", depth)),
                lambda: "sum(%s)" % self.comprehension("int", depth, "%s %s"),
                lambda: "(%s + %s)" % (self.make("bool", depth), self.make("bool", depth)),
            ]
        )()

    def int_item(self, depth):
        self.program.use("indexing")
        return self.random.choice(
            [
                lambda: "%s[%s]" % (self.make("list", depth), self.random.choice(["0", "1", "-1", "-2"])),
                lambda: "%s[%r]" % (self.make("dict", depth), self.random.choice(registry.IDENTIFIERS)),
                lambda: "%s[%s]" % (self.make("bytes", depth), self.random.choice(["0", "-1"])),
            ]
        )()

    # ---- float
    def make_float(self, depth):
        def arithmetic():
            self.program.use("float arithmetic")
            kinds = self.random.choice([("float", "float"), ("float", "int"), ("int", "float")])
            return "(%s %s %s)" % (
                self.make(kinds[0], depth),
                self.random.choice(["+", "-", "*", "/", "//", "%"]),
                self.make(kinds[1], depth),
            )

        def divided():
            self.program.use("true division")
            return "(%s / %s)" % (self.make("int", depth), self.make("int", depth))

        return self.random.choice(
            [
                arithmetic,
                arithmetic,
                divided,
                lambda: "float(%s)" % self.make(self.random.choice(["int", "str"]), depth),
                lambda: "abs(%s)" % self.make("float", depth),
                lambda: "(-%s)" % self.make("float", depth),
                lambda: "round(%s, %s)" % (self.make("float", depth), self.small(-1, 4)),
                lambda: "(%s ** %s)" % (self.make("float", depth), self.random.choice(["2", "0.5", "-1", "0"])),
                lambda: self.generic("float", depth),
            ]
        )()

    # ---- bool
    def make_bool(self, depth):
        def compare():
            self.program.use("comparison")
            kind = self.random.choice(["int", "float", "str", "list", "tuple", "set", "bytes", "strs"])
            return "(%s %s %s)" % (
                self.make(kind, depth),
                self.random.choice(["==", "!=", "<", "<=", ">", ">="]),
                self.make(kind, depth),
            )

        def chain():
            self.program.use("chained comparison")
            return "(%s %s %s %s %s)" % (
                self.make("int", depth),
                self.random.choice(["<", "<=", "=="]),
                self.make("int", depth),
                self.random.choice(["<", ">", "!="]),
                self.make(self.random.choice(["int", "float"]), depth),
            )

        def member():
            self.program.use("membership")
            pair = self.random.choice(
                [("int", "list"), ("str", "str"), ("str", "strs"), ("int", "set"), ("str", "dict"), ("int", "bytes")]
            )
            return "(%s %s %s)" % (
                self.make(pair[0], depth),
                self.random.choice(["in", "not in"]),
                self.make(pair[1], depth),
            )

        def identity():
            self.program.use("identity")
            return "(%s %s None)" % (
                self.make(self.random.choice(["none", "int", "str"]), depth),
                self.random.choice(["is", "is not"]),
            )

        return self.random.choice(
            [
                compare,
                compare,
                chain,
                member,
                identity,
                lambda: "(not %s)" % self.make("any", depth),
                lambda: "bool(%s)" % self.make("any", depth),
                lambda: self.generic("bool", depth),
                lambda: (
                    "isinstance(%s, %s)"
                    % (self.make("any", depth), self.random.choice(["int", "str", "(int, float)", "object", "bool"]))
                ),
                lambda: "%s.startswith(%s)" % (self.make("str", depth), self.make("str", depth)),
                lambda: "any(%s)" % self.comprehension("bool", depth, "%s %s"),
                lambda: "all(%s)" % self.make("list", depth),
            ]
        )()
