"""Exceptions: raising, chaining, matching, context managers."""

from python_pieces.registry import piece

RAISED = [
    "ValueError('v')",
    "KeyError('k')",
    "KeyError(1, 2)",
    "TypeError",
    "IndexError('i')",
    "ZeroDivisionError()",
    "RuntimeError('a', 2)",
    "StopIteration(4)",
    "AttributeError('x')",
    "OSError(2, 'No such file')",
    "OSError('plain')",
    "NotImplementedError()",
    "Exception('é')",
    "AssertionError('q')",
    "UnicodeError('u')",
    "ArithmeticError(None)",
    "LookupError([1])",
    "KeyError()",
    "IOError(2, 'No', 'name')",
    "FileNotFoundError(2, 'No')",
    "SystemExit(3)",
    "Warning('w')",
    "ImportError('no x', name='x')",
]

DESCRIBE = """
def describe(error, depth=0):
    if error is None or depth > 4:
        return None
    return (type(error).__name__, str(error), repr(error), error.args, describe(error.__cause__, depth + 1),
            describe(error.__context__, depth + 1), error.__suppress_context__)
"""


def some(p):
    return (
        p.pick(*RAISED)
        if p.chance(0.6)
        else "%s(%s)"
        % (
            p.pick("ValueError", "KeyError", "TypeError", "IndexError"),
            ", ".join(p.value("any", 1) for _ in range(p.random.randrange(3))),
        )
    )


@piece("raise from", "implicit context", "explicit cause", "suppressed context", "bare raise", "nested handlers")
def chaining(p):
    p.text(DESCRIBE)
    p.text(
        """
try:
    try:
        raise {a}
    except BaseException as first:
        {again}
except BaseException as error:
    report(describe(error))
""".format(
            a=some(p),
            again=p.pick(
                "raise " + some(p),
                "raise %s from first" % some(p),
                "raise %s from None" % some(p),
                "raise",
                "raise first",
                "1 // 0",
                "raise %s from %s" % (some(p), some(p)),
                "raise %s from %s" % (some(p), p.value("int", 0)),
            ),
        )
    )
    p.text(
        """
try:
    try:
        raise {a}
    finally:
        {b}
except BaseException as error:
    report(describe(error))
try:
    error
except NameError as e:
    report(str(e))
""".format(a=some(p), b=p.pick("raise " + some(p), "report('finally')", "[][1]"))
    )
    p.text(
        """
def failing(n):
    try:
        if n == 0:
            raise {a}
        failing(n - 1)
    except (ValueError, KeyError) as e:
        raise {b} {source}
try:
    failing({n})
except Exception as error:
    report(describe(error))
""".format(
            a=some(p),
            b=p.pick("ValueError(n)", "KeyError(n)", "TypeError(n)"),
            source=p.pick("", "from e", "from None"),
            n=p.random.randrange(3),
        )
    )
    p.attempt_statement(
        "raise %s" % p.pick("1", "'text'", "int", "None", "ValueError()", "object()", "(ValueError,)", "[]")
    )
    p.attempt_statement("raise")
    p.attempt_statement(
        "raise ValueError('a').with_traceback(None) from %s" % p.pick("KeyError", "KeyError('c')", "None")
    )


