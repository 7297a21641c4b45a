"""Sparse tensors."""

from tensorflow.python.framework import constant_op, dtypes, ops, sparse_tensor, tensor_shape, tensor_util
from tensorflow.python.framework.op_library import apply
from tensorflow.python.ops import array_ops, math_ops, reduction_ops


def sparse_to_dense(sparse_indices, output_shape, sparse_values, default_value=0, validate_indices=True, name=None):
    return apply("SparseToDense", name, [sparse_indices, output_shape, sparse_values, default_value])


def sparse_tensor_to_dense(sp_input, default_value=None, validate_indices=True, name=None):
    if default_value is None:
        default_value = array_ops.zeros([], dtype=sp_input.dtype)
    return sparse_to_dense(sp_input.indices, sp_input.dense_shape, sp_input.values, default_value, name=name)


def sparse_tensor_dense_matmul(sp_a, b, adjoint_a=False, adjoint_b=False, name=None):
    with ops.name_scope(name, "SparseTensorDenseMatMul", [sp_a.indices, sp_a.values, b]):
        b = ops.convert_to_tensor(b, name="b")
        return apply("SparseTensorDenseMatMul", None, [sp_a.indices, sp_a.values, sp_a.dense_shape, b],
                     adjoint_a=adjoint_a, adjoint_b=adjoint_b)


sparse_dense_matmul = sparse_tensor_dense_matmul


def _with_shape(indices, values, dense_shape, shape):
    """The shape as a constant, if all of it is known."""
    known = shape.ndims is not None and shape.is_fully_defined()
    return sparse_tensor.SparseTensor(indices, values, shape.as_list() if known else dense_shape())


def sparse_reorder(sp_input, name=None):
    indices, values = apply("SparseReorder", name, [sp_input.indices, sp_input.values, sp_input.dense_shape])
    return _with_shape(indices, values, lambda: array_ops.identity(sp_input.dense_shape), sp_input.get_shape())


def sparse_reshape(sp_input, shape, name=None):
    shape = math_ops.cast(shape, dtype=dtypes.int64)
    with ops.name_scope(name, "SparseReshape", [sp_input]) as name:
        indices, dense_shape = apply("SparseReshape", name, [sp_input.indices, sp_input.dense_shape, shape])
        wanted, have = tensor_util.constant_value_as_shape(shape), sp_input.get_shape()
        if wanted.ndims is not None and wanted.is_fully_defined() and have.is_fully_defined():
            if wanted.num_elements() != have.num_elements():
                raise ValueError("Cannot reshape a tensor with %d elements to shape %s (%d elements)." % (
                    have.num_elements(), wanted.as_list(), wanted.num_elements()))
            dense_shape = constant_op.constant(wanted.as_list(), dtype=dtypes.int64)
        return sparse_tensor.SparseTensor(indices, array_ops.identity(sp_input.values), dense_shape)


def sparse_transpose(sp_input, perm=None, name=None):
    with ops.name_scope(name, "SparseTranspose", [sp_input]) as name:
        known = perm is not None and sp_input.get_shape().is_fully_defined()
        if perm is None:
            rank = array_ops.rank(sp_input)
            perm = (rank - 1) - math_ops.range(0, rank, 1)
        columns = array_ops.transpose(sp_input.indices)
        indices = array_ops.transpose(array_ops.gather(columns, perm))
        if known:
            dims = sp_input.get_shape().as_list()
            constant_op.constant(perm)
            turned = sparse_tensor.SparseTensor(indices, sp_input.values, [dims[i] for i in perm])
        else:
            turned = sparse_tensor.SparseTensor(indices, sp_input.values, array_ops.gather(sp_input.dense_shape, perm))
        return sparse_reorder(turned)


def sparse_retain(sp_input, to_retain):
    places = array_ops.reshape(array_ops.where(ops.convert_to_tensor(to_retain)), [-1])
    return sparse_tensor.SparseTensor(array_ops.gather(sp_input.indices, places),
                                      array_ops.gather(sp_input.values, places),
                                      array_ops.identity(sp_input.dense_shape))


def sparse_slice(sp_input, start, size, name=None):
    start, size = ops.convert_to_tensor(start, dtypes.int64), ops.convert_to_tensor(size, dtypes.int64)
    with ops.name_scope(name, "SparseSlice", [sp_input]) as name:
        outputs = apply("SparseSlice", name, [sp_input.indices, sp_input.values, sp_input.dense_shape, start, size])
        return sparse_tensor.SparseTensor(*outputs)


def sparse_split(keyword_required=None, sp_input=None, num_split=None, axis=None, name=None, split_dim=None):
    axis = split_dim if axis is None else axis
    for value, text in ((num_split, "num_split"), (sp_input, "sp_input"), (axis, "axis")):
        if value is None:
            raise ValueError("%s is required" % text if text != "axis" else "axis is required")
    with ops.name_scope(name, "SparseSplit") as name:
        axis = ops.convert_to_tensor(axis, dtype=dtypes.int64, name="split_dim")
        rank = sp_input.indices._shape._plain[1] if sp_input.indices._shape._plain else None
        kinds = (([None, rank], dtypes.int64), ([None], sp_input.dtype), ([rank], dtypes.int64))
        outputs = [(tensor_shape.TensorShape(shape), dtype) for shape, dtype in kinds for _ in range(num_split)]
        made = ops.create_op("SparseSplit", [axis] + sp_input._components(), outputs, name).outputs
        return [sparse_tensor.SparseTensor(*made[i::num_split]) for i in range(num_split)]


