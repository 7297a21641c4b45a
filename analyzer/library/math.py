"""math. What needs no more than arithmetic is written out, the rest asks the machine."""

from _tfscope import float_function, is_unknown

pi = 3.141592653589793
e = 2.718281828459045
tau = 6.283185307179586
inf = float("inf")
nan = float("nan")


def _number(x):
    if is_unknown(x) or type(x) is float:
        return x
    if isinstance(x, complex):
        raise TypeError("can't convert complex to float")
    if not isinstance(x, int) and (isinstance(x, (str, bytes)) or not hasattr(x, "__float__")):
        raise TypeError("must be real number, not %s" % type(x).__name__)
    return float(x)


def _domain(good):
    if not is_unknown(good) and not good:
        raise ValueError("math domain error")


def sqrt(x):
    x = _number(x)
    _domain(is_unknown(x) or not x < 0)
    return float_function("sqrt", x)


def exp(x):
    x = _number(x)
    if not is_unknown(x) and 709.782712893384 < x < inf:
        raise OverflowError("math range error")
    return float_function("exp", x)


def _bounded(name, x):
    """A function that has no infinite value for a finite argument."""
    x = _number(x)
    result = float_function(name, x)
    if not is_unknown(x) and isinf(result) and not isinf(x):
        raise OverflowError("math range error")
    return result


def expm1(x):
    return _bounded("expm1", x)


def _logarithm(name, x, per_bit):
    """Of an int too large for a float: that of its leading digits, and as much again for each bit left out."""
    if isinstance(x, int) and x.bit_length() > 1000:
        left_out = x.bit_length() - 64
        return float_function(name, float(x >> left_out)) + left_out * per_bit
    x = _number(x)
    _domain(is_unknown(x) or isnan(x) or x > 0)
    return float_function(name, x)


def log(x, base=None):
    result = _logarithm("log", x, 0.6931471805599453)
    return result if base is None else result / log(base)


def log2(x):
    return _logarithm("log2", x, 1.0)


def log10(x):
    return _logarithm("log10", x, 0.30102999566398120)


def log1p(x):
    x = _number(x)
    _domain(is_unknown(x) or isnan(x) or x > -1)
    return float_function("log1p", x)


def sin(x):
    x = _number(x)
    _domain(is_unknown(x) or not isinf(x))
    return float_function("sin", x)


def cos(x):
    x = _number(x)
    _domain(is_unknown(x) or not isinf(x))
    return float_function("cos", x)


def tan(x):
    x = _number(x)
    _domain(is_unknown(x) or not isinf(x))
    return float_function("tan", x)


def asin(x):
    x = _number(x)
    _domain(is_unknown(x) or not abs(x) > 1)
    return float_function("asin", x)


def acos(x):
    x = _number(x)
    _domain(is_unknown(x) or not abs(x) > 1)
    return float_function("acos", x)


def atan(x):
    return float_function("atan", _number(x))


def sinh(x):
    return _bounded("sinh", x)


def cosh(x):
    return _bounded("cosh", x)


def tanh(x):
    return float_function("tanh", _number(x))


def erf(x):
    return float_function("erf", _number(x))


def erfc(x):
    return float_function("erfc", _number(x))


def asinh(x):
    return float_function("asinh", _number(x))


def acosh(x):
    x = _number(x)
    _domain(is_unknown(x) or not x < 1)
    return float_function("acosh", x)


def atanh(x):
    x = _number(x)
    _domain(is_unknown(x) or isnan(x) or -1 < x < 1)
    return float_function("atanh", x)


def gamma(x):
    x = _number(x)
    if is_unknown(x):
        return float_function("gamma", x)
    _domain(x != 0 and not (x < 0 and (isinf(x) or x == floor(x))))
    if 1 <= x <= 23 and x == floor(x):
        return float(factorial(int(x) - 1))
    result = float_function("gamma", x)
    if isinf(result) and not isinf(x):
        raise OverflowError("math range error")
    return result


def lgamma(x):
    x = _number(x)
    if is_unknown(x):
        return float_function("lgamma", x)
    _domain(isinf(x) or isnan(x) or not (x <= 0 and x == floor(x)))
    if x in (1.0, 2.0):
        return 0.0
    result = float_function("lgamma", x)
    if isinf(result) and not isinf(x):
        raise OverflowError("math range error")
    return result


def atan2(y, x):
    return float_function("atan2", _number(y), _number(x))


def fmod(x, y):
    x, y = _number(x), _number(y)
    if not is_unknown(x) and not is_unknown(y) and not isnan(x) and not isnan(y):
        _domain(not isinf(x) and y != 0)
    return float_function("fmod", x, y)


def hypot(x, y):
    return float_function("hypot", _number(x), _number(y))


def copysign(x, y):
    return float_function("copysign", _number(x), _number(y))