@piece(
    "exception classes",
    "except with tuple",
    "except order",
    "exception attributes",
    "exception hierarchy",
    "except with expression",
)
def own_exceptions(p):
    base, derived = p.fresh("Base") + "Error", p.fresh("Derived") + "Error"
    p.text(
        """
class {b}({builtin}):
    {body}
class {d}({b}{more}):
    def __str__(self): return {text}
def thrower(kind):
    raise [{b}({x}), {d}({y}), {e}][kind]
""".format(
            b=base,
            d=derived,
            builtin=p.pick("Exception", "ValueError", "KeyError", "RuntimeError", "IndexError"),
            more=p.pick("", "", ", TypeError"),
            body=p.pick(
                "pass",
                "def __init__(self, *args): super().__init__(*args[::-1]); self.size = len(args)",
                "def __init__(self, value=3): self.value = value",
                "def __repr__(self): return 'custom' + repr(self.args)",
                "code = 7",
            ),
            text=p.pick(
                "'own'", "super(%s, self).__str__() + '!'" % derived, "'%s' % (self.args,)", "str(len(self.args))"
            ),
            x=p.value("any"),
            y=p.value("any"),
            e=some(p),
        )
    )
    p.text(
        """
for kind in range({n}):
    try:
        thrower(kind)
    except {d} as error:
        report('derived', str(error), repr(error), error.args, isinstance(error, {b}))
    except ({b}, {other}) as error:
        report('base', str(error), repr(error), error.args, sorted(vars(error)))
    except {last}:
        report('last')
    else:
        report('else')
""".format(
            n=p.random.randrange(2, 5),
            b=base,
            d=derived,
            other=p.pick("OSError", "LookupError", "ArithmeticError"),
            last=p.pick("Exception", "BaseException", "(Exception, SystemExit)"),
        )
    )
    p.attempt_statement("thrower(%s)" % p.value("int", 0))
    p.attempt("[c.__name__ for c in %s.__mro__]" % derived)
    p.attempt(
        "issubclass(%s, %s), %s('q').args, %s.__bases__[0].__name__"
        % (derived, p.pick("LookupError", "ValueError", "Exception"), base, base)
    )
    p.text(
        """
try:
    raise {e}
except {wrong}:
    report('matched')
""".format(
            e=some(p),
            wrong=p.pick(
                "'text'",
                "(ValueError, 3)",
                "Exception if %s else KeyError" % p.value("bool"),
                "{1: Exception}[1]",
                "(((KeyError,), ValueError), Exception)",
                "int",
            ),
        )
    )


@piece(
    "exception text",
    "KeyError text",
    "OSError text",
    "UnicodeDecodeError",
    "UnicodeEncodeError",
    "StopIteration value",
    "SystemExit code",
)
def exception_texts(p):
    makers = ", ".join("lambda: " + some(p) for _ in range(4)).replace("lambda: TypeError,", "lambda: TypeError(),")
    p.text(
        """
for make in [{makers}]:
    try:
        error = make()
        report(str(error), repr(error), error.args)
    except Exception as failure:
        report(type(failure).__name__, str(failure))
""".format(makers=makers)
    )
    for text in p.random.sample(
        [
            "b'\\xff'.decode()",
            "'é'.encode('ascii')",
            "{}['k']",
            "{}[1, 2]",
            "[][0]",
            "next(iter([]))",
            "int('x1')",
            "float('y')",
            "None.x",
            "(1).x",
            "'a' + 1",
            "1 + 'a'",
            "[] + ()",
            "len(5)",
            "None()",
            "undefined_name",
            "1 // 0",
            "1 % 0",
            "1.0 // 0",
            "1.5 % 0",
            "0 ** -1",
            "2.0 ** 5000",
            "1 << -1",
            "[1, 2].index(3)",
            "(1,).index(2)",
            "'a'.index('b')",
            "[].pop()",
            "{}.popitem()",
            "set().pop()",
            "{1}.remove(2)",
            "[1].remove(5)",
            "chr(-1)",
            "ord('ab')",
            "'abc'[5]",
            "'abc'['a']",
            "[1]['a']",
            "(1,)[1.5]",
            "{}[[]]",
            "{[]: 1}",
            "{{}}",
            "hash([])",
            "iter(3)",
            "for_ in 3",
            "3 in 4",
            "[1] < ['a']",
            "1 < 'a'",
            "None < 1",
            "max([])",
            "min(())",
            "sum(['a'])",
            "range(1, 2, 0)",
            "[1, 2][::0]",
            "int('5', 40)",
            "int('9', 8)",
            "int(None)",
            "int([])",
            "float([])",
            "bytes([256])",
            "bytes(-1)",
            "'%d' % 'a'",
            "'%d %d' % 1",
            "'%d' % (1, 2)",
            "'%q' % 1",
            "'{'.format(1)",
            "'{0} {1}'.format(1)",
            "'{a}'.format(1)",
            "'{:d}'.format('a')",
            "'{:s}'.format(1)",
            "format(1.5, 'd')",
            "'{:>>5}'.format([1])",
            "getattr(1, 'foo')",
            "isinstance(1, 2)",
            "issubclass(1, int)",
            "object().x",
            "object(1)",
            "type('a', (1,), {})",
            "int.missing",
            "print.x",
            "str.join(',', [1])",
            "''.join([1])",
            "','.join(5)",
            "dict([1])",
            "dict([(1,)])",
            "dict(1)",
            "set(1)",
            "list(None)",
            "tuple(4)",
            "reversed({1})",
            "sorted([1, 'a'])",
            "zip(1)",
            "enumerate(3)",
            "map(1)",
            "pow(2, -1, 3)",
            "round('a')",
            "abs('a')",
            "divmod(1, 0)",
            "-'a'",
            "~1.5",
            "+[]",
            "[1] * 1.5",
            "'a' * 'b'",
            "1 @ 2",
            "(1).__add__()",
            "str(1, 2)",
            "bool(1, 2)",
            "float(1, 2)",
            "list(1, 2)",
            "int(1, 2)",
            "complex('x')",
            "'a'.zfill()",
            "'a'.split(1)",
            "'a'.split('')",
            "'a'.replace('b')",
            "[].append()",
            "[].append(1, 2)",
            "{}.get()",
            "{}.update(1)",
            "[].sort(1)",
            "[].sort(foo=1)",
            "sorted()",
            "len()",
            "len(1, 2)",
            "isinstance(1)",
            "getattr(1)",
            "print(foo=1)",
            "open()",
            "chr('a')",
            "hex(1.5)",
            "eval('1 +')",
            "super().x",
            "property().x",
            "next([])",
            "iter(1, 2)",
            "vars(1)",
            "(i for i in 5)",
            "[*5]",
            "(*None,)",
            "{**[]}",
            "{*1}",
        ],
        9,
    ):
        p.attempt(text)


