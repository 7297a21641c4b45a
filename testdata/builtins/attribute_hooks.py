def t(c):
    try:
        a = c(x=1); a.y = 2; r = dict(a); del a.x; print(c.__name__, r, dict(a), a.__dict__)
    except Exception as e: print(c.__name__, type(e).__name__, e)
class A(dict):
    __setattr__ = dict.__setitem__
    def __delattr__(self, k): del self[k]
class B(dict):
    __setattr__ = dict.__setitem__
    __delattr__ = lambda self, k: self.__delitem__(k)
class C(dict):
    __setattr__ = dict.__setitem__
    __delattr__ = dict.__delitem__
class D(dict):
    def __setattr__(self, k, v): self[k] = v
    __delattr__ = dict.__delitem__
class E(dict):
    __getattr__ = dict.__getitem__
    def __setattr__(self, k, v): self[k] = v
    def __delattr__(self, k): del self[k]
class F(dict):
    __getattr__ = dict.__getitem__
    __setattr__ = dict.__setitem__
    def __delattr__(self, k): self.pop(k)
class G(dict):
    def __delattr__(self, k): self.pop(k)
    __setattr__ = dict.__setitem__
class H(dict):
    __getattr__ = dict.__getitem__
    __setattr__ = dict.__setitem__
    __delattr__ = dict.pop
for c in (A, B, C, D, E, F, G, H): t(c)


class Item(object):
    __getitem__ = object.__getattribute__
    __setitem__ = object.__setattr__
    __delitem__ = object.__delattr__


item = Item()
item["a"] = 3
print(item["a"], item.a)
del item["a"]
print(hasattr(item, "a"))


class Fallback(dict):
    __getattr__ = dict.get
    __setattr__ = dict.__setitem__
    __delattr__ = dict.__delitem__


fallback = Fallback(x=1)
fallback.y = 2
fallback["z"] = 3
print(dict(fallback), fallback.__dict__, fallback.x, fallback.missing)
setattr(fallback, "w", 4)
delattr(fallback, "x")
print(dict(fallback), "x" in fallback, getattr(fallback, "w"))


class Plain(object):
    __setattr__ = object.__setattr__
    __getattribute__ = object.__getattribute__


plain = Plain()
plain.a = 5
print(plain.a, plain.__dict__)
number = (-70.0) ** 0.5
print(number.__lt__(5), (1j).__ge__(2), {}.__lt__({}), range(3).__gt__(range(2)), hasattr({}, "__le__"))
