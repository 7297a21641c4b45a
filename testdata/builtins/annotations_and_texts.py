import sys, inspect, os, typing, types
this = sys.modules[__name__]
def build_a(): return "a"
print(getattr(this, "build_a")(), hasattr(this, "zz"), "sys" in sys.modules, sys.modules["sys"] is sys, inspect.getmodule(build_a).__name__, this.__name__, "nope" in sys.modules)
print([n for n, f in inspect.getmembers(this, inspect.isfunction)], [n for n in dir(this) if n.startswith("build")])
globals()["dyn"] = 5; print(dyn, this.dyn); setattr(this, "dyn2", 6); print(dyn2)
class Pt(typing.NamedTuple):
    x: int
    y: float = 2.0
print(Pt._field_types, Pt.__annotations__, Pt(1), Pt._fields, Pt._field_defaults, typing.get_type_hints(Pt))
def f(a, *, b, c=1): pass
for args, kw in (((1, 2), {}), ((1,), {}), ((1,), {"b": 2}), ((1,), {"b": 2, "z": 1}), ((), {"b": 1})):
    try: print(inspect.signature(f).bind(*args, **kw).arguments)
    except TypeError as e: print(e)
b = inspect.signature(f).bind(1, b=2); b.apply_defaults(); print(b.arguments, b)
print("é".encode("utf-16-le"), "a".encode("utf-16"), b"\xff\xfea\x00".decode("utf-16"), "½é".encode("ascii", "backslashreplace"), "é".encode("ascii", "xmlcharrefreplace"), b"a\xff".decode("ascii", "replace"), b"a\xff".decode("utf8", "backslashreplace"))
for t in (lambda: "é".encode("ascii"), lambda: "éé".encode("ascii"), lambda: b"\xc3".decode(), lambda: b"\xc3(".decode(), lambda: b"\xe2\x82".decode(), lambda: b"\x80".decode(), lambda: "a".encode("nope"), lambda: b"a".decode("nope"), lambda: "é".encode("ascii", "zz"), lambda: "{!r".format(1), lambda: "{".format(1), lambda: "{0".format(1), lambda: "{0!".format(1), lambda: "{0!}".format(1), lambda: "{0!rx}".format(1), lambda: "{0[}".format([1]), lambda: "{0.}".format(1), lambda: "{0[]}".format(1), lambda: "{0[a}".format(1), lambda: "{:0G}".format("a"), lambda: "{:+s}".format("a"), lambda: "{:.2s}".format(True), lambda: "{:.2d}".format(1), lambda: "{:,s}".format("a"), lambda: "{!x}".format(1), lambda: int("٣"), lambda: float("٣.٤"), lambda: int(" 12 "), lambda: int("1_000"), lambda: int("1__0"), lambda: "ﬁ".upper(), lambda: "ﬁx".title(), lambda: "ß".title(), lambda: "straße".casefold(), lambda: "İ".lower(), lambda: iter(1, 2), lambda: b"%5s|" % b"\xc3\xa9", lambda: "%.2f" % "a", lambda: chr("a"), lambda: "\N{BULLET}\N{GREEK SMALL LETTER ALPHA}", lambda: eval("x = 1"), lambda: eval("a b"), lambda: eval("1 +"), lambda: exec("for"), lambda: exec("x = (1,\n y"), lambda: eval(""), lambda: eval(5), lambda: exec(None), lambda: compile(5, "a", "exec"), lambda: exec("print 1"), lambda: exec("if 1:\nx"), lambda: exec("'abc"), lambda: exec("  x")):
    try: print(repr(t()))
    except Exception as e: print(type(e).__name__, e)
class A:
    def __init__(self, a): pass
for t in (lambda: A(**{1: 2}), lambda: A(b=1, **{1: 2}), lambda: f(z=1, **{1: 2}), lambda: f(**{1: 2}), lambda: A(1)(2), lambda: types.SimpleNamespace().q, lambda: print(**{1: 1})):
    try: print(t())
    except Exception as e: print(type(e).__name__, e)
class X: pass
class Y(X): pass
try: type("Z", (X, Y), {})
except TypeError as e: print(e)
def g(x: int, *a: "s", k: float = 2, **kw: dict) -> None: return x
print(g.__annotations__, inspect.signature(g), typing.get_type_hints(g) if 0 else "")
g.__annotations__["q"] = 1; print(g.__annotations__, (lambda: 0).__annotations__)
def outer():
    T = int
    def inner(x: T) -> "outer": pass
    return inner
print(outer().__annotations__)
class C:
    def m(self, x: "C", y: int = 3) -> "C": pass
    n: int = 3
    __p: str
print(C.m.__annotations__, C.__annotations__)