@piece(
    "with",
    "with as",
    "with several",
    "suppressing exit",
    "exception in exit",
    "exception in enter",
    "nested with",
    "exit arguments",
    "with unpacking",
)
def context_managers(p):
    name = p.fresh("Manager")
    p.text(
        """
class {m}:
    def __init__(self, name, swallow=False, fail=None):
        self.name, self.swallow, self.fail = name, swallow, fail
    def __enter__(self):
        report('enter', self.name)
        if self.fail == 'enter': raise KeyError('enter ' + self.name)
        return {entered}
    def __exit__(self, kind, error, trace):
        report('exit', self.name, kind and kind.__name__, str(error), trace is None)
        if self.fail == 'exit': raise IndexError('exit ' + self.name)
        return self.swallow
""".format(m=name, entered=p.pick("self", "self.name, %s" % p.value("int", 0), "[self.name]"))
    )

    def manager(tag):
        return "%s(%r, %s, %s)" % (
            name,
            tag,
            p.value("any", 1) if p.chance(0.5) else p.value("bool", 0),
            p.pick("None", "None", "'enter'", "'exit'"),
        )

    body = p.pick("raise %s" % some(p), "report('body')", "report(%s)" % p.value("any", 3))
    p.text(
        """
try:
    with {a} as first, {b}{c}:
        {body}
        report('after')
    report('left')
except BaseException as error:
    report(type(error).__name__, str(error), type(error.__context__).__name__)
""".format(a=manager("a"), b=manager("b"), c=p.pick("", " as second", ", " + manager("c")), body=body)
    )
    p.text(
        """
def inside():
    for i in range(3):
        with {a} as got:
            with {b}:
                {leave}
        report('next', i)
    return 'end'
""".format(
            a=manager("x"),
            b=manager("y"),
            leave=p.pick("return i", "continue", "break", "raise %s" % some(p), "report(i)"),
        )
    )
    p.text("""
try:
    report(inside())
except BaseException as error:
    report(type(error).__name__, str(error))
""")
    p.text(
        """
try:
    with {bad} as x:
        report('body')
except Exception as error:
    report(type(error).__name__, str(error))
""".format(
            bad=p.pick(
                "5",
                "type('NoExit', (), {'__enter__': lambda self: 1})()",
                "type('NoEnter', (), {'__exit__': lambda *a: 1})()",
                "'s'",
                name,
            )
        )
    )
    p.attempt_statement("with %s('t') as (q, r): report(q, r)" % name)


@piece("uncaught exception")
def uncaught(p):
    """The last thing that a program does, sometimes."""
    if p.chance(0.5):
        return
    body = p.pick(
        "raise " + some(p),
        "report(%s)" % p.value("any", 4),
        "undefined_name",
        "[1, 2][%s]" % p.value("int"),
        "assert %s, %s" % (p.value("bool"), p.value("any")),
    )
    if p.chance(0.5):
        name = p.fresh("final")
        p.text(
            """
def {f}(x):
    y = x
    {b}
""".format(f=name, b=body)
        )
        body = "%s(%s)" % (name, p.value("any", 1))
    p.at_end.append(body)
