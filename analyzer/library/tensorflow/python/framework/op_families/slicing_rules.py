"""Shapes of Slice and StridedSlice."""

from _tfscope import is_unknown
from tensorflow.python.framework import nested_values


def slice_shape(c):
    dims = c.shape(0)
    begin, size = c.inputs[1]._value, c.inputs[2]._value
    known = begin if begin is not None else size
    if dims is not None and known is not None:
        c.need_rank(0, len(known))
    c.read_values.extend([1, 2])
    count = dims if dims is not None else known
    if size is None:
        return None if count is None else [None] * len(count)
    if dims is None:
        return [None if dim == -1 else dim for dim in size]
    result = []
    for i in range(len(dims)):
        start = None if begin is None else begin[i]
        if size[i] == -1:
            known = dims[i] is not None and start is not None
            result.append(dims[i] - start if known else None)
        elif size[i] is None:
            result.append(None)
        else:
            result.append(size[i])
    return result


def strided_slice_shape(c):
    """The shape of `x[begin:end:strides]` with TensorFlow's five masks; entries that are not known give unknown
    sizes."""
    dims = c.shape(0)
    begin, end, strides = [_entries(c, i) for i in (1, 2, 3)]
    c.read_values.extend([1, 2, 3])
    if strides is None:
        return None
    if begin is None:
        begin = [None] * len(strides)
    if end is None:
        end = [None] * len(strides)
    ellipsis, new_axis = c.attribute("ellipsis_mask", 0), c.attribute("new_axis_mask", 0)
    shrink = c.attribute("shrink_axis_mask", 0)
    if dims is None:
        return None
    result = []
    at = 0
    for i in range(len(strides)):
        bit = 1 << i
        if ellipsis & bit:
            later = len([j for j in range(i + 1, len(strides)) if not new_axis & (1 << j)])
            stop = len(dims) - later
            result = result + dims[at:stop]
            at = max(at, stop)
        elif new_axis & bit:
            result.append(1)
        else:
            if at >= len(dims):
                c.read_values = [3]
                c.fail("Index out of range using input dim %d; input has only %d dims" % (at, len(dims)))
            if shrink & bit:
                _check_index(c, dims[at], begin[i], at)
            else:
                first = None if c.attribute("begin_mask", 0) & bit else begin[i]
                last = None if c.attribute("end_mask", 0) & bit else end[i]
                opened = (c.attribute("begin_mask", 0) & bit != 0, c.attribute("end_mask", 0) & bit != 0)
                result.append(_length(dims[at], first, last, strides[i], opened))
            at += 1
    return result + dims[at:]


def _entries(c, i):
    value = c.inputs[i]._value
    if value is not None and not nested_values.is_partial(value):
        return value
    dims = c.shape(i)
    return None if not dims or dims[0] is None else [None] * dims[0]


def _check_index(c, dim, index, at):
    if dim is None or index is None or is_unknown(dim) or is_unknown(index):
        return
    if index < -dim or index >= dim:
        c.fail("slice index %d of dimension %d out of bounds." % (index + dim if index < 0 else index, at))


def _length(dim, first, last, stride, opened):
    if dim is None or stride is None or first is None and not opened[0] or last is None and not opened[1]:
        return dim if opened[0] and opened[1] and stride == 1 else None
    if is_unknown(dim) or is_unknown(first) or is_unknown(last):
        if opened[0] and opened[1] and stride == 1:
            return dim
        if first is not None and last is not None and not is_unknown(first) and first >= 0 and is_unknown(last):
            return last - first
        return _symbolic_length(dim, first, last)
    return len(range(dim)[first:last:stride])


def _symbolic_length(dim, first, last):
    if last is None and first is not None and not is_unknown(first) and first >= 0:
        return dim - first
    if last is not None and not is_unknown(last) and first is None:
        return last if last >= 0 else dim + last
    return dim
