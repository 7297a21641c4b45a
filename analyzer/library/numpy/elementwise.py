"""Functions of elements, with broadcasting."""

import math

from _tfscope import is_unknown, type_hint, unknown
from numpy import arrays, element_types, scalars
from numpy.element_types import all_wrapped, smallest_type, wrapped

_python_abs = abs
_python_round = round
_python_max = max
_python_min = min


def broadcast_shapes(one, other):
    if one is None or other is None:
        return None
    if one == other:
        return one
    if len(one) < len(other):
        one, other = other, one
    start = len(one) - len(other)
    result = list(one[:start])
    for i in range(len(other)):
        first, second = one[start + i], other[i]
        if is_unknown(first) or is_unknown(second):
            result.append(second if is_unknown(first) and (is_unknown(second) or second != 1) else first)
        elif first != second and first != 1 and second != 1:
            raise ValueError("operands could not be broadcast together with shapes %s %s " % (_text(one), _text(other)))
        else:
            result.append(second if first == 1 else first)
    return tuple(result)


def _text(shape):
    return "(%s)" % ",".join([str(dim) for dim in shape] + ([""] if len(shape) == 1 else []))


def _spread(array, shape):
    """The flat values of an array repeated to a shape."""
    values, dims = array._flat, array._shape
    if dims == shape:
        return values
    dims = (1,) * (len(shape) - len(dims)) + dims
    result = [0]
    step = 1
    steps = []
    for dim in dims[::-1]:
        steps.append(0 if dim == 1 else step)
        step *= dim
    steps = steps[::-1]
    for i in range(len(shape)):
        result = [at + j * steps[i] for at in result for j in range(shape[i])]
    return [values[at] for at in result]


_OPERATIONS = {
    "add": lambda a, b: a + b, "sub": lambda a, b: a - b, "mul": lambda a, b: a * b, "mod": lambda a, b: a % b,
    "floordiv": lambda a, b: a // b, "pow": lambda a, b: a ** b, "truediv": lambda a, b: a / b,
    "and": lambda a, b: a & b, "or": lambda a, b: a | b, "xor": lambda a, b: a ^ b, "lshift": lambda a, b: a << b,
    "rshift": lambda a, b: a >> b, "eq": lambda a, b: a == b, "ne": lambda a, b: a != b, "lt": lambda a, b: a < b,
    "le": lambda a, b: a <= b, "gt": lambda a, b: a > b, "ge": lambda a, b: a >= b,
    "max": lambda a, b: b if is_unknown(a) else a if is_unknown(b) or a >= b else b,
    "min": lambda a, b: b if is_unknown(a) else a if is_unknown(b) or a <= b else b,
}
_INTEGERS = ("uint8", "int8", "uint16", "int16", "uint32", "int32", "uint64", "int64")
_COMPARISONS = ("eq", "ne", "lt", "le", "gt", "ge")


def _result_type(name, one, other):
    if name in _COMPARISONS:
        return "bool"
    kind = element_types.promote(_weak_type(one, other), _weak_type(other, one))
    if name == "truediv" and element_types._KINDS[kind][2] in "iub":
        return "float64"
    return kind


def _weak_type(value, other):
    """The element type of an operand; a Python number beside an array takes the array's where its kind fits."""
    if is_unknown(value):
        if is_unknown(other):
            return "float64"
        hint = {"int": "int64", "float": "float64", "bool": "bool"}.get(type_hint(value))
        return hint if hint is not None else scalars.type_of_value(other)
    kind = scalars.type_of_value(value)
    if isinstance(other, arrays.ndarray) and not isinstance(value, arrays.ndarray) and other._shape != ():
        theirs = other._dtype._element_type
        order = "biufc"
        mine = element_types._KINDS[kind][2].replace("u", "i")
        if mine in order and order.index(mine) <= order.index(element_types._KINDS[theirs][2].replace("u", "i")):
            number = scalars.number_of(value)
            fits = mine != "i" or theirs not in _INTEGERS or is_unknown(number) or wrapped(number, theirs) == number
            return theirs if fits else smallest_type(number)
    return kind


def binary(name, one, other):
    if arrays._says_nothing(one) or arrays._says_nothing(other):
        return arrays.symbolic(None, arrays._guess())
    if not hasattr(one, "_flat") and not hasattr(other, "_flat") and not isinstance(one,
                                                                                    (list, tuple)) and not isinstance(
                                                                                        other, (list, tuple)):
        kind = scalars._TYPES[_result_type(name, one, other)]
        left, right = scalars.number_of(one), scalars.number_of(other)
        if name in ("truediv", "floordiv", "mod") and not is_unknown(right) and right == 0:
            return kind(float("nan")) if element_types._KINDS[kind._element_type][2] == "f" else kind(0)
        return kind(all_wrapped([_OPERATIONS[name](left, right)], kind._element_type)[0])
    kind = _result_type(
        name, one if hasattr(one, "_flat") or not isinstance(one, (list, tuple)) else arrays.array(one),
        other if hasattr(other, "_flat") or not isinstance(other, (list, tuple)) else arrays.array(other))
    left, right = arrays.asarray(one), arrays.asarray(other)
    shape = broadcast_shapes(left._shape, right._shape)
    if left._flat is None or right._flat is None or not arrays.is_small(shape):
        return arrays.symbolic(shape, kind)
    function = _OPERATIONS[name]
    try:
        values = [function(a, b) for a, b in zip(_spread(left, shape), _spread(right, shape))]
    except (ArithmeticError, ValueError):
        return arrays.symbolic(shape, kind)
    return _scalar_or_array(shape, kind, values)


