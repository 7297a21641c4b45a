"""Sums by segments, counts, and contractions of axes."""

from tensorflow.python.framework import constant_op, dtypes, ops
from tensorflow.python.framework.op_library import apply
from tensorflow.python.ops import array_ops, math_ops


def segment_sum(data, segment_ids, name=None):
    return apply("SegmentSum", name, [data, segment_ids])


def segment_mean(data, segment_ids, name=None):
    return apply("SegmentMean", name, [data, segment_ids])


def segment_max(data, segment_ids, name=None):
    return apply("SegmentMax", name, [data, segment_ids])


def segment_min(data, segment_ids, name=None):
    return apply("SegmentMin", name, [data, segment_ids])


def segment_prod(data, segment_ids, name=None):
    return apply("SegmentProd", name, [data, segment_ids])


def unsorted_segment_sum(data, segment_ids, num_segments, name=None):
    return apply("UnsortedSegmentSum", name, [data, segment_ids, num_segments])


def unsorted_segment_max(data, segment_ids, num_segments, name=None):
    return apply("UnsortedSegmentMax", name, [data, segment_ids, num_segments])


def unsorted_segment_min(data, segment_ids, num_segments, name=None):
    return apply("UnsortedSegmentMin", name, [data, segment_ids, num_segments])


def unsorted_segment_prod(data, segment_ids, num_segments, name=None):
    return apply("UnsortedSegmentProd", name, [data, segment_ids, num_segments])


def _segment_counts(data, segment_ids, num_segments):
    ids_shape = array_ops.shape_internal(segment_ids)
    ones = array_ops.ones(ids_shape, dtype=data.dtype)
    counts = unsorted_segment_sum(ones, segment_ids, num_segments)
    number = data._shape.ndims - segment_ids._shape.ndims
    return math_ops.maximum(array_ops.reshape(counts, [num_segments] + [1] * number), 1)


def unsorted_segment_mean(data, segment_ids, num_segments, name=None):
    with ops.name_scope(name, "UnsortedSegmentMean"):
        data = ops.convert_to_tensor(data)
        segment_ids = ops.convert_to_tensor(segment_ids)
        counts = _segment_counts(data, segment_ids, num_segments)
        return unsorted_segment_sum(data, segment_ids, num_segments) / counts


def unsorted_segment_sqrt_n(data, segment_ids, num_segments, name=None):
    with ops.name_scope(name, "UnsortedSegmentSqrtN"):
        data = ops.convert_to_tensor(data)
        segment_ids = ops.convert_to_tensor(segment_ids)
        counts = _segment_counts(data, segment_ids, num_segments)
        return unsorted_segment_sum(data, segment_ids, num_segments) / math_ops.sqrt(counts)


def _sparse_segment(op_type, data, indices, segment_ids, name, num_segments):
    if num_segments is not None:
        return apply(op_type + "WithNumSegments", name, [data, indices, segment_ids, num_segments])
    return apply(op_type, name, [data, indices, segment_ids])


def sparse_segment_sum(data, indices, segment_ids, name=None, num_segments=None):
    return _sparse_segment("SparseSegmentSum", data, indices, segment_ids, name, num_segments)


def sparse_segment_mean(data, indices, segment_ids, name=None, num_segments=None):
    return _sparse_segment("SparseSegmentMean", data, indices, segment_ids, name, num_segments)


def sparse_segment_sqrt_n(data, indices, segment_ids, name=None, num_segments=None):
    return _sparse_segment("SparseSegmentSqrtN", data, indices, segment_ids, name, num_segments)


def cross(a, b, name=None):
    return apply("Cross", name, [a, b])


def bincount(arr, weights=None, minlength=None, maxlength=None, dtype=dtypes.int32, name=None):
    with ops.name_scope("bincount" if name is None else name):
        arr = ops.convert_to_tensor(arr, name="arr", dtype=dtypes.int32)
        nonempty = math_ops.reduce_prod(array_ops.shape(arr)) > 0
        size = math_ops.cast(nonempty, dtypes.int32) * (math_ops.reduce_max(arr) + 1)
        if minlength is not None:
            size = math_ops.maximum(ops.convert_to_tensor(minlength, name="minlength", dtype=dtypes.int32), size)
        if maxlength is not None:
            size = math_ops.minimum(ops.convert_to_tensor(maxlength, name="maxlength", dtype=dtypes.int32), size)
        if weights is not None:
            return unsorted_segment_sum(ops.convert_to_tensor(weights, name="weights"), arr, size)
        return apply("Bincount", None, [arr, size, constant_op.constant([], dtype)])


