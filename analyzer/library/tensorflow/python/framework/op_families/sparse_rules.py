"""Shapes of sparse tensors."""


def sparse_to_dense(c):
    return [c.shape_value(1)]


def sparse_dense_matmul(c):
    dims, b = c.shape_value(2), c.shape(3)
    flips = c.attribute("adjoint_a"), c.attribute("adjoint_b")
    rows, inner = (dims[::-1] if flips[0] else dims) if dims is not None and len(dims) == 2 else (None, None)
    b_inner, columns = (b[::-1] if flips[1] else b) if b is not None else (None, None)
    c.merge_dim(inner, b_inner)
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
    """Indices, values and a shape of the rank of the first input."""
    indices = c.shape(0)
    rank = indices[1] if indices and len(indices) == 2 else None
    return [[None, rank], [None], [rank]]


def sparse_reduction(c):
    dims, axes, keep = c.shape_value(2), c.value(3), c.attribute("keep_dims")
    if dims is None or axes is None:
        return [None]
    removed = [axis % len(dims) for axis in (axes if isinstance(axes, list) else [axes])]
    if keep:
        return [[1 if i in removed else dim for i, dim in enumerate(dims)]]
    return [[dim for i, dim in enumerate(dims) if i not in removed]]


def sparse_dense_add(c):
    return [c.shape(3)]
