# Data classes: generated methods, their errors, fields and inheritance.
from dataclasses import *
import dataclasses, inspect, typing
@dataclass
class A:
    "doc"
    x: int
    y: str = "a"
    z: list = field(default_factory=list, repr=False)
@dataclass
class B(A):
    w: float = 1.5
    x: int = 7
@dataclass(unsafe_hash=True)
class H: a: int; b: int = field(default=2, hash=False)
@dataclass
class R: me: typing.Any = None
@dataclass(frozen=True)
class Z:
    a: int = 1
    def __post_init__(self): object.__setattr__(self, "sq", self.a ** 2)
r = R(); r.me = r
@dataclass
class N: h: H; l: typing.List[H]; d: typing.Dict[str, H]
print(A(1), B(), B(1, "q"), H(1), hash(H(1)) == hash((1,)), r, Z(3).sq, asdict(N(H(1), [H(2)], {'k': H(3)})), astuple(N(H(1), [H(2)], {'k': H(3)})))
print(inspect.signature(A), inspect.signature(B.__init__), A.__doc__, B.__doc__, A.__init__.__annotations__, A.__init__.__qualname__, A.__eq__.__qualname__, A.__hash__)
for f in [lambda: A(), lambda: A(1, 2, 3, 4), lambda: A(1, q=2), lambda: A(1, x=2), lambda: setattr(Z(), 'a', 2), lambda: setattr(Z(), 'q', 2), lambda: delattr(Z(), 'a'), lambda: A(1) < A(2), lambda: hash(A(1)), lambda: asdict(A), lambda: replace(3), lambda: fields(int), lambda: B(1, 2, 3, 4, 5), lambda: A(y="b"), lambda: replace(A(1), x=5, y="c"), lambda: dataclass(order=True, eq=False)(type("Q", (), {})), lambda: dataclass(type("Q", (Z,), {})), lambda: dataclass(type("Q", (), {'a': field(default=1)})), lambda: field(default=1, default_factory=list), lambda: A(1) == 1, lambda: A(1) == A(1), lambda: A(1) == B(1), lambda: Z(1) == Z(1), lambda: {Z(1): 2}[Z(1)], lambda: make_dataclass("M", ["a", ("b", int), ("c", str, field(default="q"))])(1, 2), lambda: make_dataclass("M", ["class"])]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
@dataclass
class P:
    a: int = 1
    c: typing.ClassVar[int] = 3
    i: InitVar[int] = 5
    def __post_init__(self, i): self.s = self.a + i
    def __repr__(self): return "own"
print(P(), P(2, 3).s, P.i, [f.name for f in fields(P)], P.c, vars(P(1)))
@dataclass(order=True)
class V:
    n: int
    t: str = field(compare=False, default="")
print(sorted([V(2, "a"), V(1, "b")]), V(1, "x") == V(1, "y"), V(1) >= V(1), max(V(3), V(5)))
