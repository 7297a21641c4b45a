"""fractions."""

import math as _math
import numbers as _numbers


def gcd(a, b):
    return _math.gcd(a, b)


def _read(text):
    """The two numbers of `3/4`, `-1.5` or `2e-3`."""
    body = text.strip()
    sign = -1 if body.startswith("-") else 1
    if body[:1] in ("-", "+"):
        body = body[1:]
    top, slash, bottom = body.partition("/")
    if slash and top.isdecimal() and bottom.isdecimal():
        return sign * int(top), int(bottom)
    mantissa, has_power, power = body.lower().partition("e")
    whole, point, part = mantissa.partition(".")
    digits = whole + part
    unsigned = power[1:] if power[:1] in ("-", "+") else power
    if slash or not digits.isdecimal() or (has_power and not unsigned.isdecimal()):
        raise ValueError("Invalid literal for Fraction: %r" % text)
    shift = (int(power) if has_power else 0) - len(part)
    return sign * int(digits) * 10 ** max(shift, 0), 10 ** max(-shift, 0)


class Fraction(_numbers.Rational):

    def __new__(cls, numerator=0, denominator=None):
        if isinstance(numerator, Fraction) and denominator is None:
            return numerator
        if isinstance(numerator, str):
            numerator, denominator = _read(numerator)
        if isinstance(numerator, float):
            numerator, denominator = numerator.as_integer_ratio()
        denominator = 1 if denominator is None else denominator
        if isinstance(numerator, Fraction) or isinstance(denominator, Fraction):
            return Fraction(numerator) / Fraction(denominator)
        if denominator == 0:
            raise ZeroDivisionError("Fraction({}, 0)".format(numerator))
        divisor = _math.gcd(numerator, denominator) * (-1 if denominator < 0 else 1)
        self = object.__new__(cls)
        self.numerator, self.denominator = numerator // divisor, denominator // divisor
        return self

    def limit_denominator(self, max_denominator=1000000):
        below, above, n, d = (0, 1), (1, 0), self.numerator, self.denominator
        if d <= max_denominator:
            return self
        while True:
            quotient = n // d
            bottom = below[1] + quotient * above[1]
            if bottom > max_denominator:
                break
            below, above = above, (below[0] + quotient * above[0], bottom)
            n, d = d, n - quotient * d
        k = (max_denominator - below[1]) // above[1]
        one = Fraction(below[0] + k * above[0], below[1] + k * above[1])
        other = Fraction(*above)
        return other if abs(other - self) <= abs(one - self) else one

    def _with(self, other, function):
        if isinstance(other, float):
            return function(float(self), other)
        if not isinstance(other, (int, Fraction)):
            return NotImplemented
        return None

    def __add__(self, other):
        found = self._with(other, lambda a, b: a + b)
        if found is not None:
            return found
        other = Fraction(other)
        return Fraction(self.numerator * other.denominator + other.numerator * self.denominator,
                        self.denominator * other.denominator)

    __radd__ = __add__

    def __mul__(self, other):
        found = self._with(other, lambda a, b: a * b)
        if found is not None:
            return found
        other = Fraction(other)
        return Fraction(self.numerator * other.numerator, self.denominator * other.denominator)

    __rmul__ = __mul__

    def __neg__(self):
        return Fraction(-self.numerator, self.denominator)

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other

    def __truediv__(self, other):
        found = self._with(other, lambda a, b: a / b)
        if found is not None:
            return found
        other = Fraction(other)
        return Fraction(self.numerator * other.denominator, self.denominator * other.numerator)

    def __rtruediv__(self, other):
        return other / float(self) if isinstance(other, float) else Fraction(other) / self

    def _divided(self, other):
        other = Fraction(other)
        if not other:
            raise ZeroDivisionError("Fraction(%s, 0)" % (self.numerator * other.denominator))
        return self.numerator * other.denominator // (self.denominator * other.numerator)

    def __floordiv__(self, other):
        found = self._with(other, lambda a, b: a // b)
        return self._divided(other) if found is None else found

    def __rfloordiv__(self, other):
        return other // float(self) if isinstance(other, float) else Fraction(other) // self

    def __mod__(self, other):
        found = self._with(other, lambda a, b: a % b)
        return self - Fraction(other) * self._divided(other) if found is None else found

    def __rmod__(self, other):
        return other % float(self) if isinstance(other, float) else Fraction(other) % self

    def __divmod__(self, other):
        return self // other, self % other

    def __pos__(self):
        return self

    def __round__(self, ndigits=None):
        if ndigits is not None:
            shift = 10 ** abs(ndigits)
            return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)
        floor, rest = divmod(self.numerator, self.denominator)
        up = rest * 2 > self.denominator or (rest * 2 == self.denominator and floor % 2)
        return floor + (1 if up else 0)

    def __pow__(self, other):
        if isinstance(other, int):
            if other < 0:
                return Fraction(self.denominator ** -other, self.numerator ** -other)
            return Fraction(self.numerator ** other, self.denominator ** other)
        return float(self) ** other

    def __abs__(self):
        return Fraction(abs(self.numerator), self.denominator)

    def __float__(self):
        return self.numerator / self.denominator

    def __int__(self):
        return -(-self.numerator // self.denominator) if self.numerator < 0 else self.numerator // self.denominator

    __trunc__ = __int__

    def __floor__(self):
        return self.numerator // self.denominator

    def __ceil__(self):
        return -(-self.numerator // self.denominator)

    def __bool__(self):
        return self.numerator != 0

    def __hash__(self):
        return hash(self.numerator) if self.denominator == 1 else hash(float(self))

    def _ordered(self, other, function):
        if isinstance(other, float):
            return function(float(self), other)
        if not isinstance(other, (int, Fraction)):
            return NotImplemented
        other = Fraction(other)
        return function(self.numerator * other.denominator, other.numerator * self.denominator)

    def __eq__(self, other):
        return self._ordered(other, lambda a, b: a == b)

    def __lt__(self, other):
        return self._ordered(other, lambda a, b: a < b)

    def __le__(self, other):
        return self._ordered(other, lambda a, b: a <= b)

    def __gt__(self, other):
        return self._ordered(other, lambda a, b: a > b)

    def __ge__(self, other):
        return self._ordered(other, lambda a, b: a >= b)

    def __repr__(self):
        return "Fraction({}, {})".format(self.numerator, self.denominator)

    def __str__(self):
        return str(self.numerator) if self.denominator == 1 else "{}/{}".format(self.numerator, self.denominator)
