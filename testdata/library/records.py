# Dataclasses.
from dataclasses import dataclass, field, asdict, astuple, replace, fields, is_dataclass
from typing import List, ClassVar
@dataclass
class A:
    x: int
    y: str = 'q'
    z: List[int] = field(default_factory=list)
    k: ClassVar[int] = 3
    def m(self): return self.x * 2
a = A(1)
print(a, a == A(1), a.m(), A(1, 'b', [2]), asdict(a), astuple(a), replace(a, x=5), [f.name for f in fields(a)], is_dataclass(A), A.y, A.k)
a.z.append(1); print(A(1).z)
try: A()
except TypeError as e: print(e)
try: A(1, 2, 3, 4)
except TypeError as e: print(e)
try: A(1, q=2)
except TypeError as e: print(e)
@dataclass(frozen=True, order=True)
class P:
    a: int = 1
    b: float = 2.0
p = P()
try: p.a = 3
except Exception as e: print(type(e).__name__, e)
print(p < P(2), hash(p) == hash(P()), sorted([P(2), P(1)]))
@dataclass
class C(A):
    w: int = 0
    def __post_init__(self): self.v = self.x + 1
print(C(3), C(3).v)
