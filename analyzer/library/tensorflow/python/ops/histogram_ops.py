"""Histograms of bins of one width."""

from tensorflow.python.framework import dtypes, ops
from tensorflow.python.framework.op_library import apply


def histogram_fixed_width(values, value_range, nbins=100, dtype=dtypes.int32, name=None):
    with ops.name_scope(name, "histogram_fixed_width", [values, value_range, nbins]) as name:
        return apply("HistogramFixedWidth", name, [values, value_range, nbins], dtype=dtypes.as_dtype(dtype))