# ---- contraction
def tensordot(a, b, axes, name=None):
    with ops.name_scope(name, "Tensordot", [a, b, axes]) as name:
        a = ops.convert_to_tensor(a, name="a")
        b = ops.convert_to_tensor(b, name="b")
        a_axes, b_axes = _contracted_axes(a, axes)
        a_matrix, a_free, a_static = _as_matrix(a, a_axes, False)
        b_matrix, b_free, b_static = _as_matrix(b, b_axes, True)
        product = math_ops.matmul(a_matrix, b_matrix)
        if isinstance(a_free, list) and isinstance(b_free, list):
            return array_ops.reshape(product, a_free + b_free, name=name)
        a_free = ops.convert_to_tensor(a_free, dtype=dtypes.int32)
        b_free = ops.convert_to_tensor(b_free, dtype=dtypes.int32)
        product = array_ops.reshape(product, array_ops.concat([a_free, b_free], 0), name=name)
        if a_static is not None and b_static is not None:
            product.set_shape(a_static + b_static)
        return product


def _contracted_axes(a, axes):
    rank = a._shape.ndims
    if isinstance(axes, int):
        if axes < 0:
            raise ValueError("'axes' must be at least 0.")
        if rank is None:
            rank = array_ops.rank(a)
            return math_ops.range(rank - axes, rank, dtype=dtypes.int32), math_ops.range(axes, dtype=dtypes.int32)
        if axes > rank:
            raise ValueError("'axes' must not be larger than the number of dimensions of tensor %s." % a)
        return list(range(rank - axes, rank)), list(range(axes))
    if not isinstance(axes, (list, tuple)):
        axes = ops.convert_to_tensor(axes, name="axes", dtype=dtypes.int32)
        return axes[0], axes[1]
    if len(axes) != 2:
        raise ValueError("'axes' must be an integer or have length 2.")
    first, second = axes[0], axes[1]
    if isinstance(first, int) and isinstance(second, int):
        first, second = [first], [second]
    if len(first) != len(second):
        raise ValueError("Different number of contraction axes 'a' and 'b', %s != %s." % (len(first), len(second)))
    return first, second


def _as_matrix(a, axes, flipped):
    """The tensor as a matrix of free against contracted axes, its free dimensions, and those as far as known."""
    listed = isinstance(axes, (list, tuple))
    if a._shape.ndims is not None and listed:
        dims = a._shape.as_list()
        axes = [axis if axis >= 0 else axis + len(dims) for axis in axes]
        free = [i for i in range(len(dims)) if i not in axes]
        static = [dims[i] for i in free]
        if a._shape.is_fully_defined():
            order = list(axes) + free if flipped else free + list(axes)
            sizes = [_product(static), _product([dims[i] for i in axes])]
            matrix = array_ops.reshape(array_ops.transpose(a, order), sizes[::-1] if flipped else sizes)
            return matrix, static, static
        axes = ops.convert_to_tensor(axes, dtype=dtypes.int32, name="axes")
        free = ops.convert_to_tensor(free, dtype=dtypes.int32, name="free")
        shape = array_ops.shape(a)
    else:
        static = None
        shape = array_ops.shape(a)
        rank = array_ops.rank(a)
        axes = ops.convert_to_tensor(axes, dtype=dtypes.int32, name="axes")
        axes = array_ops.where(axes >= 0, axes, axes + rank)
        free, _ = array_ops.setdiff1d(math_ops.range(rank), axes)
    free_dims = array_ops.gather(shape, free)
    axes_dims = array_ops.gather(shape, axes)
    sizes = [math_ops.reduce_prod(free_dims), math_ops.reduce_prod(axes_dims)]
    order = array_ops.concat([axes, free] if flipped else [free, axes], 0)
    shape = array_ops.stack(sizes[::-1] if flipped else sizes)
    return array_ops.reshape(array_ops.transpose(a, order), shape), free_dims, static


def _product(values):
    result = 1
    for value in values:
        result = result * value
    return result
