"""Functions: parameters, arguments, scopes, decorators, generators."""

from python_pieces.registry import IDENTIFIERS, constructs, piece

constructs(
    "positional parameter",
    "default parameter",
    "star parameter",
    "keyword-only parameter",
    "keyword-only default",
    "double star parameter",
    "bare star parameter",
    "positional argument",
    "keyword argument",
    "star argument",
    "double star argument",
    "wrong call",
    "annotation",
)


def parameters(p):
    """A random parameter list and the names in it."""
    names, texts = [], []
    defaults = False
    for name in IDENTIFIERS[: p.random.randrange(4)]:
        defaults = defaults or p.chance(0.35)
        p.use("default parameter" if defaults else "positional parameter")
        annotation = ""
        if p.chance(0.1):
            p.use("annotation")
            annotation = ": int"
        texts.append(name + annotation + ("=" + p.value("any", 0) if defaults else ""))
        names.append(name)
    keyword_only = IDENTIFIERS[4 : 4 + p.pick(0, 0, 1, 2)]
    if p.chance(0.4):
        p.use("star parameter")
        texts.append("*rest")
        names.append("rest")
    elif keyword_only:
        p.use("bare star parameter")
        texts.append("*")
    for name in keyword_only:
        default = p.chance(0.5)
        p.use("keyword-only default" if default else "keyword-only parameter")
        texts.append(name + ("=" + p.value("any", 0) if default else ""))
        names.append(name)
    if p.chance(0.35):
        p.use("double star parameter")
        texts.append("**extra")
        names.append("extra")
    return ", ".join(texts), names


def arguments(p, names):
    """A random argument list, often one that does not fit."""
    texts = [p.value("any", 1) for _ in range(p.random.randrange(4))]
    if texts:
        p.use("positional argument")
    if p.chance(0.3):
        p.use("star argument")
        texts.append(
            "*"
            + p.value(
                p.pick("list", "tuple", "str", "strs", "dict", "int", "none")
                if p.chance(0.2)
                else p.pick("list", "tuple"),
                1,
            )
        )
    keywords = [
        name for name in p.random.sample(IDENTIFIERS, p.pick(0, 0, 1, 1, 2, 3)) if p.chance(0.75) or name in names
    ]
    for name in keywords:
        p.use("keyword argument")
        texts.append("%s=%s" % (name, p.value("any", 1)))
    if p.chance(0.3):
        p.use("double star argument")
        texts.append(
            "**"
            + p.pick(
                p.value("dict", 0),
                p.value("dict", 1),
                "{%r: 1}" % p.random.choice(IDENTIFIERS),
                "{'extra': 2}",
                "{1: 2}",
                p.value("list", 0),
            )
        )
    return ", ".join(texts)


@piece("wrong call")
def calls(p):
    name = p.fresh("function")
    text, names = parameters(p)
    result = "(%s)" % "".join(n + ", " for n in names)
    p.line(
        "def %s(%s): return %s" % (name, text, result.replace("extra", "sorted(extra.items())").replace("rest", "rest"))
    )
    for _ in range(5):
        p.attempt("%s(%s)" % (name, arguments(p, names)))


@piece("wrong call", "method call with wrong arguments", "lambda call with wrong arguments")
def wrong_calls(p):
    name = p.fresh("Klass")
    text, names = parameters(p)
    initial, initial_names = parameters(p)
    with p.block("class " + name):
        with p.block("def __init__(self%s)" % (", " + initial if initial else "")):
            p.line("self.state = %s" % (p.pick(*initial_names) if initial_names else "None"))
        p.line("def method(self%s): return %s" % (", " + text if text else "", p.pick(*names) if names else "1"))
        p.line("@staticmethod")
        p.line("def static(%s): return %s" % (text, p.pick(*names) if names else "2"))
        p.line("@classmethod")
        p.line("def of_class(cls%s): return cls.__name__" % (", " + text if text else ""))
        p.line("def without_self(): return 3")
    for _ in range(2):
        p.attempt("%s(%s).state" % (name, arguments(p, initial_names)))
        p.attempt("%s.%s(%s)" % (name, p.pick("static", "of_class", "method", "without_self"), arguments(p, names)))
    required = len([part for part in initial.split(", ") if part])
    p.attempt("%s.__new__(%s).%s(%s)" % (name, name, p.pick("method", "without_self", "of_class"), arguments(p, names)))
    p.attempt(
        "(lambda %s: %s)(%s)" % (text.replace(": int", ""), p.pick(*names) if names else "0", arguments(p, names))
    )
    p.attempt(
        "%s(%s)"
        % (
            p.pick("1", "'a'", "None", "[1]", "(1, 2)", "...", "3.5", "{}()", name + ".__name__", "NotImplemented"),
            required,
        )
    )


