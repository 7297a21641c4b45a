"""Shapes of what is scattered: updates have to fit the indices and what they go into."""

from _tfscope import is_unknown
from tensorflow.python.framework import tensor_shape
from tensorflow.python.framework.op_families.math_rules import text


def scatter_nd(c):
    _check_scattered(c, "output", c.shape(0), c.shape(1), None)
    output = c.shape_value(2)
    _check_scattered(c, "output", c.shape(0), c.shape(1), output)
    return [output]


def tensor_scatter(c):
    _check_scattered(c, "output", c.shape(1), c.shape(2), c.shape(0))
    return [c.shape(0)]


def scatter_nd_of_variable(c):
    _check_scattered(c, "input", c.shape(1), c.shape(2), c.shape(0))
    return [c.shape(0)]


def _check_scattered(c, which, indices, updates, output):
    """What is scattered has the outer dimensions of the indices, and the inner ones of what it goes into."""
    if indices is None or updates is None:
        return
    outer = len(indices) - 1
    _check_parts(c, "The outer %d dimensions of indices.shape=%s must match the outer %d dimensions of "
                 "updates.shape=%s: " % (outer, text(indices), outer, text(updates)), indices[:-1], updates[:outer])
    if output is None or indices[-1] is None or is_unknown(indices[-1]):
        return
    inner = len(output) - indices[-1]
    if inner >= 0:
        prefix = "The inner %d dimensions of %s.shape=%s must match the inner %d dimensions of updates.shape=%s: "
        _check_parts(c, prefix % (inner, which, text(output), len(updates) - outer, text(updates)),
                     output[indices[-1]:], updates[outer:])


def _check_parts(c, prefix, one, other):
    if len(one) != len(other):
        c.fail("%sShapes must be equal rank, but are %d and %d" % (prefix, len(one), len(other)))
    for i in range(len(one)):
        if not tensor_shape.fits(one[i], other[i]):
            c.fail("%sDimension %d in both shapes must be equal, but are %d and %d. Shapes are %s and %s." % (
                prefix, i, one[i], other[i], text(one), text(other)))


def scatter_rows(c):
    """Updates of a variable's rows: they have the dimensions of the indices before those of a row."""
    dims, indices, updates = c.shapes
    if dims is None or indices is None or updates == []:
        return [dims]
    c.merge(updates, indices + dims[1:])
    return [dims]
