"""Arrays and how they are made."""

from _tfscope import elements, is_unknown, type_hint, unknown
from numpy.array_text import representation, text
from numpy.elementwise import binary, broadcast_shapes
from numpy.conversion import as_texts, converted, integer_type
from numpy.element_types import all_wrapped, dtype as dtype_class, promote, sized, text_size
from numpy.scalars import generic, number_of, type_of_value

# Arrays of more elements do not keep their values.
_MOST_ELEMENTS = 4096


def count_of(shape):
    """The number of elements; a symbol where a dimension is one, None where even the rank is not known."""
    if shape is None:
        return None
    result = 1
    for dim in shape:
        result = result * dim
    return result


def symbolic(shape, kind):
    """An array of data that the source does not fix."""
    return make(shape, kind, None)


def make(shape, kind, values):
    """An array over a flat list of Python values (or None); takes the list over."""
    result = object.__new__(ndarray)
    result._shape = shape if shape is None or isinstance(shape, tuple) else tuple(shape)
    kind = kind if isinstance(kind, dtype_class) else dtype_class(kind)
    result._dtype = sized(kind, values) if kind._element_type in ("str", "bytes") else kind
    result._flat = values
    return result


def shape_argument(shape):
    if isinstance(shape, (list, tuple)) or hasattr(shape, "__iter__") and not is_unknown(shape):
        return tuple([_dimension(dim) for dim in shape])
    return (_dimension(shape),)


def _dimension(dim):
    if is_unknown(dim):
        return dim
    dim = dim.__index__() if not isinstance(dim, int) and hasattr(dim, "__index__") else dim
    if dim is None or isinstance(dim, float):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(dim).__name__)
    if not is_unknown(dim) and dim < 0:
        raise ValueError("negative dimensions are not allowed")
    return dim


def is_small(shape):
    count = count_of(shape)
    return count is not None and not is_unknown(count) and count <= _MOST_ELEMENTS


