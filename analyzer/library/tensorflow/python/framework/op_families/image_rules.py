"""Shapes of operations on images, files and strings."""


def resize(c):
    dims, size = c.need_rank(0, 4), c.shape_value(1)
    height, width = size if size is not None and len(size) == 2 else (None, None)
    return [[dims[0], height, width, dims[3]]]


def crop_and_resize(c):
    dims, boxes, size = c.need_rank(0, 4), c.need_rank(1, 2), c.shape_value(3)
    height, width = size if size is not None and len(size) == 2 else (None, None)
    return [[boxes[0], height, width, dims[3]]]


def decode(c):
    return [[None, None, c.attribute("channels") or None]]


def decode_any(c):
    return [None] if c.definition.op_type == "DecodeBmp" else [[None, None, None, 3]]


def distorted_bounding_box(c):
    return [[3], [3], [1, 1, 4]]


def extract_glimpse(c):
    dims, size = c.need_rank(0, 4), c.shape_value(1)
    height, width = size if size is not None and len(size) == 2 else (None, None)
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
