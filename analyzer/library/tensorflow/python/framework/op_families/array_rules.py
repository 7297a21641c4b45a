"""Shapes of operations that make, move and pick elements."""

from _tfscope import is_unknown, unknown as unknown_value
from tensorflow.python.framework import nested_values, tensor_shape
from tensorflow.python.framework.op_families import slicing_rules
from tensorflow.python.framework.op_families.math_rules import merged_inputs, text


def placeholder(c):
    return [c.attribute("shape")]


def filled(c):
    """The shape is the value of input 0, or of input 1 where input 0 is data."""
    at = 1 if c.definition.op_type == "BroadcastTo" else 0
    dims = c.shape(at)
    if dims is not None and len(dims) != 1:
        c.fail("Shape must be rank 1 but is rank %d" % len(dims))
    if c.definition.op_type == "Fill":
        c.need_rank(1, 0)
    wanted = c.shape_value(at)
    if c.definition.op_type == "BroadcastTo":
        return [_broadcast_to(c, c.shape(0), wanted)]
    if c.definition.op_type == "Fill":
        value = c.inputs[0]._value
        if isinstance(value, list) and any([not is_unknown(dim) and dim is not None and dim < 0 for dim in value]):
            c.fail("Fill dimensions must be >= 0")
    return [wanted]


def _broadcast_to(c, dims, wanted):
    if dims is None or wanted is None:
        return wanted
    if len(dims) > len(wanted):
        c.fail("Shape must be at most rank %d but is rank %d" % (len(wanted), len(dims)))
    for i in range(1, len(dims) + 1):
        if dims[-i] != 1 and not tensor_shape.fits(dims[-i], wanted[-i]):
            c.fail("Dimensions must be equal, but are %d and %d" % (dims[-i], wanted[-i]))
    return wanted


def ensured(c):
    return [c.merge(c.attribute("shape"), c.shape(0))]


def with_default(c):
    """The default fits the shape, which may say less."""
    c.merge(c.shape(0), c.attribute("shape"))
    return [c.attribute("shape")]


def shape_of(c):
    return [[c.rank(0)]]


def shapes_of(c):
    return [[None if dims is None else len(dims)] for dims in c.shapes]


def reshape(c):
    wanted = c.inputs[1]._value
    c.read_shapes.append(1)
    dims = c.shape(0)
    if wanted is None or not isinstance(wanted, list):
        size = c.shape(1)
        if not size or size[0] is None:
            return [None]
        wanted = [None] * size[0]
    total = nested_values.count(dims)
    known, open_at = 1, []
    wanted = [None if dim == -1 else dim for dim in wanted]
    for i in range(len(wanted)):
        if wanted[i] is None or is_unknown(wanted[i]):
            open_at.append(i)
        else:
            known *= wanted[i]
    if known == 0 and total and not any([is_unknown(dim) for dim in wanted]):
        c.fail("Cannot reshape a tensor with %d elements to shape %s (0 elements)" % (total, text(wanted)))
    if not open_at:
        if total is not None and total != known:
            c.fail("Cannot reshape a tensor with %d elements to shape %s (%d elements)" % (
                total, text(wanted), known))
        if total is None and dims and sum([dim is None for dim in dims]) == 1:
            rest = nested_values.count([1 if dim is None else dim for dim in dims])
            if rest and known % rest:
                if not wanted:
                    c.read_shapes.clear()  # what has no elements is not shown
                c.fail("Dimension size must be evenly divisible by %d but is %d" % (rest, known))
        return [wanted]
    if len(open_at) == 1 and wanted[open_at[0]] is None:
        if total is not None and known > 0:
            if total % known:
                c.fail("Dimension size must be evenly divisible by %d but is %d" % (known, total))
            wanted[open_at[0]] = total // known
        elif dims is not None and known > 0:
            wanted[open_at[0]] = _left_over(dims, known)
    return [wanted]


