"""math. What needs no more than arithmetic is written out, the rest asks the machine."""

from _tfscope import float_function, is_unknown

pi = 3.141592653589793
e = 2.718281828459045
tau = 6.283185307179586
inf = float("inf")
nan = float("nan")


def _number(x):
    if is_unknown(x) or isinstance(x, float):
        return x
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
    if not is_unknown(x) and x > 709.782712893384:
        raise OverflowError("math range error")
    return float_function("exp", x)


def expm1(x):
    return float_function("expm1", _number(x))


def log(x, base=None):
    x = _number(x)
    _domain(is_unknown(x) or x > 0)
    return float_function("log", x) if base is None else float_function("log", x) / log(base)


def log2(x):
    x = _number(x)
    _domain(is_unknown(x) or x > 0)
    return float_function("log2", x)


def log10(x):
    x = _number(x)
    _domain(is_unknown(x) or x > 0)
    return float_function("log10", x)


def log1p(x):
    x = _number(x)
    _domain(is_unknown(x) or x > -1)
    return float_function("log1p", x)


def sin(x):
    return float_function("sin", _number(x))


def cos(x):
    return float_function("cos", _number(x))


def tan(x):
    return float_function("tan", _number(x))


def asin(x):
    return float_function("asin", _number(x))


def acos(x):
    return float_function("acos", _number(x))


def atan(x):
    return float_function("atan", _number(x))


def sinh(x):
    return float_function("sinh", _number(x))


def cosh(x):
    return float_function("cosh", _number(x))


def tanh(x):
    return float_function("tanh", _number(x))


def erf(x):
    return float_function("erf", _number(x))


def gamma(x):
    x = _number(x)
    if is_unknown(x):
        return float_function("gamma", x)
    _domain(x != 0 and not (x < 0 and (isinf(x) or x == floor(x))))
    result = float_function("gamma", x)
    if isinf(result) and not isinf(x):
        raise OverflowError("math range error")
    return result


def lgamma(x):
    x = _number(x)
    if is_unknown(x):
        return float_function("lgamma", x)
    _domain(isinf(x) or isnan(x) or not (x <= 0 and x == floor(x)))
    result = float_function("lgamma", x)
    if isinf(result) and not isinf(x):
        raise OverflowError("math range error")
    return result


def atan2(y, x):
    return float_function("atan2", _number(y), _number(x))


def fmod(x, y):
    return float_function("fmod", _number(x), _number(y))


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
    _domain(not (x == 0 and y < 0 and not isinf(y)))
    _domain(not (x < 0 and not isinf(x) and not isinf(y) and y == y and y != floor(y)))
    if x == 0 and y < 0:
        return inf
    if isinf(y):
        return 1.0 if abs(x) == 1 else inf if (abs(x) > 1) == (y > 0) else x if x != x else 0.0
    try:
        return x ** y
    except OverflowError:
        raise OverflowError("math range error") from None


def floor(x):
    if hasattr(x, "__floor__") and not isinstance(x, (int, float)):
        return x.__floor__()
    return int(_number(x) // 1) if not isinstance(x, int) else x


def ceil(x):
    if hasattr(x, "__ceil__") and not isinstance(x, (int, float)):
        return x.__ceil__()
    return int(-(-_number(x) // 1)) if not isinstance(x, int) else x


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


def isclose(a, b, rel_tol=1e-09, abs_tol=0.0):
    return abs(a - b) <= max(rel_tol * max(abs(a), abs(b)), abs_tol)


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
    whole = float(int(x))
    return x - whole, whole


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
