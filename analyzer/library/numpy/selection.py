"""Functions that choose or order elements by their values or places. Values that the source does not fix stay unknown;
of arrays of several dimensions where only one is handled, the shape is told."""

from _tfscope import is_unknown, unknown
from bisect import bisect_left, bisect_right
from itertools import product
from numpy import arrays
from numpy.arrays import asarray, make, symbolic
from numpy.open_arrays import of_known_shapes


def _is_known(*candidates):
    return all([one._element_values() is not None for one in candidates])


def gathered(a, shape, place):
    """The elements of `a` at `place(index)` for each index of `shape`, an array of its type."""
    if a._flat is None or not arrays.is_small(shape):
        return symbolic(shape, a._dtype)
    steps = [arrays.count_of(a._shape[axis + 1:]) for axis in range(len(a._shape))]
    values = []
    for index in product(*[range(dim) for dim in shape]):
        values.append(a._flat[sum([at * step for at, step in zip(place(index), steps)])])
    return make(shape, a._dtype, values)


def flip(m, axis=None):
    m = asarray(m)
    if m._shape is None:
        return symbolic(None, m._dtype)
    rank = len(m._shape)
    axes = range(rank) if axis is None else axis if isinstance(axis, tuple) else (axis,)
    turned = [one % rank for one in axes]

    def place(index):
        return [m._shape[i] - 1 - at if i in turned else at for i, at in enumerate(index)]
    return gathered(m, m._shape, place)


def flipud(m):
    return flip(m, 0)


def fliplr(m):
    return flip(m, 1)


def rot90(m, k=1, axes=(0, 1)):
    m = asarray(m)
    if is_unknown(k) or m._shape is None:
        return symbolic(None, m._dtype)
    first, second = axes[0] % len(m._shape), axes[1] % len(m._shape)
    if k % 4 in (0, 2):
        return flip(m, (first, second)) if k % 4 else m.copy()
    order = list(range(len(m._shape)))
    order[first], order[second] = second, first
    return flip(m.transpose(order), first) if k % 4 == 1 else flip(m, first).transpose(order)


def roll(a, shift, axis=None):
    a = asarray(a)
    if a._flat is None or not isinstance(shift, int) or axis is not None and not isinstance(axis, int):
        return symbolic(a._shape, a._dtype)
    if axis is None:
        at = -shift % (len(a._flat) or 1)
        return make(a._shape, a._dtype, a._flat[at:] + a._flat[:at])
    axis = axis % len(a._shape)

    def place(index):
        return [(at - shift) % a._shape[axis] if i == axis else at for i, at in enumerate(index)]
    return gathered(a, a._shape, place)


def _rows(a):
    """The rows along the last axis."""
    length = a._shape[-1] or 1
    return [a._flat[at:at + length] for at in range(0, len(a._flat), length)]


def sort(a, axis=-1, kind=None, order=None):
    a = asarray(a)
    if axis is None:
        a, axis = a.reshape(-1), -1
    if _is_known(a) and a._shape and axis in (-1, len(a._shape) - 1):
        return make(a._shape, a._dtype, [value for row in _rows(a) for value in sorted(row)])
    return symbolic(a._shape, a._dtype)


partition = sort


def argsort(a, axis=-1, kind=None, order=None):
    a = asarray(a)
    if _is_known(a) and a._shape and axis in (-1, len(a._shape) - 1):
        places = [sorted(range(len(row)), key=lambda i: row[i]) for row in _rows(a)]
        return make(a._shape, "int64", [place for row in places for place in row])
    return symbolic(a._shape, "int64")


def lexsort(keys, axis=-1):
    keys = asarray(keys)
    return symbolic(keys._shape[1:], "int64") if len(keys._shape) > 1 else argsort(keys)


def unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None):
    ar = asarray(ar)
    wanted = (return_index, return_inverse, return_counts)
    if axis is not None or not _is_known(ar):
        count = unknown("int")
        inverse = symbolic((arrays.count_of(ar._shape),), "int64")
        results = [symbolic((count,), "int64"), inverse, symbolic((count,), "int64")]
        found = symbolic((count,) if axis is None else None, ar._dtype)
    else:
        values = sorted(set(ar._flat))
        found = arrays.array(values, dtype=ar._dtype)
        results = [[ar._flat.index(value) for value in values], [values.index(value) for value in ar._flat],
                   [ar._flat.count(value) for value in values]] if any(wanted) else [[], [], []]
        results = [arrays.array(places, dtype="int64") for places in results]
    chosen = [found] + [result for result, one in zip(results, wanted) if one]
    return found if len(chosen) == 1 else tuple(chosen)


def _chosen(ar1, ar2, choose):
    """A sorted array of the values that `choose(first, second)` makes of two sets."""
    ar1, ar2 = asarray(ar1), asarray(ar2)
    if not _is_known(ar1, ar2):
        return symbolic((unknown("int"),), ar1._dtype)
    values = sorted(choose(set(ar1._flat), set(ar2._flat)))
    return arrays.array(values, dtype=ar1._dtype)


def intersect1d(ar1, ar2, *args, **kwargs):
    return _chosen(ar1, ar2, lambda first, second: first & second)


def union1d(ar1, ar2):
    return _chosen(ar1, ar2, lambda first, second: first | second)


def setdiff1d(ar1, ar2, assume_unique=False):
    return _chosen(ar1, ar2, lambda first, second: first - second)


