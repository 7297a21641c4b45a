"""The contexts, roundings and signals of decimal."""

from decimal import Decimal

ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_UP = "ROUND_UP"
ROUND_DOWN = "ROUND_DOWN"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_05UP = "ROUND_05UP"


class DecimalException(ArithmeticError):
    __module__ = "decimal"


class Clamped(DecimalException):
    __module__ = "decimal"


class InvalidOperation(DecimalException):
    __module__ = "decimal"


class ConversionSyntax(InvalidOperation):
    __module__ = "decimal"


class DivisionImpossible(InvalidOperation):
    __module__ = "decimal"


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    __module__ = "decimal"


class DivisionByZero(DecimalException, ZeroDivisionError):
    __module__ = "decimal"


class Inexact(DecimalException):
    __module__ = "decimal"


class Rounded(DecimalException):
    __module__ = "decimal"


class Subnormal(DecimalException):
    __module__ = "decimal"


class Overflow(Inexact, Rounded):
    __module__ = "decimal"


class Underflow(Inexact, Rounded, Subnormal):
    __module__ = "decimal"


class FloatOperation(DecimalException, TypeError):
    __module__ = "decimal"


class Context(object):

    __module__ = "decimal"

    def __init__(self, prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=None,
                 traps=None):
        self.prec, self.rounding, self.Emin, self.Emax = prec, rounding, Emin, Emax
        self.capitals, self.clamp, self.flags, self.traps = capitals, clamp, flags or {}, traps or {}

    def copy(self):
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp)

    __copy__ = copy

    def create_decimal(self, num="0"):
        return Decimal(num)._rounded(self)

    def sqrt(self, a):
        return Decimal(a).sqrt(self)

    def divide(self, a, b):
        return Decimal(a)._divide(Decimal(b), self)

    def add(self, a, b):
        return Decimal(a)._add(Decimal(b), self)

    def multiply(self, a, b):
        return Decimal(a)._multiply(Decimal(b), self)

    def quantize(self, a, b):
        return Decimal(a).quantize(Decimal(b), context=self)

    def clear_flags(self):
        self.flags = {}


_current = [Context()]
DefaultContext = Context()
BasicContext = Context(9, ROUND_HALF_UP)
ExtendedContext = Context(9)


def getcontext():
    return _current[-1]


def setcontext(context):
    _current[-1] = context


class localcontext(object):

    __module__ = "decimal"

    def __init__(self, ctx=None):
        self._context = (ctx or getcontext()).copy()

    def __enter__(self):
        _current.append(self._context)
        return self._context

    def __exit__(self, *error):
        _current.pop()


def signal(kind, shown=None):
    raise kind([shown or kind])


def cut(coefficient, digits, rounding, negative):
    """The coefficient without its last digits."""
    unit = 10 ** digits
    kept, rest = coefficient // unit, coefficient % unit
    if not rest:
        return kept
    if rounding == ROUND_UP:
        up = True
    elif rounding == ROUND_DOWN:
        up = False
    elif rounding == ROUND_CEILING:
        up = not negative
    elif rounding == ROUND_FLOOR:
        up = negative
    elif rounding == ROUND_05UP:
        up = kept % 5 == 0
    elif 2 * rest != unit:
        up = 2 * rest > unit
    else:
        up = rounding == ROUND_HALF_UP or rounding == ROUND_HALF_EVEN and kept % 2 == 1
    return kept + up
