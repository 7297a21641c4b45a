"""decimal: numbers. Signals raise as the default context has them."""

import math as _math
import numbers as _numbers

from _tfscope_decimal_contexts import (
    ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP,
    ROUND_UP, BasicContext, Clamped, Context, ConversionSyntax, DecimalException, DefaultContext,
    DivisionByZero, DivisionImpossible, DivisionUndefined, ExtendedContext, FloatOperation, Inexact,
    InvalidOperation, Overflow, Rounded, Subnormal, Underflow, getcontext, localcontext, setcontext)
from _tfscope_decimal_contexts import cut as _cut, signal as _signal
from _tfscope_decimal_texts import Texts as _Texts


def _parsed(text):
    """(sign, coefficient, exponent), or the name of a special value in place of the exponent."""
    text = text.strip().replace("_", "")
    sign = 1 if text[:1] == "-" else 0
    body = text[1:] if text[:1] in ("+", "-") else text
    if body.lower() in ("inf", "infinity"):
        return sign, 0, "F"
    if body.lower() in ("nan", "snan"):
        return sign, 0, "n" if body.lower() == "nan" else "N"
    mantissa, mark, exponent = body.lower().partition("e")
    whole, point, part = mantissa.partition(".")
    digits = exponent[1:] if exponent[:1] in ("+", "-") else exponent
    if not (whole + part).isdigit() or mark and not digits.isdigit():
        _signal(InvalidOperation, ConversionSyntax)
    return sign, int(whole + part), (int(exponent) if mark else 0) - len(part)


