"""The standard library: iterators, contexts, abstract classes, enumerations, copying."""

from python_pieces.registry import constructs, piece


ITERTOOLS = [
    "accumulate",
    "chain",
    "chain.from_iterable",
    "combinations",
    "combinations_with_replacement",
    "compress",
    "count",
    "cycle",
    "dropwhile",
    "filterfalse",
    "groupby",
    "islice",
    "permutations",
    "product",
    "repeat",
    "starmap",
    "takewhile",
    "tee",
    "zip_longest",
]
constructs(*["itertools." + name for name in ITERTOOLS])


@piece("itertools", "operator module", "operator.itemgetter", "operator.attrgetter", "operator.methodcaller")
def iterators(p):
    p.need("itertools")
    p.need("operator")
    li, ss, n = (lambda: p.value("list", 1)), (lambda: p.value("strs", 1)), (lambda: p.expressions.small(0, 5))
    calls = {
        "accumulate": [li(), "%s, lambda a, b: a * b" % li(), "%s, max" % li(), ss()],
        "chain": ["%s, %s" % (li(), ss()), "", "'ab', {'k': 1}"],
        "chain.from_iterable": ["[%s, %s]" % (li(), ss()), "['ab', 'c']", "[1]"],
        "combinations": ["%s, 2" % ss(), "range(4), %s" % n(), "'abc', -1"],
        "combinations_with_replacement": ["'abc', %s" % p.random.randrange(3)],
        "compress": ["'abcd', %s" % li()],
        "count": ["", "%s, 2" % n(), "1.5, 0.5", "step=-1"],
        "cycle": ["'ab'", "[1]"],
        "dropwhile": ["lambda v: v < 3, %s" % li()],
        "filterfalse": ["lambda v: v %% 2, %s" % li(), "None, %s" % li()],
        "groupby": ["'aabbbc'", "%s, key=len" % ss(), "sorted(%s, key=len), len" % ss()],
        "islice": [
            "range(10), %s" % n(),
            "'abcdef', 1, 5, 2",
            "itertools.count(), 2, 6",
            "range(5), 1, None",
            "[], -1",
        ],
        "permutations": ["'abc', 2", "range(3)", "'ab', 3"],
        "product": [
            "'ab', range(2)",
            "range(2), repeat=%d" % p.random.randrange(4),
            "",
            "'ab', [1], repeat=2",
        ],
        "repeat": ["%s, %s" % (p.value("any", 1), n()), "1, times=2"],
        "starmap": ["pow, [(2, 3), (3, 2)]", "lambda *a: a, zip(%s, %s)" % (li(), ss())],
        "takewhile": ["lambda v: v, %s" % li(), "str.isalpha, %s" % p.value("str", 1)],
        "tee": ["%s, 2" % li(), "'abc'"],
        "zip_longest": ["%s, %s, fillvalue='-'" % (li(), ss()), "'ab', 'c'", "[], 'a'", "range(3), fill=2"],
    }
    for name in p.rotate(ITERTOOLS, 7):
        p.use("itertools." + name)
        call = "itertools.%s(%s)" % (name, p.random.choice(calls[name]))
        if name in ("count", "cycle"):
            p.attempt("[v for v, _ in zip(%s, range(%d))]" % (call, p.random.randrange(6)))
        elif name == "groupby":
            p.attempt("[(k, list(g)) for k, g in %s]" % call)
        elif name == "tee":
            p.attempt("[list(t) for t in %s]" % call)
        else:
            p.attempt("list(%s)" % call)
    p.attempt(
        "operator.%s"
        % p.pick(
            "add(1, %s)" % p.value("int", 1),
            "mul('a', 3)",
            "itemgetter(1)(%s)" % p.value("tuple"),
            "itemgetter(0, -1)(%s)" % p.value("list"),
            "contains(%s, 1)" % li(),
            "neg(%s)" % p.value("int"),
            "truediv(1, %s)" % p.value("int"),
            "concat([1], [2])",
            "not_(%s)" % p.value("any"),
            "index(3)",
            "xor(5, 3)",
            "lt(1, 2)",
            "getitem({'a': 1}, 'a')",
            "is_(None, None)",
            "countOf([1, 1], 1)",
            "floordiv(7, -2)",
            "iadd([1], [2])",
            "and_(6, 3)",
            "pow(2, 10)",
            "inv(5)",
            "truth([])",
            "length_hint([1, 2])",
        )
    )
    p.attempt("sorted({'b': 2, 'a': 3, 'c': 1}.items(), key=operator.itemgetter(%s))" % p.pick("0", "1", "1, 0"))
    p.attempt(
        "operator.attrgetter(%s)(%s)"
        % (p.pick("'real'", "'__class__.__name__'", "'real', 'imag'", "'missing'"), p.value("int"))
    )
    p.attempt(
        "operator.methodcaller(%s)(%s)"
        % (p.pick("'upper'", "'count', 'a'", "'split', sep='a'", "'nope'"), p.value("str"))
    )


