"""Functions that take axes away."""

import math

from _tfscope import is_unknown, unknown
from numpy import arrays, element_types, elementwise, scalars
from numpy.open_arrays import of_known_shapes

_python_all, _python_any, _python_max, _python_min, _python_sum = all, any, max, min, sum


def _axes(axis, rank):
    if axis is None:
        return list(range(rank))
    listed = list(axis) if isinstance(axis, (list, tuple)) else [axis]
    for one in listed:
        if one < -rank or one >= rank:
            raise ValueError("'axis' entry is out of bounds" if isinstance(axis, (list, tuple)) else
                             "axis %d is out of bounds for array of dimension %d" % (one, rank))
    return [one % rank for one in listed]


def reduced(a, axis, keepdims, function, kind=None):
    """`function` of the elements along the axes."""
    a = arrays.asarray(a)
    if a._shape is None and kind is None and getattr(a._dtype, "_is_guess", False):
        return unknown("any") if axis is None and not keepdims else arrays.symbolic(None, a._dtype)
    kind = kind or a._dtype._element_type
    if a._shape is None:
        return arrays.symbolic(() if axis is None else None, kind)
    taken = _axes(axis, len(a._shape))
    shape = tuple([1 if i in taken else a._shape[i] for i in range(len(a._shape)) if keepdims or i not in taken])
    if a._flat is None or not arrays.is_small(a._shape):
        return scalars._TYPES[kind](unknown(_HINTS.get(element_types._KINDS[kind][2],
                                                       "any"))) if shape == () else arrays.symbolic(shape, kind)
    groups = {}
    order = []
    for position, value in zip(_positions(a._shape), a._flat):
        key = tuple([position[i] for i in range(len(position)) if i not in taken])
        if key not in groups:
            groups[key] = []
            order.append(key)
        groups[key].append(value)
    if len(taken) == len(a._shape):
        values = [function(a._flat)]
    else:
        values = [function(groups[key]) for key in sorted(order)]
    return elementwise._scalar_or_array(shape, kind, values)


_HINTS = {"i": "int", "u": "int", "f": "float", "b": "bool", "U": "str"}


def _positions(shape):
    positions = [()]
    for dim in shape:
        positions = [position + (i,) for position in positions for i in range(dim)]
    return positions


def _wide(a, dtype):
    if dtype is not None:
        return element_types.element_type(dtype)
    kind = arrays.asarray(a)._dtype._element_type
    return {"i": "int64", "b": "int64", "u": "uint64"}.get(element_types._KINDS[kind][2], kind)


def _floating(a):
    kind = arrays.asarray(a)._dtype._element_type
    return kind if element_types._KINDS[kind][2] in "fc" else "float64"


def _product(values):
    result = 1
    for value in values:
        result = result * value
    return result


def _total(values):
    result = 0
    for value in values:
        result = result + value
    return result


def _unless_unknown(function):
    def answer(values):
        for value in values:
            if is_unknown(value):
                return unknown("any")
        return function(values)
    return answer


def sum(a, axis=None, dtype=None, out=None, keepdims=False):
    if _holds_objects(a):
        return _total(list(a))
    return reduced(a, axis, keepdims, _total, _wide(a, dtype))


def _holds_objects(a):
    """A list of tensors or Dimensions: the function is Python's arithmetic."""
    if hasattr(a, "_plain") or hasattr(a, "op"):
        return True
    return isinstance(a, (list, tuple)) and _python_any(
        [hasattr(item, "get_shape") or hasattr(item, "is_compatible_with") for item in a if not is_unknown(item)])


def prod(a, axis=None, dtype=None, out=None, keepdims=False):
    if _holds_objects(a):
        items = list(a)
        result = items[0] if items else 1.0
        for item in items[1:]:
            result = result * item
        return result
    return reduced(a, axis, keepdims, _product, _wide(a, dtype))


product = prod


def mean(a, axis=None, dtype=None, out=None, keepdims=False):
    return reduced(a, axis, keepdims, lambda values: _total(values) / len(values) if values else math.nan, _floating(a))


def average(a, axis=None, weights=None, returned=False):
    if weights is None:
        return mean(a, axis)
    a, weights = arrays.asarray(a), arrays.asarray(weights)
    if axis is None and a._shape == weights._shape:
        return sum(a * weights) / sum(weights)
    return unknown("float") if axis is None else arrays.symbolic(mean(a, axis).shape, "float64")