def _scalar_or_array(shape, kind, values):
    if shape == () and values is not None:
        return scalars._TYPES[kind if isinstance(kind, str) else kind._element_type](values[0])
    if values is not None:
        values = all_wrapped(values, kind if isinstance(kind, str) else kind._element_type)
    return arrays.make(shape, kind, values)


def unary(x, function, kind=None):
    """A function of each element; `kind` is the type of the results where it is not that of the elements."""
    if not hasattr(x, "_flat") and not isinstance(x, (list, tuple)):
        if hasattr(x, "get_shape") and not is_unknown(x):
            raise NotImplementedError("Cannot convert a symbolic Tensor to a numpy array.")
        x = arrays.array(x)
    else:
        x = arrays.asarray(x)
    element = x._dtype._element_type
    if kind is None:
        kind = element
    elif kind == "float":
        kind = element if element_types._KINDS[element][2] in "fc" else "float64"
    values = None
    if x._flat is not None:
        try:
            values = [function(value) for value in x._flat]
        except (ArithmeticError, ValueError):
            values = [float("nan")] * len(x._flat)
    return _scalar_or_array(x._shape, kind, values)


def _given(result, out, options):
    """What a function of elements gives for its options: `out` is filled, `dtype` converted to. `where` is not known."""
    for name in options:
        if name not in ("where", "casting", "order", "dtype", "subok"):
            raise TypeError("%r is an invalid keyword to ufunc" % name)
    if options.get("dtype") is not None:
        result = arrays.asarray(result).astype(options["dtype"])
    if isinstance(out, tuple):
        out = out[0]
    if out is None:
        return result
    out[...] = result
    return out


def add(x1, x2, out=None, **options): return _given(binary("add", x1, x2), out, options)
def subtract(x1, x2, out=None, **options): return _given(binary("sub", x1, x2), out, options)
def multiply(x1, x2, out=None, **options): return _given(binary("mul", x1, x2), out, options)
def divide(x1, x2, out=None, **options): return _given(binary("truediv", x1, x2), out, options)
def floor_divide(x1, x2, out=None, **options): return _given(binary("floordiv", x1, x2), out, options)
def mod(x1, x2, out=None, **options): return _given(binary("mod", x1, x2), out, options)
def power(x1, x2, out=None, **options): return _given(binary("pow", x1, x2), out, options)
def maximum(x1, x2, out=None, **options): return _given(binary("max", x1, x2), out, options)
def minimum(x1, x2, out=None, **options): return _given(binary("min", x1, x2), out, options)
def equal(x1, x2, out=None, **options): return _given(binary("eq", x1, x2), out, options)
def not_equal(x1, x2, out=None, **options): return _given(binary("ne", x1, x2), out, options)
def less(x1, x2, out=None, **options): return _given(binary("lt", x1, x2), out, options)
def less_equal(x1, x2, out=None, **options): return _given(binary("le", x1, x2), out, options)
def greater(x1, x2, out=None, **options): return _given(binary("gt", x1, x2), out, options)
def greater_equal(x1, x2, out=None, **options): return _given(binary("ge", x1, x2), out, options)
def logical_and(x1, x2, out=None, **options): return _given(binary("and", unary(x1, bool, "bool"), unary(x2, bool, "bool")), out, options)
def logical_or(x1, x2, out=None, **options): return _given(binary("or", unary(x1, bool, "bool"), unary(x2, bool, "bool")), out, options)
def logical_xor(x1, x2, out=None, **options): return _given(binary("xor", unary(x1, bool, "bool"), unary(x2, bool, "bool")), out, options)
def logical_not(x, out=None, **options): return _given(unary(x, lambda value: not value, "bool"), out, options)
def bitwise_and(x1, x2, out=None, **options): return _given(binary("and", x1, x2), out, options)
def bitwise_or(x1, x2, out=None, **options): return _given(binary("or", x1, x2), out, options)


true_divide = divide
remainder = mod
fmax = maximum
fmin = minimum


