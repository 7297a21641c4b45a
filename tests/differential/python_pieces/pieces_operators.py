"""Special methods: operators with reflection, comparison, iteration, conversion."""

from python_pieces.registry import piece

BINARY = {
    "add": "+",
    "sub": "-",
    "mul": "*",
    "truediv": "/",
    "floordiv": "//",
    "mod": "%",
    "pow": "**",
    "lshift": "<<",
    "rshift": ">>",
    "and": "&",
    "or": "|",
    "xor": "^",
    "matmul": "@",
}
COMPARE = {"lt": "<", "le": "<=", "gt": ">", "ge": ">=", "eq": "==", "ne": "!="}


@piece(
    "operator methods",
    "reflected operators",
    "in-place operators",
    "NotImplemented from an operator",
    "subclass reflection priority",
    "operator on builtin and own type",
    *["operator __%s__" % name for name in BINARY],
)
def arithmetic(p):
    left, right = p.fresh("Left"), p.fresh("Right")
    chosen = p.random.sample(sorted(BINARY), 6)
    for name, base in ((left, ""), (right, p.pick("", "(%s)" % left))):
        with p.block("class %s%s" % (name, base)):
            p.line("def __init__(self, value): self.value = value")
            p.line("def __repr__(self): return '%s(%%r)' %% (self.value,)" % name)
            for operator in chosen:
                for form in ("", "r", "i"):
                    if p.chance(0.5):
                        body = p.pick(
                            "NotImplemented",
                            "('%s%s', self.value, other)" % (form, operator),
                            "type(self)(('%s', other))" % operator,
                            "NotImplemented if isinstance(other, int) else '%s'" % operator,
                        )
                        p.line(
                            "def __%s%s__(self, other%s): return %s"
                            % (form, operator, ", modulo=None" if operator == "pow" and form == "" else "", body)
                        )
    values = [
        "%s(%s)" % (left, p.value("int", 0)),
        "%s('b')" % right,
        p.value("int", 0),
        "'text'",
        "[1]",
        "2.5",
        "None",
    ]
    for operator in chosen:
        p.attempt("%s %s %s" % (p.pick(*values[:2]), BINARY[operator], p.random.choice(values)))
        p.attempt("%s %s %s" % (p.random.choice(values), BINARY[operator], p.pick(*values[:2])))
        p.attempt_statement(
            "x = %s" % p.pick(*values[:2]), "x %s= %s" % (BINARY[operator], p.random.choice(values)), "report(x)"
        )


@piece(
    "comparison methods",
    "NotImplemented from a comparison",
    "reflected comparison",
    "__eq__ without __hash__",
    "__hash__",
    "chained comparison of objects",
    "default equality",
    "sorting of objects",
)
def comparisons(p):
    name, other = p.fresh("Ordered"), p.fresh("Other")
    for which in (name, other):
        with p.block("class %s" % which):
            p.line("def __init__(self, value): self.value = value")
            p.line("def __repr__(self): return '%s(%%r)' %% (self.value,)" % which[:2])
            for method in sorted(COMPARE):
                if p.chance(0.55):
                    p.line(
                        "def __%s__(self, other): return %s"
                        % (
                            method,
                            p.pick(
                                "NotImplemented",
                                "self.value %s getattr(other, 'value', other)" % COMPARE[method],
                                "'%s'" % method,
                                "('%s', other)" % method,
                                "[]",
                            ),
                        )
                    )
            if p.chance(0.4):
                p.line("def __hash__(self): return %s" % p.pick("5", "hash(self.value)", "-1", "2 ** 70", "'a'"))
    p.line("a, b, c = %s(%s), %s(%s), %s(3)" % (name, p.value("int", 0), name, p.value("int", 0), other))
    for symbol in COMPARE.values():
        p.attempt("%s %s %s" % (p.pick("a", "b"), symbol, p.pick("b", "c", "3", "'x'", "None", "a")))
        p.attempt("%s %s %s" % (p.pick("c", "3", "None", "(1,)"), symbol, p.pick("a", "b")))
    p.attempt("1 < a < b, a < b < c")
    p.attempt("sorted([a, b, %s(0)])" % name)
    p.attempt("max(a, b), min([a, b])")
    p.attempt("a in [b, c, a], [a, b].index(b), [a, b].count(a), (a, 1) == (b, 1), [a] < [b]")
    p.attempt("{a: 1}[a]")
    p.attempt("hash(a) == hash(a), len({a, b, a})")
    p.attempt("a == a, a != a, a is a, not a == b")


