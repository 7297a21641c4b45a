class classproperty(property):
    def __get__(self, cls, owner):
        return classmethod(self.fget).__get__(None, owner)()
class A(object):
    n = 3
    @classproperty
    def size(cls): return cls.n * 2
    @property
    def p(self): return "p" + str(self.n)
    @classmethod
    def c(cls): return cls.__name__
    @staticmethod
    def s(v): return v
print(A.size, A().size)
a = A()
print(A.__dict__["p"].__get__(a, A), A.__dict__["c"].__get__(None, A)(), A.__dict__["s"].__get__(a)(4), A.p.fget(a))
class lazy(object):
    def __init__(self, f): self.f = f
    def __get__(self, o, owner=None):
        if o is None: return self
        v = self.f.__get__(o, owner)()
        o.__dict__[self.f.__name__] = v
        return v
class B(object):
    @lazy
    def v(self): print("once"); return 4
b = B(); print(b.v, b.v)
try: A.p.__set__(a, 1)
except AttributeError as e: print(e)
try: A.p.__get__(3)
except AttributeError as e: print(e)