def sparse_fill_empty_rows(sp_input, default_value, name=None):
    with ops.name_scope(name, "SparseFillEmptyRows", [sp_input]):
        default_value = ops.convert_to_tensor(default_value, dtype=sp_input.values.dtype)
        indices, values, empty, _ = apply("SparseFillEmptyRows", None, [
            sp_input.indices, sp_input.values, sp_input.dense_shape, default_value])
        return sparse_tensor.SparseTensor(indices, values, sp_input.dense_shape), empty


def _reduced(op_type, sp_input, axis, keepdims):
    """The shape is what is known of the dense tensor."""
    if axis is None:
        axis = reduction_ops._all_axes(sp_input.values) if sp_input.get_shape().ndims is None else constant_op.constant(
            list(range(sp_input.get_shape().ndims)), dtype=dtypes.int32)
    return apply(op_type, None, sp_input._components() + [axis], keep_dims=bool(keepdims))


def sparse_reduce_sum(sp_input, axis=None, keepdims=None, reduction_axes=None, keep_dims=None):
    return _reduced("SparseReduceSum", sp_input, reduction_axes if axis is None else axis, keepdims or keep_dims)


def sparse_reduce_max(sp_input, axis=None, keepdims=None, reduction_axes=None, keep_dims=None):
    return _reduced("SparseReduceMax", sp_input, reduction_axes if axis is None else axis, keepdims or keep_dims)


def sparse_concat(axis, sp_inputs, name=None, expand_nonconcat_dim=False, concat_dim=None, expand_nonconcat_dims=None):
    inputs = [sparse_tensor.convert_to_tensor_or_sparse_tensor(value) for value in sp_inputs]
    if len(inputs) == 1:
        return inputs[0]
    parts = [list(part) for part in zip(*[value._components() for value in inputs])]
    indices, values, dense_shape = apply("SparseConcat", name, parts)
    shapes = [value.get_shape() for value in inputs]
    if all([shape.is_fully_defined() for shape in shapes]) and isinstance(axis, int):
        dims = shapes[0].as_list()
        dims[axis] = sum([shape.as_list()[axis] for shape in shapes])
        dense_shape = constant_op.constant(dims, dtype=dtypes.int64)
    return sparse_tensor.SparseTensor(indices, values, dense_shape)


def _of_both(op_type, one, other, name):
    with ops.name_scope(name, op_type, [one.indices, one.values, other.indices, other.values]) as name:
        kinds = ([None, None], dtypes.int64), ([None], one.dtype)
        outputs = [(tensor_shape.TensorShape(shape), dtype) for shape, dtype in kinds]
        indices, values = ops.create_op(op_type, one._components() + other._components(), outputs, name).outputs
        return sparse_tensor.SparseTensor(indices, values, one.dense_shape)


def sparse_maximum(sp_a, sp_b, name=None):
    return _of_both("SparseSparseMaximum", sp_a, sp_b, name)


def sparse_minimum(sp_a, sp_b, name=None):
    return _of_both("SparseSparseMinimum", sp_a, sp_b, name)


def sparse_add(a, b, threshold=None, thresh=None):
    """Two sparse tensors give a sparse one, a sparse and a dense one a dense one."""
    threshold = threshold if threshold is not None else thresh if thresh is not None else 0
    if not sparse_tensor.is_sparse(a) and not sparse_tensor.is_sparse(b):
        raise TypeError("At least one input should be SparseTensor; do you mean to use tf.add()?")
    if sparse_tensor.is_sparse(a) and sparse_tensor.is_sparse(b):
        threshold = ops.convert_to_tensor(threshold, dtype=a.values.dtype.real_dtype.base_dtype, name="threshold")
        indices, values, dense_shape = apply("SparseAdd", None, a._components() + b._components() + [threshold])
        indices.set_shape([None, a.get_shape().ndims])
        dense_shape.set_shape([a.get_shape().ndims])
        return _with_shape(indices, values, lambda: dense_shape, a.get_shape())
    sparse, dense = (a, b) if sparse_tensor.is_sparse(a) else (b, a)
    return apply("SparseTensorDenseAdd", None, [sparse.indices, sparse.values, sparse.dense_shape, dense])


def sparse_softmax(sp_input, name=None):
    with ops.name_scope(name, "SparseSoftmax", [sp_input.indices, sp_input.values]):
        outputs = [(sp_input.values.shape, sp_input.values.dtype)]
        values = ops.create_op("SparseSoftmax", sp_input._components(), outputs).outputs[0]
        return sparse_tensor.SparseTensor(sp_input.indices, values, sp_input.dense_shape)
