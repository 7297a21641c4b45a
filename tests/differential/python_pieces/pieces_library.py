"""The standard library: collections and functools."""

from python_pieces.registry import piece


@piece(
    "namedtuple",
    "namedtuple methods",
    "namedtuple defaults",
    "namedtuple errors",
    "namedtuple subclass",
    "typing.NamedTuple",
)
def namedtuples(p):
    p.need("collections")
    p.need("typing")
    name = p.fresh("Point")
    p.line(
        "%s = collections.namedtuple(%r, %s%s)"
        % (
            name,
            name,
            p.pick("'x y z'", "['x', 'y', 'z']", "'x, y, z'", "('x', 'y', 'z')"),
            p.pick("", ", defaults=[%s]" % p.value("any", 1), ", defaults=(1, 2)", ", rename=True"),
        )
    )
    p.line("point = %s(%s, %s, z=%s)" % (name, p.value("any", 1), p.value("any", 1), p.value("any", 1)))
    p.report(
        "point",
        "point.x",
        "point[1]",
        "point._fields",
        "point._asdict()",
        "list(point)",
        "len(point)",
        "point == tuple(point)",
        "point._replace(y=5)",
        name + "._make('abc')",
        "%s.__name__" % name,
        "isinstance(point, tuple)",
    )
    for _ in range(3):
        p.attempt(
            p.pick(
                "%s(%s)" % (name, p.pick("1", "1, 2", "1, 2, 3, 4", "x=1, y=2", "1, 2, 3, w=4", "*'abc'")),
                "point.missing",
                "point._replace(w=1)",
                "%s._make([1])" % name,
                "point + (1,)",
                "point[3]",
                "{point: 1}",
                "point < (1, 2, 3)",
                "sorted([point, point])",
                "'%s %s %s' % point",
                "max(point._asdict())",
                name + "._field_defaults",
                name + "._fields_defaults",
                "point._asdict()['x']",
            )
        )
    p.attempt_statement("point.x = 1")
    p.attempt(
        "collections.namedtuple(%s)"
        % p.pick(
            "'T', 'a a'",
            "'T', 'class b'",
            "'T', '_a'",
            "'1T', 'a'",
            "'T', 'a b', defaults=[1, 2, 3]",
            "'T', 'a 1'",
            "'T', ['a', 'def'], rename=True",
        )
    ) if p.chance(0.3) else p.attempt("collections.namedtuple('T', 'a class a _b', rename=True)._fields")
    p.text(
        """
class Sub(collections.namedtuple('Sub', 'a b')):
    __slots__ = ()
    def __new__(cls, a, b={v}): return super().__new__(cls, a, b)
    @property
    def both(self): return self.a, self.b
class Typed(typing.NamedTuple):
    first: int
    second: str = {w}
    def show(self): return '%s/%s' % (self.first, self.second)
report(Sub(1), Sub(1).both, Sub(a=2, b=3)._replace(a={v}), Typed(1), Typed(2, 'b').show(), Typed._fields, Typed(3)._asdict())
""".format(v=p.value("any", 1), w=p.value("str", 1))
    )
    p.attempt("Typed(%s)" % p.pick("", "1, 2, 3", "second='x'", "1, second='x'"))


@piece("OrderedDict", "defaultdict", "Counter", "deque", "ChainMap", "UserDict", "collections.abc")
def collections_(p):
    p.need("collections")
    p.need("collections.abc")
    p.attempt_statement(
        "d = collections.OrderedDict(%s)"
        % p.pick("[('b', 1), ('a', 2)]", p.value("dict", 1), "a=1, b=2", "zip('xyz', range(3))"),
        "d['new'] = %s" % p.value("any", 1),
        "d.move_to_end(%s)" % p.pick("'new'", "'new', last=False", "'a'", "'zz'"),
        "report(d, list(d), list(reversed(d)), d.popitem(%s), d, d == dict(d), d == collections.OrderedDict(reversed(list(d.items()))))"
        % p.pick("", "last=False"),
        "report(d.pop('b', 0), d.copy(), repr(d), len(d), d.get('q'), list(d.items()))",
    )
    p.attempt_statement(
        "d = collections.defaultdict(%s)"
        % p.pick("int", "list", "lambda: %s" % p.value("any", 1), "set", "None", "dict", "5"),
        "d['a']",
        "report(d['b'], dict(d), len(d), d.get('zz'), 'zz' in d, d.default_factory is int, repr(d)[:12])",
    )
    p.attempt_statement(
        "groups = collections.defaultdict(list)",
        "for word in %s: groups[len(word)].append(word)" % p.value("strs"),
        "report(sorted(groups.items()), groups)",
    )
    p.attempt_statement(
        "c = collections.Counter(%s)"
        % p.pick(repr("abracadabra"), p.value("list"), p.value("strs"), "a=3, b=1", "{'x': 2}"),
        "report(c, c.most_common(2), sorted(map(str, c.elements())), c['nothing'], sum(c.values()))",
        "c.update(%s)" % p.pick("'aab'", "{'a': 5}", "a=2"),
        "report(c, c + collections.Counter('ab'), c - collections.Counter('a'), c & collections.Counter('aab'), c | collections.Counter('zz'), +c, -c)",
        "c.subtract('aa')",
        "report(c, c.most_common(), c == collections.Counter(c))",
    )
    p.attempt_statement(
        "q = collections.deque(%s%s)" % (p.value("list", 1), p.pick("", ", maxlen=3", ", 2")),
        "q.append(%s)" % p.value("any", 1),
        "q.appendleft(0)",
        "q.extend([1, 2])",
        "q.extendleft('ab')",
        "q.rotate(%s)" % p.expressions.small(-1, 4),
        "report(q, len(q), q[0], q[-1], list(reversed(q)), q.maxlen, q.count(1), 0 in q)",
        "q.%s"
        % p.pick(
            "pop()",
            "popleft()",
            "remove(1)",
            "remove('zz')",
            "reverse()",
            "clear()",
            "insert(1, 'i')",
            "index(2)",
            "copy()",
        ),
        "report(q, q == collections.deque(list(q)), bool(q), str(q))",
        "q[%s] = 'set'" % p.pick("0", "5", "-1"),
        "report(q)",
    )
    p.attempt_statement(
        "m = collections.ChainMap(%s, %s)" % (p.value("dict", 1), p.value("dict", 1)),
        "m['w'] = 1",
        "report(m, sorted(m), len(m), m.get('w'), m.maps, m.new_child({'k': 2})['k'], m.parents, dict(m))",
        "report(m['nope'])",
    )
    p.text(
        """
class Lower(collections.UserDict):
    def __setitem__(self, key, value): super().__setitem__(key.lower(), value)
class Seq(collections.abc.Sequence):
    def __init__(self, items): self.items = items
    def __getitem__(self, index): return self.items[index]
    def __len__(self): return len(self.items)
class Map(collections.abc.{mapping}):
    def __getitem__(self, key): return key * 2
    def __iter__(self): return iter(['a', 'b'])
    def __len__(self): return 2
report(Lower({{'A': 1}}, B=2), Lower(Q=3)['q'], 'X' in Lower(x=1), list(Seq([1, 2, 1])), 2 in Seq([2]), Seq('aba').count('a'), Seq([4, 5]).index(5), list(reversed(Seq('xy'))))
report([[isinstance(v, t) for t in (collections.abc.Iterable, collections.abc.Mapping, collections.abc.Sequence, collections.abc.Callable, collections.abc.Hashable, collections.abc.Sized, collections.abc.Iterator, collections.abc.Set, collections.abc.MutableSequence)] for v in ({v}, {w}, iter([]), len, Seq([]))])
""".format(mapping=p.pick("Mapping", "Mapping", "MutableMapping"), v=p.value("any"), w=p.value("any"))
    )
    p.attempt(
        "sorted(Map().items()), Map().get('z'), dict(Map()), 'a' in Map(), Map() == {'a': 'aa', 'b': 'bb'}, list(Map().keys())"
    )
    p.attempt("collections.abc.Sequence()")