class ndarray(object):

    __module__ = "numpy"
    __array_priority__ = 0
    __hash__ = None
    _base, _offsets, _views = None, None, ()  # of a view the array below and where in it; the views of an array

    def __new__(cls, shape, dtype=float, buffer=None, offset=0, strides=None, order=None):
        return symbolic(shape_argument(shape), dtype)

    # ---- what it is
    @property
    def shape(self):
        return unknown("tuple") if self._shape is None else self._shape

    @shape.setter
    def shape(self, value):
        self._shape = self.reshape(value)._shape

    @property
    def dtype(self):
        return self._dtype

    @property
    def ndim(self):
        return unknown("int") if self._shape is None else len(self._shape)

    @property
    def size(self):
        return unknown("int") if self._shape is None else count_of(self._shape)

    data = ctypes = property(lambda self: unknown("opaque"))

    @property
    def itemsize(self):
        return self._dtype.itemsize

    @property
    def nbytes(self):
        return self.size * self._dtype.itemsize

    @property
    def T(self):
        return self.transpose()

    @property
    def flat(self):
        from numpy.views import flatiter
        return flatiter(self)

    @flat.setter
    def flat(self, value):
        self[...] = value

    @property
    def real(self):
        return self

    def _element_values(self):
        """Nested lists of the values, None if they are not all known."""
        if self._flat is None or any([is_unknown(value) for value in self._flat]):
            return None
        return self.tolist()

    def tolist(self):
        if self._flat is None:
            return unknown("list")
        return _nested(self._flat, self._shape)

    def item(self, *args):
        if self._flat is None:
            return unknown("any")
        if not args and len(self._flat) != 1:
            raise ValueError("can only convert an array of size 1 to a Python scalar")
        return self._flat[args[0] if args else 0]

    def __len__(self):
        if self._shape is None:
            return unknown("int")
        if not self._shape:
            raise TypeError("len() of unsized object")
        return self._shape[0]

    def __iter__(self):
        if self._shape is None or is_unknown(self._shape[0]):
            return iter(unknown("list"))
        if not self._shape:
            raise TypeError("iteration over a 0-d array")
        return iter(_Rows(self))

    def __bool__(self):
        if self._flat is None:
            return unknown("bool")
        if len(self._flat) > 1:
            raise ValueError("The truth value of an array with more than one element is ambiguous. "
                             "Use a.any() or a.all()")
        return bool(self._flat and self._flat[0])

    def _only_element(self):
        if self._flat is not None and len(self._flat) != 1:
            raise TypeError("only size-1 arrays can be converted to Python scalars")
        return self.item()

    def __int__(self):
        return int(self._only_element())

    def __float__(self):
        return float(self._only_element())

    def __index__(self):
        return self.item()

    def __contains__(self, value):
        return unknown("bool") if self._flat is None else value in self._flat

    def __repr__(self):
        return representation(self)

    def __str__(self):
        return "<array of shape %s>" % (self._shape,) if self._flat is None else text(self, " ", "")

    def __format__(self, spec):
        return str(self)

    # ---- copies and forms
    def copy(self, order="C"):
        return make(self._shape, self._dtype, None if self._flat is None else list(self._flat))

    __copy__ = copy

    def __deepcopy__(self, memo):
        return self.copy()

    def astype(self, dtype, order="K", casting="unsafe", subok=True, copy=True):
        kind = dtype_class(dtype)
        if kind._element_type == "str" and not kind._length:
            kind._length = text_size(self._dtype._element_type)
        return make(self._shape, kind, None if self._flat is None else converted(self._flat, kind))

    def view(self, dtype=None, type=None):
        return self.astype(dtype) if dtype is not None else self.copy()

    def reshape(self, *shape, **kwargs):
        if len(shape) == 1:
            shape = shape[0]
        try:
            dims = _reshaped(self._shape, shape)
        except ValueError:
            if not self._holds_anything():
                raise
            wanted = shape if isinstance(shape, (list, tuple)) else [shape]
            return symbolic(tuple([unknown("int") if dim == -1 else dim for dim in wanted]), self._dtype)
        result = make(dims, self._dtype, self._flat)
        if self._flat is not None:
            from numpy.views import make_view
            make_view(result, self, range(len(self._flat)))
        return result

    def _holds_anything(self):
        """An element is not known at all: it may be an array, so that there are more elements."""
        return self._flat is not None and any([
            is_unknown(value) and type_hint(value) in ("any", "opaque") for value in self._flat])

    def ravel(self, order="C"):
        return self.reshape(-1)

    def flatten(self, order="C"):
        return self.copy().reshape(-1)

    def transpose(self, *axes):
        from numpy.shaping import transpose
        if len(axes) == 1:
            axes = axes[0]
        return transpose(self, axes or None)

    def fill(self, value):
        self[...] = value

    def tobytes(self, order="C"):
        return unknown("bytes")

    tostring = tobytes

    def setflags(self, **kwargs):
        pass

    def sort(self, axis=-1):
        from numpy.views import written
        if self._flat is not None and len(self._shape) == 1:
            self._flat[:] = sorted(self._flat)
        else:
            self._flat = None
        written(self)

    def __getattr__(self, name):
        """Methods that are functions of the module as well."""
        from numpy import elementwise, reductions, selection, shaping
        if name in _METHODS:
            for module in (reductions, shaping, selection, elementwise):
                if hasattr(module, name):
                    function = getattr(module, name)
                    return lambda *args, **kwargs: function(self, *args, **kwargs)
        raise AttributeError("'numpy.ndarray' object has no attribute %r" % name)

    # ---- items
    def __getitem__(self, index):
        from numpy.indexing import taken
        return taken(self, index)

    def __setitem__(self, index, value):
        from numpy.indexing import stored
        stored(self, index, value)

    # ---- operators
    def __add__(self, other): return _joined("add", self, other)
    def __radd__(self, other): return _joined("add", other, self)
    def __sub__(self, other): return _joined("sub", self, other)
    def __rsub__(self, other): return _joined("sub", other, self)
    def __mul__(self, other): return _joined("mul", self, other)
    def __rmul__(self, other): return _joined("mul", other, self)
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
    def __iadd__(self, other): return _in_place("add", self, other)
    def __isub__(self, other): return _in_place("sub", self, other)
    def __imul__(self, other): return _in_place("mul", self, other)
    def __itruediv__(self, other): return _in_place("truediv", self, other)
    def __ifloordiv__(self, other): return _in_place("floordiv", self, other)
    def __imod__(self, other): return _in_place("mod", self, other)
    def __ipow__(self, other): return _in_place("pow", self, other)
    def __iand__(self, other): return _in_place("and", self, other)
    def __ior__(self, other): return _in_place("or", self, other)
    def __ixor__(self, other): return _in_place("xor", self, other)
    def __eq__(self, other): return _joined("eq", self, other)
    def __ne__(self, other): return _joined("ne", self, other)
    def __lt__(self, other): return _joined("lt", self, other)
    def __le__(self, other): return _joined("le", self, other)
    def __gt__(self, other): return _joined("gt", self, other)
    def __ge__(self, other): return _joined("ge", self, other)

    __div__ = __truediv__

    def __matmul__(self, other):
        from numpy.shaping import matmul
        return matmul(self, other)

    def __neg__(self):
        return _mapped(self, lambda value: -value)

    def __pos__(self):
        return self

    def __abs__(self):
        return _mapped(self, abs)

    def __invert__(self):
        return _mapped(self, lambda value: not value if isinstance(value, bool) else ~value)