def pow(x, y):
    x, y = _number(x), _number(y)
    if is_unknown(x) or is_unknown(y):
        return x ** y
    if x == 1 or y == 0:
        return 1.0
    if isnan(x) or isnan(y):
        return nan
    _domain(not (x == 0 and y < 0))
    _domain(not (x < 0 and not isinf(x) and not isinf(y) and y == y and y != floor(y)))
    if isinf(y):
        return 1.0 if abs(x) == 1 else inf if (abs(x) > 1) == (y > 0) else 0.0
    try:
        return x ** y
    except OverflowError:
        raise OverflowError("math range error") from None


def floor(x):
    if hasattr(x, "__floor__") and not isinstance(x, (int, float)):
        return x.__floor__()
    if isinstance(x, int):
        return int(x)
    x = _number(x)
    # An infinity has no floor; `int` says so.
    return int(x if is_unknown(x) or isinf(x) else x // 1)


def ceil(x):
    if hasattr(x, "__ceil__") and not isinstance(x, (int, float)):
        return x.__ceil__()
    if isinstance(x, int):
        return int(x)
    x = _number(x)
    return int(x if is_unknown(x) or isinf(x) else -(-x // 1))


def trunc(x):
    if not is_unknown(x) and not hasattr(type(x), "__trunc__"):
        raise TypeError("type %s doesn't define __trunc__ method" % type(x).__name__)
    return x.__trunc__()


def fabs(x):
    return abs(_number(x))


def factorial(x):
    if isinstance(x, float):
        if isinf(x) or isnan(x) or x != floor(x):
            raise ValueError("factorial() only accepts integral values")
    elif not is_unknown(x) and not isinstance(x, int):
        if isinstance(x, (str, bytes)) or not hasattr(x, "__int__"):
            raise TypeError("an integer is required (got type %s)" % type(x).__name__)
        x = x.__int__()
        if not isinstance(x, int):
            raise TypeError("__int__ returned non-int (type %s)" % type(x).__name__)
    if x < 0:
        raise ValueError("factorial() not defined for negative values")
    result = 1
    for i in range(2, int(x) + 1):
        result *= i
    return result


def gcd(a, b):
    for value in (a, b):
        if not is_unknown(value) and not hasattr(value, "__index__"):
            raise TypeError("'%s' object cannot be interpreted as an integer" % type(value).__name__)
    while b:
        a, b = b, a % b
    return abs(a)


def degrees(x):
    return _number(x) * (180.0 / pi)


def radians(x):
    return _number(x) * (pi / 180.0)


def isnan(x):
    x = _number(x)
    return x != x


def isinf(x):
    x = _number(x)
    return x in (inf, -inf)


def isfinite(x):
    x = _number(x)
    return not isnan(x) and not isinf(x)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    a, b = _number(a), _number(b)
    if is_unknown(a) or is_unknown(b):
        return abs(a - b) <= max(rel_tol * max(abs(a), abs(b)), abs_tol)
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError("tolerances must be non-negative")
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    return abs(b - a) <= abs(rel_tol * b) or abs(b - a) <= abs(rel_tol * a) or abs(b - a) <= abs_tol


def fsum(iterable):
    """The exact sum, rounded once: what each addition loses is kept as a further part."""
    parts = []
    for x in iterable:
        x = _number(x)
        if is_unknown(x) or isinf(x) or isnan(x):
            return float(sum(iterable))
        kept = []
        for y in parts:
            if abs(x) < abs(y):
                x, y = y, x
            high = x + y
            low = y - (high - x)
            if low:
                kept.append(low)
            x = high
        parts = kept + [x]
    return float(sum(reversed(parts))) if parts else 0.0


def modf(x):
    x = _number(x)
    if is_unknown(x) or isnan(x):
        return x, x
    if isinf(x):
        return copysign(0.0, x), x
    whole = copysign(float(int(x)), x)
    return copysign(x - whole, x), whole


def ldexp(x, i):
    x = _number(x)
    if is_unknown(x) or x == 0 or isinf(x) or isnan(x):
        return x
    # In two steps, so that neither power leaves the range of floats.
    half = i // 2
    if i > 2100:
        raise OverflowError("math range error")
    result = x * 2.0 ** max(half, -1000) * 2.0 ** max(i - half, -1000)
    if isinf(result):
        raise OverflowError("math range error")
    return result


def frexp(x):
    x = _number(x)
    if is_unknown(x) or x == 0 or isinf(x) or isnan(x):
        return x, 0
    numerator, denominator = abs(x).as_integer_ratio()
    exponent = numerator.bit_length() - denominator.bit_length()
    mantissa = x / 2.0 ** exponent if -1000 < exponent < 1000 else ldexp(x, -exponent)
    if abs(mantissa) >= 1:
        mantissa, exponent = mantissa / 2, exponent + 1
    return mantissa, exponent


def remainder(x, y):
    x, y = _number(x), _number(y)
    if is_unknown(x) or is_unknown(y) or isnan(x) or isnan(y):
        return x if is_unknown(x) or isnan(x) else y
    _domain(not isinf(x) and y != 0)
    if isinf(y):
        return x
    rest = fmod(abs(x), abs(y))
    other = abs(y) - rest
    if rest > other or (rest == other and fmod(abs(x) - rest, 2 * abs(y)) != 0):
        rest = -other
    return copysign(1.0, x) * rest
