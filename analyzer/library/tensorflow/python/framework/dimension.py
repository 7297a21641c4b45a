"""Single dimensions of shapes, and what two of them say together."""

from _tfscope import is_unknown
from tensorflow.python.framework import constant_op, dtypes


class Dimension(object):
    """One dimension; comparisons with an unknown one answer None."""

    __module__ = "tensorflow.python.framework.tensor_shape"
    __hash__ = None

    def __init__(self, value):
        if value is None or is_unknown(value):
            self._value = value
        elif isinstance(value, Dimension):
            self._value = value._value
        elif isinstance(value, dtypes.DType):
            raise TypeError("Cannot convert %s to Dimension" % value)
        else:
            number = int(value)
            if not isinstance(value, (str, bytes)) and number != value:
                raise ValueError("Ambiguous dimension: %s" % value)
            if number < 0:
                raise ValueError("Dimension %d must be >= 0" % number)
            self._value = number

    @property
    def value(self):
        return self._value

    def __repr__(self):
        return "Dimension(%s)" % repr(self._value)

    def __str__(self):
        return "?" if self._value is None else str(self._value)

    def __int__(self):
        return self._value

    __long__ = __int__
    __index__ = __int__

    def is_compatible_with(self, other):
        other = _operand(other)
        return NotImplemented if other is NotImplemented else fits(self._value, other._value)

    def assert_is_compatible_with(self, other):
        if not self.is_compatible_with(other):
            raise ValueError("Dimensions %s and %s are not compatible" % (self, other))

    def merge_with(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return NotImplemented
        self.assert_is_compatible_with(other)
        return Dimension(merge(self._value, other._value))

    def __eq__(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return NotImplemented
        return None if self._value is None or other._value is None else self._value == other._value

    def __ne__(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return NotImplemented
        return None if self._value is None or other._value is None else self._value != other._value

    def __lt__(self, other):
        other = as_dimension(other)
        return None if self._value is None or other._value is None else self._value < other._value

    def __le__(self, other):
        other = as_dimension(other)
        return None if self._value is None or other._value is None else self._value <= other._value

    def __gt__(self, other):
        other = as_dimension(other)
        return None if self._value is None or other._value is None else self._value > other._value

    def __ge__(self, other):
        other = as_dimension(other)
        return None if self._value is None or other._value is None else self._value >= other._value

    def __add__(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return NotImplemented
        return Dimension(None if self._value is None or other._value is None else self._value + other._value)

    def __radd__(self, other):
        return self + other

    def __sub__(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return NotImplemented
        return Dimension(None if self._value is None or other._value is None else self._value - other._value)

    def __rsub__(self, other):
        return as_dimension(other) - self

    def __mul__(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return NotImplemented
        return Dimension(None if self._value is None or other._value is None else self._value * other._value)

    def __rmul__(self, other):
        return self * other

    def __floordiv__(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return NotImplemented
        return Dimension(None if self._value is None or other._value is None else self._value // other._value)

    def __rfloordiv__(self, other):
        return as_dimension(other) // self

    def __div__(self, other):
        return self // other

    def __mod__(self, other):
        other = as_dimension(other)
        return Dimension(None if self._value is None or other._value is None else self._value % other._value)

    def __rmod__(self, other):
        return as_dimension(other) % self

    def __truediv__(self, other):
        raise TypeError("unsupported operand type(s) for /: 'Dimension' and '%s', please use // instead" %
                        type(other).__name__)

    def __rtruediv__(self, other):
        raise TypeError("unsupported operand type(s) for /: '%s' and 'Dimension', please use // instead" %
                        type(other).__name__)

    __rdiv__ = __rtruediv__

    def __reduce__(self):
        return Dimension, (self._value,)

    def _to_tensor(self, dtype=None, name=None):
        if self._value is None:
            raise ValueError("Cannot convert an unknown Dimension to a Tensor: %s" % self)
        return constant_of(self._value, dtype, name)


def as_dimension(value):
    return value if isinstance(value, Dimension) else Dimension(value)


def _operand(value):
    """`value` as a Dimension, or NotImplemented where the operator has to give up."""
    try:
        return as_dimension(value)
    except (TypeError, ValueError):
        return NotImplemented


def fits(one, other):
    """Whether two plain dimensions can be equal."""
    return one is None or other is None or is_unknown(one) or is_unknown(other) or one == other


def merge(one, other):
    """What is known of a dimension that both describe, where they fit."""
    if one is None or is_unknown(one) and other is not None:
        return other
    return one


def constant_of(value, dtype, name):
    """Dimensions as a tensor."""
    if dtype not in (None, dtypes.int32, dtypes.int64):
        raise TypeError("Cannot convert a TensorShape to dtype: %s" % dtype)
    return constant_op.constant(value, dtype or dtypes.int32, name=name or "shape_as_tensor")