def invert(x, out=None, **options): return _given(unary(x, lambda value: ~value), out, options)
def negative(x, out=None, **options): return _given(unary(x, lambda value: -value), out, options)
def abs(x, out=None, **options): return _given(unary(x, _python_abs), out, options)
def square(x, out=None, **options): return _given(unary(x, lambda value: value * value), out, options)
def sqrt(x, out=None, **options): return _given(unary(x, math.sqrt, "float"), out, options)
def cbrt(x, out=None, **options): return _given(unary(x, lambda value: value ** (1.0 / 3), "float"), out, options)
def exp(x, out=None, **options): return _given(unary(x, math.exp, "float"), out, options)
def exp2(x, out=None, **options): return _given(unary(x, lambda value: 2.0 ** value, "float"), out, options)
def expm1(x, out=None, **options): return _given(unary(x, math.expm1, "float"), out, options)
def log(x, out=None, **options): return _given(unary(x, _log(math.log), "float"), out, options)
def log2(x, out=None, **options): return _given(unary(x, _log(math.log2), "float"), out, options)
def log10(x, out=None, **options): return _given(unary(x, _log(math.log10), "float"), out, options)
def log1p(x, out=None, **options): return _given(unary(x, math.log1p, "float"), out, options)
def sin(x, out=None, **options): return _given(unary(x, math.sin, "float"), out, options)
def cos(x, out=None, **options): return _given(unary(x, math.cos, "float"), out, options)
def tan(x, out=None, **options): return _given(unary(x, math.tan, "float"), out, options)
def arcsin(x, out=None, **options): return _given(unary(x, math.asin, "float"), out, options)
def arccos(x, out=None, **options): return _given(unary(x, math.acos, "float"), out, options)
def arctan(x, out=None, **options): return _given(unary(x, math.atan, "float"), out, options)
def sinh(x, out=None, **options): return _given(unary(x, math.sinh, "float"), out, options)
def cosh(x, out=None, **options): return _given(unary(x, math.cosh, "float"), out, options)
def tanh(x, out=None, **options): return _given(unary(x, math.tanh, "float"), out, options)
def arctanh(x, out=None, **options): return _given(unary(x, lambda value: 0.5 * math.log((1 + value) / (1 - value)), "float"), out, options)
def floor(x, out=None, **options): return _given(unary(x, lambda value: float(math.floor(value)), "float"), out, options)
def ceil(x, out=None, **options): return _given(unary(x, lambda value: float(math.ceil(value)), "float"), out, options)
def trunc(x, out=None, **options): return _given(unary(x, lambda value: float(int(value)), "float"), out, options)
def rint(x, out=None, **options): return _given(unary(x, lambda value: float(_python_round(value)), "float"), out, options)
def sign(x, out=None, **options): return _given(unary(x, lambda value: (value > 0) - (value < 0)), out, options)
def isnan(x, out=None, **options): return _given(unary(x, lambda value: value != value, "bool"), out, options)
def isinf(x, out=None, **options): return _given(unary(x, lambda value: value in (math.inf, -math.inf), "bool"), out, options)
def isfinite(x, out=None, **options): return _given(unary(x, lambda value: value == value and value not in (math.inf, -math.inf), "bool"), out, options)
def real(val): return val
def imag(val): return unary(val, lambda value: 0)
def angle(z, deg=False): return unary(z, lambda value: 0.0, "float")
def deg2rad(x, out=None, **options): return _given(unary(x, math.radians, "float"), out, options)
def rad2deg(x, out=None, **options): return _given(unary(x, math.degrees, "float"), out, options)
def sinc(x): return unary(x, lambda value: 1.0 if value ==
         0 else math.sin(math.pi * value) / (math.pi * value), "float")
def nan_to_num(x, copy=True): return unary(x, lambda value: value if value == value else 0.0)


absolute = abs
fabs = abs
fix = trunc


def _log(function):
    return lambda value: -math.inf if value == 0 else function(value)


def arctan2(x1, x2):
    return arrays.symbolic(broadcast_shapes(arrays.asarray(x1)._shape, arrays.asarray(x2)._shape), "float64")


hypot = arctan2


def round_(a, decimals=0, out=None):
    return unary(a, lambda value: _python_round(value, decimals) if isinstance(value, float) else value)


around = round = round_


def clip(a, a_min, a_max, out=None):
    if a_min is not None:
        a = maximum(a, a_min)
    return a if a_max is None else minimum(a, a_max)


def isclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    return less_equal(abs(subtract(a, b)), add(atol, multiply(rtol, abs(b))))


def where(condition, x=None, y=None):
    condition = arrays.asarray(condition)
    if x is None:
        from numpy.selection import nonzero
        return nonzero(condition)
    one, other = arrays.asarray(x), arrays.asarray(y)
    shape = broadcast_shapes(broadcast_shapes(condition._shape, one._shape), other._shape)
    kind = element_types.promote(one._dtype._element_type, other._dtype._element_type)
    if None in (condition._flat, one._flat, other._flat) or not arrays.is_small(shape):
        return arrays.symbolic(shape, kind)
    columns = zip(_spread(condition, shape), _spread(one, shape), _spread(other, shape))
    return arrays.make(shape, kind, [a if c else b for c, a, b in columns])
