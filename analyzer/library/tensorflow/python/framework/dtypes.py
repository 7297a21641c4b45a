"""Element types: the DType objects, their reference variants and what converts to them."""

from _tfscope import is_unknown


class _Kind(object):
    """What DType's properties answer from: one row of the table below."""

    def __init__(self, name, size, flags, lowest=None, highest=None):
        self.name = name
        self.size = size
        self.flags = flags
        self.lowest = lowest
        self.highest = highest
        # The Python type of constants' elements, where those are plain.
        self.leaves = "float" if "f" in flags else "int" if "i" in flags else "bool" if "b" in flags else (
            "str" if name == "string" else "other")


# Index is the number of the type in TensorFlow's protocol buffer. Flags: f(loating) i(nteger) u(nsigned) q(uantized)
# c(omplex) b(ool); n means that NumPy has such arrays.
_KINDS = [
    None,
    _Kind("float32", 4, "fn", -3.4028234663852886e+38, 3.4028234663852886e+38),
    _Kind("float64", 8, "fn", -1.7976931348623157e+308, 1.7976931348623157e+308),
    _Kind("int32", 4, "in", -2147483648, 2147483647),
    _Kind("uint8", 1, "iun", 0, 255),
    _Kind("int16", 2, "in", -32768, 32767),
    _Kind("int8", 1, "in", -128, 127),
    _Kind("string", 8, "n"),
    _Kind("complex64", 8, "cn"),
    _Kind("int64", 8, "in", -9223372036854775808, 9223372036854775807),
    _Kind("bool", 1, "bn"),
    _Kind("qint8", 1, "qn"),
    _Kind("quint8", 1, "qun"),
    _Kind("qint32", 4, "qn"),
    _Kind("bfloat16", 2, "fn"),
    _Kind("qint16", 2, "qn"),
    _Kind("quint16", 2, "qun"),
    _Kind("uint16", 2, "iun", 0, 65535),
    _Kind("complex128", 16, "cn"),
    _Kind("float16", 2, "fn", -65504.0, 65504.0),
    _Kind("resource", 1, ""),
    _Kind("variant", 1, ""),
    _Kind("uint32", 4, "iun", 0, 4294967295),
    _Kind("uint64", 8, "iun", 0, 18446744073709551615),
]


class DType(object):
    """An element type. Numbers above 100 are references: the types of the outputs of variables."""

    def __init__(self, type_enum):
        number = int(type_enum)
        if not (0 < number < len(_KINDS) or 100 < number < 100 + len(_KINDS)):
            raise TypeError("type_enum is not a valid types_pb2.DataType: %s" % type_enum)
        self._type_enum = number
        self._is_ref_dtype = number > 100
        self._kind = _KINDS[number - 100] if number > 100 else _KINDS[number]

    @property
    def name(self):
        return self._kind.name + "_ref" if self._is_ref_dtype else self._kind.name

    @property
    def base_dtype(self):
        return _BY_NUMBER[self._type_enum - 100] if self._is_ref_dtype else self

    @property
    def _as_ref(self):
        return self if self._is_ref_dtype else _BY_NUMBER[self._type_enum + 100]

    @property
    def real_dtype(self):
        name = self.base_dtype.name
        if name == "complex64":
            return float32
        if name == "complex128":
            return float64
        return self

    @property
    def as_numpy_dtype(self):
        import numpy
        name = self._kind.name
        if name == "bool":
            return _python_bool
        if name == "string":
            return object
        if "n" not in self._kind.flags:
            raise KeyError(self._type_enum)
        return getattr(numpy, name)

    @property
    def as_datatype_enum(self):
        return self._type_enum

    @property
    def is_bool(self):
        return not self._is_ref_dtype and "b" in self._kind.flags

    @property
    def is_integer(self):
        return not self._is_ref_dtype and "i" in self._kind.flags or self._is_ref_dtype and "i" in self._kind.flags

    @property
    def is_floating(self):
        return "f" in self._kind.flags

    @property
    def is_complex(self):
        return "c" in self._kind.flags

    @property
    def is_quantized(self):
        return "q" in self._kind.flags

    @property
    def is_unsigned(self):
        return "u" in self._kind.flags and "q" not in self._kind.flags

    @property
    def is_numpy_compatible(self):
        return "n" in self._kind.flags

    @property
    def min(self):
        if self._kind.lowest is None:
            raise TypeError("Cannot find minimum value of %s." % self)
        return self._kind.lowest

    @property
    def max(self):
        if self._kind.highest is None:
            raise TypeError("Cannot find maximum value of %s." % self)
        return self._kind.highest

    @property
    def limits(self):
        return (0, 1) if self.is_floating else (max(self.min, 0), self.max)

    @property
    def size(self):
        return self._kind.size

    def is_compatible_with(self, other):
        other = as_dtype(other)
        return self._type_enum in (other.as_datatype_enum, other.base_dtype.as_datatype_enum)

    def __eq__(self, other):
        if self is other:
            return True
        if other is None:
            return False
        if type(other) is not DType:
            try:
                other = as_dtype(other)
            except TypeError:
                return False
        return self._type_enum == other._type_enum

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return self._type_enum

    def __str__(self):
        return "<dtype: '%s'>" % self.name

    def __repr__(self):
        return "tf." + self.name

    def __reduce__(self):
        return as_dtype, (self.name,)