@piece(
    "__iter__ and __next__",
    "__getitem__ iteration",
    "__reversed__",
    "__contains__",
    "__len__",
    "__bool__",
    "__index__",
    "__int__ and __float__",
    "__getitem__ with slices",
    "__setitem__ and __delitem__",
    "__format__",
    "__bytes__",
    "__missing length errors",
    "__length_hint__",
    "__abs__ __neg__ __invert__",
    "__round__ and __trunc__",
    "__complex__",
)
def protocols(p):
    name = p.fresh("Proto")
    with p.block("class " + name):
        p.line("def __init__(self, items=(5, 6, 7)): self.items, self.at = list(items), 0")
        chosen = p.random.sample(
            [
                "def __iter__(self): return %s"
                % p.pick("iter(self.items)", "self", "(i * 2 for i in self.items)", "5", "None"),
                "def __next__(self):\n    self.at += 1\n    if self.at > 3: raise StopIteration\n    return self.at",
                "def __getitem__(self, key): return %s"
                % p.pick(
                    "self.items[key]",
                    "(key, type(key).__name__)"
                    if False
                    else "self.items[key] if not isinstance(key, slice) else (key.start, key.stop, key.step)",
                ),
                "def __setitem__(self, key, value): self.items.append((str(key), value))",
                "def __delitem__(self, key): self.items.append(('del', str(key)))",
                "def __len__(self): return %s" % p.pick("len(self.items)", "0", "-1", "'a'", "2.0", "2 ** 70", "True"),
                "def __contains__(self, item): return %s" % p.pick("item == 5", "'yes'", "[]", "None"),
                "def __reversed__(self): return %s" % p.pick("iter('rev')", "'not iterator'", "[3]"),
                "def __bool__(self): return %s" % p.pick("True", "False", "1", "'a'", "None"),
                "def __index__(self): return %s" % p.pick("1", "2", "'a'", "-1", "True"),
                "def __int__(self): return %s" % p.pick("7", "True", "'a'", "2.5"),
                "def __float__(self): return %s" % p.pick("2.5", "1", "'f'"),
                "def __format__(self, spec): return %s" % p.pick("'<' + spec + '>'", "repr(spec)", "5"),
                "def __str__(self): return %s" % p.pick("'str'", "5", "repr(self.items)"),
                "def __repr__(self): return %s" % p.pick("'repr'", "None", "'P%d' % len(self.items)"),
                "def __bytes__(self): return %s" % p.pick("b'by'", "'s'"),
                "def __abs__(self): return 'abs'",
                "def __neg__(self): return 'neg', self.items",
                "def __invert__(self): return 'inv'",
                "def __pos__(self): return 'pos'",
                "def __round__(self, n=None): return 'round', n",
                "def __trunc__(self): return %s" % p.pick("3", "'t'"),
                "def __call__(self, *a, **k): return a, sorted(k)",
                "def __divmod__(self, other): return 'dm', other",
                "def __rdivmod__(self, other): return 'rdm', other",
                "def __length_hint__(self): return 3",
                "def __complex__(self): return 1j",
                "def __hash__(self): return 3",
                "def __dir__(self): return ['b', 'a']",
                "def __sizeof__(self): return 8",
            ],
            11,
        )
        for method in chosen:
            for line in method.split("\n"):
                p.line(line)
    p.line("o = %s()" % name)
    has_repr = any("__repr__" in method for method in chosen)
    uses = [
        "list(o)",
        "[i for i in o]",
        "tuple(zip(o, range(2)))",
        "next(o)",
        "next(iter(o))",
        "5 in o",
        "9 not in o",
        "len(o)",
        "bool(o)",
        "not o",
        "1 if o else 2",
        "o[0]",
        "o[1:2]",
        "o[::2]",
        "o['k']",
        "o[1, 2]",
        "o[...] is None",
        "list(reversed(o))",
        "[10, 20, 30][o]",
        "'abc'[o:]",
        "range(10)[o]",
        "hex(o)",
        "bin(o)",
        "int(o)",
        "float(o)",
        "format(o, 'spec')",
        "'{:>4}'.format(o) if %r else 0" % ("__format__" in str(chosen)),
        "'%d' % o",
        "'%x' % o",
        "'%.2f' % o",
        "'%5d|%-5d' % (o, 3)",
        "'%c' % o",
        "bytes(o)",
        "abs(o)",
        "-o",
        "~o",
        "+o",
        "round(o)",
        "round(o, 2)",
        "o(1, k=2)",
        "divmod(o, 2)",
        "divmod(2, o)",
        "o.items",
        "min(o)",
        "max(o, default=3)",
        "sum(o)",
        "sorted(o)",
        "set(o)",
        "dict(zip('ab', o))",
        "a, b, c",
        "enumerate(o).__next__()",
        "any(o)",
        "all(o)",
        "'x' * o",
        "[1] * o",
        "o * [1]",
        "1 << o",
        "chr(o)",
        "list(range(o))",
        "dir(o)",
        "hash(o) == 3",
        "complex(o)",
        "max(0, *o)",
        "(lambda *a: a)(*o)",
        "[*o, 1]",
        "o + 1",
        "'a' + o",
        "o < 1",
        "o == 3",
        "o and 4",
        "list(map(str, o))",
        "list(filter(None, o))",
        "' '.join(o)",
        "iter(o).__class__.__name__",
        "math.floor(o)",
        "math.trunc(o)",
        "math.sqrt(o)",
        "math.factorial(o)",
        "int('12', o)",
        "round(1.2345, o)",
        "divmod(7, o)",
        "pow(2, o)",
        "sum([o])",
        "slice(o).indices(5)",
        "bytearray(o)",
        "o.missing",
    ]
    p.need("math")
    if has_repr or "__str__" in str(chosen):
        uses += ["str(o)"] * 4
    if has_repr:
        uses += ["repr(o)", "[o]", "'%s %r' % (o, o)", "f'{o!r}{o!s}'", "'%5r|' % o", "ascii(o)"] * 2
    for text in p.random.sample(uses, 18):
        p.attempt(text.replace("a, b, c", "[(a, b, c) for a, b, c in [o]]"))
    p.attempt_statement("o['set'] = %s" % p.value("any", 1), "del o['gone']", "o[1:2] = 3", "report(o.items)")
    p.attempt_statement("o.items.clear()", "o += 1")


