"""Elementwise functions that are one operation each, called as it is."""

from tensorflow.python.framework.op_library import apply


def acos(x, name=None):
    return apply("Acos", name, [x])


def acosh(x, name=None):
    return apply("Acosh", name, [x])


def asin(x, name=None):
    return apply("Asin", name, [x])


def asinh(x, name=None):
    return apply("Asinh", name, [x])


def atan(x, name=None):
    return apply("Atan", name, [x])


def atanh(x, name=None):
    return apply("Atanh", name, [x])


def ceil(x, name=None):
    return apply("Ceil", name, [x])


def cos(x, name=None):
    return apply("Cos", name, [x])


def cosh(x, name=None):
    return apply("Cosh", name, [x])


def digamma(x, name=None):
    return apply("Digamma", name, [x])


def erf(x, name=None):
    return apply("Erf", name, [x])


def erfc(x, name=None):
    return apply("Erfc", name, [x])


def exp(x, name=None):
    return apply("Exp", name, [x])


def expm1(x, name=None):
    return apply("Expm1", name, [x])


def floor(x, name=None):
    return apply("Floor", name, [x])


def is_finite(x, name=None):
    return apply("IsFinite", name, [x])


def is_inf(x, name=None):
    return apply("IsInf", name, [x])


def is_nan(x, name=None):
    return apply("IsNan", name, [x])


def lgamma(x, name=None):
    return apply("Lgamma", name, [x])


def log(x, name=None):
    return apply("Log", name, [x])


def log1p(x, name=None):
    return apply("Log1p", name, [x])


def logical_not(x, name=None):
    return apply("LogicalNot", name, [x])


def negative(x, name=None):
    return apply("Neg", name, [x])


def reciprocal(x, name=None):
    return apply("Reciprocal", name, [x])


def rint(x, name=None):
    return apply("Rint", name, [x])


def rsqrt(x, name=None):
    return apply("Rsqrt", name, [x])


def sign(x, name=None):
    return apply("Sign", name, [x])


def sin(x, name=None):
    return apply("Sin", name, [x])


def sinh(x, name=None):
    return apply("Sinh", name, [x])


def sqrt(x, name=None):
    return apply("Sqrt", name, [x])


def square(x, name=None):
    return apply("Square", name, [x])


def tan(x, name=None):
    return apply("Tan", name, [x])


def tanh(x, name=None):
    return apply("Tanh", name, [x])


def add(x, y, name=None):
    return apply("Add", name, [x, y])


def atan2(y, x, name=None):
    return apply("Atan2", name, [y, x])


def floormod(x, y, name=None):
    return apply("FloorMod", name, [x, y])


def greater(x, y, name=None):
    return apply("Greater", name, [x, y])


def greater_equal(x, y, name=None):
    return apply("GreaterEqual", name, [x, y])


def less(x, y, name=None):
    return apply("Less", name, [x, y])


def less_equal(x, y, name=None):
    return apply("LessEqual", name, [x, y])


def logical_and(x, y, name=None):
    return apply("LogicalAnd", name, [x, y])


def logical_or(x, y, name=None):
    return apply("LogicalOr", name, [x, y])


def maximum(x, y, name=None):
    return apply("Maximum", name, [x, y])


def minimum(x, y, name=None):
    return apply("Minimum", name, [x, y])


def multiply(x, y, name=None):
    return apply("Mul", name, [x, y])


def squared_difference(x, y, name=None):
    return apply("SquaredDifference", name, [x, y])


def subtract(x, y, name=None):
    return apply("Sub", name, [x, y])


def truncatediv(x, y, name=None):
    return apply("TruncateDiv", name, [x, y])


def truncatemod(x, y, name=None):
    return apply("TruncateMod", name, [x, y])


def xdivy(x, y, name=None):
    return apply("Xdivy", name, [x, y])


def xlogy(x, y, name=None):
    return apply("Xlogy", name, [x, y])


def zeta(x, q, name=None):
    return apply("Zeta", name, [x, q])


def igamma(a, x, name=None):
    return apply("Igamma", name, [a, x])


def igammac(a, x, name=None):
    return apply("Igammac", name, [a, x])


def polygamma(a, x, name=None):
    return apply("Polygamma", name, [a, x])


def betainc(a, b, x, name=None):
    return apply("Betainc", name, [a, b, x])


def next_after(x1, x2, name=None):
    return apply("NextAfter", name, [x1, x2])


def floor_div(x, y, name=None):
    return apply("FloorDiv", name, [x, y])


def real_div(x, y, name=None):
    return apply("RealDiv", name, [x, y])


def bessel_i0e(x, name=None):
    return apply("BesselI0e", name, [x])


def bessel_i1e(x, name=None):
    return apply("BesselI1e", name, [x])