def isin(element, test_elements, assume_unique=False, invert=False):
    element, test_elements = asarray(element), asarray(test_elements)
    if not _is_known(element, test_elements):
        return symbolic(element._shape, "bool")
    return make(element._shape, "bool", [(value in test_elements._flat) != invert for value in element._flat])


def in1d(ar1, ar2, assume_unique=False, invert=False):
    return isin(asarray(ar1).reshape(-1), ar2, assume_unique, invert)


def _places_of(obj, length):
    """The places along an axis that an index, a slice or a list of indices means; None if they are not known."""
    if isinstance(obj, slice):
        return list(range(length)[obj])
    places = asarray(obj)
    if not _is_known(places):
        return None
    return [place + length if place < 0 else place for place in places._flat]


def _at_axis(arr, axis):
    """(array, axis) of a function whose axis None means the flattened array."""
    arr = asarray(arr)
    return (arr.reshape(-1), 0) if axis is None else (arr, axis % len(arr._shape))


@of_known_shapes
def delete(arr, obj, axis=None):
    arr, axis = _at_axis(arr, axis)
    length = arr._shape[axis]
    places = None if is_unknown(length) else _places_of(obj, length)
    shape = list(arr._shape)
    if places is None:
        shape[axis] = unknown("int")
        return symbolic(tuple(shape), arr._dtype)
    for place in places:
        if not 0 <= place < length:
            raise IndexError("index %d is out of bounds for axis %d with size %d" % (place, axis, length))
    kept = [place for place in range(length) if place not in places]
    return arr[(slice(None),) * axis + (kept,)] if kept else symbolic(tuple(shape[:axis] + [0] + shape[axis + 1:]),
                                                                      arr._dtype)


@of_known_shapes
def insert(arr, obj, values, axis=None):
    arr, axis = _at_axis(arr, axis)
    values = asarray(values)
    places = None if is_unknown(arr._shape[axis]) else _places_of(obj, arr._shape[axis])
    shape = list(arr._shape)
    if len(shape) > 1 or places is None or len(places) != 1 or arr._flat is None or values._flat is None:
        count = len(places) if places is not None else unknown("int")
        shape[axis] = shape[axis] + count if len(shape) > 1 else unknown("int")
        return symbolic(tuple(shape), arr._dtype)
    return arrays.array(arr._flat[:places[0]] + values._flat + arr._flat[places[0]:], dtype=arr._dtype)


def resize(a, new_shape):
    return symbolic(arrays.shape_argument(new_shape), asarray(a)._dtype)


@of_known_shapes
def argwhere(a):
    a = asarray(a)
    if not _is_known(a):
        return symbolic((unknown("int"), len(a._shape)), "int64")
    found = [index for index, value in zip(product(*[range(dim) for dim in a._shape]), a._flat) if value]
    flat = [place for index in found for place in index]
    return make((len(found), len(a._shape)), "int64", flat)


def nonzero(a):
    a = asarray(a)
    if not _is_known(a):
        count = unknown("int")
        return tuple([symbolic((count,), "int64") for _ in a._shape or (1,)])
    places = argwhere(a if a._shape else a.reshape(1))
    rank = places._shape[1]
    return tuple([make((places._shape[0],), "int64", places._flat[axis::rank]) for axis in range(rank)])


def flatnonzero(a):
    return nonzero(asarray(a).reshape(-1))[0]


@of_known_shapes
def take(a, indices, axis=None, out=None, mode="raise"):
    a = asarray(a)
    if axis is None:
        return a.reshape(-1)[indices]
    return a[(slice(None),) * (axis % len(a._shape)) + (indices,)]


def put(a, ind, v, mode="raise"):
    a._flat = None


def _placed(x, bins, place):
    """`place(value)` for one value or for each of an array; unknown integers if the values are."""
    is_one = not hasattr(x, "__len__")
    x = asarray(x)
    if not _is_known(x, bins):
        return unknown("int") if is_one else symbolic(x._shape, "int64")
    places = [place(value) for value in x._flat]
    return arrays.array(places[0]) [()] if is_one else make(x._shape, "int64", places)


def searchsorted(a, v, side="left", sorter=None):
    a = asarray(a)
    search = bisect_left if side == "left" else bisect_right
    return _placed(v, a, lambda value: search(a._flat, value))


def digitize(x, bins, right=False):
    bins = asarray(bins)
    if _is_known(bins) and len(bins._flat) > 1 and bins._flat[0] > bins._flat[-1]:
        return symbolic(asarray(x)._shape, "int64")
    search = bisect_left if right else bisect_right
    return _placed(x, bins, lambda value: search(bins._flat, value))


def interp(x, xp, fp, left=None, right=None, period=None):
    return symbolic(asarray(x)._shape, "float64")


def unravel_index(indices, shape, order="C"):
    """The indices of one place of the flattened array."""
    if is_unknown(indices) or not isinstance(indices, int):
        return tuple([unknown("int") if is_unknown(indices) else symbolic(asarray(indices)._shape, "int64")
                      for _ in shape])
    result = []
    for dim in shape[::-1]:
        result.append(indices % dim)
        indices = indices // dim
    return tuple(result[::-1])


def ravel_multi_index(multi_index, dims, mode="raise", order="C"):
    result = 0
    for index, dim in zip(multi_index, dims):
        result = result * dim + index
    return result
