"""Shapes of variables' operations, control flow, TensorArrays, queues and readers."""


def nothing(c):
    return []


def first(c):
    return [c.shape(0)]


def variable(c):
    return [c.attribute("shape")]


def assign(c):
    if not c.attribute("validate_shape", True):
        return [c.shape(1)]
    return [c.merge(c.shape(0), c.shape(1))]


def update(c):
    return [c.merge(c.shape(0), c.shape(1))]


def read_variable(c):
    return [c.attribute("_handle_shape")]


def switch(c):
    c.need_rank(1, 0)
    return [c.shape(0), c.shape(0)]


def merge(c):
    dims = c.shape(0)
    for i in range(1, len(c.inputs)):
        other = c.shape(i)
        if dims is None or other is None or len(dims) != len(other):
            dims = None
        else:
            dims = [one if one == two else None for one, two in zip(dims, other)]
    return [dims, []]


def enter(c):
    return [c.shape(0)]


def tensor_array(c):
    return [[2], []]


def element_shape(c):
    return [c.attribute("element_shape")]


def gathered(c):
    element, indices = c.attribute("element_shape"), c.shape(1)
    return [None if element is None else [indices[0] if indices else None] + element]


def concatenated(c):
    rest = c.attribute("element_shape_except0")
    return [None if rest is None else [None] + rest, [None]]


def py_func(c):
    return [None] * len(c.attribute("Tout"))


def components(c):
    return list(c.attribute("shapes"))


def two_scalars(c):
    return [[], []]


def two_vectors(c):
    return [[None], [None]]


def lookup(c):
    return [c.shape(1)]