@piece("nonlocal", "closure", "closure in a loop", "global")
def scopes(p):
    outer, name = p.fresh("outer"), p.fresh("shared")
    p.text(
        """
def {o}(start):
    count = start
    def step(by={by}):
        nonlocal count
        count {op} by
        return count
    def peek():
        return count
    return step, peek
step, peek = {o}({start})
report(step(), step({v}), peek(), step.__name__, {o}.__qualname__, step.__qualname__)
actions = []
for i in range({n}):
    actions.append(lambda x=i: (i, x))
report([action() for action in actions])
""".format(
            o=outer,
            by=p.value("int"),
            op=p.pick("+=", "-=", "*=", "|="),
            start=p.value("int"),
            v=p.value("int"),
            n=p.random.randrange(5),
        )
    )
    depth = p.random.randrange(2, 5)
    p.line("%s = %s" % (name, p.value("any")))
    global_name = p.fresh("made_global")
    p.text(
        """
def change():
    global {g}
    {g} = {v}
    def deeper():
        global {g}
        {g} = ({g}, {w})
    deeper()
change()
report({g}, '{g}' in globals(), {name})
""".format(g=global_name, v=p.value("int"), w=p.value("str"), name=name)
    )
    header = p.fresh("nest")
    for level in range(depth):
        p.line("    " * level + "def %s_%d(a%d):" % (header, level, level))
        if level and p.chance(0.5):
            p.line("    " * (level + 1) + "nonlocal a%d" % (level - 1))
            p.line("    " * (level + 1) + "a%d = (a%d, a%d)" % (level - 1, level, level - 1))
    p.line("    " * depth + "return [%s]" % ", ".join("a%d" % level for level in range(depth)))
    for level in reversed(range(depth - 1)):
        p.line("    " * (level + 1) + "return %s_%d(a%d), a%d" % (header, level + 1, level, level))
    p.attempt("%s_0(%s)" % (header, p.value("any")))
    p.text(
        """
def reader():
    x = 1
    def change():
        {decl}
        x {assign} {v}
    change()
    return x
""".format(decl=p.pick("nonlocal x", "pass"), assign=p.pick("=", "+="), v=p.value("int"))
    )
    p.attempt("reader()")


@piece("function decorator", "decorator with arguments", "stacked decorators", "class decorator", "decorator class")
def decorators(p):
    wrap, twice, collect, counted = p.fresh("wrap"), p.fresh("twice"), p.fresh("collect"), p.fresh("Counted")
    p.text(
        """
def {w}(function):
    def inner(*args, **kwargs):
        return ({tag}, function(*args, **kwargs))
    inner.__name__ = '{w}_' + function.__name__
    return inner
def {t}(*values, **options):
    def decorate(function):
        def inner(*args):
            return [function(*args) for _ in values] + sorted(options)
        return inner
    return decorate
REGISTRY = {{}}
def {c}(cls):
    REGISTRY[cls.__name__.lower()] = cls
    cls.tag = {tag2}
    return cls
class {k}:
    def __init__(self, function):
        self.function, self.calls = function, 0
    def __call__(self, *args):
        self.calls += 1
        return self.function(*args), self.calls
""".format(w=wrap, t=twice, c=collect, k=counted, tag=p.value("any"), tag2=p.value("any"))
    )
    chosen = [
        p.pick(
            wrap,
            "%s(%s)" % (twice, p.value("any", 1)),
            counted,
            "%s(1, 2, k=3)" % twice,
            p.pick("staticmethod", "callable", "list", "lambda f: f").replace("lambda f: f", wrap),
        )
        for _ in range(p.random.randrange(1, 4))
    ]
    name = p.fresh("decorated")
    p.line("try:")
    for decorator in chosen:
        p.line("    @" + decorator)
    p.line("    def %s(x, y=%s): return (x, y)" % (name, p.value("int")))
    p.line("    report(%s(%s), getattr(%s, '__name__', 'none'))" % (name, p.value("any"), name))
    p.line("    report(%s(%s), %s(1, 2))" % (name, p.value("any"), name))
    p.line("except Exception as error: report(type(error).__name__, str(error))")
    klass = p.fresh("Klass")
    p.text(
        """
@{c}
class {k}: size = {v}
report(sorted(REGISTRY), {k}.tag, REGISTRY['{l}'].size)
""".format(c=collect, k=klass, l=klass.lower(), v=p.value("int"))
    )


