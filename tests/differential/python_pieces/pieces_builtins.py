"""The builtin functions."""

from python_pieces.registry import constructs, piece


def calls(p):
    """By function: a few random calls."""
    i, f, s, b = (
        (lambda: p.value("int")),
        (lambda: p.value("float")),
        (lambda: p.value("str")),
        (lambda: p.value("bool")),
    )
    li, ss, a, d, st = (
        (lambda: p.value("list")),
        (lambda: p.value("strs")),
        (lambda: p.value("any")),
        (lambda: p.value("dict")),
        (lambda: p.value("set")),
    )
    return {
        "abs": [i(), f(), b(), s(), "3+4j"],
        "all": [li(), "[]", "x > 0 for x in %s" % li(), i()],
        "any": [li(), ss(), "(x for x in %s)" % li(), "None"],
        "ascii": [a(), s()],
        "bin": [i(), b(), f()],
        "bool": [a(), "", "x=1"],
        "bytearray": ["3", "b'a'", s(), "'a', 'utf-8'"],
        "bytes": ["2", li(), "'é', 'utf8'"],
        "callable": [a(), "len", "int", "lambda: 1"],
        "chr": [i(), "8364", "-1", "0x110000", "'a'"],
        "complex": [i(), f() + ", 2", s()],
        "delattr": ["type('T', (), {'x': 1}), 'x'", "1, 'x'", "type('T', (), {}), 'x'"],
        "dict": [d(), "", "a=%s" % i(), "zip(%s, %s)" % (ss(), li()), li()],
        "dir": ["None and []"],
        "divmod": ["%s, %s" % (i(), i()), "%s, %s" % (f(), i()), "%s, 3" % s()],
        "enumerate": [ss(), "%s, %s" % (ss(), i()), "%s, start=5" % li(), i()],
        "eval": [
            "'%s'" % p.value("int", 1).replace("'", "\""),
            "'1 + 2 * %d'" % p.random.randrange(9),
            "'x + y', {'x': %s, 'y': 2}" % i(),
            "'[a for a in range(%d)]'" % p.random.randrange(4),
            "'undefined_thing'",
            "'x', {'x': 1}, {'x': 2}",
            "' 5'",
            "5",
            "'(1,'",
        ],
        "exec": ["'zz = 1'", "'a = %d; b = a + 1', {}" % p.random.randrange(9), "5"],
        "filter": ["None, %s" % li(), "lambda v: v > 2, %s" % li(), "str.isalpha, %s" % s(), "5, [1]", "len, [1]"],
        "float": [i(), s(), "", "'1e3'", a(), "'inf'"],
        "format": [i(), "%s, '>9'" % s(), "%s, '.3f'" % f(), "%s, 'd'" % s(), "%s, 5" % i()],
        "frozenset": [li(), "", "5"],
        "getattr": ["'a', '__class__'", "1, 'real'", "1, 'no', %s" % a(), "1, 'no'", "1, 2", "%s, '__class__'" % a()],
        "globals": [""],
        "hasattr": ["1, 'real'", "%s, 'append'" % a(), "1, 2"],
        "hash": [i(), "1.5", li(), d(), "None is None", "(1, 2) == (1, 2)"],
        "hex": [i(), "255", f()],
        "id": ["1 and []"],
        "int": [s(), f(), b(), "'ff', 16", "", a()],
        "isinstance": [
            "%s, %s" % (a(), "(int, (str, list))"),
            "%s, type(%s)" % (a(), a()),
            "1, 'int'",
            "True, int",
            "1, []",
        ],
        "issubclass": ["bool, int", "int, (str, object)", "1, int", "int, 1", "list, (tuple, dict)"],
        "iter": [ss(), i(), "lambda: 1, 1", "1, 2", d()],
        "len": [a(), s(), d(), st(), i()],
        "list": [s(), d(), "range(3)", i(), ""],
        "locals": [""],
        "map": [
            "str, %s" % li(),
            "lambda x, y: (x, y), %s, %s" % (ss(), li()),
            "pow, %s, [1, 2]" % li(),
            "None, [1]",
            "len, [1]",
            "int, %s" % ss(),
        ],
        "max": [
            li(),
            "%s, %s" % (i(), f()),
            "%s, key=len" % ss(),
            "%s, default=0" % li(),
            "%s, %s, key=str" % (i(), i()),
            "1, 'a'",
            "",
            "[], default=None",
            "1, 2, default=3",
        ],
        "memoryview": ["b'abc'"],
        "min": [li(), ss(), "%s, key=lambda v: -v" % li(), "%s, %s, %s" % (i(), i(), i()), "[[2], [1, 3]]", i()],
        "next": ["iter(%s)" % li(), "iter([]), %s" % a(), "[1]", "iter([])"],
        "object": [""],
        "oct": [i(), "8", s()],
        "ord": [s(), "'a'", "b'a'", "'ab'", i()],
        "pow": [
            "%s, %d" % (i(), p.random.randrange(9)),
            "%s, %d, %s" % (i(), p.random.randrange(9), i()),
            "2, -1",
            "2, -1, 5",
            "%s, 2" % f(),
            "2, 3, 0",
            "0, 0",
            "-8, 1 / 3 > 1",
            "2.0, 3, 5",
        ],
        "print": ["", "1, sep=''", "sep=5", "'a', end=''", "1, bad=2"],
        "property": ["len"],
        "range": [i() + " % 20", "1, 9, 3", "5, 1, -2", "1.5", "'a'"],
        "repr": [a(), s(), f()],
        "reversed": [li(), "'abc'", "(1, 2)", "range(4)", "{1}", "5", "iter([])"],
        "round": [f(), "%s, 1" % f(), "%s, -1" % i(), "2.5", "1.5, None", s()],
        "set": [li(), "'a'", i(), ""],
        "setattr": ["type('T', (), {}), 'x', 1", "1, 'x', 2", "type('T', (), {}), 1, 2"],
        "slice": ["1", "1, 2, 3", ""],
        "sorted": [
            li(),
            ss(),
            "%s, key=len, reverse=True" % ss(),
            "%s, reverse=1" % li(),
            "[(1, 'b'), (1, 'a'), (0, 'c')], key=lambda t: t[0]",
            "[1, 'a']",
            "%s, lambda v: v" % li(),
            d(),
            "{3: 1, 1: 2}.items(), key=lambda kv: kv[1]",
            s(),
        ],
        "staticmethod": ["len"],
        "str": [a(), "b'a', 'utf-8'", "", "b'a'", f(), "'a', 'b'"],
        "sum": [
            li(),
            "%s, %s" % (li(), i()),
            "[[1], [2]], []",
            "['a'], ''",
            "[0.1] * 3",
            "(x for x in %s)" % li(),
            ss(),
        ],
        "tuple": [li(), s(), i(), ""],
        "type": [a(), "1, 2", ""],
        "vars": ["type('T', (), {})()", i()],
        "zip": ["%s, %s" % (ss(), li()), "%s, %s, 'ab'" % (li(), s()), "", "*[[1, 2], [3, 4]]", "1, 2"],
        "classmethod": ["len"],
        "compile": ["'1 + 1', 'f', 'eval'"],
        "super": ["int"],
        "__import__": ["'math'", "'os.path'", "'json'"],
        "open": ["1, 2, 3, 4, 5, 6, 7, 8, 9"],
    }


