"""Sparse tensors of dense ones."""
from tensorflow.python.framework import dtypes, ops, sparse_tensor
from tensorflow.python.ops import array_ops, math_ops


def dense_to_sparse_tensor(dense_tensor, ignore_value=None):
    with ops.name_scope("DenseToSparseTensor"):
        dense_tensor = ops.convert_to_tensor(dense_tensor)
        if ignore_value is None:
            ignore_value = "" if dense_tensor.dtype == dtypes.string else dense_tensor.dtype.as_numpy_dtype()
        ignored = math_ops.cast(ignore_value, dense_tensor.dtype, name="ignore_value")
        indices = array_ops.where(math_ops.not_equal(dense_tensor, ignored), name="indices")
        values = array_ops.gather_nd(dense_tensor, indices, name="values")
        return sparse_tensor.SparseTensor(
            indices, values, array_ops.shape(dense_tensor, out_type=dtypes.int64, name="dense_shape"))