@piece("generator", "send", "throw", "close", "generator return", "generator expression", "generator finally")
def generators(p):
    name = p.fresh("generate")
    p.text(
        """
def {g}(n, log):
    total = {start}
    try:
        while n > 0:
            try:
                got = yield total
            except {caught} as error:
                log.append(('caught', str(error)))
                got = {v}
            total = (total, got)
            n -= 1
            if got == {stop}:
                return total
    finally:
        log.append('closed')
        {final}
    return ('end', total)
log = []
g = {g}({n}, log)
""".format(
            g=name,
            start=p.value("int"),
            caught=p.pick("ValueError", "KeyError", "(TypeError, ValueError)"),
            v=p.value("any", 1),
            stop=p.pick("1", "2", "'a'"),
            n=p.random.randrange(4),
            final=p.pick("pass", "log.append(n)", "log.append('x')"),
        )
    )
    for _ in range(p.random.randrange(2, 6)):
        p.attempt(
            p.pick(
                "next(g)",
                "next(g, 'default')",
                "g.send(%s)" % p.pick("None", "1", "'a'", p.value("any", 1)),
                "g.throw(%s)"
                % p.pick(
                    "ValueError",
                    "ValueError('v')",
                    "KeyError('k')",
                    "ValueError, ValueError('x')",
                    "ValueError, 'text'",
                ),
                "g.close()",
                "list(g)",
            )
        )
    p.report("log", "type(g).__name__", "g.__name__", "g.gi_frame is None", "g.gi_running")
    p.text("""
def finish(g):
    try:
        while True:
            next(g)
    except StopIteration as stop:
        return stop.value, stop.args
""")
    p.attempt("finish(%s(%d, log))" % (name, p.random.randrange(4)))
    p.text(
        """
def stubborn():
    try:
        yield {v}
    except GeneratorExit:
        {leave}
s = stubborn()
""".format(v=p.value("any"), leave=p.pick("yield 2", "return 3", "raise", "raise ValueError('left')"))
    )
    p.attempt("(next(s), s.close())")
    p.text(
        """
def raises():
    yield 1
    raise {e}
""".format(e=p.pick("StopIteration(3)", "ValueError('inner')", "StopIteration"))
    )
    p.attempt("list(raises())")


@piece("yield from", "delegated send and throw", "recursive generator")
def delegation(p):
    inner, outer = p.fresh("inner"), p.fresh("outer")
    p.text(
        """
def {i}(items):
    seen = []
    for item in items:
        try:
            seen.append((yield item))
        except {e} as error:
            seen.append(repr(error))
            yield 'handled'
    return seen
def {o}():
    result = yield from {i}({items})
    report(result)
    result = yield from {source}
    yield ('second', result)
    return 'done'
g = {o}()
""".format(
            i=inner,
            o=outer,
            e=p.pick("ValueError", "KeyError"),
            items=p.value("list"),
            source=p.pick("'ab'", p.value("list"), "iter(%s)" % p.value("dict"), p.value("int"), "(c for c in 'xy')"),
        )
    )
    for _ in range(p.random.randrange(2, 7)):
        p.attempt(
            p.pick(
                "next(g)",
                "g.send(%s)" % p.value("any", 1),
                "g.throw(ValueError('t'))",
                "g.throw(KeyError, 'k')",
                "g.close()",
            )
        )
    p.attempt("list(g)")
    walk = p.fresh("walk")
    p.text(
        """
def {w}(tree):
    if isinstance(tree, (list, tuple)):
        for branch in tree:
            yield from {w}(branch)
    elif isinstance(tree, dict):
        for key in sorted(tree):
            for leaf in {w}(tree[key]):
                yield key, leaf
    else:
        yield tree
report(list({w}([{a}, [{b}, ({c},)], {d}])))
""".format(w=walk, a=p.value("any"), b=p.value("int"), c=p.value("str"), d=p.value("dict"))
    )


@piece(
    "lambda",
    "recursion",
    "function attributes",
    "star in call",
    "keyword order",
    "mutable default",
    "callable",
    "evaluation order",
)
def function_idioms(p):
    name = p.fresh("function")
    p.text(
        """
def {f}(n, memo={{}}):
    "Counts."
    {f}.calls = getattr({f}, 'calls', 0) + 1
    if n in memo: return memo[n]
    memo[n] = n if n < 2 else {f}(n - 1) + {k} * {f}(n - 2)
    return memo[n]
report({f}({n}), {f}.calls, {f}.__doc__, {f}.__defaults__, {f}.__kwdefaults__, {f}.__module__)
order = []
def note(x):
    order.append(x)
    return x
def take(*args, **kwargs): return args, list(kwargs.items())
report(take(note(1), *[note(2)], b=note({v}), a=note(4), **{{'z': note(5)}}), order)
report({{note('k'): note({v}), note('l'): note(3)}}[note('k')], [note(1), note(2)][note(0)], order)
""".format(f=name, k=p.value("int"), n=p.random.randrange(12), v=p.value("int"))
    )
    p.attempt("callable(%s), callable(%s)" % (p.value("any"), name))
    p.line("compose = lambda *fs: (lambda x: x) if not fs else (lambda x: fs[0](compose(*fs[1:])(x)))")
    p.attempt(
        "compose(%s)(%s)"
        % (
            ", ".join(
                p.pick("str", "len", "lambda v: v + 1", "repr", "abs", "lambda v: v * 2", "list")
                for _ in range(p.random.randrange(4))
            ),
            p.value("any"),
        )
    )
    p.attempt("(lambda *a, k=%s, **o: (a, k, sorted(o)))(%s)" % (p.value("int"), arguments(p, [])))
    p.attempt("note(1) < note(%s) < note(3), order" % p.value("int"))
    p.attempt("(note('l'), order.clear(), note(%s), len(order))[%s]" % (p.value("any"), p.value("int", 0)))
    p.attempt("%s.__code__.co_varnames[:%s.__code__.co_argcount]" % (name, name))
    p.attempt("%s.missing" % name)
