def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)
class O:
    def __init__(s, n): s.n = n
    def __len__(s): return s.n
    def __getitem__(s, i):
        if i < 3: return i
        raise IndexError
for n in (10**20, -1, "a", 2.5, 2):
    o = O(n)
    show(lambda: [*o, 1]); show(lambda: (*o, 1)); show(lambda: list(o)); show(lambda: tuple(o)); show(lambda: [].extend(o)); show(lambda: {*o}); show(lambda: print(*o)); show(lambda: print(1, *o)); show(lambda: sorted(o)); show(lambda: set(o)); show(lambda: sum(o)); show(lambda: dict.fromkeys(o)); show(lambda: ",".join(o)); show(lambda: bool(o)); show(lambda: len(o)); show(lambda: max(o)); show(lambda: list(map(str, o))); show(lambda: list(reversed(o))); show(lambda: enumerate(o) and 1)
class H:
    def __init__(s, n): s.n = n
    def __iter__(s): return iter([1])
    def __length_hint__(s):
        if s.n is None: raise ValueError("h")
        if s.n == 0: raise TypeError("h")
        return s.n
for n in (10**20, -1, "a", 2, None, NotImplemented, 0):
    o = H(n)
    show(lambda: [*o, 1]); show(lambda: list(o)); show(lambda: tuple(o)); show(lambda: print(*o))
class L:
    def __len__(s): raise KeyError(1)
    def __iter__(s): yield 1
show(lambda: list(L()))
class N:
    def __len__(s): raise KeyError(1)
show(lambda: list(N()))
def f(a, *, b=1, c=2): return a, b, c
show(lambda: f(*5, b=1, **{"b": 2}))
show(lambda: f(*5, b=1))
show(lambda: f(*5))
show(lambda: f(1, *5, b=1, **{"b": 2}))
show(lambda: f(*[1], b=1, **{"c": 2}))
def g():
    print("iter"); yield 1
def k():
    print("kw"); return {"b": 3}
show(lambda: f(*g(), **k()))
show(lambda: f(*g(), *(), **k()))
show(lambda: f(*None))
show(lambda: len(*5)); show(lambda: int(*5)); show(lambda: "a".join(*5)); show(lambda: O(*5))
class M(type): pass
bases = [O, H]
show(lambda: type("Z", (), {}) .__name__)
class Z(*bases, metaclass=M): pass
print(Z.__mro__, type(Z))

class M(type): pass
bases = [O, H]
class Z(*bases, metaclass=M): pass
print(Z.__mro__)
class Z(*bases): pass
print(Z.__mro__)
class Z(O, *[H]): pass
print(Z.__mro__)
class Z(*(O, H)): pass
print(Z.__mro__)
class M(type):
    def __new__(m, n, b, d, **k): print("new", n, b, k); return super().__new__(m, n, b, d)
    def __init__(c, n, b, d, **k): super().__init__(n, b, d)
kw = {"metaclass": M, "x": 1}
class A(*[O], y=2, **kw): pass
class B(**kw): pass
print(type(A), type(B))
class C(*()): pass
print(C.__mro__)
for bad in (5, None, "ab", [1], [O, O]):
    try:
        class D(*bad): pass
        print(D.__mro__)
    except TypeError as e: print(e)
try:
    class E(x=1, **kw): pass
except TypeError as e: print(e)
class F(O, *(H,), **{}): v = 3
print(F.v, F.__bases__)

class A:
    def __init__(s, r): s.r = r
    def __iter__(s): return s.r
class B:
    def __iter__(s): raise ValueError(3)
class C:
    def __iter__(s): raise TypeError(3)
class D:
    __iter__ = None
for f in (bytes, bytearray):
    show(lambda: f(A(3))); show(lambda: f(A(iter([1, 2])))); show(lambda: f(B())); show(lambda: f(C())); show(lambda: f(D())); show(lambda: f(object())); show(lambda: f([1, "a"])); show(lambda: f([300])); show(lambda: f(None)); show(lambda: f(2.5)); show(lambda: f("a")); show(lambda: f(x for x in (1, 2)))
    show(lambda: f(A(iter([1, 2.5])))); show(lambda: f([-1])); show(lambda: f([2**80])); show(lambda: f(-1)); show(lambda: f(2**80)); show(lambda: f({3: 4})); show(lambda: f(map(int, "12"))); show(lambda: f(True))