@piece(
    "contextmanager",
    "contextmanager errors",
    "contextlib.suppress",
    "ExitStack",
    "contextlib.closing",
    "ContextDecorator",
    "redirect and nullcontext",
)
def contexts(p):
    p.need("contextlib")
    name = p.fresh("scope")
    p.text(
        """
@contextlib.contextmanager
def {m}(tag, catch={c}):
    report('open', tag)
    try:
        yield tag, {v}
    except ValueError as error:
        report('seen', str(error))
        if not catch: {again}
    finally:
        report('close', tag)
""".format(
            m=name,
            c=p.value("bool", 0),
            v=p.value("any", 1),
            again=p.pick("raise", "raise KeyError('k') from error", "raise TypeError(str(error))"),
        )
    )
    p.text(
        """
try:
    with {m}('a') as (tag, value), {m}('b'{more}):
        report(tag, value)
        {body}
    report('after')
except Exception as error:
    report(type(error).__name__, str(error), type(error.__cause__).__name__, type(error.__context__).__name__)
with contextlib.suppress({kinds}):
    {body2}
report('suppressed')
""".format(
            m=name,
            more=p.pick("", ", True", ", catch=False"),
            body=p.pick("raise ValueError('v')", "pass", "raise KeyError('k')", "{}['z']"),
            kinds=p.pick("ValueError, KeyError", "Exception", "LookupError"),
            body2=p.pick("raise KeyError('q')", "[][0]", "raise KeyError", "pass"),
        )
    )
    p.text(
        """
try:
    with contextlib.ExitStack() as stack:
        for i in range({n}):
            stack.enter_context({m}(i))
        stack.callback(report, 'callback', {v})
        stack.push(lambda kind, error, trace: {swallow})
        {body}
    report('done')
except Exception as error:
    report(type(error).__name__, str(error))
class Closable:
    def close(self): report('closed')
with contextlib.closing(Closable()) as c: report(type(c).__name__)
@{m}('decorating')
def work(x): return x
report(work({v}), work.__name__)
""".format(
            m=name,
            n=p.random.randrange(4),
            v=p.value("any", 1),
            swallow=p.value("bool", 0),
            body=p.pick("raise ValueError('in stack')", "report('body')", "raise KeyError('other')"),
        )
    )
    p.text(
        """
class Deco(contextlib.ContextDecorator):
    def __enter__(self): report('in'); return self
    def __exit__(self, *exc): report('out', exc[0] is None); return {r}
@Deco()
def decorated(): return 1 // {z}
""".format(r=p.value("bool", 0), z=p.random.randrange(2))
    )
    p.attempt("decorated()")
    p.text(
        """
@contextlib.contextmanager
def odd(n):
    for i in range(n): yield i
    {end}
""".format(end=p.pick("return", "raise ValueError('end')", "pass"))
    )
    p.attempt_statement(
        "with odd(%d) as x: report(x)%s"
        % (p.random.randrange(3), p.pick("", "; raise KeyError('body')", "; raise StopIteration('s')"))
    )
    p.attempt_statement("with contextlib.nullcontext(5) as x: report(x)")


