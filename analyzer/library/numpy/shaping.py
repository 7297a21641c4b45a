"""Functions that move elements: joining, splitting, transposing, products of matrices."""

from _tfscope import is_unknown, unknown
from numpy import arrays, element_types, scalars
from numpy.arrays import asarray, make, symbolic
from numpy.elementwise import broadcast_shapes
from numpy.open_arrays import of_known_shapes
from numpy.views import make_view


class AxisError(ValueError, IndexError):

    def __init__(self, axis, rank):
        super(AxisError, self).__init__("axis %d is out of bounds for array of dimension %d" % (axis, rank))


def reshape(a, newshape, order="C"):
    return asarray(a).reshape(newshape)


def ravel(a, order="C"):
    return asarray(a).reshape(-1)


def shape(a):
    return asarray(a).shape


def ndim(a):
    return asarray(a).ndim


def size(a, axis=None):
    return asarray(a).size if axis is None else asarray(a).shape[axis]


def isscalar(num):
    return isinstance(num, (int, float, complex, str, bytes, scalars.generic))


def transpose(a, axes=None):
    a = asarray(a)
    if a._shape is None:
        return symbolic(None, a._dtype)
    rank = len(a._shape)
    axes = list(range(rank))[::-1] if axes is None else [axis % rank for axis in axes]
    if len(axes) != rank:
        raise ValueError("axes don't match array")
    if len(set(axes)) != rank:
        raise ValueError("repeated axis in transpose")
    shape = tuple([a._shape[axis] for axis in axes])
    if a._flat is None:
        return symbolic(shape, a._dtype)
    steps = [arrays.count_of(a._shape[axis + 1:]) for axis in axes]
    offsets = [0]
    for dim, step in zip(shape, steps):
        offsets = [at + i * step for at in offsets for i in range(dim)]
    result = make(shape, a._dtype, [a._flat[at] for at in offsets])
    make_view(result, a, offsets)
    return result


@of_known_shapes
def swapaxes(a, axis1, axis2):
    order = list(range(len(asarray(a)._shape)))
    order[axis1], order[axis2] = order[axis2], order[axis1]
    return transpose(a, order)


@of_known_shapes
def moveaxis(a, source, destination):
    rank = len(asarray(a)._shape)
    order = [i for i in range(rank) if i != source % rank]
    order.insert(destination % rank, source % rank)
    return transpose(a, order)


@of_known_shapes
def rollaxis(a, axis, start=0):
    return moveaxis(a, axis, start)


def expand_dims(a, axis):
    a = asarray(a)
    if a._shape is None:
        return symbolic(None, a._dtype)
    shape = list(a._shape)
    if not -len(shape) - 1 <= axis <= len(shape):
        raise AxisError(axis, len(shape) + 1)
    shape.insert(axis if axis >= 0 else axis + len(shape) + 1, 1)
    return make(tuple(shape), a._dtype, a._flat)


def squeeze(a, axis=None):
    a = asarray(a)
    if a._shape is None:
        return symbolic(None, a._dtype)
    rank = len(a._shape)
    if axis is None:
        shape = tuple([dim for dim in a._shape if is_unknown(dim) or dim != 1])
    else:
        listed = [one % rank for one in (axis if isinstance(axis, (list, tuple)) else [axis])]
        for one in listed:
            if not is_unknown(a._shape[one]) and a._shape[one] != 1:
                raise ValueError("cannot select an axis to squeeze out which has size not equal to one")
        shape = tuple([a._shape[i] for i in range(rank) if i not in listed])
    return make(shape, a._dtype, a._flat)


def broadcast_to(array, shape, subok=False):
    from numpy.elementwise import _spread
    array, shape = asarray(array), arrays.shape_argument(shape)
    small = array._flat is not None and arrays.is_small(shape)
    return make(shape, array._dtype, _spread(array, shape) if small else None)


# ---- joining and splitting
def concatenate(seq, axis=0, out=None):
    if is_unknown(seq):
        return symbolic(None, "float64")
    parts = [asarray(part) for part in seq]
    if not parts:
        raise ValueError("need at least one array to concatenate")
    kind = parts[0]._dtype._element_type
    for part in parts[1:]:
        kind = element_types.promote(kind, part._dtype._element_type)
    if any([part._shape is None for part in parts]):
        return symbolic(_shape_beside_unknown(parts, axis), kind)
    if axis is None:
        parts, axis = [part.reshape(-1) for part in parts], 0
    rank = len(parts[0]._shape)
    if rank == 0:
        raise ValueError("zero-dimensional arrays cannot be concatenated")
    at = axis % rank
    shape = list(parts[0]._shape)
    for index, part in enumerate(parts):
        if index == 0:
            continue
        if len(part._shape) != rank:
            raise ValueError("all the input arrays must have same number of dimensions, but the array at index 0 has "
                             "%d dimension(s) and the array at index %d has %d dimension(s)" % (
                                 rank, index, len(part._shape)))
        for i in range(rank):
            if i == at:
                shape[i] = shape[i] + part._shape[i]
            elif not is_unknown(part._shape[i]) and not is_unknown(shape[i]) and part._shape[i] != shape[i]:
                raise ValueError("all the input array dimensions for the concatenation axis must match exactly, but "
                                 "along dimension %d, the array at index 0 has size %d and the array at index %d has "
                                 "size %d" % (i, shape[i], index, part._shape[i]))
    if any([part._flat is None for part in parts]) or not arrays.is_small(tuple(shape)):
        return symbolic(tuple(shape), kind)
    outer = arrays.count_of(shape[:at])
    values = []
    for i in range(outer):
        for part in parts:
            block = arrays.count_of(part._shape[at:])
            values.extend(part._flat[i * block:(i + 1) * block])
    return make(tuple(shape), kind, values)