class Decimal(_Texts, _numbers.Number):

    __tp_name__ = "decimal.Decimal"

    __slots__ = ("_sign", "_int", "_exp")

    def __new__(cls, value="0", context=None):
        self = object.__new__(cls)
        if isinstance(value, Decimal):
            parts = value._sign, value._int, value._exp
        elif isinstance(value, int):
            parts = (1 if value < 0 else 0), abs(int(value)), 0
        elif isinstance(value, str):
            parts = _parsed(value)
        elif isinstance(value, float):
            parts = cls._of_float(value)
        elif isinstance(value, (tuple, list)):
            if len(value) != 3:
                raise ValueError("argument must be a sequence of length 3")
            parts = value[0], int("".join([str(digit) for digit in value[1]]) or "0"), value[2]
        else:
            raise TypeError("conversion from %s to Decimal is not supported" % type(value).__name__)
        self._sign, self._int, self._exp = parts
        return self

    @classmethod
    def _of_float(cls, value):
        if _math.isnan(value):
            return 0, 0, "n"
        sign = 1 if _math.copysign(1.0, value) < 0 else 0
        if _math.isinf(value):
            return sign, 0, "F"
        top, bottom = abs(value).as_integer_ratio()
        power = bottom.bit_length() - 1
        return sign, top * 5 ** power, -power

    @classmethod
    def from_float(cls, f):
        return cls(f)

    @classmethod
    def _made(cls, sign, coefficient, exponent):
        self = object.__new__(Decimal)
        self._sign, self._int, self._exp = sign, coefficient, exponent
        return self

    def _rounded(self, context=None):
        context = context or getcontext()
        if self._is_special():
            return self
        digits = len(str(self._int)) - context.prec
        if digits <= 0:
            return self
        kept = _cut(self._int, digits, context.rounding, self._sign)
        if len(str(kept)) > context.prec:
            kept, digits = kept // 10, digits + 1
        return self._made(self._sign, kept, self._exp + digits)

    # ---- what kind of number
    def _is_special(self):
        return isinstance(self._exp, str)

    def is_nan(self):
        return self._exp in ("n", "N")

    def is_qnan(self):
        return self._exp == "n"

    def is_snan(self):
        return self._exp == "N"

    def is_infinite(self):
        return self._exp == "F"

    def is_finite(self):
        return not self._is_special()

    def is_zero(self):
        return not self._is_special() and self._int == 0

    def is_signed(self):
        return self._sign == 1

    def adjusted(self):
        return 0 if self._is_special() else self._exp + len(str(self._int)) - 1

    def as_tuple(self):
        return DecimalTuple(self._sign, tuple([int(digit) for digit in str(self._int)]), self._exp)

    def as_integer_ratio(self):
        if self.is_nan():
            raise ValueError("cannot convert NaN to integer ratio")
        if self.is_infinite():
            raise OverflowError("cannot convert Infinity to integer ratio")
        top, bottom = self._int * 10 ** max(self._exp, 0), 10 ** max(-self._exp, 0)
        divisor = _math.gcd(top, bottom)
        return (-1 if self._sign else 1) * top // divisor, bottom // divisor

    # ---- conversions
    def __float__(self):
        if self._exp == "N":
            raise ValueError("cannot convert signaling NaN to float")
        return float(str(self))

    def __int__(self):
        if self.is_nan():
            raise ValueError("cannot convert NaN to integer")
        if self.is_infinite():
            raise OverflowError("cannot convert Infinity to integer")
        number = self._int * 10 ** self._exp if self._exp >= 0 else self._int // 10 ** -self._exp
        return -number if self._sign else number

    __trunc__ = __int__

    def __floor__(self):
        return int(self.to_integral_value(ROUND_FLOOR))

    def __ceil__(self):
        return int(self.to_integral_value(ROUND_CEILING))

    def __bool__(self):
        return self._is_special() or self._int != 0

    def __hash__(self):
        if self._is_special():
            return 0 if self.is_nan() else hash(float(self))
        if self._exp >= 0:
            return hash(int(self))
        modulus = 2 ** 61 - 1
        found = self._int * pow(pow(10, modulus - 2, modulus), -self._exp, modulus) % modulus
        found = -found if self._sign else found
        return -2 if found == -1 else found

    def __round__(self, n=None):
        if n is None:
            return int(self.to_integral_value(ROUND_HALF_EVEN))
        return self.quantize(self._made(0, 1, -n), ROUND_HALF_EVEN)

    def __complex__(self):
        return complex(float(self))

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return Decimal(0)

    def conjugate(self):
        return self

    # ---- arithmetic
    @staticmethod
    def _operand(other):
        if isinstance(other, Decimal):
            return other
        return Decimal(other) if isinstance(other, int) else None

    def _at(self, exponent, rounding):
        """The same number with another exponent."""
        if exponent <= self._exp:
            return self._made(self._sign, self._int * 10 ** (self._exp - exponent), exponent)
        return self._made(self._sign, _cut(self._int, exponent - self._exp, rounding, self._sign), exponent)

    def _value(self, exponent):
        number = self._int * 10 ** (self._exp - exponent)
        return -number if self._sign else number

    def _add(self, other, context=None):
        if self._is_special() or other._is_special():
            if self.is_nan() or other.is_nan():
                return self if self.is_nan() else other
            if self.is_infinite() and other.is_infinite() and self._sign != other._sign:
                _signal(InvalidOperation)
            return self if self.is_infinite() else other
        context = context or getcontext()
        exponent = min(self._exp, other._exp)
        total = self._value(exponent) + other._value(exponent)
        sign = 1 if total < 0 else 0
        if total == 0:
            floor = context.rounding == ROUND_FLOOR and self._sign != other._sign
            sign = 1 if self._sign and other._sign or floor else 0
        return self._made(sign, abs(total), exponent)._rounded(context)

    def _multiply(self, other, context=None):
        sign = self._sign ^ other._sign
        if self._is_special() or other._is_special():
            if self.is_nan() or other.is_nan():
                return self if self.is_nan() else other
            if not self or not other:
                _signal(InvalidOperation)
            return self._made(sign, 0, "F")
        return self._made(sign, self._int * other._int, self._exp + other._exp)._rounded(context)

    def _divide(self, other, context=None):
        context = context or getcontext()
        sign = self._sign ^ other._sign
        if self.is_nan() or other.is_nan():
            return self if self.is_nan() else other
        if self.is_infinite() or other.is_infinite():
            if self.is_infinite() and other.is_infinite():
                _signal(InvalidOperation)
            return self._made(sign, 0, "F") if self.is_infinite() else self._made(sign, 0, context.Emin - context.prec + 1)
        if not other:
            if not self:
                _signal(InvalidOperation, DivisionUndefined)
            _signal(DivisionByZero)
        ideal = self._exp - other._exp
        if not self:
            return self._made(sign, 0, ideal)
        shift = max(len(str(other._int)) - len(str(self._int)) + context.prec + 1, 0)
        quotient, rest = divmod(self._int * 10 ** shift, other._int)
        exponent = ideal - shift
        if rest:
            quotient += quotient % 5 == 0  # so that it is no tie
        else:
            while exponent < ideal and quotient % 10 == 0:
                quotient, exponent = quotient // 10, exponent + 1
        return self._made(sign, quotient, exponent)._rounded(context)

    def _parts(self, other):
        """Quotient, cut to an int, and rest."""
        if not other:
            _signal(DivisionByZero) if self else _signal(InvalidOperation, DivisionUndefined)
        exponent = min(self._exp, other._exp)
        top, bottom = abs(self._value(exponent)), abs(other._value(exponent))
        quotient, rest = top // bottom, top % bottom
        if len(str(quotient)) > getcontext().prec:
            _signal(InvalidOperation, DivisionImpossible)
        return self._made(self._sign ^ other._sign, quotient, 0), self._made(self._sign, rest, exponent)._rounded()

    def __neg__(self):
        return self._made(self._sign ^ 1 if self else 0, self._int, self._exp)._rounded()

    def __pos__(self):
        return self._made(self._sign if self else 0, self._int, self._exp)._rounded()

    def __abs__(self):
        return self._made(0, self._int, self._exp)._rounded()

    copy_abs = lambda self: self._made(0, self._int, self._exp)
    copy_negate = lambda self: self._made(self._sign ^ 1, self._int, self._exp)

    def __pow__(self, exponent, modulo=None):
        other = self._operand(exponent)
        if other is None:
            return NotImplemented
        if modulo is not None:
            return Decimal(pow(int(self), int(other), int(modulo)))
        if other != other.to_integral_value():
            return self._made_of_float(float(self) ** float(other))
        power = int(other)
        context = getcontext()
        if not self and power == 0:
            _signal(InvalidOperation)
        sign = self._sign if power % 2 else 0
        if not self and power != 0:
            return self._made(sign, 0, "F" if power < 0 else 0)
        if power < 0:
            return Decimal(1)._divide(self._made(0, self._int ** -power, self._exp * -power))._with_sign(sign)
        return self._made(sign, self._int ** power, self._exp * power)._rounded(context)

    def __rpow__(self, other):
        return Decimal(other) ** self

    def _with_sign(self, sign):
        return self._made(sign, self._int, self._exp)

    @classmethod
    def _made_of_float(cls, value):
        return Decimal(repr(value))

    def sqrt(self, context=None):
        context = context or getcontext()
        if self._is_special() or not self:
            return self if self._is_special() else self._made(self._sign, 0, self._exp // 2)
        if self._sign:
            _signal(InvalidOperation)
        ideal = self._exp // 2
        shift = max(2 * (context.prec + 1) - len(str(self._int)), 0)
        shift += (self._exp - shift) % 2
        scaled = self._int * 10 ** shift
        root = _integer_root(scaled)
        exponent = (self._exp - shift) // 2
        if root * root == scaled:
            while exponent < ideal and root % 10 == 0:
                root, exponent = root // 10, exponent + 1
        else:
            root += root % 5 == 0
        return self._made(0, root, exponent)._rounded(Context(context.prec))

    def quantize(self, exp, rounding=None, context=None):
        other = Decimal(exp)
        context = context or getcontext()
        if self._is_special() or other._is_special():
            if self.is_infinite() and other.is_infinite() or self.is_nan():
                return self
            _signal(InvalidOperation)
        result = self._at(other._exp, rounding or context.rounding)
        if len(str(result._int)) > context.prec:
            _signal(InvalidOperation)
        return result

    def to_integral_value(self, rounding=None, context=None):
        if self._is_special() or self._exp >= 0:
            return self
        return self._at(0, rounding or (context or getcontext()).rounding)

    to_integral = to_integral_exact = to_integral_value

    def normalize(self, context=None):
        value = self._rounded(context)
        if value._is_special():
            return value
        if not value:
            return self._made(value._sign, 0, 0)
        number, exponent = value._int, value._exp
        while number % 10 == 0:
            number, exponent = number // 10, exponent + 1
        return self._made(value._sign, number, exponent)

    def scaleb(self, other):
        return self._made(self._sign, self._int, self._exp + int(other))

    def copy_sign(self, other):
        return self._with_sign(Decimal(other)._sign)

    def exp(self, context=None):
        return self._made_of_float(_math.exp(float(self)))

    def ln(self, context=None):
        return self._made_of_float(_math.log(float(self)))

    def log10(self, context=None):
        return self._made_of_float(_math.log10(float(self)))

    # ---- comparison
    def _order(self, other):
        """-1, 0 or 1; None if there is none."""
        if isinstance(other, float):
            other = Decimal(other)
        elif not isinstance(other, Decimal):
            other = Decimal(other)
        if self.is_nan() or other.is_nan():
            return None
        if self._is_special() or other._is_special():
            left, right = float(self) if self._is_special() else 0.0, float(other) if other._is_special() else 0.0
            return (left > right) - (left < right)
        exponent = min(self._exp, other._exp)
        left, right = self._value(exponent), other._value(exponent)
        return (left > right) - (left < right)

    def __eq__(self, other):
        if isinstance(other, _numbers.Rational) and not isinstance(other, int):
            return self.is_finite() and self.as_integer_ratio() == (other.numerator, other.denominator)
        return self._order(other) == 0 if isinstance(other, (int, float, Decimal)) else NotImplemented

    def compare(self, other):
        return Decimal(self._order(other))

    def max(self, other):
        return self if self._order(other) >= 0 else Decimal(other)

    def min(self, other):
        return self if self._order(other) <= 0 else Decimal(other)


def _comparison(accepts):
    def compare(self, other):
        if not isinstance(other, (int, float, Decimal)):
            return NotImplemented
        order = self._order(other)
        if order is None:
            _signal(InvalidOperation)
        return accepts(order)
    return compare


def _arithmetic(operation, reflected=False):
    def operate(self, other):
        other = self._operand(other)
        if other is None:
            return NotImplemented
        return operation(other, self) if reflected else operation(self, other)
    return operate


def _floor_divide(left, right):
    return left._parts(right)[0]


def _remainder(left, right):
    if not right:
        _signal(InvalidOperation, DivisionUndefined if not left else None)
    return left._parts(right)[1]


for _name, _operation in [("add", lambda a, b: a._add(b)), ("sub", lambda a, b: a._add(b.copy_negate())),
                          ("mul", lambda a, b: a._multiply(b)), ("truediv", lambda a, b: a._divide(b)),
                          ("floordiv", _floor_divide), ("mod", _remainder),
                          ("divmod", lambda a, b: (_floor_divide(a, b), _remainder(a, b)))]:
    setattr(Decimal, "__%s__" % _name, _arithmetic(_operation))
    setattr(Decimal, "__r%s__" % _name, _arithmetic(_operation, True))
for _name, _accepts in [("lt", lambda order: order < 0), ("le", lambda order: order <= 0),
                        ("gt", lambda order: order > 0), ("ge", lambda order: order >= 0)]:
    setattr(Decimal, "__%s__" % _name, _comparison(_accepts))


def _integer_root(number):
    root = 1 << (number.bit_length() + 1) // 2
    while True:
        better = (root + number // root) // 2
        if better >= root:
            return root
        root = better


class DecimalTuple(tuple):

    def __new__(cls, sign, digits, exponent):
        return tuple.__new__(cls, (sign, digits, exponent))

    sign = property(lambda self: self[0])
    digits = property(lambda self: self[1])
    exponent = property(lambda self: self[2])

    def __repr__(self):
        return "DecimalTuple(sign=%r, digits=%r, exponent=%r)" % tuple(self)
