"""Shapes of what moves blocks of space into the depth or the batch and back, and of patches."""
from _tfscope import is_unknown


def space_to_depth(c):
    dims, block = c.need_rank(0, 4), c.attribute("block_size")
    batch, height, width, depth = dims
    return [[batch, _divided(c, height, block), _divided(c, width, block), _times(depth, block * block)]]


def depth_to_space(c):
    dims, block = c.need_rank(0, 4), c.attribute("block_size")
    batch, height, width, depth = dims
    return [[batch, _times(height, block), _times(width, block), _divided(c, depth, block * block)]]


def _times(dim, factor):
    return None if dim is None else dim * factor


def _divided(c, dim, divisor):
    if dim is None:
        return None
    if not is_unknown(dim) and dim % divisor:
        c.fail("Dimension size must be evenly divisible by %d but is %d" % (divisor, dim))
    return dim // divisor


def space_to_batch(c):
    dims, block, paddings = c.shape(0), c.value(1), c.value(2)
    if dims is None or block is None:
        return [None if dims is None else [None] * len(dims)]
    count = len(block)
    factor = 1
    result = []
    for i in range(count):
        factor *= block[i]
        padded = None if dims[i + 1] is None or paddings is None else dims[i + 1] + paddings[i][0] + paddings[i][1]
        result.append(_divided(c, padded, block[i]))
    return [[_times(dims[0], factor)] + result + dims[count + 1:]]


def batch_to_space(c):
    dims, block, crops = c.shape(0), c.value(1), c.value(2)
    if dims is None or block is None:
        return [None if dims is None else [None] * len(dims)]
    count = len(block)
    factor = 1
    result = []
    for i in range(count):
        factor *= block[i]
        known = dims[i + 1] is not None and crops is not None
        result.append(dims[i + 1] * block[i] - crops[i][0] - crops[i][1] if known else None)
    return [[_divided(c, dims[0], factor)] + result + dims[count + 1:]]


def extract_image_patches(c):
    batch, height, width, depth = c.need_rank(0, 4)
    sizes, strides, rates = c.attribute("ksizes"), c.attribute("strides"), c.attribute("rates")
    result = [batch]
    for dim, at in ((height, 1), (width, 2)):
        effective = sizes[at] + (sizes[at] - 1) * (rates[at] - 1)
        if dim is None:
            result.append(None)
        elif c.attribute("padding") in ("SAME", b"SAME"):
            result.append(-(-dim // strides[at]))
        else:
            result.append(-(-(dim - effective + 1) // strides[at]))
    return [result + [None if depth is None else depth * sizes[1] * sizes[2]]]
