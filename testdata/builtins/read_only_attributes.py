# Attributes that nothing can be stored in, and what the errors say; flags with bits that no member names.
import enum


def attempt(what, owner, name):
    for action in (lambda: setattr(owner, name, 1), lambda: delattr(owner, name)):
        try:
            print(what, name, action())
        except Exception as error:
            print(what, name, type(error).__name__, error)


for number in (1, 1.5, True, 1j):
    for name in ('real', 'imag', 'other'):
        attempt(type(number).__name__, number, name)
attempt('int', 1, 'numerator')
for owner, name in [(len, '__name__'), (len, 'x'), ([].append, '__self__'), (classmethod(len), '__func__'),
                    (staticmethod(len), '__func__'), ('a', 'upper'), ((), 'count'), (str.join, '__name__')]:
    attempt(type(owner).__name__, owner, name)


class Slotted(object):
    __slots__ = ('a',)
    constant = 3

    @property
    def read(self): return 1

    def method(self): pass


for name in ('a', 'b', 'constant', 'read', 'method', '__doc__', '__slots__'):
    attempt('slotted', Slotted(), name)
attempt('method', Slotted().method, '__func__')
attempt('generator', (i for i in ()), 'gi_frame')

class F(enum.IntFlag):
    A = 1
    B = 2
    AB = 3
class H(enum.IntFlag):
    A = 1
class G(enum.Flag):
    A = 1
    B = 2
    C = 8
    BC = 10
for v in [8, 9, 3, 0, 11, -1, -2, 24, -9, 7, 16, -8, 5]:
    for c in (F, H):
        x = c(v); print(repr(x), str(x), x + 0, repr(~x), repr(x | 4), repr(x & 6), repr(x ^ 1))
for v in [3, 0, 11, 10, 9, -1, -2]:
    x = G(v); print(repr(x), x, repr(~x), repr(x | G.A), bool(x))
for v in [4, 16, 15]:
    try: G(v)
    except ValueError as e: print(e)
print(list(F), list(G), len(F), F(3) is F.AB, F.A in F.AB, G.B | G.C, F['A'], F.A.value)
