"""cmath: functions of complex numbers, out of those of floats."""

import math as _math

pi, e, tau, inf, nan = _math.pi, _math.e, _math.tau, _math.inf, _math.nan
infj = complex(0.0, inf)
nanj = complex(0.0, nan)


def _complex(x):
    if isinstance(x, (str, bytes)) or not isinstance(x, (int, float, complex)) and not (
            hasattr(x, "__complex__") or hasattr(x, "__float__")):
        raise TypeError("must be real number, not " + type(x).__name__)
    return complex(x)


def phase(x):
    x = _complex(x)
    return _math.atan2(x.imag, x.real)


def polar(x):
    x = _complex(x)
    return _math.hypot(x.real, x.imag), phase(x)


def rect(r, phi):
    return complex(r * _math.cos(phi), r * _math.sin(phi)) if phi else complex(float(r), r * float(phi))


def sqrt(x):
    x = _complex(x)
    if x.real == 0 and x.imag == 0:
        return complex(0.0, x.imag)
    side = 2.0 * _math.sqrt(abs(x.real) / 8.0 + _math.hypot(abs(x.real) / 8.0, abs(x.imag) / 8.0))
    other = abs(x.imag) / (2.0 * side)
    if x.real >= 0:
        return complex(side, _math.copysign(other, x.imag))
    return complex(other, _math.copysign(side, x.imag))


def exp(x):
    x = _complex(x)
    length = _math.exp(x.real)
    return complex(length * _math.cos(x.imag), length * _math.sin(x.imag))


def log(x, base=None):
    x = _complex(x)
    if x == 0:
        raise ValueError("math domain error")
    length = _math.hypot(x.real, x.imag)
    if 0.71 <= length <= 1.73:
        large, small = max(abs(x.real), abs(x.imag)), min(abs(x.real), abs(x.imag))
        real = _math.log1p((large - 1) * (large + 1) + small * small) / 2.0
    else:
        real = _math.log(length)
    result = complex(real, phase(x))
    return result if base is None else result / log(base)


def log10(x):
    found = log(x)
    return complex(found.real / _math.log(10.0), found.imag / _math.log(10.0))


def sinh(x):
    x = _complex(x)
    return complex(_math.cos(x.imag) * _math.sinh(x.real), _math.sin(x.imag) * _math.cosh(x.real))


def cosh(x):
    x = _complex(x)
    return complex(_math.cos(x.imag) * _math.cosh(x.real), _math.sin(x.imag) * _math.sinh(x.real))


def tanh(x):
    return sinh(x) / cosh(x)


def sin(x):
    x = _complex(x)
    found = sinh(complex(-x.imag, x.real))
    return complex(found.imag, -found.real)


def cos(x):
    x = _complex(x)
    return cosh(complex(-x.imag, x.real))


def tan(x):
    return sin(x) / cos(x)


def isnan(x):
    x = _complex(x)
    return _math.isnan(x.real) or _math.isnan(x.imag)


def isinf(x):
    x = _complex(x)
    return _math.isinf(x.real) or _math.isinf(x.imag)


def isfinite(x):
    x = _complex(x)
    return _math.isfinite(x.real) and _math.isfinite(x.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError("tolerances must be non-negative")
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    difference = abs(a - b)
    return difference <= rel_tol * abs(b) or difference <= rel_tol * abs(a) or difference <= abs_tol