class K:
    def __init__(s, v): s.v = v
    def __lt__(s, o):
        print(s.v, "<", o.v, end="; ")
        return s.v < o.v
    def __repr__(s): return repr(s.v)
for l in ([], [1], [1, 2], [2, 1], [1, 2, 3], [3, 2, 1], [2, 1, 3], [1, 3, 2], [5, 3, 8, 1, 9, 2], [1, 1, 1], [4, 3, 2, 5, 1, 0], list(range(8)), [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9]):
    show(lambda: sorted(map(K, l)))
    show(lambda: sorted(l, key=K))
    show(lambda: sorted(l, key=K, reverse=True))
    def s():
        x = list(map(K, l)); x.sort(); return x
    show(s)
    show(lambda: min(map(K, l))); show(lambda: max(map(K, l)))
for l in ([1, [2]], [[2], 1], [1, 2, "a"], ["a", 1, 2], [1, "a", 2]):
    show(lambda: sorted(l)); show(lambda: sorted(l, key=lambda v: v)); show(lambda: sorted({"a": l[0], "b": l[1]}.items(), key=lambda kv: kv[-1]))
    show(lambda: max(l)); show(lambda: min(l, key=lambda v: v)); show(lambda: sorted(l, reverse=True))
    show(lambda: sorted([(v, 0) for v in l]))
for t in ("ΑΣ", "ΑΣ Σ", "ǅ x", "ǅX", "ǅ", "Σ", "ΣΣ", "ǆ", "ŉa", "ßa", "İx", "x.Σ", "ﬁne"):
    print(ascii(t), [ascii(v) for v in (t.capitalize(), t.lower(), t.upper(), t.title(), t.swapcase(), t.casefold())], t.islower(), t.isupper(), t.istitle(), t.isalpha(), t.isidentifier())

for m in (b"abc", [1], range(3), bytearray(b"a"), {1}, 5, None, "str", (1,), (), {"a": 1}, {"b": 1}, frozenset(), len, int, {}.keys()):
    show(lambda: "%(a)s" % m)
    show(lambda: "x" % m)
    show(lambda: b"%(a)s" % m)
    show(lambda: "%s" % m)

import math
v = -180.37
n = 0
while v < 260:
    for f in (math.gamma, math.lgamma):
        try: print(repr(v), f.__name__, repr(f(v)))
        except Exception as e: print(v, type(e).__name__, e)
    v += 7.31
for v in (1e-300, -1e-25, 1e-19, 170.6, 171.62, 171.63, 1e16, 1e300, 3.0, 22.0, 23.0, 24.0, 25, 2, 1, 0.5, -0.5, float('inf'), float('nan'), 2**70, 1e306, -float('inf'), 0.0,-0.0):
    for f in (math.gamma, math.lgamma):
        try: print(repr(v), f.__name__, repr(f(v)))
        except Exception as e: print(v, type(e).__name__, e)

import sys, itertools
print(sys, itertools, repr(math)[:15])
print((3).__eq__(3.0), (3).__lt__(2.5), True.__ne__("a"), (2).__ge__(2), (2.0).__eq__(2))
for spec in ("0=_", " #_", "+_", "=10,"):
    try: print(format("ab", spec))
    except ValueError as e: print(e)
inf, nan = float("inf"), float("nan")
print(["%08f" % inf, "%0+8g" % -inf, "%-08f|" % nan, "%08.2G" % inf, "%08f" % -1.5], format(-inf, "08f"))
exec("x, y = 2.5, 'f'\nprint(f'{x:f}|{x:.1f}|{x:{8}.1f}|{x:>{len(y)}}', f'{y:f<{3}}' 'b', rf'{x:8.3f}')")


class Unmeasured(object):
    def __iter__(self): return iter([1, 2])
    def __len__(self): raise ValueError("no length")

print(bytearray(Unmeasured()))
try: print(bytes(Unmeasured()))
except ValueError as e: print(e)