def _shape_beside_unknown(parts, axis):
    """What is joined agrees in all sizes but that of the axis, also where the shape of one part is not known."""
    known = [part._shape for part in parts if part._shape]
    if axis is None or is_unknown(axis) or not known:
        return None
    at = axis % len(known[0])
    return known[0][:at] + (unknown("int"),) + known[0][at + 1:]


def stack(arrays_, axis=0, out=None):
    parts = [asarray(part) for part in arrays_]
    if any([part._shape != parts[0]._shape for part in parts if part._shape is not None]):
        raise ValueError("all input arrays must have the same shape")
    return concatenate([expand_dims(part, axis) for part in parts], axis)


def atleast_1d(*arys):
    results = [asarray(ary) if asarray(ary)._shape != () else asarray(ary).reshape(1) for ary in arys]
    return results[0] if len(results) == 1 else results


def atleast_2d(*arys):
    results = []
    for ary in arys:
        ary = atleast_1d(ary)
        results.append(ary if ary._shape is None or len(ary._shape) != 1 else ary.reshape((1,) + ary._shape))
    return results[0] if len(results) == 1 else results


def atleast_3d(*arys):
    ary = atleast_2d(arys[0])
    return ary if ary._shape is None or len(ary._shape) != 2 else ary.reshape(ary._shape + (1,))


def vstack(tup):
    return concatenate([atleast_2d(part) for part in tup], 0)


def hstack(tup):
    parts = [atleast_1d(part) for part in tup]
    ranks = [len(part._shape) for part in parts if part._shape is not None]
    return concatenate(parts, (0 if ranks[0] == 1 else 1) if ranks else None)


def dstack(tup):
    return concatenate([atleast_3d(part) for part in tup], 2)


def column_stack(tup):
    parts = [asarray(part) for part in tup]
    return concatenate([part.reshape(-1, 1) if part._shape and len(part._shape) == 1 else part for part in parts], 1)


