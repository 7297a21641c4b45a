"""Nested lists of plain values: what the analysis keeps of small constants. None is an unknown element."""

from _tfscope import is_unknown, type_hint

# Values of more elements are not kept: nothing asks for them.
MOST_ELEMENTS = 1024


def flat(value):
    """All leaves of a nested value, in order."""
    result = []
    _flatten(value, result)
    return result


def _flatten(value, result):
    if isinstance(value, list):
        for item in value:
            _flatten(item, result)
    else:
        result.append(value)


def nested(values, dims):
    """A flat list as nested lists of these dimensions."""
    if not dims:
        return values[0]
    if len(dims) == 1:
        return values
    step = 1
    for dim in dims[1:]:
        step *= dim
    return [nested(values[i * step:(i + 1) * step], dims[1:]) for i in range(dims[0])]


def count(dims):
    """The number of elements; None if a dimension is not known."""
    if dims is None:
        return None
    result = 1
    for dim in dims:
        if dim is None or is_unknown(dim):
            return None
        result *= dim
    return result


def cast(value, dtype):
    """The value with leaves of the Python type that stands for the element type."""
    if isinstance(value, list):
        return [cast(item, dtype) for item in value]
    if value is None or isinstance(value, (str, bytes)) or is_unknown(value) and type_hint(value) == "int":
        return value
    if dtype.is_floating:
        return float(value)
    return int(value) if dtype.is_integer else bool(value) if dtype.is_bool else value


def is_partial(value):
    """Whether an element is not known."""
    if isinstance(value, list):
        return any([is_partial(item) for item in value])
    return value is None


def has_unknown(value):
    """Whether an element is a symbol."""
    if isinstance(value, list):
        return any([has_unknown(item) for item in value])
    return is_unknown(value)
