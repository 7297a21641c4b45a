"""Items of arrays."""

from _tfscope import is_unknown, type_hint, unknown
from numpy import arrays, element_types, elementwise, scalars, views


def taken(array, index):
    """`array[index]`."""
    if array._shape is None:
        return arrays.symbolic(None, array._dtype)
    index = index if isinstance(index, tuple) else (index,)
    if any([is_unknown(item) and type_hint(item) in ("any", "opaque") for item in index]):
        return arrays.symbolic(None, array._dtype)
    if any([_is_mask(item) for item in index]):
        return _masked(array, index)
    shape, offsets, plain = _walk(array._shape, index, array._flat is not None)
    if array._flat is None or not plain:
        return _element(array) if shape == () else arrays.symbolic(shape, array._dtype)
    values = [array._flat[at] for at in offsets]
    if shape == ():
        kind = array._dtype._element_type
        return values[0] if kind == "object" else scalars._TYPES[kind](values[0])
    result = arrays.make(shape, array._dtype, values)
    if not any([isinstance(item, list) or hasattr(item, "_flat") for item in index]):
        views.make_view(result, array, offsets)
    return result


def _element(array):
    kind = array._dtype._element_type
    hint = {"i": "int", "u": "int", "f": "float", "b": "bool", "U": "str"}.get(element_types._KINDS[kind][2], "any")
    return unknown(hint)


def _is_mask(item):
    return hasattr(item, "_flat") and item._dtype._element_type == "bool" or isinstance(
        item, list) and bool(item) and all( [isinstance(one, bool) for one in item])


def _masked(array, index):
    mask = arrays.asarray(index[0])
    rest = array._shape[len(mask._shape):] if mask._shape is not None else ()
    if mask._flat is None or array._flat is None or rest or len(index) > 1:
        return arrays.symbolic((unknown("int"),) + tuple(rest), array._dtype)
    return arrays.array([value for value, kept in zip(array._flat, mask._flat) if kept], dtype=array._dtype)


def _walk(shape, index, plain=True):
    """(shape, offsets into the flat values, whether the offsets are known) of an index without masks. Offsets are not
    looked for unless `plain`."""
    given = len([item for item in index if item is not None and item is not Ellipsis])
    if given > len(shape):
        raise IndexError("too many indices for array")
    items = []
    for item in index:
        if item is Ellipsis:
            items.extend([slice(None)] * (len(shape) - given))
        else:
            items.append(item)
    items = items + [slice(None)] * (len(shape) - len([item for item in items if item is not None]))
    result, offsets, axis = [], [0], 0
    advanced = []
    for item in items:
        if item is None:
            result.append(1)
            continue
        dim = shape[axis]
        step = arrays.count_of(shape[axis + 1:])
        axis += 1
        if isinstance(item, slice):
            positions = _sliced(dim, item)
            result.append(len(positions) if isinstance(positions, range) else positions)
        elif isinstance(item, (list, tuple)) or hasattr(item, "_flat") and item._shape != ():
            inner = arrays.asarray(item)
            if not advanced:
                result.extend(inner._shape or ())
            advanced.append(inner)
            positions = inner._flat if len(advanced) == 1 else None
        else:
            positions = _single(dim, item, axis - 1)
        if plain and positions is not None and not is_unknown(positions) and not is_unknown(step) and not any(
                [is_unknown(position) for position in positions]):
            offsets = [at + position * step for at in offsets for position in positions]
        else:
            plain = False
    return tuple(result), offsets, plain and arrays.is_small(tuple(result))


def _single(dim, item, axis):
    item = scalars.number_of(item)
    if hasattr(item, "_flat"):
        item = item.item()
    if is_unknown(item) or is_unknown(dim):
        return None
    if not isinstance(item, int):
        raise IndexError(
            "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are "
            "valid indices")
    if item < -dim or item >= dim:
        raise IndexError("index %d is out of bounds for axis %d with size %d" % (item, axis, dim))
    return [item % dim]


def _sliced(dim, item):
    """The positions of a slice, or just their number."""
    start, stop, step = [None if part is None else scalars.number_of(
        part) for part in (item.start, item.stop, item.step)]
    if any([is_unknown(part) for part in (dim, start, stop, step)]):
        if step is None and start is None and stop is None:
            return dim
        if step is None and not is_unknown(
            dim) is False and stop is not None and not is_unknown(stop) and start is None:
            return stop if stop >= 0 else dim + stop
        if step is None and stop is not None and (start is None or is_unknown(start) or start >= 0):
            return stop if start is None else stop - start
        return unknown("int")
    return range(dim)[slice(start, stop, step)]


def stored(array, index, value):
    """`array[index] = value`."""
    if array._shape is None or array._flat is None:
        return
    index = index if isinstance(index, tuple) else (index,)
    if len(index) == 1 and _is_mask(index[0]):
        return _store_where(array, arrays.asarray(index[0]), arrays.asarray(value))
    if any([_is_mask(item) or is_unknown(item) for item in index]):
        array._flat = None
        return views.written(array)
    shape, offsets, plain = _walk(array._shape, index)
    source = arrays.asarray(value)
    if not plain or source._flat is None:
        array._flat = None
        return views.written(array)
    values = source._flat * len(offsets) if len(source._flat) == 1 else elementwise._spread(source, shape)
    _store(array, offsets, values)


def _store(array, offsets, values):
    kind = array._dtype.type
    for at, one in zip(offsets, values):
        array._flat[at] = one if is_unknown(one) or kind._element_type == "object" else scalars.number_of(kind(one))
    length = array._dtype._length
    for at in offsets if length else ():
        array._flat[at] = array._flat[at][:length]
    views.written(array)


def _store_where(array, mask, source):
    """`array[mask] = source` with one value, or one for each element that the mask keeps."""
    if mask._element_values() is None or mask._shape != array._shape or source._flat is None:
        array._flat = None
        return views.written(array)
    offsets = [at for at, kept in enumerate(mask._flat) if kept]
    values = source._flat * len(offsets) if len(source._flat) == 1 else source._flat
    if len(values) != len(offsets):
        raise ValueError("NumPy boolean array indexing assignment cannot assign %d input values to the %d output "
                         "values where the mask is true" % (len(values), len(offsets)))
    _store(array, offsets, values)