@piece(
    "iter with sentinel",
    "iterator exhaustion",
    "infinite generator",
    "iterator class",
    "mutation while iterating",
    "unpacking of own iterable",
)
def iteration(p):
    name = p.fresh("Count")
    p.text(
        """
class {k}:
    def __init__(self, stop): self.n, self.stop = 0, stop
    def __iter__(self): return self
    def __next__(self):
        if self.n >= self.stop: raise StopIteration({value})
        self.n += 1
        return self.n {op} {v}
counter = {k}({n})
report(list(counter), list(counter), next(counter, 'end'))
a, *b = {k}({m})
report(a, b, sum({k}(4)), max({k}(3)), 2 in {k}(5), sorted({k}(3), reverse=True), dict(enumerate({k}(2))), ','.join(map(str, {k}(3))))
source = iter({l})
report(list(iter(lambda: next(source, {s}), {s})))
def endless(start={start}):
    while True:
        yield start
        start += 1
stream = endless()
report([next(stream) for _ in range({n})], [x for x, _ in zip(stream, 'abc')], next(stream))
""".format(
            k=name,
            value=p.pick("", "'v'"),
            op=p.pick("+", "*", "-"),
            v=p.value("int", 1),
            n=p.random.randrange(5),
            m=p.random.randrange(1, 5),
            l=p.value("list"),
            s=p.value("int", 0),
            start=p.random.randrange(-5, 50),
        )
    )
    p.attempt_statement(
        "d = %s" % p.value("dict"), "for k in d: %s" % p.pick("d[k + '_'] = 1", "d.pop(k)", "d[k] = 0"), "report(d)"
    )
    p.attempt_statement(
        "s = %s" % p.value("set"), "for k in s: %s" % p.pick("s.add(k + 100)", "s.discard(k)", "s.add(k)"), "report(s)"
    )
    p.attempt_statement(
        "l = %s" % p.value("list"),
        "for k in l: l.%s"
        % p.pick("remove(k)", "pop()", "append(k) if len(l) < 9 else None", "insert(0, 1) if len(l) < 7 else None"),
        "report(l)",
    )
    p.attempt_statement("a, b = %s(%d)" % (name, p.random.randrange(4)), "report(a, b)")
    p.attempt(
        "type(iter(%s)).__name__"
        % p.pick(
            "[]",
            "()",
            "''",
            "{}",
            "set()",
            "range(3)",
            "b''",
            "{}.items()",
            "{}.values()",
            "reversed([])",
            "bytearray()",
            "zip()",
            "(x for x in ())",
            "lambda: 1, 2",
            "map(str, [])",
            "filter(None, [])",
            "enumerate([])",
            "reversed(range(2))",
            "reversed('a')",
            "iter([])",
            "{1: 2}.keys()",
            "frozenset()",
        )
    )