LAZY = {"enumerate", "zip", "map", "filter", "reversed", "iter"}
BY_TYPE = {
    "object",
    "property",
    "staticmethod",
    "classmethod",
    "memoryview",
    "compile",
    "super",
    "__import__",
    "globals",
    "locals",
    "dir",
    "id",
    "open",
    "vars",
}
NAMES = [
    "__import__",
    "abs",
    "all",
    "any",
    "ascii",
    "bin",
    "bool",
    "bytearray",
    "bytes",
    "callable",
    "chr",
    "classmethod",
    "compile",
    "complex",
    "delattr",
    "dict",
    "dir",
    "divmod",
    "enumerate",
    "eval",
    "exec",
    "filter",
    "float",
    "format",
    "frozenset",
    "getattr",
    "globals",
    "hasattr",
    "hash",
    "hex",
    "id",
    "int",
    "isinstance",
    "issubclass",
    "iter",
    "len",
    "list",
    "locals",
    "map",
    "max",
    "memoryview",
    "min",
    "next",
    "object",
    "oct",
    "open",
    "ord",
    "pow",
    "print",
    "property",
    "range",
    "repr",
    "reversed",
    "round",
    "set",
    "setattr",
    "slice",
    "sorted",
    "staticmethod",
    "str",
    "sum",
    "super",
    "tuple",
    "type",
    "vars",
    "zip",
]
constructs(*["builtin " + name for name in NAMES])


