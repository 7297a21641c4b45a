"""Sorting along an axis."""
from tensorflow.python.framework import dtypes, ops


def _sorted(name, default, values, direction, dtype):
    if direction not in ("ASCENDING", "DESCENDING"):
        raise ValueError("Direction should be one of ['ASCENDING', 'DESCENDING']: %s" % direction)
    with ops.name_scope(name, default):
        values = ops.convert_to_tensor(values)
        return ops.create_op("TopKV2", [values], [(values.shape, dtype or values.dtype.base_dtype)]).outputs[0]


def sort(values, axis=-1, direction="ASCENDING", name=None):
    return _sorted(name, "sort", values, direction, None)


def argsort(values, axis=-1, direction="ASCENDING", stable=False, name=None):
    return _sorted(name, "argsort", values, direction, dtypes.int32)
