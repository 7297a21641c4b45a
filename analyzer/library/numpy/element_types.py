"""Element types: their names, sizes and promotion, what numbers fit into them, and `dtype` objects."""

from _tfscope import is_unknown

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
    _length = 0  # of texts: how many characters they hold, 0 where any number

    def __init__(self, dtype=None, align=False, copy=False):
        self._element_type = element_type(dtype)
        if self._element_type in ("str", "bytes"):
            self._length = _length_of(dtype)
        self.fields = self.names = None

    @property
    def name(self):
        return self._element_type + (str(8 * self.itemsize) if self._length else "")

    @property
    def kind(self):
        return _KINDS[self._element_type][2]

    @property
    def itemsize(self):
        size = _KINDS[self._element_type][1]
        return size * self._length if self._element_type in ("str", "bytes") else size

    @property
    def str(self):
        kind, size = self.kind, self._length if self._element_type in ("str", "bytes") else self.itemsize
        order = "|" if kind in "bSVO" or self._element_type in ("int8", "uint8") else "<"
        return order + kind + ("" if kind == "O" else "%d" % size)

    byteorder = property(lambda self: "|" if self.str[0] == "|" else "=")

    @property
    def type(self):
        from numpy.scalars import _TYPES
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
            return self._element_type == element_type(other) and self._length == _length_of(other)
        except TypeError:
            return False

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash(self._element_type)

    def __str__(self):
        if self._element_type in ("str", "bytes"):
            return self.str if self._length else self.str[:-1]
        return self._element_type

    def __repr__(self):
        return "dtype(%r)" % ("O" if self._element_type == "object" else str(self).lstrip("|"))

    def newbyteorder(self, new_order="S"):
        return self


def _length_of(value):
    """The number of characters in the texts of a type, 0 where it does not say."""
    if isinstance(value, dtype):
        return value._length
    digits = value.lstrip("<>=|USa") if isinstance(value, str) else ""
    return int(digits) if digits.isdigit() else 0


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


# (lowest, number of values) of the types whose numbers wrap
_RANGES = {
    "uint8": (0, 1 << 8), "int8": (-(1 << 7), 1 << 8), "uint16": (0, 1 << 16), "int16": (-(1 << 15), 1 << 16),
    "uint32": (0, 1 << 32), "int32": (-(1 << 31), 1 << 32), "uint64": (0, 1 << 64), "int64": (-(1 << 63), 1 << 64),
}


def wrapped(value, element_type):
    """An integer as its element type keeps it: the lowest bits."""
    lowest, count = _RANGES[element_type]
    return value if is_unknown(value) or lowest <= value < lowest + count else (value - lowest) % count + lowest


def all_wrapped(values, element_type):
    """A list of results as an array of the element type keeps them."""
    if element_type not in _RANGES:
        return values
    return [wrapped(value, element_type) for value in values]


def smallest_type(value):
    """The smallest element type that holds a Python integer."""
    names = ("uint8", "uint16", "uint32", "uint64") if value >= 0 else ("int8", "int16", "int32", "int64")
    for name in names:
        lowest, count = _RANGES[name]
        if lowest <= value < lowest + count:
            return name
    return "object"


def sized(kind, values):
    """The type of an array of texts, as long as the longest of them unless it says."""
    if kind._length or values is None or any([is_unknown(value) for value in values]):
        return kind
    result = dtype(kind)
    result._length = max([len(value) for value in values] + [1])
    return result


_TEXT_SIZES = {"bool": 5, "uint8": 3, "int8": 4, "uint16": 5, "int16": 6, "uint32": 10, "int32": 11, "uint64": 20,
               "int64": 21, "float16": 32, "float32": 32, "float64": 32, "complex64": 64, "complex128": 64}


def text_size(element_type):
    """The number of characters that NumPy reserves for numbers of a type among texts."""
    return _TEXT_SIZES.get(element_type, 0)
