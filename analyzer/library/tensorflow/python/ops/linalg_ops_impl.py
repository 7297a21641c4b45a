"""The identity matrix."""

from tensorflow.python.framework import dtypes, ops
from tensorflow.python.ops import array_ops, math_ops


def eye(num_rows, num_columns=None, batch_shape=None, dtype=dtypes.float32, name=None):
    dtype = dtypes.as_dtype(dtype)
    with ops.name_scope(name, default_name="eye", values=[num_rows, num_columns, batch_shape]):
        square = num_columns is None
        batch_shape = [] if batch_shape is None else batch_shape
        columns = num_rows if square else num_columns
        if isinstance(num_rows, ops.Tensor) or isinstance(columns, ops.Tensor):
            size = math_ops.minimum(num_rows, columns)
        else:
            square = square or num_rows == columns
            size = min(num_rows, columns)
        if isinstance(batch_shape, ops.Tensor) or isinstance(size, ops.Tensor):
            batch_shape = ops.convert_to_tensor(batch_shape, name="shape", dtype=dtypes.int32)
            diagonal_shape = array_ops.concat((batch_shape, [size]), axis=0)
            shape = None if square else array_ops.concat((batch_shape, [num_rows, columns]), axis=0)
        else:
            batch_shape = list(batch_shape)
            diagonal_shape = batch_shape + [size]
            shape = batch_shape + [num_rows, columns]
        ones = array_ops.ones(diagonal_shape, dtype=dtype)
        if square:
            return array_ops.matrix_diag(ones)
        return array_ops.matrix_set_diag(array_ops.zeros(shape, dtype=dtype), ones)