_METHODS = (
    "sum", "mean", "std", "var", "min", "max", "prod", "argmax", "argmin", "all", "any", "cumsum", "cumprod", "ptp",
    "squeeze", "repeat", "take", "dot", "clip", "round", "argsort", "nonzero", "swapaxes", "searchsorted", "trace", "tile",
)


def _joined(name, one, other):
    # A tensor or another richer type answers itself.
    for value in (one, other):
        if not is_unknown(value) and getattr(value, "__array_priority__", 0) > 0:
            return NotImplemented
    return binary(name, one, other)


def _in_place(name, array, other):
    result = _joined(name, array, other)
    if result is NotImplemented or array._shape is None:
        return result
    from numpy.views import overwritten
    return overwritten(array, result, name)


def _mapped(array, function):
    if array._flat is None:
        return make(array._shape, array._dtype, None)
    values = [function(value) for value in array._flat]
    return make(array._shape, array._dtype, all_wrapped(values, array._dtype._element_type))


class _Rows(object):

    def __init__(self, array):
        self._array = array

    def __len__(self):
        return self._array._shape[0]

    def __getitem__(self, index):
        if index >= self._array._shape[0]:
            raise IndexError(index)
        return self._array[index]


def _nested(values, shape):
    if not shape:
        return values[0]
    if len(shape) == 1:
        return list(values)
    step = count_of(shape[1:])
    return [_nested(values[i * step:(i + 1) * step], shape[1:]) for i in range(shape[0])]


def _shape_text(dims):
    """As NumPy's messages show a shape: a size that is left open is a new axis, and not shown in front."""
    first = 0
    while first < len(dims) and dims[first] == -1:
        first += 1
    texts = ["newaxis" if dim == -1 else str(dim) for dim in dims[first:]]
    return "(%s%s)" % (",".join(texts), "," if len(dims) == 1 else "")