@piece(
    "abc.ABC",
    "abstractmethod",
    "abstract property",
    "ABC register",
    "Enum",
    "Enum members and aliases",
    "Enum errors",
    "IntEnum",
    "Flag",
    "enum.auto",
    "functional Enum",
)
def abstract_and_enum(p):
    p.need("abc")
    p.need("enum")
    name = p.fresh("Abstract")
    p.text(
        """
class {a}({base}):
    @abc.abstractmethod
    def build(self): return {v}
    @property
    @abc.abstractmethod
    def size(self): pass
class {a}Half({a}):
    def build(self): return 'half', super().build()
class {a}Full({a}Half):
    size = {w}
class {a}Other: pass
{a}.register({a}Other)
report({a}Full().build(), {a}Full().size, sorted({a}.__abstractmethods__), isinstance({a}Other(), {a}), issubclass({a}Other, {a}), issubclass(int, {a}))
class Color(enum.{kind}):
    RED = {r}
    GREEN = {g}
    CRIMSON = {r}
    def describe(self): return self.name, self.value
""".format(
            a=name,
            base=p.pick("abc.ABC", "metaclass=abc.ABCMeta"),
            v=p.value("any", 1),
            w=p.value("any", 1),
            kind=p.pick("Enum", "Enum", "IntEnum"),
            r=p.random.randrange(4),
            g=p.random.randrange(5, 9),
        )
    )
    p.attempt("%s%s()" % (name, p.pick("", "Half")))
    for text in p.random.sample(
        [
            "Color.RED, str(Color.RED), Color.RED.name, Color.GREEN.value",
            "Color(0)",
            "Color(%d)" % p.random.randrange(9),
            "Color['RED']",
            "Color['BLUE']",
            "list(Color), len(Color)",
            "Color.CRIMSON is Color.RED, Color.CRIMSON",
            "Color.RED.describe()",
            "Color.RED == Color.GREEN, Color.RED == 1, Color.RED in Color, hash(Color.RED) == hash(Color.RED)",
            "Color.__members__",
            "'%s %r' % (Color.RED, Color.GREEN)",
            "'{}'.format(Color.GREEN), f'{Color.RED!r}'",
            "Color.RED < Color.GREEN",
            "Color.RED + 1",
            "Color.BLUE",
            "isinstance(Color.RED, Color), type(Color.RED).__name__",
            "sorted(Color, key=lambda c: -c.value)",
            "{Color.RED: 1}[Color(Color.RED)]",
            "Color.RED.missing",
            "type(Color).__name__",
            "repr(Color)",
        ],
        8,
    ):
        p.attempt(text)
    p.attempt_statement("Color.RED = 5")
    p.attempt_statement("class More(Color): pass")
    p.attempt_statement("class Twice(enum.Enum): A = 1; A = 2")
    p.text(
        """
class Perm(enum.{flag}):
    R = enum.auto()
    W = enum.auto()
    X = enum.auto()
class Auto(enum.Enum):
    def _generate_next_value_(name, start, count, last_values): return name.lower() + str(count)
    A = enum.auto()
    B = enum.auto()
Shape = enum.Enum('Shape', {names})
@enum.unique
class U(enum.IntEnum):
    ONE = 1
    TWO = 2
class Planet(enum.Enum):
    EARTH = (1, 2.5)
    MARS = (3, {v})
    def __init__(self, mass, radius): self.mass, self.radius = mass, radius
    @property
    def both(self): return self.mass, self.radius
report(Perm.R | Perm.W, (Perm.R | Perm.X).value, Perm.R & Perm.W, bool(Perm.R & Perm.W), Perm.R in (Perm.R | Perm.W), ~Perm.R, Perm(3))
report(list(Auto), [s.value for s in Shape], list(Shape), U.ONE + 1, U.TWO > 1, '%d' % U.TWO, [10, 20, 30][U.ONE], Planet.MARS.both, Planet((1, 2.5)), Planet.EARTH.value)
""".format(
            flag=p.pick("Flag", "IntFlag"),
            names=p.pick("'SQUARE CIRCLE'", "['SQUARE', 'CIRCLE']", "[('A', 5), ('B', 6)]", "{'X': 1}"),
            v=p.value("float", 1),
        )
    )
    p.attempt("enum.unique(Color).__name__")


@piece("copy.copy", "copy.deepcopy", "copy hooks", "types.SimpleNamespace", "types module", "weak equality of copies")
def copies(p):
    p.need("copy")
    p.need("types")
    p.text(
        """
class Node:
    def __init__(self, value, *children): self.value, self.children = value, list(children)
    def __eq__(self, other): return vars(self) == vars(other)
class Hook:
    def __init__(self, v): self.v = v
    def __copy__(self): return Hook(('copied', self.v))
    def __deepcopy__(self, memo): return Hook(('deep', copy.deepcopy(self.v, memo)))
original = {{'a': [1, [2, {v}]], 'n': Node({w}, Node(2)), 't': (1, [2]), 'h': Hook({x}), 'f': len}}
original['self'] = original['a']
shallow, deep = copy.copy(original), copy.deepcopy(original)
original['a'].append('new')
original['n'].children.append('child')
report(shallow['a'], deep['a'], shallow['n'] is original['n'], deep['n'].children[0].value, len(deep['n'].children), deep['self'] is deep['a'], deep['t'][1] is original['t'][1], deep['h'].v, copy.copy(original['h']).v, deep['f'] is len)
cyclic = [1]
cyclic.append(cyclic)
twin = copy.deepcopy(cyclic)
report(twin[1] is twin, copy.copy({a}), copy.deepcopy({b}))
space = types.SimpleNamespace(b={v}, a={w})
space.c = {x}
report(space, space.a, sorted(vars(space)), space == types.SimpleNamespace(**vars(space)), types.SimpleNamespace())
module = types.ModuleType('made', 'Doc.')
module.value = {v}
report(module.value, module.__name__, module.__doc__, isinstance(module, types.ModuleType), isinstance(len, types.BuiltinFunctionType), isinstance(lambda: 0, types.FunctionType), isinstance(space.__init__, types.MethodType), isinstance((i for i in ()), types.GeneratorType))
method = types.MethodType(lambda self, q: (self, q), {v})
report(method(5), types.FunctionType.__name__, dict(types.MappingProxyType({{'k': {w}}})))
""".format(v=p.value("any", 1), w=p.value("any", 1), x=p.value("any", 1), a=p.value("any"), b=p.value("any"))
    )
    p.attempt("space.%s" % p.pick("zzz", "a", "__class__.__name__", "__dict__"))
    p.attempt(
        "types.MappingProxyType({'a': 1})%s" % p.pick("['a']", "['b']", ".get('c', 2)", ".items()", "", ".copy()")
    )
    p.attempt_statement("types.MappingProxyType({})['a'] = 1")
    p.attempt_statement("C = types.new_class('C', (), {}, lambda ns: ns.update(x=5))", "report(C.x, C.__name__)")