_python_bool = bool
_BY_NUMBER = {}
for _number in range(1, len(_KINDS)):
    _BY_NUMBER[_number] = DType(_number)
    _BY_NUMBER[_number + 100] = DType(_number + 100)

float32 = _BY_NUMBER[1]
float64 = double = _BY_NUMBER[2]
int32 = _BY_NUMBER[3]
uint8 = _BY_NUMBER[4]
int16 = _BY_NUMBER[5]
int8 = _BY_NUMBER[6]
string = _BY_NUMBER[7]
complex64 = _BY_NUMBER[8]
int64 = _BY_NUMBER[9]
bool = _BY_NUMBER[10]
qint8 = _BY_NUMBER[11]
quint8 = _BY_NUMBER[12]
qint32 = _BY_NUMBER[13]
bfloat16 = _BY_NUMBER[14]
qint16 = _BY_NUMBER[15]
quint16 = _BY_NUMBER[16]
uint16 = _BY_NUMBER[17]
complex128 = _BY_NUMBER[18]
float16 = half = _BY_NUMBER[19]
resource = _BY_NUMBER[20]
variant = _BY_NUMBER[21]
uint32 = _BY_NUMBER[22]
uint64 = _BY_NUMBER[23]
float32_ref = _BY_NUMBER[101]
int32_ref = _BY_NUMBER[103]
QUANTIZED_DTYPES = frozenset([_BY_NUMBER[n] for n in (11, 12, 13, 15, 16, 111, 112, 113, 115, 116)])

_BY_NAME = {"half": float16, "half_ref": float16._as_ref, "float": float32, "float_ref": float32._as_ref,
            "double": float64, "double_ref": float64._as_ref}
for _number in _BY_NUMBER:
    _BY_NAME[_BY_NUMBER[_number].name] = _BY_NUMBER[_number]


def as_dtype(type_value):
    """The DType that a DType, its number or name, a NumPy type or a Python type stands for."""
    if type(type_value) is DType:
        return type_value
    if isinstance(type_value, str):
        found = _BY_NAME.get(type_value)
    elif type_value is float:
        found = float32
    elif type_value is _python_bool:
        found = bool
    elif type_value is object:
        found = string
    elif isinstance(type_value, (int, float)):
        found = _BY_NUMBER.get(type_value)  # 1.0 is the key 1
    else:
        found = _from_numpy(type_value)
    if found is None:
        raise TypeError("Cannot convert value %r to a TensorFlow DType." % (type_value,))
    return found


def _from_numpy(type_value):
    if isinstance(type_value, DType):
        return type_value
    # Both numpy.dtype objects and numpy's scalar classes know their element type by this attribute.
    name = getattr(type_value, "_element_type", None)
    if is_unknown(name):
        return float32  # what nearly all data is
    if name is None:
        hash(type_value)
        return None
    if name == "object" or name[:3] == "str" or name[:5] == "bytes":
        return string
    return _BY_NAME.get(name)
