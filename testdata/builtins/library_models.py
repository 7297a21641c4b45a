"""Modules of the standard library that are written as models."""
import abc
import collections
import copy
import enum
import functools
import itertools
import json
import operator
import string
import types


def show(thunk):
    try:
        print(repr(thunk()))
    except Exception as error:
        print(type(error).__name__, error)


c = collections.Counter("abracadabra")
print(c, c - collections.Counter("aab"), c & collections.Counter("ab"), c | collections.Counter("zz"), +c, -c)
c.subtract("aaaaaaa")
print(c, c.most_common(2), sorted(c.elements()), c["none"])
m = collections.ChainMap({"a": 1}, {"a": 2, "b": 3})
m["c"] = 4
print(m, sorted(m), len(m), m.parents, dict(m), m.new_child({"k": 2})["k"], m.get("zz"))
show(lambda: m["none"])
d = collections.deque([1, 2, 3], maxlen=3)
d.append(4)
show(lambda: d.insert(0, 9))
show(lambda: d[5])
print(d, list(reversed(d)), d == collections.deque([2, 3, 4]), d + collections.deque([1]), d.maxlen)
P = collections.namedtuple("P", "x y", defaults=[5])
print(P(1), P(1)._replace(x=2), P.__mro__[1].__name__, P._fields, P(3, 4)._asdict(), P.__doc__)
show(lambda: P())
show(lambda: collections.namedtuple("T", "a class"))
print(collections.namedtuple("T", "a class _b a", rename=True)._fields)


class Lower(collections.UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


print(Lower({"A": 1}, B=2), Lower(Q=3)["q"])


class Color(enum.Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    def describe(self):
        return self.name, self.value


class Number(enum.IntEnum):
    ONE = 1
    TWO = 2


class Perm(enum.Flag):
    R = enum.auto()
    W = enum.auto()
    X = enum.auto()


print(list(Color), Color.CRIMSON, Color(2), Color["RED"].describe(), Color.RED in Color, Color.__members__)
print(Number.ONE, repr(Number.TWO), Number.ONE + 1, "%d" % Number.TWO, "{}".format(Number.ONE), Number.TWO > 1)
print(Perm.R | Perm.W, repr(Perm.R & Perm.W), ~Perm.R, Perm(3), bool(Perm(0)), Perm.R in (Perm.R | Perm.X))
show(lambda: Color(9))
show(lambda: Color["NONE"])
show(lambda: setattr(Color, "RED", 3))
show(lambda: type("More", (Color,), {}))
show(lambda: enum.unique(Color))
print(list(enum.Enum("Shape", "SQUARE CIRCLE")))


@functools.lru_cache(maxsize=2)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(10), fib.cache_info(), fib.__name__)


@functools.singledispatch
def shown(value):
    return "object"


@shown.register(int)
def _(value):
    return "int"


print(shown(1), shown(True), shown("a"), shown.dispatch(int)(5))


@functools.total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __gt__(self, other):
        return self.n > other.n


print(Version(1) < Version(2), Version(1) <= Version(1), Version(2) >= Version(3))
print(json.dumps({"a": [1, 2.5, None, True], "é": "\n\x00€"}, indent=1, sort_keys=True))
print(json.dumps([1, {"b": ()}], separators=(",", ":")), json.dumps({1: 2, None: 3, True: 4}), json.dumps([1e400]))
show(lambda: json.dumps({(1, 2): 3}))
show(lambda: json.dumps({1, 2}))
for text in ('{"a": [1, 2.5, null, true]}', "[1, 2", '{"a": 1,}', "", "nope", '{"a" 1}', "1 2", '"abc', "[1e3, -0]"):
    show(lambda: json.loads(text))
print(string.Template("$a ${b}c $$").substitute(a=1, b=2), string.Template("$a $b").safe_substitute(a=1))
show(lambda: string.Template("$a").substitute())
show(lambda: string.Template("${a").substitute(a=1))
print(list(string.Formatter().parse("a{b!r:>5}c{}")), string.Formatter().format("{0} {a!r:>4}", 1, a="x"))


class Abstract(abc.ABC):
    @abc.abstractmethod
    def build(self):
        pass

    @property
    @abc.abstractmethod
    def size(self):
        pass


class Other:
    pass


Abstract.register(Other)
print(isinstance(Other(), Abstract), issubclass(Other, Abstract), sorted(Abstract.__abstractmethods__))
show(lambda: Abstract())
cyclic = [1]
cyclic.append(cyclic)
twin = copy.deepcopy(cyclic)
print(twin[1] is twin, copy.deepcopy((1, [2])), types.SimpleNamespace(b=1, a=[2]), types.MappingProxyType({"a": 1}))
print(operator.countOf([1, 1], 1), operator.length_hint([1]), operator.ior({1}, {2}), operator.concat([1], [2]))
print(list(itertools.zip_longest("ab", "c", fillvalue="-")), list(itertools.islice(itertools.count(), 2, 6, 2)))
show(lambda: list(itertools.zip_longest("a", fill=1)))
show(lambda: itertools.islice([], -1))