@piece(
    "functools.partial",
    "functools.wraps",
    "functools.reduce",
    "functools.lru_cache",
    "functools.total_ordering",
    "functools.singledispatch",
    "functools.cmp_to_key",
    "functools.partialmethod",
)
def functools_(p):
    p.need("functools")
    p.text(
        """
def base(a, b=2, *args, **kwargs):
    "Base doc."
    return a, b, args, sorted(kwargs.items())
part = functools.partial(base, {v}, k={w})
report(part(), part(1, 2, z=3), part.args, part.keywords, part.func.__name__, functools.partial(part, 5, k=6)(7))
def deco(f):
    @functools.wraps(f)
    def inner(*a, **k): return 'wrapped', f(*a, **k)
    return inner
wrapped = deco(base)
report(wrapped(1), wrapped.__name__, wrapped.__doc__, wrapped.__wrapped__ is base, wrapped.__module__, wrapped.__qualname__)
calls = []
@functools.lru_cache(maxsize={size})
def cached(n):
    calls.append(n)
    return n if n < 2 else cached(n - 1) + cached(n - 2)
report(cached({n}), cached(3), calls, cached.cache_info(), cached.__name__)
cached.cache_clear()
report(cached.cache_info().hits)
@functools.total_ordering
class Version:
    def __init__(self, *parts): self.parts = parts
    def __eq__(self, other): return self.parts == other.parts
    def {op}(self, other): return self.parts {sym} other.parts
a, b = Version({x}, 2), Version({y}, 1)
report(a < b, a <= b, a > b, a >= b, a == b, sorted([a, b])[0].parts)
@functools.singledispatch
def show(value, *rest): return 'object', repr(value)
@show.register(int)
def _(value, *rest): return 'int', value, rest
@show.register(list)
@show.register(tuple)
def show_sequence(value): return [show(v) for v in value]
report(show({any1}), show([1, 'a', (2.5,)]), show(True), show(3, 4), show.dispatch(bool) is show.dispatch(int))
report(sorted({l}, key=functools.cmp_to_key(lambda x, y: (x > y) - (x < y) if {up} else y - x)))
class P:
    def say(self, a, b): return a, b
    hi = functools.partialmethod(say, 'hi')
report(P().hi({v}))
""".format(
            v=p.value("any", 1),
            w=p.value("any", 1),
            size=p.pick("None", "128", "2"),
            n=p.random.randrange(12),
            op=p.pick("__lt__", "__gt__"),
            sym="<",
            x=p.random.randrange(3),
            y=p.random.randrange(3),
            any1=p.value("any"),
            l=p.value("list"),
            up=p.value("bool"),
        )
    )
    p.attempt(
        "functools.reduce(%s, %s%s)"
        % (
            p.pick("lambda x, y: x + y", "max", "lambda x, y: (x, y)", "lambda x, y: x * 10 + y"),
            p.value("list"),
            p.pick("", ", %s" % p.value("int")),
        )
    )
    p.attempt("part(%s)" % p.pick("1, b=5", "b=1", "a=1", "*range(4)"))
    p.attempt("functools.partial(%s)" % p.pick("5", "", "print, 1) and (1"))
    p.attempt("repr(functools.partial(int, base=2)), functools.partial(int, base=2)('101')")