def var(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    def variance(values):
        middle = _total(values) / len(values)
        return _total([(value - middle) ** 2 for value in values]) / (len(values) - ddof)
    return reduced(a, axis, keepdims, variance, _floating(a))


def std(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    return elementwise.sqrt(var(a, axis, dtype, out, ddof, keepdims))


def max(a, axis=None, out=None, keepdims=False, initial=None):
    return reduced(a, axis, keepdims, _unless_unknown(_python_max))


def min(a, axis=None, out=None, keepdims=False, initial=None):
    return reduced(a, axis, keepdims, _unless_unknown(_python_min))


amax, amin, nanmax, nanmin, nansum, nanmean, nanstd = max, min, max, min, sum, mean, std


def ptp(a, axis=None):
    return max(a, axis) - min(a, axis)


def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    def middle(values):
        values = sorted(values)
        half = len(values) // 2
        return float(values[half]) if len(values) % 2 else (values[half - 1] + values[half]) / 2.0
    return reduced(a, axis, keepdims, _unless_unknown(middle), _floating(a))


def percentile(a, q, axis=None, out=None, interpolation="linear", keepdims=False):
    def at_share(values):
        if is_unknown(q) or not isinstance(q, (int, float)):
            return unknown("float")
        values = sorted(values)
        place = (len(values) - 1) * q / 100.0
        low = int(place)
        high = low + 1 if low + 1 < len(values) else low
        return values[low] + (values[high] - values[low]) * (place - low)
    result = reduced(a, axis, keepdims, _unless_unknown(at_share), "float64")
    return result if not isinstance(q, (list, tuple)) else arrays.symbolic((len(q),) + tuple(result.shape), "float64")


def quantile(a, q, axis=None, **kwargs):
    return percentile(a, [one * 100 for one in q] if isinstance(q, (list, tuple)) else q * 100, axis, **kwargs)


def all(a, axis=None, out=None, keepdims=False):
    return reduced(a, axis, keepdims, _unless_unknown(_python_all), "bool")


def any(a, axis=None, out=None, keepdims=False):
    return reduced(a, axis, keepdims, _unless_unknown(_python_any), "bool")


alltrue = all


def argmax(a, axis=None, out=None):
    return reduced(a, axis, False, _unless_unknown(lambda values: values.index(_python_max(values))), "int64")


def argmin(a, axis=None, out=None):
    return reduced(a, axis, False, _unless_unknown(lambda values: values.index(_python_min(values))), "int64")


def count_nonzero(a, axis=None):
    return reduced(a, axis, False, lambda values: _python_sum([1 for value in values if value]), "int64")


def cumsum(a, axis=None, dtype=None, out=None):
    return _running(a, axis, lambda x, y: x + y, _wide(a, dtype))


def cumprod(a, axis=None, dtype=None, out=None):
    return _running(a, axis, lambda x, y: x * y, _wide(a, dtype))


def _running(a, axis, function, kind):
    a = arrays.asarray(a)
    if axis is None:
        a = a.reshape(-1)
    if a._flat is None or len(a._shape) != 1:
        return arrays.symbolic(a._shape, kind)
    values = []
    for value in a._flat:
        values.append(function(values[-1], value) if values else value)
    return arrays.make(a._shape, kind, values)


@of_known_shapes
def diff(a, n=1, axis=-1):
    a = arrays.asarray(a)
    if a._flat is not None and len(a._shape) == 1 and n == 1:
        return arrays.array([a._flat[i + 1] - a._flat[i] for i in range(len(a._flat) - 1)])
    shape = list(a._shape)
    shape[axis] = shape[axis] - n
    return arrays.symbolic(tuple(shape), a._dtype)


def trace(a, offset=0, axis1=0, axis2=1):
    return unknown("float")


def bincount(x, weights=None, minlength=0):
    numbers = arrays.asarray(x)._element_values()
    if numbers is None or weights is not None or is_unknown(minlength):
        return arrays.symbolic((unknown("int"),), "int64" if weights is None else "float64")
    counts = [0] * max([minlength] + [number + 1 for number in numbers])
    for number in numbers:
        counts[number] += 1
    return arrays.array(counts, dtype="int64")


def histogram(a, bins=10, range=None, **kwargs):
    count = bins if isinstance(bins, int) else len(bins) - 1
    return arrays.symbolic((count,), "int64"), arrays.symbolic((count + 1,), "float64")


@of_known_shapes
def cov(m, *args, **kwargs):
    m = arrays.asarray(m)
    return arrays.symbolic((m._shape[0], m._shape[0]), "float64")


corrcoef = cov


def array_equal(a1, a2):
    a1, a2 = arrays.asarray(a1), arrays.asarray(a2)
    if a1._flat is None or a2._flat is None:
        return unknown("bool")
    return a1._shape == a2._shape and a1._flat == a2._flat


def allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    return bool(all(elementwise.isclose(a, b, rtol, atol)))
