"""Arrays that share elements, and operations that store into an array."""

from numpy import element_types, elementwise


def make_view(view, array, offsets):
    """Lets what is written into one of the two be seen in the other."""
    view._base, view._offsets = array, offsets
    array._views = array._views + (view,)


def written(array):
    """Tells an array's views, and what it is a view of, that its elements have changed."""
    base = array._base
    if base is None:
        return _refresh_views(array)
    if array._flat is None:
        base._flat = None
    elif base._flat is not None:
        for at, value in zip(array._offsets, array._flat):
            base._flat[at] = value
    written(base)


def _refresh_views(array):
    for view in array._views:
        view._flat = None if array._flat is None else [array._flat[at] for at in view._offsets]
        _refresh_views(view)


class flatiter(object):
    """`array.flat`: the elements in a row."""

    __module__ = "numpy"

    def __init__(self, array):
        self.base = array
        self._row = array.reshape(-1)
        self._next = 0

    def __len__(self):
        return len(self._row)

    def __getitem__(self, index):
        return self._row[index].copy()

    def __setitem__(self, index, value):
        self._row[index] = value

    def __iter__(self):
        return self

    def __next__(self):
        if self._next >= len(self._row):
            raise StopIteration
        self._next += 1
        return self._row[self._next - 1]

    next = __next__

    def copy(self):
        return self._row.copy()

    def __array__(self, dtype=None):
        return self.copy()


_UFUNCS = {
    "sub": "subtract", "mul": "multiply", "mod": "remainder", "floordiv": "floor_divide", "pow": "power",
    "and": "bitwise_and", "or": "bitwise_or", "xor": "bitwise_xor", "lshift": "left_shift", "rshift": "right_shift",
}


class UFuncTypeError(TypeError):
    pass


def overwritten(array, result, name):
    """`array`, whose elements become those of the result of an operation that stores into it."""
    kinds = [element_types._KINDS[one.dtype._element_type][2] for one in (array, result)]
    mine, theirs = ["biufc".find(kind) for kind in kinds]
    if name == "truediv" and kinds[0] in "iub":
        raise TypeError("No loop matching the specified signature and casting\nwas found for ufunc true_divide")
    if -1 < mine < theirs and kinds != ["i", "u"]:
        raise UFuncTypeError("Cannot cast ufunc %r output from %r to %r with casting rule 'same_kind'" % (
            _UFUNCS.get(name, name), result.dtype, array._dtype))
    if result._shape is not None and len(result._shape) > len(array._shape):
        raise ValueError("non-broadcastable output operand with shape %s doesn't match the broadcast shape %s" % (
            elementwise._text(array._shape), elementwise._text(result._shape)))
    if array._flat is None or result._flat is None:
        array._flat = None
    else:
        array._flat[:] = result.astype(array._dtype)._flat  # other forms of the array share the list
    written(array)
    return array
