"""Builtin functions on instances of user classes: special methods, subclasses of builtin types."""


def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


class P(object):
    def __init__(self, v):
        self.v = v

    def __repr__(self):
        return "P(%r)" % self.v

    def __eq__(self, other):
        return isinstance(other, P) and self.v == other.v

    def __lt__(self, other):
        return self.v < other.v

    def __hash__(self):
        return hash(self.v)

    def __len__(self):
        return self.v

    def __index__(self):
        return self.v

    def __int__(self):
        return self.v * 10

    def __float__(self):
        return self.v + 0.5

    def __abs__(self):
        return P(abs(self.v))

    def __getitem__(self, i):
        if i >= self.v:
            raise IndexError(i)
        return i * i

    def __contains__(self, x):
        return x == "in"

    def __format__(self, spec):
        return "<" + spec + ">"

    def __round__(self, n=0):
        return ("round", n)

    def __add__(self, other):
        return ("add", other)

    def __radd__(self, other):
        return ("radd", other)

    def __iadd__(self, other):
        return ("iadd", other)

    def __call__(self, *args):
        return args

    def __bool__(self):
        return self.v > 0

    def __divmod__(self, other):
        return "divmod"


t(lambda: (P(1), str(P(1)), [P(1)], {"k": P(2)}, "%s %r" % (P(1), P(2)), "{:abc}".format(P(1)), f"{P(3)!r:>6}"))
t(lambda: (P(1) == P(1), P(1) != P(2), P(1) < P(2), P(2) > P(1)))
t(lambda: P(1) <= P(2))
t(lambda: (sorted([P(3), P(1)]), max(P(1), P(2)), min([P(3), P(2)])))
t(lambda: ([P(1), P(2)].index(P(2)), P(1) in [P(1)], [P(1)].count(P(1)), P(1) in {P(1)}, {P(1): 5}[P(1)]))
t(lambda: (len(P(3)), int(P(3)), float(P(3)), abs(P(-3)), list(P(3)), [1, 2, 3][P(1)], "in" in P(1), round(P(1)), round(P(1), 2)))
t(lambda: (P(1) + 2, 2 + P(1), [1] + [P(1)], divmod(P(1), 2), bool(P(0)), bool(P(1)), callable(P(1)), P(1)(1, 2)))
t(lambda: [1] + P(1))
t(lambda: sum([P(1), P(2)]))
t(lambda: (hex(P(17)), range(P(3)), "a" * P(3), bytes(P(2))))
t(lambda: len(P(-1)))
t(lambda: (tuple(P(2)), set(P(2)), dict(zip(P(2), "ab")), sorted(P(3), reverse=True), list(reversed(P(3))), list(enumerate(P(2)))))
p = P(1)
p += 5
t(lambda: p)


class Plain(object):
    pass


t(lambda: repr(Plain())[:27])
t(lambda: len(Plain()))
t(lambda: iter(Plain()))
t(lambda: Plain() < Plain())
t(lambda: Plain() == Plain())
t(lambda: Plain() + 1)
t(lambda: Plain()[0])
t(lambda: 1 in Plain())
t(lambda: int(Plain()))
t(lambda: float(Plain()))
t(lambda: abs(Plain()))
t(lambda: next(Plain()))
t(lambda: "{:5}".format(Plain()))
t(lambda: format(Plain(), "")[:9])
t(lambda: {Plain(): 1} == {})


class Eq(object):
    def __eq__(self, other):
        return True


t(lambda: hash(Eq()))
t(lambda: {Eq()})
t(lambda: (Eq() == 5, 5 == Eq(), Eq() != 5, Eq() in [1], 5 in [Eq()]))


class It(object):
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


t(lambda: (list(It(3)), sum(It(3)), tuple(It(2)), max(It(3)), ",".join(str(x) for x in It(2)), sorted(It(3)), 1 in It(3)))
t(lambda: (list(zip(It(2), "abc")), list(map(str, It(2))), dict.fromkeys(It(2)), set(It(2)), list(enumerate(It(2))), next(It(2)), next(It(0), "d")))
t(lambda: (any(It(2)), all(It(2)), [*It(2)], list(filter(None, It(3))), "".join(map(str, It(3)))))
t(lambda: next(It(0)))
x = [9]
x.extend(It(2))
x += It(1)
t(lambda: x)


class Gen(object):
    def __iter__(self):
        yield 1
        yield 2


t(lambda: (list(Gen()), tuple(Gen()), sum(Gen()), dict(zip(Gen(), Gen())), min(Gen()), [y for y in Gen()], list(Gen()) == [1, 2]))