@piece("builtin functions", "lazy builtin iterators")
def builtin_calls(p):
    choices = calls(p)
    names = p.rotate(NAMES, 16)
    for name in names:
        p.use("builtin " + name)
        call = "%s(%s)" % (name, p.random.choice(choices[name]))
        if name in LAZY:
            p.attempt(
                "(type(%s).__name__, list(%s))" % (call, call)
                if p.chance(0.3)
                else "list(%s)" % call
                if "lambda: 1" not in call
                else "next(%s, 'end')" % call
            )
        elif name in BY_TYPE or call.startswith("type("):
            p.attempt("type(%s).__name__" % call)
        elif name == "next" or "iter(" in call:
            p.attempt("(%s, 0)[0]" % call)
        else:
            p.attempt(call)


@piece(
    "globals and locals",
    "vars and dir",
    "exec and eval with namespaces",
    "compile and eval",
    "type names",
    "callable text",
    "repr of functions and classes",
    "builtin names shadowed",
    "__name__ and __main__",
)
def introspection(p):
    name = p.fresh("visible")
    p.line("%s = %s" % (name, p.value("any")))
    p.text(
        """
def look(a, b={v}):
    c = a
    names = sorted(locals())
    def inner(): return c
    return names, {n!r} in globals(), sorted(locals())
report(look(1), {n!r} in dir(), globals()[{n!r}] is {n} if {n!r} in globals() else 'local')
namespace = {{'k': {w}}}
exec('m = k\\ndef f(x=1): return (x, k)\\nclass C: v = m\\nfor i in range(3): total = i', namespace)
report(sorted(n for n in namespace if not n.startswith('__')), namespace['f'](), namespace['C'].v, namespace['total'])
report(eval('k, f(2)', namespace), eval('k', {{'k': 1}}, {{'k': 2}}), eval(compile('k', '<s>', 'eval'), namespace))
class T:
    a = 1
    def __init__(self): self.b = {v}
report(vars(T()), 'a' in vars(T), [n for n in dir(T()) if n[0] != '_'], __name__, T.__module__)
""".format(v=p.value("int"), w=p.value("any"), n=name)
    )
    p.attempt(
        "[type(v).__name__ for v in (%s, %s, len, print, look, T, T().__init__, [].append, int, type, None, ..., NotImplemented, range(1), slice(1), property(), staticmethod(len), (x for x in ()), object(), super(T, T()), __import__('math'), look.__code__, {}.items(), type(T.__dict__), str.upper, int.__add__, (1).__add__)]"
        % (p.value("any"), p.value("any"))
    )
    p.attempt(
        "%s"
        % p.pick(
            "repr(int)",
            "repr(len)",
            "repr(T)",
            "str(type(None))",
            "repr(type(lambda: 0))",
            "repr(ValueError)",
            "repr(type(T))",
            "repr(...)",
            "repr(NotImplemented)",
            "repr(str.upper)",
            "repr(print)",
            "repr([int, None])",
            "repr(type(1j))",
            "repr(range(3))",
            "repr(slice(1, None))",
            "repr(look)[:14]",
            "repr(T().__init__)[:21]",
            "repr(type(len))",
            "repr(dict.fromkeys)[:17]",
            "repr(object())[:14]",
            "repr(iter([]))[:14]",
            "repr(type(iter([])))",
            "repr(property())[:9]",
            "repr(zip())[:4]",
            "repr(T())[:11]",
            "repr(__import__('math'))[:15]",
        )
    )
    p.text("""
def shadow(list=tuple, len=lambda x: 42):
    str = repr
    return list('ab'), len(0), str('q')
report(shadow())
""")
    p.attempt(
        "eval(%s)"
        % p.pick(
            "'1 +'",
            "'a b'",
            "''",
            "'[i for i in range(3)]'",
            "'{\"a\": 1}'",
            "'%s'" % name,
            "'look(2)'",
            "'x = 1'",
            "b'1'",
            "'(1, (2, [3]))'",
            "'-5 ** 2'",
            "'\"q\" * 3'",
            "'None'",
            "'not True'",
        )
    )
    p.attempt_statement(
        "exec(%s)"
        % p.pick(
            "'zzz = 5'",
            "'def made(): return 7'",
            "'import math as mm'",
            "'raise ValueError(3)'",
            "'for q in range(2): report(q)'",
            "'x = '",
            "'%s_copy = %s'" % (name, name),
        ),
        "report(%s)" % p.pick("zzz", "made()", "mm.sqrt(4)", "1", name + "_copy"),
    )
