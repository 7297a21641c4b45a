"""Element types and scalars. A scalar behaves as the number it holds; arithmetic with it gives scalars again."""

from _tfscope import is_unknown, type_hint

_KINDS = {  # name: (order of promotion, size, character, Python type)
    "bool": (0, 1, "b", bool), "uint8": (1, 1, "u", int), "int8": (2, 1, "i", int), "uint16": (3, 2, "u", int),
    "int16": (4, 2, "i", int), "uint32": (5, 4, "u", int), "int32": (6, 4, "i", int), "uint64": (7, 8, "u", int),
    "int64": (8, 8, "i", int), "float16": (9, 2, "f", float), "bfloat16": (9, 2, "V", float),
    "float32": (10, 4, "f", float), "float64": (11, 8, "f", float), "complex64": (12, 8, "c", complex),
    "complex128": (13, 16, "c", complex), "bytes": (14, 1, "S", bytes), "str": (15, 4, "U", str),
    "object": (16, 8, "O", None),
}
_SHORT = {
    "b": "int8", "B": "uint8", "h": "int16", "H": "uint16", "i": "int32", "I": "uint32", "l": "int64", "L": "uint64",
    "q": "int64", "Q": "uint64", "e": "float16", "f": "float32", "d": "float64", "F": "complex64", "D": "complex128",
    "?": "bool", "O": "object", "S": "bytes", "U": "str", "b1": "bool", "i1": "int8", "i2": "int16", "i4": "int32",
    "i8": "int64", "u1": "uint8", "u2": "uint16", "u4": "uint32", "u8": "uint64", "f2": "float16", "f4": "float32",
    "f8": "float64", "c8": "complex64", "c16": "complex128", "int": "int64", "float": "float64",
    "complex": "complex128", "single": "float32", "double": "float64", "half": "float16", "long": "int64",
    "uint": "uint64", "bool_": "bool", "int_": "int64", "float_": "float64", "object_": "object", "string": "bytes",
    "unicode": "str", "str_": "str", "a": "bytes", "ubyte": "uint8", "byte": "int8", "short": "int16",
    "intc": "int32", "longlong": "int64",
}


class dtype(object):
    _is_guess = False  # of data that is not known, the type is what most data has

    def __init__(self, dtype=None, align=False, copy=False):
        self._element_type = element_type(dtype)
        self.fields = self.names = None

    @property
    def name(self):
        return {"str": "str", "bytes": "bytes"}.get(self._element_type, self._element_type)

    @property
    def kind(self):
        return _KINDS[self._element_type][2]

    @property
    def itemsize(self):
        return _KINDS[self._element_type][1]

    @property
    def type(self):
        return _TYPES[self._element_type]

    @property
    def char(self):
        for letter in "?bBhHiIlLefdFDSUO":
            if _SHORT[letter] == self._element_type:
                return letter

    @property
    def num(self):
        return _KINDS[self._element_type][0]

    def __eq__(self, other):
        if self is other:
            return True
        try:
            return self._element_type == element_type(other)
        except TypeError:
            return False

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash(self._element_type)

    def __str__(self):
        return {"str": "<U1", "bytes": "|S1"}.get(self._element_type, self._element_type)

    def __repr__(self):
        return "dtype(%r)" % ("O" if self._element_type == "object" else str(self))

    def newbyteorder(self, new_order="S"):
        return self


def element_type(value):
    """The name of the element type that a value stands for."""
    if value is None:
        return "float64"
    if value is float:
        return "float64"
    if value is int:
        return "int64"
    if value is bool:
        return "bool"
    if value is complex:
        return "complex128"
    if value is str:
        return "str"
    if value is bytes:
        return "bytes"
    if value is object:
        return "object"
    if isinstance(value, str):
        text = value.lstrip("<>=|")
        if text in _KINDS:
            return text
        found = _SHORT.get(text)
        if found is None and text[:1] in "USa" and text[1:].isdigit():
            found = _SHORT[text[:1]]
        if found is None:
            raise TypeError('data type "%s" not understood' % value)
        return found
    found = getattr(value, "_element_type", None)
    if found is None:
        found = getattr(getattr(value, "as_numpy_dtype", None), "_element_type", None)
    if found is None and hasattr(value, "as_numpy_dtype"):
        return element_type(value.as_numpy_dtype)
    if found is None:
        if isinstance(value, type) or isinstance(value, (list, tuple)):
            return "object"
        raise TypeError("data type not understood")
    return found


def promote(one, other):
    """The element type that holds both."""
    if one == other:
        return one
    if one in _KINDS and other in _KINDS:
        low, high = sorted([one, other], key=lambda name: _KINDS[name][0])
        kinds = (_KINDS[low][2], _KINDS[high][2])
        if kinds == ("u", "i") or kinds == ("i", "u"):
            signed, unsigned = (high, low) if kinds[1] == "i" else (low, high)
            size = max(_KINDS[signed][1], 2 * _KINDS[unsigned][1])
            return {2: "int16", 4: "int32", 8: "int64"}.get(size, "float64")
        if kinds[1] == "f" and kinds[0] in "iu" and 2 * _KINDS[low][1] > _KINDS[high][1]:
            return "float64" if _KINDS[low][1] >= 4 else "float32"
        if high == "complex64" and low in ("float64", "int32", "int64", "uint32", "uint64"):
            return "complex128"
        return high
    return "object"


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
        # numpy.float64 is a float.
        is_float = cls._element_type == "float64" and not is_unknown(value)
        self = float.__new__(cls, value) if is_float else object.__new__(cls)
        self._held = value if is_unknown(value) or kind is None or type(value) is kind else kind(value)
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


class str_(character):
    __module__ = "numpy"
    _element_type = "str"


class bytes_(character):
    __module__ = "numpy"
    _element_type = "bytes"


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