@of_known_shapes
def array_split(ary, indices_or_sections, axis=0):
    ary = asarray(ary)
    total = ary._shape[axis]
    if isinstance(indices_or_sections, int):
        count = indices_or_sections
        if is_unknown(total):
            sizes = [total // count] * count
        else:
            sizes = [total // count + (1 if i < total % count else 0) for i in range(count)]
        ends, at = [], 0
        for part in sizes:
            at = at + part
            ends.append(at)
    else:
        ends = list(indices_or_sections) + [total]
    parts, start = [], 0
    for end in ends:
        parts.append(ary[(slice(None),) * (axis % len(ary._shape)) + (slice(start, end),)])
        start = end
    return parts


@of_known_shapes
def split(ary, indices_or_sections, axis=0):
    total = asarray(ary)._shape[axis]
    if isinstance(indices_or_sections, int) and not is_unknown(total) and total % indices_or_sections:
        raise ValueError("array split does not result in an equal division")
    return array_split(ary, indices_or_sections, axis)


def vsplit(ary, indices_or_sections):
    return split(ary, indices_or_sections, 0)


def hsplit(ary, indices_or_sections):
    return split(ary, indices_or_sections, 1)


def dsplit(ary, indices_or_sections):
    return split(ary, indices_or_sections, 2)


def append(arr, values, axis=None):
    return concatenate([ravel(arr), ravel(values)] if axis is None else [arr, values], axis or 0)


@of_known_shapes
def tile(A, reps):
    A = asarray(A)
    reps = tuple(reps) if isinstance(reps, (list, tuple)) else (reps,)
    dims = (1,) * (len(reps) - len(A._shape)) + A._shape
    reps = (1,) * (len(dims) - len(reps)) + reps
    shape = tuple([dim * rep for dim, rep in zip(dims, reps)])
    if A._flat is None or not arrays.is_small(shape):
        return symbolic(shape, A._dtype)
    result = A.reshape(dims)
    for axis in range(len(dims)):
        result = concatenate([result] * reps[axis], axis) if reps[axis] > 1 else result
    return result


@of_known_shapes
def repeat(a, repeats, axis=None):
    a = asarray(a)
    if axis is None:
        a, axis = a.reshape(-1), 0
    shape = list(a._shape)
    if isinstance(repeats, int) and a._flat is not None and len(shape) == 1:
        return arrays.array([value for value in a._flat for _ in range(repeats)], dtype=a._dtype)
    shape[axis] = shape[axis] * repeats if isinstance(repeats, int) else unknown("int")
    return symbolic(tuple(shape), a._dtype)


@of_known_shapes
def pad(array, pad_width, mode="constant", **kwargs):
    array = asarray(array)
    pairs = pad_width
    if isinstance(pairs, int):
        pairs = [(pairs, pairs)] * len(array._shape)
    elif not isinstance(pairs[0], (list, tuple)):
        pairs = [tuple(pairs)] * len(array._shape)
    elif len(pairs) == 1:
        pairs = list(pairs) * len(array._shape)
    value = kwargs.get("constant_values", 0)
    if mode == "constant" and array._flat is not None and len(array._shape) == 1 and isinstance(value, (int, float)):
        before, after = pairs[0]
        return arrays.array([value] * before + array._flat + [value] * after, dtype=array._dtype)
    return symbolic(tuple([dim + pair[0] + pair[1] for dim, pair in zip(array._shape, pairs)]), array._dtype)


def _same(a, *args, **kwargs):
    a = asarray(a)
    return symbolic(a._shape, a._dtype)


# ---- products
# Products of more elements are not worked out.
_MOST_PRODUCTS = 1 << 14


def dot(a, b, out=None):
    a, b = asarray(a), asarray(b)
    kind = element_types.promote(a._dtype._element_type, b._dtype._element_type)
    if a._shape is None or b._shape is None:
        return symbolic(None, kind)
    if a._shape == () or b._shape == ():
        return a * b
    inner = b._shape[-2] if len(b._shape) > 1 else b._shape[0]
    if not is_unknown(a._shape[-1]) and not is_unknown(inner) and a._shape[-1] != inner:
        raise ValueError("shapes %s and %s not aligned: %d (dim %d) != %d (dim %d)" % (
            _text(a._shape), _text(b._shape), a._shape[-1], len(a._shape) - 1, inner, max(0, len(b._shape) - 2)))
    rest = b._shape[:-2] + b._shape[-1:] if len(b._shape) > 1 else ()
    shape = a._shape[:-1] + rest
    if a._flat is not None and b._flat is not None and len(a._shape) < 3 and len(b._shape) < 3 and \
            len(a._flat) * len(b._flat) <= _MOST_PRODUCTS:
        columns = b._shape[1] if len(b._shape) == 2 else 1
        rows = [a._flat[at:at + inner] for at in range(0, len(a._flat), max(inner, 1))]
        values = [sum([row[i] * b._flat[i * columns + j] for i in range(inner)])
                  for row in rows for j in range(columns)]
        return scalars._TYPES[kind](values[0]) if shape == () else make(shape, kind, values)
    return unknown("float") if shape == () else symbolic(shape, kind)


def _text(shape):
    return "(%s)" % ",".join([str(dim) for dim in shape] + ([""] if len(shape) == 1 else []))


def matmul(a, b, out=None):
    a, b = asarray(a), asarray(b)
    kind = element_types.promote(a._dtype._element_type, b._dtype._element_type)
    if a._shape is None or b._shape is None:
        return symbolic(None, kind)
    place = max(len(b._shape) - 2, 0)
    ours, theirs = a._shape[-1], b._shape[place]
    if not is_unknown(ours) and not is_unknown(theirs) and ours != theirs:
        raise ValueError("matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature "
                         "(n?,k),(k,m?)->(n?,m?) (size %d is different from %d)" % (theirs, ours))
    if len(a._shape) < 3 and len(b._shape) < 3:
        return dot(a, b)
    outer_shape = broadcast_shapes(a._shape[:-2], b._shape[:-2])
    return symbolic(outer_shape + a._shape[-2:-1] + (b._shape[-1:] if len(b._shape) > 1 else ()), kind)


def vdot(a, b):
    return dot(ravel(a), ravel(b))


def inner(a, b):
    return dot(a, transpose(b))


def outer(a, b, out=None):
    a, b = ravel(a), ravel(b)
    return a.reshape(-1, 1) * b.reshape(1, -1)


@of_known_shapes
def kron(a, b):
    a, b = asarray(a), asarray(b)
    if len(a._shape) == 1 and len(b._shape) == 1:
        return outer(a, b).reshape(-1)
    return symbolic(tuple([x * y for x, y in zip(a._shape, b._shape)]), a._dtype)


def tensordot(a, b, axes=2):
    return symbolic(None, asarray(a)._dtype)


def einsum(subscripts, *operands, **kwargs):
    operands = [asarray(operand) for operand in operands]
    if not isinstance(subscripts, str) or "." in subscripts or any([one._shape is None for one in operands]):
        return symbolic(None, operands[0]._dtype)
    given, arrow, result = subscripts.replace(" ", "").partition("->")
    sizes = {}
    for letters, operand in zip(given.split(","), operands):
        sizes.update(zip(letters, operand._shape))
    if not arrow:
        result = [letter for letter in sorted(sizes) if given.count(letter) == 1]
    return symbolic(tuple([sizes[letter] for letter in result]), operands[0]._dtype)