class L(list):
    def first(self):
        return self[0]


l = L([1, 2])
l.append(3)
t(lambda: (l, l.first(), len(l), l == [1, 2, 3], l + [4], type(l + [4]).__name__, l[1:], isinstance(l, list), list(l), l * 2, 2 in l))
t(lambda: (L(), L("ab"), L(x for x in "cd"), sorted(L([2, 1])), L([1]) == L([1]), bool(L()), max(l), l.index(2), l.copy()))
l[0] = 9
del l[1]
t(lambda: (l, repr(l), str(l), "%s" % l, "{}".format(l)))


class D(dict):
    def __missing__(self, key):
        return "missing " + key

    def __setitem__(self, key, value):
        super(D, self).__setitem__(key, value * 2)

    def __getattr__(self, name):
        return self[name]


d = D(a=1)
d["b"] = 2
t(lambda: (d, d["a"], d["b"], d["zz"], d.a, d.get("q"), len(d), list(d), dict(d), "a" in d, sorted(d.items()), D({"x": 1}), d == {"a": 1, "b": 4}))
d.update(c=5)
t(lambda: (d, d.pop("c"), d.copy(), {**d}))


class S(str):
    def shout(self):
        return self.upper() + "!"


t(lambda: (S("a"), S("a").shout(), S("a") + "b", S("ab")[0], len(S("abc")), S("a") == "a", {S("a"): 1}["a"], "x".join([S("1"), S("2")]), "%s" % S("q")))


class I(int):
    pass


t(lambda: (I(5), I(5) + 1, I("7"), [1, 2, 3][I(1)], I(5) == 5, "%d" % I(3), "{:03d}".format(I(3)), range(I(2)), {I(1): 2}[1], -I(4), I(3) * "a"))


class F(float):
    pass


t(lambda: (F(1.5), F(1.5) * 2, "%.1f" % F(2.25), round(F(2.5)), int(F(2.9))))


class T(tuple):
    def __new__(cls, a, b):
        return super(T, cls).__new__(cls, (a, b))

    @property
    def total(self):
        return self[0] + self[1]


t(lambda: (T(1, 2), T(1, 2).total, len(T(1, 2)), T(1, 2) == (1, 2), T(1, 2) + (3,), T(1, 2)[1], {T(1, 2): 3}[(1, 2)], "%s-%s" % T(1, 2)))


class T2(tuple):
    pass


t(lambda: (type(T2(v for v in "ab")).__name__, T2(v for v in "ab"), T2([1])))


class St(set):
    pass


t(lambda: (St([1]), St([1]) | {2}, len(St([1, 2])), 1 in St([1]), St([1]) == {1}))


class E(Exception):
    def __init__(self, code):
        super(E, self).__init__("code %d" % code)
        self.code = code


class E2(Exception):
    def __str__(self):
        return "custom"


t(lambda: (E(5), str(E(5)), E(5).args, E(5).code, str(E2(1)), repr(E2(1))))


class Meta(type):
    def __len__(cls):
        return 7

    def __iter__(cls):
        return iter([1, 2])

    def __getitem__(cls, k):
        return k

    def __contains__(cls, k):
        return k == 1

    def __instancecheck__(cls, obj):
        return obj == 5


class M(metaclass=Meta):
    pass


t(lambda: (len(M), list(M), M["x"], 1 in M, 2 in M, isinstance(5, M), isinstance(6, M)))


class Prop(object):
    @property
    def x(self):
        return 42

    @x.setter
    def x(self, v):
        self._x = v

    @staticmethod
    def s(a):
        return a

    @classmethod
    def c(cls):
        return cls.__name__


o = Prop()
o.x = 5
t(lambda: (o.x, o._x, o.s(1), o.c(), Prop.s(2), Prop.c(), hasattr(o, "x"), getattr(o, "_x"), getattr(o, "none", 3), vars(o)))
setattr(o, "dyn", 1)
delattr(o, "_x")
t(lambda: (o.dyn, hasattr(o, "_x"), sorted(k for k in dir(o) if not k.startswith("_"))))
t(lambda: delattr(o, "nope"))
t(lambda: isinstance(o, (int, (str, Prop))))
print(p, l, d, sep="|", end="!\n")
print()
print("a", "b", sep="")
print(1, None, sep=", ")
t(lambda: print("x", sep=1))
t(lambda: list(map(lambda a: a, It(2), "ab")))
t(lambda: list(map(lambda a, b: (a, b), It(2), "ab")))
