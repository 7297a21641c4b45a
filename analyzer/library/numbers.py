"""numbers: the tower of kinds of numbers."""


class _Kind(type):

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        if cls in subclass.__mro__:
            return True
        for kind in cls.__dict__.get("_kinds", ()):
            if issubclass(subclass, kind):
                return True
        name = getattr(subclass, "__module__", "")
        if isinstance(name, str) and name.startswith("numpy"):
            names = [base.__name__ for base in subclass.__mro__]
            return any([wanted in names for wanted in cls.__dict__.get("_of_numpy", ())])
        return False

    def register(cls, subclass):
        cls._kinds = cls._kinds + (subclass,)
        return subclass


class Number(object, metaclass=_Kind):
    _kinds = (int, float, complex)
    _of_numpy = ("number",)


class Complex(Number):
    _kinds = (int, float, complex)
    _of_numpy = ("number",)


class Real(Complex):
    _kinds = (int, float)
    _of_numpy = ("integer", "floating")


class Rational(Real):
    _kinds = (int,)
    _of_numpy = ("integer",)


class Integral(Rational):
    _kinds = (int,)
    _of_numpy = ("integer",)