def _left_over(dims, known):
    """The open dimension where unknown source dimensions do not matter, or a symbolic product that divides."""
    rest, symbols = 1, []
    for dim in dims:
        if dim is None:
            return None
        if is_unknown(dim):
            symbols.append(dim)
        else:
            rest *= dim
    if len(symbols) == 1 and rest % known == 0:
        return symbols[0] if rest == known else symbols[0] * (rest // known)
    return None


def expand_dims(c):
    dims, axis = c.shape(0), c.value(1)
    if isinstance(axis, list):
        axis = axis[0] if len(axis) == 1 else None
    if dims is None or axis is None:
        return [None]
    rank = len(dims)
    if axis < -1 - rank or axis > rank:
        c.fail("dim %d not in the interval [%d, %d]." % (axis, -1 - rank, rank))
    if axis < 0:
        axis += rank + 1
    return [dims[:axis] + [1] + dims[axis:]]


def squeeze(c):
    dims, axes = c.shape(0), c.attribute("squeeze_dims", [])
    if dims is None:
        return [None]
    if is_unknown(axes) or any([is_unknown(axis) for axis in axes]):
        return [unknown_value("opaque")]
    rank = len(dims)
    wanted = []
    for axis in axes:
        if axis < -rank or axis >= rank:
            c.fail("squeeze_dims[%d] not in [%d,%d)." % (list(axes).index(axis), -rank, rank))
        wanted.append(axis % rank)
    result = []
    for i in range(rank):
        if dims[i] is None or is_unknown(dims[i]):
            if not axes:
                return [None]
            if i not in wanted:
                result.append(dims[i])
        elif dims[i] == 1 and (not axes or i in wanted):
            pass
        elif i in wanted:
            c.fail("Can not squeeze dim[%d], expected a dimension of 1, got %d" % (i, dims[i]))
        else:
            result.append(dims[i])
    return [result]


def transpose(c):
    dims, count = c.shape(0), c.shape(1)
    if dims is not None and count and count[0] is not None and count[0] != len(dims):
        c.fail("Dimension must be %d but is %d" % (len(dims), count[0]))
    permutation = c.value(1)
    if permutation is None:
        if dims is not None:
            return [[None] * len(dims)]
        return [None if not count or count[0] is None else [None] * count[0]]
    if dims is None:
        return [[None] * len(permutation)]
    for at in permutation:
        if at >= len(dims):
            c.fail("perm dim %d is out of range of input rank %d" % (at, len(dims)))
    return [[dims[at] for at in permutation]]


def concat(c):
    return _concatenated(c, 0, 1, len(c.inputs))


def concat_v2(c):
    return _concatenated(c, len(c.inputs) - 1, 0, len(c.inputs) - 1)


def _concatenated(c, axis_input, first, end):
    rank = None
    for i in range(first, end):
        dims = c.shape(i)
        if rank is None and dims is not None:
            rank = len(dims)
            if rank == 0:
                c.fail("Can't concatenate scalars (use tf.stack instead)")
        elif dims is not None:
            c.need_rank(i, rank)
    axis = c.value(axis_input)
    if axis is None or rank is None:
        return [None if rank is None else [None] * rank]
    lowest = axis + 1 if axis >= 0 else -axis
    result = None
    for i in range(first, end):
        dims = c.shape(i)
        if dims is None:
            continue
        if len(dims) < lowest:
            c.fail("Shape must be at least rank %d but is rank %d" % (lowest, len(dims)))
        if result is None:
            result = list(dims)
            continue
        at = axis % len(dims)
        for j in range(len(dims)):
            if j == at:
                result[j] = None if result[j] is None or dims[j] is None else result[j] + dims[j]
            elif not tensor_shape.fits(result[j], dims[j]):
                _refuse_piece(c, at, j, result, dims)
            else:
                result[j] = tensor_shape.merge(result[j], dims[j])
    if result is not None and any([c.shape(i) is None for i in range(first, end)]):
        result[axis % len(result)] = None
    return [result]


def _refuse_piece(c, at, j, result, dims):
    before = j < at
    ours = result[:at] if before else result[at + 1:]
    theirs = dims[:at] if before else dims[at + 1:]
    c.fail("Dimension %d in both shapes must be equal, but are %d and %d. Shapes are %s and %s." % (
        j if before else j - at - 1, result[j], dims[j], text(ours), text(theirs)))


def pack(c):
    result = merged_inputs(c)
    if result is None:
        return [None]
    axis = c.attribute("axis", 0)
    if axis < 0:
        axis += len(result) + 1
    return [result[:axis] + [len(c.inputs)] + result[axis:]]


def unpack(c):
    dims, axis, count = c.shape(0), c.attribute("axis", 0), c.attribute("num")
    if dims is None:
        return [None] * count
    if axis < 0:
        axis += len(dims)
    if not tensor_shape.fits(dims[axis], count):
        c.fail("Dimension must be %d but is %d" % (count, dims[axis]))
    rest = dims[:axis] + dims[axis + 1:]
    return [rest] * count


def split(c):
    axis, dims, count = c.value(0), c.shape(1), c.attribute("num_split")
    if dims is None:
        return [None] * count
    if axis is None:
        return [[None] * len(dims)] * count
    at = _split_axis(c, axis, dims)
    size = dims[at]
    if size is not None and not is_unknown(size):
        if size % count:
            c.fail(
                "Dimension size must be evenly divisible by %d but is %d\n\tNumber of ways to split should evenly "
                "divide the split dimension" % (count, size))
        size = size // count
    elif size is not None:
        size = size // count
    return [dims[:at] + [size] + dims[at + 1:]] * count


def _split_axis(c, axis, dims):
    if axis < -len(dims) or axis >= len(dims):
        c.fail("Dimension size, given by scalar input %d must be in range [-%d, %d)" % (axis, len(dims), len(dims)))
    return axis % len(dims)


def split_v(c):
    dims, sizes = c.shape(0), c.inputs[1]._value
    if dims is not None and not dims:
        c.fail("Can't split scalars")
    axis = c.value(2)
    c.read_values.append(1)
    count = c.attribute("num_split")
    if dims is None:
        return [None] * count
    if axis is None:
        return [[None] * len(dims)] * count
    at = _split_axis(c, axis, dims)
    if sizes is None:
        sizes = [None] * count
    else:
        total = sum([size for size in sizes if size is not None and size >= 0])
        if dims[at] is not None and not is_unknown(dims[at]):
            sizes = [dims[at] - total if size == -1 else size for size in sizes]
            if sum([size for size in sizes if size is not None]) != dims[at] and None not in sizes:
                c.fail("can't split axis of size %d into pieces of size [%s]" % (
                    dims[at], ",".join([str(size) for size in sizes])))
        else:
            sizes = [None if size == -1 else size for size in sizes]
    return [dims[:at] + [size] + dims[at + 1:] for size in sizes]


def slice_(c):
    return [slicing_rules.slice_shape(c)]


def strided_slice(c):
    return [slicing_rules.strided_slice_shape(c)]


def tile(c):
    dims, count = c.shape(0), c.shape(1)
    if dims is not None and count and count[0] is not None and count[0] != len(dims):
        c.fail("Shape must be rank %d but is rank %d" % (len(dims), count[0]))
    multiples = c.shape_value(1)
    if multiples is None:
        return [None if dims is None else [None] * len(dims)]
    if dims is None:
        return [[None] * len(multiples)]
    return [[None if dims[i] is None or multiples[i] is None else dims[i] * multiples[i] for i in range(len(dims))]]


def pad(c):
    dims, count = c.shape(0), c.shape(1)
    if dims is not None and count and count[0] is not None and count[0] != len(dims):
        c.fail("Shape must be rank %d but is rank %d" % (count[0], len(dims)))
    paddings = c.value(1) or c.inputs[1]._value
    if paddings is None:
        if dims is not None:
            return [[None] * len(dims)]
        return [None if not count or count[0] is None else [None] * count[0]]
    if dims is None:
        return [[None] * len(paddings)]
    return [[_padded(dims[i], paddings[i]) for i in range(len(dims))]]


def _padded(dim, pair):
    return None if dim is None or pair is None or None in pair else dim + pair[0] + pair[1]


def gather(c):
    dims, indices, axis = c.shape(0), c.shape(1), c.value(2)
    batch = c.attribute("batch_dims", 0)
    if dims is not None and not dims:
        c.read_values.clear()
        c.fail("Shape must be at least rank 1 but is rank 0")
    if dims is None or indices is None:
        return [None]
    if axis is None:
        return [[None] * (len(dims) + len(indices) - 1 - batch)]
    lowest = axis + 1 if axis >= 0 else -axis
    if len(dims) < lowest:
        c.fail("Shape must be at least rank %d but is rank %d" % (lowest, len(dims)))
    axis = axis % len(dims)
    return [dims[:axis] + indices[batch:] + dims[axis + 1:]]


def gather_nd(c):
    dims, indices = c.shape(0), c.shape(1)
    if dims is None or indices is None or indices[-1] is None:
        return [None]
    depth = indices[-1]
    if depth > len(dims):
        c.fail("indices.shape[-1] must be <= params.rank, but saw indices shape: %s and params shape: %s" % (
            text(indices), text(dims)))
    return [indices[:-1] + dims[depth:]]


def resource_gather(c):
    dims, indices = c.attribute("_handle_shape"), c.shape(1)
    return [None if dims is None or indices is None else indices + dims[1:]]


def one_hot(c):
    indices, depth, axis = c.shape(0), c.value(1), c.attribute("axis", -1)
    if depth is not None and depth < 0:
        c.fail("Dimension size, given by scalar input 1, must be non-negative but is %d" % depth)
    if indices is None:
        return [None]
    at = len(indices) if axis == -1 else axis
    return [indices[:at] + [depth] + indices[at:]]


def where(c):
    return [[None, c.rank(0)]]


def list_diff(c):
    return [[None], [None]]


def unique(c):
    c.need_rank(0, 1)
    return [[None], c.shape(0)]


def unique_with_counts(c):
    c.need_rank(0, 1)
    return [[None], c.shape(0), [None]]


def dynamic_partition(c):
    data, partitions, count = c.shape(0), c.shape(1), c.attribute("num_partitions")
    if data is None or partitions is None:
        return [None] * count
    return [[None] + data[len(partitions):]] * count


def dynamic_stitch(c):
    count = len(c.inputs) // 2
    extra = None
    for i in range(count):
        indices, data = c.shape(i), c.shape(count + i)
        if indices is not None and data is not None:
            extra = c.merge(data[len(indices):], extra)
    size = None
    values = [c.inputs[i]._value for i in range(count)]
    if not any([value is None or nested_values.is_partial(value) for value in values]):
        size = max([max(nested_values.flat(value)) for value in values]) + 1
    return [None if extra is None else [size] + extra]


def parallel_concat(c):
    return [[len(c.inputs)] + c.shape(0)[1:] if c.shape(0) else None]


def fingerprint(c):
    dims = c.shape(0)
    return [None if not dims else [dims[0], 8]]


def unravel_index(c):
    indices, dims = c.shape(0), c.shape(1)
    return [None if indices is None else (dims or [None]) + indices]


def bounds(c):
    return [c.shape(1)]


def identity_n(c):
    return [dims for dims in c.shapes]


def scalar_string(c):
    return [[]]


def diag(c):
    return [None if c.shape(0) is None else c.shape(0) + c.shape(0)]


def diag_part(c):
    dims = c.shape(0)
    if dims is None:
        return [None]
    middle = len(dims) // 2
    if len(dims) % 2 or not dims:
        c.fail("Input must have even and non-zero rank, input rank is %d" % len(dims))
    return [[c.merge_dim(dims[i], dims[i + middle]) for i in range(middle)]]


def matrix_diag(c):
    dims = c.need_rank_at_least(0, 1)
    return [None if dims is None else dims + dims[-1:]]


def matrix_diag_part(c):
    dims = c.need_rank_at_least(0, 2)
    if dims is None:
        return [None]
    known = dims[-1] is not None and dims[-2] is not None
    return [dims[:-2] + [min(dims[-1], dims[-2]) if known else None]]
