"""Shapes of operations on images, files and strings."""


def _sizes(c, i):
    """Height and width from input i: both, or none."""
    size = c.inputs[i]._value
    known = isinstance(size, list) and len(size) == 2 and None not in size
    return size if known else (None, None)


def resize(c):
    dims = c.need_rank(0, 4)
    c.need_rank(1, 1)
    height, width = _sizes(c, 1)
    return [[dims[0], height, width, dims[3]]]


def crop_and_resize(c):
    dims, boxes = c.need_rank(0, 4), c.need_rank(1, 2)
    indices = c.need_rank(2, 1)
    c.merge_dim(boxes[0], indices[0])
    c.need_dim(boxes[1], 4)
    height, width = _sizes(c, 3)
    return [[boxes[0], height, width, dims[3]]]


def suppressed(c):
    boxes, scores = c.need_rank(0, 2), c.need_rank(1, 1)
    for i in range(2, len(c.inputs)):
        c.need_rank(i, 0)
    c.merge_dim(boxes[0], scores[0])
    c.need_dim(boxes[1], 4)
    return [[None]]


def vector_of_three(c):
    return [[3]]


def decode(c):
    return [[None, None, c.attribute("channels") or None]]


def decode_any(c):
    return [[None, None, None]] if c.definition.op_type == "DecodeBmp" else [[None, None, None, 3]]


def distorted_bounding_box(c):
    return [[3], [3], [1, 1, 4]]


def extract_glimpse(c):
    dims = c.need_rank(0, 4)
    height, width = _sizes(c, 1)
    return [[dims[0], height, width, dims[3]]]


def file(c):
    return [[] if c.definition.op_type == "ReadFile" else [None]]


def decode_raw(c):
    dims = c.shape(0)
    return [None if dims is None else dims + [None]]


def decode_csv(c):
    return [c.shape(0)] * (len(c.inputs) - 1)


def string_join(c):
    for i in range(len(c.inputs)):
        if c.shape(i) != []:
            return [c.shape(i)]
    return [[]]


def text(c):
    return [[]]


def string_split(c):
    return [[None, 2], [None], [2]]
