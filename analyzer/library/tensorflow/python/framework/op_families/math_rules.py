"""Definitions and shapes of arithmetic, comparisons, reductions and matrix products. See op_library.py for the rows."""

from _tfscope import is_unknown, unknown as unknown_value
from tensorflow.python.framework import tensor_shape


def unchanged(c):
    return [c.shape(0)]


def reverse_sequence(c):
    """There are as many lengths as examples."""
    dims, lengths = c.shape(0), c.need_rank(1, 1)
    if dims is None:
        return [None]
    batch = c.attribute("batch_dim", 0)
    if is_unknown(batch) or batch >= len(dims):
        return [dims]
    return [dims[:batch] + [c.merge_dim(dims[batch], lengths[0])] + dims[batch + 1:]]


def scalar(c):
    return [[] for output in c.definition.outputs]


def unknown(c):
    return [None for output in c.definition.outputs]


def unknown_vector(c):
    return [[None] for output in c.definition.outputs]


def at_least_vector(c):
    return [c.need_rank_at_least(0, 1)]


def images(c):
    c.need_rank(0, 4)
    return [c.shape(0)]


def at_least_matrix(c):
    return [c.need_rank_at_least(0, 2)]


def at_least_cube(c):
    return [c.need_rank_at_least(0, 3)]


def square_matrix(c):
    """Of linear algebra: the last two dimensions are one."""
    dims = c.need_rank_at_least(0, 2)
    return [None if dims is None else dims[:-2] + [c.merge_dim(dims[-2], dims[-1])] * 2]


def edit_distance(c):
    """One for all dimensions of the sparse tensors but the last."""
    one, other = c.shape_value(2), c.shape_value(5)
    known = one is not None and other is not None and len(one) == len(other)
    return [[None if first is None or second is None else max(first, second)
             for first, second in zip(one[:-1], other[:-1])] if known else None]


def cross(c):
    dims = c.merge(c.shape(0), c.shape(1))
    if dims:
        c.need_dim(dims[-1], 3)
    return [dims]


def reverse(c):
    dims, axes = c.shape(0), c.need_rank(1, 1)
    values = c.value(1)
    if dims is None or values is None:
        return [dims]
    rank = len(dims)
    for i in range(len(values)):
        if not is_unknown(values[i]) and not -rank <= values[i] < rank:
            c.fail("'axis'[%d] = %d is out of valid range [0, %d" % (i, values[i], rank - 1))
    return [dims]


