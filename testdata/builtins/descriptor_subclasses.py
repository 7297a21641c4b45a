import abc
class abstractstaticmethod(staticmethod):
    __slots__ = ()
    def __init__(self, function):
        super(abstractstaticmethod, self).__init__(function)
        function.__isabstractmethod__ = True
    __isabstractmethod__ = True
class acm(classmethod):
    __isabstractmethod__ = True
    def __init__(self, function):
        super().__init__(function)
        self.extra = 3
class B(object):
    @abstractstaticmethod
    def f(a): return a + 1
    @acm
    def g(cls, a): return cls.__name__, a
print(B.f(3), B().f(4), B.g(2), B().g(1))
print(B.__dict__["g"].extra, type(B.__dict__["f"]).__name__)
class p2(property):
    pass
class C(object):
    @p2
    def x(self): return 5
print(C().x)
