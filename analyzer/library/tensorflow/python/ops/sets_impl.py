"""Operations on sets, which are the rows of the last dimension."""

from tensorflow.python.framework import dtypes, ops, sparse_tensor, tensor_shape


def set_size(a, validate_indices=True):
    a = sparse_tensor.convert_to_tensor_or_sparse_tensor(a, name="a")
    if not isinstance(a, sparse_tensor.SparseTensor):
        raise TypeError("Expected `SparseTensor`, got %s." % a)
    outputs = [(tensor_shape.unknown_shape(), dtypes.int32)]
    return ops.create_op("SetSize", [a.indices, a.values, a.dense_shape], outputs).outputs[0]


def _combined(a, b):
    a = sparse_tensor.convert_to_tensor_or_sparse_tensor(a, name="a")
    b = sparse_tensor.convert_to_tensor_or_sparse_tensor(b, name="b")
    inputs, kinds = [], []
    for value in (a, b):
        is_sparse = isinstance(value, sparse_tensor.SparseTensor)
        inputs += [value.indices, value.values, value.dense_shape] if is_sparse else [value]
        kinds.append("Sparse" if is_sparse else "Dense")
    if kinds == ["Sparse", "Dense"]:
        kinds = kinds[::-1]
    rank = a.get_shape().ndims if a.get_shape().ndims is not None else b.get_shape().ndims
    shapes = ([None, rank], dtypes.int64), ([None], a.dtype.base_dtype), ([rank], dtypes.int64)
    outputs = [(tensor_shape.from_plain(shape), dtype) for shape, dtype in shapes]
    return sparse_tensor.SparseTensor(*ops.create_op("%sTo%sSetOperation" % tuple(kinds), inputs, outputs).outputs)


def set_intersection(a, b, validate_indices=True):
    return _combined(a, b)


def set_difference(a, b, aminusb=True, validate_indices=True):
    return _combined(a, b) if aminusb else _combined(b, a)


def set_union(a, b, validate_indices=True):
    return _combined(a, b)