def bitcast(c):
    """A last dimension holds the parts of an element where the types differ in size."""
    dims, size, wanted = c.shape(0), c.inputs[0].dtype.size, c.attribute("type").size
    if dims is None or size == wanted:
        return [dims]
    if size > wanted:
        return [dims + [size // wanted]]
    if not dims or not tensor_shape.fits(dims[-1], wanted // size):
        c.fail("Cannot bitcast due to shape. %s does not match %d" % (dims[-1] if dims else "", wanted // size))
    return [dims[:-1]]


def broadcast_all(c):
    result = c.shape(0)
    for dims in c.shapes[1:]:
        result = broadcast_dims(c, result, dims)
    return [result]


def broadcast(c):
    return [broadcast_dims(c, c.shape(0), c.shape(1))]


def broadcast_dims(c, one, other):
    """The dimensions of an elementwise operation; an unknown one beside a greater than 1 must come to that."""
    if one is None or other is None:
        return None
    if one is other:
        return one
    if len(one) < len(other):
        one, other = other, one
    start = len(one) - len(other)
    result = one[:start]
    for i in range(len(other)):
        result.append(_broadcast_dim(c, one[start + i], other[i]))
    return result


def _broadcast_dim(c, one, other):
    if one is None or other is None or is_unknown(one) or is_unknown(other):
        for dim in (one, other):
            if dim is not None and not is_unknown(dim) and dim > 1:
                return dim
        if is_unknown(one) or is_unknown(other):
            return one if is_unknown(one) else other
        return other if one == 1 else one if other == 1 else None
    if one == other or other == 1:
        return one
    if one == 1:
        return other
    c.fail("Dimensions must be equal, but are %d and %d" % (one, other))


def broadcast_arguments(c):
    sizes = [dims[0] if dims else None for dims in c.shapes]
    return [[None if None in sizes or any([is_unknown(size) for size in sizes]) else max(sizes)]]


def add_n(c):
    return [merged_inputs(c)]


def merged_inputs(c):
    """The dimensions that all inputs have, merged from the last one to the first."""
    result = c.shape(len(c.inputs) - 1)
    for i in range(len(c.inputs) - 2, -1, -1):
        dims = c.shape(i)
        if not tensor_shape.compatible(dims, result):
            _refuse_addend(c, i, dims, result)
        result = tensor_shape.merge_dims(dims, result)
    return result


def _refuse_addend(c, i, dims, result):
    if len(dims) != len(result):
        message = "Shapes must be equal rank, but are %d and %d" % (len(dims), len(result))
    else:
        at = [j for j in range(len(dims)) if not tensor_shape.fits(dims[j], result[j])][0]
        message = "Dimension %d in both shapes must be equal, but are %d and %d. Shapes are %s and %s." % (
            at, dims[at], result[at], text(dims), text(result))
    c.fail("%s\n\tFrom merging shape %d with other shapes." % (message, i))


def text(dims):
    return "[%s]" % ",".join(["?" if dim is None else str(dim) for dim in dims])


def accumulated(c):
    return [c.attribute("shape")]


def select(c):
    condition, one, other = c.shape(0), c.shape(1), c.shape(2)
    data = c.merge(one, other)
    if condition is None or data is None:
        return [data]
    if len(condition) < 2:
        if condition and data:
            c.merge(condition, data[:1])
        return [data]
    return [c.merge(data, condition)]


def reduction(c):
    keep = c.attribute("keep_dims", False)
    dims = c.shape(0)
    axes = c.value(1)
    if dims is None or axes is None:
        return [[None] * len(dims) if keep and dims is not None else None]
    axes = axes if isinstance(axes, list) else [axes]
    rank = len(dims)
    removed = []
    for axis in axes:
        if axis < -rank or axis >= rank:
            c.fail("Invalid reduction dimension %d for input with %d dimensions." % (axis, rank))
        removed.append(axis % rank)
    if keep:
        return [[1 if i in removed else dims[i] for i in range(rank)]]
    return [[dims[i] for i in range(rank) if i not in removed]]


def arg(c):
    dims = c.shape(0)
    axis = c.value(1)
    if dims is None:
        return [None]
    if len(dims) <= 1:
        return [[]]
    if axis is None:
        return [[None] * (len(dims) - 1)]
    rank = len(dims)
    if axis < -rank or axis >= rank:
        c.fail("Dimension (%d) must be in the range [%d, %d), where %d is the number of dimensions in the input." % (
            axis, -rank, rank, rank))
    axis = axis % rank
    return [dims[:axis] + dims[axis + 1:]]


def matmul(c):
    a, b = c.need_rank(0, 2), c.need_rank(1, 2)
    if is_unknown(c.attribute("transpose_a")) or is_unknown(c.attribute("transpose_b")):
        return [[unknown_value("int"), unknown_value("int")]]
    a = a[::-1] if c.attribute("transpose_a") else a
    b = b[::-1] if c.attribute("transpose_b") else b
    c.merge_dim(a[1], b[0])
    return [[a[0], b[1]]]


def batch_matmul(c):
    a, b = c.need_rank_at_least(0, 2), c.need_rank_at_least(1, 2)
    if a is None or b is None:
        return [None]
    rows, inner = (a[-1], a[-2]) if c.attribute("adj_x") else (a[-2], a[-1])
    inner_b, columns = (b[-1], b[-2]) if c.attribute("adj_y") else (b[-2], b[-1])
    batch = broadcast_dims(c, a[:-2], b[:-2]) if c.definition.op_type == "BatchMatMulV2" else c.merge(a[:-2], b[:-2])
    c.merge_dim(inner, inner_b)
    return [batch + [rows, columns]]


def range_(c):
    for i in range(3):
        c.need_rank(i, 0)
    start, limit, delta = c.value(0), c.value(1), c.value(2)
    if start is None or limit is None or delta is None:
        return [[None]]
    if delta == 0:
        c.fail("Requires delta != 0")
    if delta > 0 and start > limit:
        c.fail("Requires start <= limit when delta > 0: %s/%s" % (start, limit))
    if delta < 0 and start < limit:
        c.fail("Requires start >= limit when delta < 0: %s/%s" % (start, limit))
    size = (limit - start) / delta
    return [[int(-(-(limit - start) // delta)) if isinstance(size, float) else size]]


def lin_space(c):
    count = c.value(2)
    return [[count]]


def bins(c):
    return [[c.value(2)]]


def segment(c):
    dims = c.shape(0)
    return [None if dims is None else [None] + dims[1:]]


def unsorted_segment(c):
    data, ids, count = c.shape(0), c.shape(1), c.value(2)
    if data is None or ids is None:
        return [None]
    c.merge(data[:len(ids)], ids)
    return [[count] + data[len(ids):]]


def sparse_segment(c):
    dims = c.need_rank_at_least(0, 1)
    count = c.value(3) if len(c.inputs) > 3 else None
    return [None if dims is None else [count] + dims[1:]]

