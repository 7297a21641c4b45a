# Attributes of builtin types as their classes show them, and what numbers refuse.
class Failure(ValueError):
    args = 5


class Point(object):
    __slots__ = ("x",)


class Number(int):
    @property
    def real(self):
        return "mine"


def attempt(thunk):
    try:
        print(thunk())
    except Exception as error:
        print(type(error).__name__, error)


class Yes(object):
    def __len__(self):
        return True

    def __index__(self):
        return True


print(Failure.args, Failure("x").args, TypeError.args, int.real, float.imag, complex.real, slice.start, property.fget)
print(Point.x, isinstance(Number.real, property), Number(3).real)
attempt(lambda: int.real.__get__(5))
attempt(lambda: TypeError.args.__get__(TypeError(1, 2)))
attempt(lambda: (hasattr(TypeError, "args"), hasattr(int, "missing")))
attempt(lambda: int.missing)
attempt(lambda: (1j).__divmod__(2))
attempt(lambda: (1j).__divmod__("a"))
attempt(lambda: (1j).__rdivmod__(2))
attempt(lambda: (1j).__int__())
attempt(lambda: (1j).__float__())
attempt(lambda: float(" "))
attempt(lambda: float(" a "))
attempt(lambda: len(Yes()))
attempt(lambda: slice(Yes()).indices(5))
attempt(lambda: slice(-1, Yes()).indices(1))
attempt(lambda: slice(True, None, True).indices(5))
