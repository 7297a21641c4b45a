"""Shapes of patches and of sparse tensors."""


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


def sparse_to_dense(c):
    return [c.shape_value(1)]


def sparse_dense_matmul(c):
    dims, b = c.shape_value(2), c.shape(3)
    rows = dims[1 if c.attribute("adjoint_a") else 0] if dims is not None and len(dims) == 2 else None
    columns = None if b is None else b[0] if c.attribute("adjoint_b") else b[1]
    return [[rows, columns]]


def sparse_same(c):
    return [c.shape(0), c.shape(1)]


def sparse_values(c):
    indices = c.shape(0)
    return [[None if not indices else indices[0]]]


def sparse_fill_empty_rows(c):
    indices, sizes = c.shape(0), c.value(2)
    rows = None if sizes is None else sizes[0]
    return [[None, None if not indices else indices[1]], [None], [rows], [None if not indices else indices[0]]]


def sparse_reshape(c):
    indices, new = c.shape(0), c.shape(2)
    return [[None if not indices else indices[0], None if not new else new[0]], new]


def sparse_any(c):
    return [[None, None], [None], [None]]


def sparse_dense_add(c):
    return [c.shape(3)]
