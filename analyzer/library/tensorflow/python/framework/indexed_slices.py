"""Slices of a tensor at some indices, as gradients of lookups are."""

from tensorflow.python.framework.ops import IndexedSlices, convert_to_tensor
from tensorflow.python.framework.sparse_tensor import SparseTensor


def convert_to_tensor_or_indexed_slices(value, dtype=None, name=None):
    return value if isinstance(value, (IndexedSlices, SparseTensor)) else convert_to_tensor(value, dtype, name)
