import collections
P = collections.namedtuple("P", "units name use_bias")
P.__new__.__defaults__ = (True,)
print(P(3, "p"), P(1, name="x"))
P.__new__.__defaults__ = (None,) * len(P._fields)
print(P(), P(use_bias=3))
Q = collections.namedtuple("Q", ["a", "b"], defaults=[5])
print(Q(1), Q(1, 2), Q(b=1, a=2), Q._field_defaults, Q.__new__.__defaults__)
class R(collections.namedtuple("R", "x y")):
    def __new__(cls, x, y=3):
        return super(R, cls).__new__(cls, x, y)
print(R(1), R(1, y=4)._replace(x=9))
for f in (lambda: P(1, 2, 3, 4), lambda: Q(), lambda: Q(1, 2, 3), lambda: Q(1, a=2), lambda: Q(1, z=2), lambda: collections.namedtuple("S", "")(1), lambda: collections.namedtuple("T","a b c")(), lambda: collections.namedtuple("T","a b")(1,2,3)):
    try: print(f())
    except TypeError as e: print(e)
from typing import NamedTuple
class N(NamedTuple):
    a: int
    b: str = "z"
print(N(1), N.__new__.__defaults__)
