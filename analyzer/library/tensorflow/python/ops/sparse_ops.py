"""Sparse tensors."""

from tensorflow.python.framework import dtypes, ops, sparse_tensor
from tensorflow.python.framework.op_library import apply
from tensorflow.python.ops import array_ops, math_ops


def sparse_to_dense(sparse_indices, output_shape, sparse_values, default_value=0, validate_indices=True, name=None):
    return apply("SparseToDense", name, [sparse_indices, output_shape, sparse_values, default_value])


def sparse_tensor_to_dense(sp_input, default_value=None, validate_indices=True, name=None):
    if default_value is None:
        default_value = "" if sp_input.dtype is dtypes.string else 0
    return sparse_to_dense(sp_input.indices, sp_input.dense_shape, sp_input.values, default_value, name=name)


def sparse_tensor_dense_matmul(sp_a, b, adjoint_a=False, adjoint_b=False, name=None):
    with ops.name_scope(name, "SparseTensorDenseMatMul", [sp_a.indices, sp_a.values, b]) as name:
        b = ops.convert_to_tensor(b, name="b")
        return apply("SparseTensorDenseMatMul",
                     name, [sp_a.indices, sp_a.values, sp_a.dense_shape, b],
                     adjoint_a=adjoint_a,
                     adjoint_b=adjoint_b)


sparse_dense_matmul = sparse_tensor_dense_matmul


def sparse_reorder(sp_input, name=None):
    indices, values = apply("SparseReorder", name, [sp_input.indices, sp_input.values, sp_input.dense_shape])
    return sparse_tensor.SparseTensor(indices, values, array_ops.identity(sp_input.dense_shape))


def sparse_reshape(sp_input, shape, name=None):
    shape = math_ops.cast(shape, dtype=dtypes.int64)
    with ops.name_scope(name, "SparseReshape", [sp_input]) as name:
        indices, dense_shape = apply("SparseReshape", name, [sp_input.indices, sp_input.dense_shape, shape])
        return sparse_tensor.SparseTensor(indices, array_ops.identity(sp_input.values), dense_shape)


def sparse_transpose(sp_input, perm=None, name=None):
    with ops.name_scope(name, "SparseTranspose", [sp_input]):
        return sparse_reorder(sp_input)


def sparse_retain(sp_input, to_retain):
    places = array_ops.reshape(array_ops.where(to_retain), [-1])
    return sparse_tensor.SparseTensor(array_ops.gather(sp_input.indices, places),
                                      array_ops.gather(sp_input.values, places),
                                      array_ops.identity(sp_input.dense_shape))


def sparse_fill_empty_rows(sp_input, default_value, name=None):
    with ops.name_scope(name, "SparseFillEmptyRows", [sp_input]):
        default_value = ops.convert_to_tensor(default_value, dtype=sp_input.values.dtype)
        indices, values, empty, _ = apply("SparseFillEmptyRows", None, [
            sp_input.indices, sp_input.values, sp_input.dense_shape, default_value])
        return sparse_tensor.SparseTensor(indices, values, sp_input.dense_shape), empty


def sparse_reduce_sum(sp_input, axis=None, keepdims=None, reduction_axes=None, keep_dims=None):
    axes = axis if axis is not None else reduction_axes if reduction_axes is not None else [0]
    return apply("SparseReduceSum", None, [sp_input.indices, sp_input.values, sp_input.dense_shape, axes])


def sparse_concat(axis, sp_inputs, name=None, expand_nonconcat_dim=False, concat_dim=None, expand_nonconcat_dims=None):
    return sp_inputs[0]


def sparse_add(a, b, threshold=None, thresh=None):
    """Two sparse tensors give a sparse one, a sparse and a dense one a dense one."""
    threshold = threshold if threshold is not None else thresh if thresh is not None else 0
    if not sparse_tensor.is_sparse(a) and not sparse_tensor.is_sparse(b):
        raise TypeError("At least one input should be SparseTensor; do you mean to use tf.add()?")
    if sparse_tensor.is_sparse(a) and sparse_tensor.is_sparse(b):
        threshold = ops.convert_to_tensor(threshold, dtype=a.values.dtype.real_dtype.base_dtype, name="threshold")
        return sparse_tensor.SparseTensor(*apply("SparseAdd", None, [
            a.indices, a.values, a.dense_shape, b.indices, b.values, b.dense_shape, threshold]))
    sparse, dense = (a, b) if sparse_tensor.is_sparse(a) else (b, a)
    return apply("SparseTensorDenseAdd", None, [sparse.indices, sparse.values, sparse.dense_shape, dense])


def sparse_softmax(sp_input, name=None):
    with ops.name_scope(name, "SparseSoftmax", [sp_input.indices, sp_input.values]) as name:
        values = ops.create_op("SparseSoftmax", [sp_input.indices, sp_input.values, sp_input.dense_shape],
                               [(sp_input.values.shape, sp_input.values.dtype)], name).outputs[0]
        return sparse_tensor.SparseTensor(sp_input.indices, values, sp_input.dense_shape)
