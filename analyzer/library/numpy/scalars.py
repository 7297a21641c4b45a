"""Scalars. A scalar behaves as the number it holds; arithmetic with it gives scalars again."""

from _tfscope import is_unknown, type_hint
from numpy.element_types import _KINDS, dtype, element_type, wrapped


def type_of_value(value):
    """The element type of a Python number, of a scalar or an array."""
    found = getattr(value, "dtype", None)
    if found is not None and hasattr(value, "_element_values"):
        return found._element_type
    if isinstance(value, bool):
        return "bool"
    if isinstance(value, int):
        return "int64"
    if isinstance(value, float):
        return "float64"
    if isinstance(value, complex):
        return "complex128"
    if isinstance(value, str):
        return "str"
    if isinstance(value, bytes):
        return "bytes"
    return "object"


def number_of(value):
    """The Python number in a scalar."""
    return value._held if isinstance(value, generic) else value


_PYTHON_BASES = {"float64": float, "str": str, "bytes": bytes}  # of these types, scalars are Python's own as well


class generic(object):
    """A scalar; `_held` is a Python value or a symbol."""

    __module__ = "numpy"

    __array_priority__ = -1000000
    _element_type = "object"
    shape = ()
    ndim = 0
    size = 1

    def __new__(cls, value=0, *args):
        if hasattr(value, "_element_values") and not isinstance(value, generic) or isinstance(value, (list, tuple)) or \
                cls._may_be_array(value):
            from numpy.arrays import array
            return array(value, dtype=cls._element_type)
        value = number_of(value)
        kind = _KINDS[cls._element_type][3] if cls._element_type in _KINDS else None
        base = None if is_unknown(value) else _PYTHON_BASES.get(cls._element_type)
        self = object.__new__(cls) if base is None else base.__new__(cls, value)
        limit = 1 << (64 if cls._element_type[0] == "u" else 63)
        if kind is int and type(value) is int and not -limit <= value < limit:
            raise OverflowError("Python int too large to convert to C long")
        held = value if is_unknown(value) or kind is None or type(value) is kind else kind(value)
        self._held = wrapped(held, cls._element_type) if kind is int else held
        return self

    @classmethod
    def _may_be_array(cls, value):
        """Of a value of which nothing is known: what is made a float or a byte may be an image, an integer is a size."""
        return is_unknown(value) and type_hint(value) in ("any", "opaque") and cls._element_type[:3] in ("flo", "uin")

    @property
    def dtype(self):
        return dtype(self._element_type)

    @property
    def itemsize(self):
        return _KINDS[self._element_type][1]

    nbytes = itemsize

    @property
    def T(self):
        return self

    real = T

    def _element_values(self):
        return None if is_unknown(self._held) else self._held

    def item(self, *args):
        return self._held

    tolist = item

    def astype(self, dtype, copy=True):
        return _TYPES[element_type(dtype)](self._held)

    def copy(self, *args):
        return self

    def reshape(self, *shape):
        from numpy.arrays import array
        return array(self).reshape(*shape)

    def flatten(self):
        return self.reshape(1)

    ravel = flatten

    def __int__(self):
        return int(self._held)

    def __float__(self):
        return float(self._held)

    def __index__(self):
        if not is_unknown(self._held) and _KINDS[self._element_type][2] not in "iu":
            raise TypeError("only integer scalar arrays can be converted to a scalar index")
        return self._held

    def __bool__(self):
        return bool(self._held)

    def __hash__(self):
        return hash(self._held)

    def __str__(self):
        return str(self._held)

    def __repr__(self):
        return repr(self._held)

    def __format__(self, spec):
        return format(self._held, spec)

    def __round__(self, digits=0):
        return type(self)(round(self._held, digits))

    def __floor__(self):
        return int(self._held // 1)

    def __ceil__(self):
        return int(-(-self._held // 1))

    def __neg__(self):
        return type(self)(-self._held)

    def __pos__(self):
        return self

    def __abs__(self):
        return type(self)(abs(self._held))

    def __invert__(self):
        return type(self)(not self._held if self._element_type == "bool" else ~self._held)

    def __add__(self, other): return _joined("add", self, other)
    def __radd__(self, other): return _joined("add", other, self)
    def __sub__(self, other): return _joined("sub", self, other)
    def __rsub__(self, other): return _joined("sub", other, self)

    def __mul__(self, other):
        return NotImplemented if isinstance(other, (list, tuple, str)) else _joined("mul", self, other)

    __rmul__ = __mul__

    def __truediv__(self, other): return _joined("truediv", self, other)
    def __rtruediv__(self, other): return _joined("truediv", other, self)
    def __floordiv__(self, other): return _joined("floordiv", self, other)
    def __rfloordiv__(self, other): return _joined("floordiv", other, self)
    def __mod__(self, other): return _joined("mod", self, other)
    def __rmod__(self, other): return _joined("mod", other, self)
    def __pow__(self, other): return _joined("pow", self, other)
    def __rpow__(self, other): return _joined("pow", other, self)
    def __and__(self, other): return _joined("and", self, other)
    def __or__(self, other): return _joined("or", self, other)
    def __xor__(self, other): return _joined("xor", self, other)
    def __lshift__(self, other): return _joined("lshift", self, other)
    def __rshift__(self, other): return _joined("rshift", self, other)
    def __eq__(self, other): return _joined("eq", self, other)
    def __ne__(self, other): return _joined("ne", self, other)
    def __lt__(self, other): return _joined("lt", self, other)
    def __le__(self, other): return _joined("le", self, other)
    def __gt__(self, other): return _joined("gt", self, other)
    def __ge__(self, other): return _joined("ge", self, other)

    __div__ = __truediv__


def _joined(name, one, other):
    from numpy.elementwise import binary
    for value in (one, other):
        if not isinstance(value, (int, float, complex, generic)) and not hasattr(
                value, "_element_values") and not is_unknown(value) and not isinstance(value, (list, tuple)):
            if name == "eq" or name == "ne":
                return bool_(name == "ne")
            return NotImplemented
    return binary(name, one, other)


class number(generic):
    __module__ = "numpy"


class integer(number):
    __module__ = "numpy"


class signedinteger(integer):
    __module__ = "numpy"


class unsignedinteger(integer):
    __module__ = "numpy"


class inexact(number):
    __module__ = "numpy"


class floating(inexact):
    __module__ = "numpy"


class complexfloating(inexact):
    __module__ = "numpy"


class flexible(generic):
    __module__ = "numpy"


class character(flexible):
    __module__ = "numpy"


class void(flexible):
    __module__ = "numpy"


class bool_(generic):
    __module__ = "numpy"
    _element_type = "bool"


class object_(generic):
    __module__ = "numpy"
    _element_type = "object"


class str_(str, character):
    __module__ = "numpy"
    _element_type = "str"

    def __new__(cls, value="", *args):
        return generic.__new__(cls, value)


class bytes_(bytes, character):
    __module__ = "numpy"
    _element_type = "bytes"

    def __new__(cls, value=b"", *args):
        return generic.__new__(cls, value.encode("ascii") if isinstance(value, str) else value)


class int8(signedinteger):
    __module__ = "numpy"
    _element_type = "int8"


class int16(signedinteger):
    __module__ = "numpy"
    _element_type = "int16"


class int32(signedinteger):
    __module__ = "numpy"
    _element_type = "int32"


class int64(signedinteger):
    __module__ = "numpy"
    _element_type = "int64"


class uint8(unsignedinteger):
    __module__ = "numpy"
    _element_type = "uint8"


class uint16(unsignedinteger):
    __module__ = "numpy"
    _element_type = "uint16"


class uint32(unsignedinteger):
    __module__ = "numpy"
    _element_type = "uint32"


class uint64(unsignedinteger):
    __module__ = "numpy"
    _element_type = "uint64"


class float16(floating):
    __module__ = "numpy"
    _element_type = "float16"


class float32(floating):
    __module__ = "numpy"
    _element_type = "float32"


class float64(floating, float):
    __module__ = "numpy"
    _element_type = "float64"


class complex64(complexfloating):
    __module__ = "numpy"
    _element_type = "complex64"


class complex128(complexfloating):
    __module__ = "numpy"
    _element_type = "complex128"


class bfloat16(floating):
    __module__ = "numpy"
    _element_type = "bfloat16"


bool8 = bool_
string_ = bytes_
unicode_ = str_
half, single, double, float_ = float16, float32, float64, float64
complex_ = cdouble = complex128
byte, short, intc, int_, intp, longlong, long = int8, int16, int32, int64, int64, int64, int64
ubyte, ushort, uintc, uint, uintp = uint8, uint16, uint32, uint64, uint64
_TYPES = {
    "bool": bool_, "int8": int8, "int16": int16, "int32": int32, "int64": int64, "uint8": uint8, "uint16": uint16,
    "uint32": uint32, "uint64": uint64, "float16": float16, "float32": float32, "float64": float64,
    "complex64": complex64, "complex128": complex128, "str": str_, "bytes": bytes_, "object": object_,
    "bfloat16": bfloat16,
}
