"""How what is given becomes the elements of an array."""

from _tfscope import is_unknown
from numpy.element_types import dtype as dtype_class, text_size
from numpy.scalars import number_of, type_of_value


def converted(values, kind):
    """The elements as an array of the type keeps them."""
    if kind._element_type == "object":
        return list(values)
    if kind._element_type == "bytes":
        values = [value if isinstance(value, bytes) or is_unknown(value) else str(value).encode("ascii")
                  for value in values]
    if kind._element_type == "str":
        values = [value.decode("ascii") if isinstance(value, bytes) else value for value in values]
    values = [number_of(kind.type(value)) for value in values]
    return [value if is_unknown(value) else value[:kind._length] for value in values] if kind._length else values


def integer_type(values):
    """Of Python integers, which may be too large for the usual type."""
    if not values or any([is_unknown(value) for value in values]) or max(values) < 1 << 63:
        return "int64"
    return "object" if max(values) >= 1 << 64 else "uint64" if min(values) > (1 << 63) - 1 else "float64"


def as_texts(kind, values):
    """(type, elements) of an array of texts, among which there may be numbers."""
    kind = dtype_class(kind)
    numbers = [type_of_value(value) for value in values or () if not isinstance(value, (str, bytes))]
    if values is None or any([is_unknown(value) for value in values]):
        return kind, values
    kind._length = max([text_size(number) for number in numbers] +
                       [len(value) for value in values if isinstance(value, (str, bytes))] + [1])
    return kind, converted(values, kind)
