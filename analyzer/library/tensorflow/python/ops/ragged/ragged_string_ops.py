"""Splitting of texts into sparse tensors. Ragged ones have no model."""

import _tfscope
from tensorflow.python.framework import dtypes, ops
from tensorflow.python.ops import string_ops


def string_split(source=None, sep=None, skip_empty=True, delimiter=None, input=None, result_type="SparseTensor", name=None):
    if result_type != "SparseTensor":
        return _tfscope.unknown("opaque")
    with ops.name_scope(name, "StringSplit", [source if source is not None else input]):
        return string_ops.string_split(source if source is not None else input, sep, skip_empty, delimiter)


def strings_split_v1(input=None, sep=None, maxsplit=-1, result_type="SparseTensor", source=None, name=None):
    text = source if input is None else input
    if result_type != "SparseTensor":
        return _tfscope.unknown("opaque")
    with ops.name_scope(name, "StringSplit", [text]):
        return string_ops.string_split_v2(ops.convert_to_tensor(text, dtype=dtypes.string), sep, maxsplit)