def _reshaped(old, shape):
    dims = list(shape) if isinstance(shape, (list, tuple)) or isinstance(shape, ndarray) else [shape]
    dims = [dim if is_unknown(dim) else int(dim) for dim in dims]
    total = count_of(old)
    open_at = [i for i in range(len(dims)) if not is_unknown(dims[i]) and dims[i] == -1]
    if len(open_at) > 1:
        raise ValueError("can only specify one unknown dimension")
    known = 1
    for i in range(len(dims)):
        if i not in open_at:
            known = known * dims[i]
    if total is None or is_unknown(total) or is_unknown(known):
        for i in open_at:
            dims[i] = unknown("int") if total is None else total // known
        return tuple(dims)
    if open_at and known and total % known == 0:
        dims[open_at[0]] = total // known
    elif open_at or known != total:
        raise ValueError("cannot reshape array of size %d into shape %s" % (total, _shape_text(dims)))
    return tuple(dims)


# ---- making
def _guess():
    result = dtype_class("float64")
    result._is_guess = True
    return result


def _says_nothing(value):
    return is_unknown(value) and type_hint(value) in ("any", "opaque")


def array(object, dtype=None, copy=True, order="K", subok=False, ndmin=0):
    if is_unknown(object):
        return symbolic(None, _guess() if dtype is None else dtype)
    if isinstance(object, ndarray):
        return object.copy() if dtype is None else object.astype(dtype)
    shape, kind, values = _read(object)
    if values and all([_says_nothing(value) for value in values[:100]]):  # they may be arrays
        return symbolic(None, _guess() if dtype is None else dtype)
    if dtype is not None:
        kind = dtype_class(dtype)
        values = None if values is None else converted(values, kind)
    elif kind == "int64" and values is not None:
        kind = integer_type(values)
    elif kind == "str" or kind == "bytes":
        kind, values = as_texts(kind, values)
    elif kind in ("float64", "complex128") and values is not None:
        values = [value if is_unknown(value) else float(value) if kind == "float64" else value for value in values]
        if kind == "float64" and any([_says_nothing(value) for value in values[:100]]):
            kind = _guess()
    while len(shape) < ndmin:
        shape = (1,) + shape
    return make(shape, kind, values if is_small(shape) else None)


def _read(nested):
    """(shape, element type, elements) of what an array is made of; of a large one only the first elements."""
    plain = elements(nested, _MOST_ELEMENTS)
    if plain is not None:
        shape, kinds, values = plain
        kind = kinds[0] if kinds else "float64"
        for other in kinds[1:]:
            kind = promote(kind, other)
        if kind == "int64" and "bool" in kinds:
            values = [value if is_unknown(value) else int(value) for value in values]
        return shape, kind, values
    values = []
    shape, kind = _walk(nested, values, 0)
    return ((len(nested),), "object", list(nested)) if shape is None else (shape, kind, values)


def _walk(value, values, depth):
    """(shape, element type) of a nested value, whose leaves are appended to `values`; shape None if it is ragged."""
    if isinstance(value, ndarray):
        if value._flat is None:
            values.append(unknown("any"))
        else:
            values.extend(value._flat)
        return value._shape, value._dtype._element_type
    if isinstance(value, generic):
        values.append(value._held)
        return (), value._element_type
    if isinstance(value, (list, tuple, range)) and depth < 32:
        shape, kind = None, None
        for item in value:
            inner, inner_kind = _walk(item, values, depth + 1)
            if inner is None or shape is not None and inner != shape:
                return None, "object"
            shape, kind = inner, inner_kind if kind is None else promote(kind, inner_kind)
        return (len(value),) + (shape or ()), kind or "float64"
    if is_unknown(value):
        values.append(value)
        return (), {"int": "int64", "bool": "bool", "str": "str"}.get(type_hint(value), "float64")
    values.append(value)
    return (), type_of_value(value)


def asarray(a, dtype=None, order=None):
    if isinstance(a, ndarray) and (dtype is None or a._dtype == dtype):
        return a
    return array(a, dtype)


asanyarray = ascontiguousarray = asarray


def copy(a, order="K"):
    return array(a)
