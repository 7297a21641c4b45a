"""numpy.linalg."""

from _tfscope import is_unknown, unknown
from numpy.arrays import asarray, symbolic
from numpy.open_arrays import of_known_shapes
from numpy.reductions import reduced


class LinAlgError(Exception):
    pass


def norm(x, ord=None, axis=None, keepdims=False):
    return reduced(x, axis, keepdims, lambda values: sum([value * value for value in values]) ** 0.5, "float64")


def _same(a, *args, **kwargs):
    return symbolic(asarray(a)._shape, "float64")


def inv(a):
    a = asarray(a)
    if a._shape is not None and len(a._shape) < 2:
        raise LinAlgError("%d-dimensional array given. Array must be at least two-dimensional" % len(a._shape))
    if a._shape is not None and not is_unknown(a._shape[-1] != a._shape[-2]) and a._shape[-1] != a._shape[-2]:
        raise LinAlgError("Last 2 dimensions of the array must be square")
    return _same(a)


cholesky = inv
matrix_power = _same


def pinv(a, *args, **kwargs):
    a = asarray(a)
    return symbolic(None if a._shape is None else a._shape[:-2] + a._shape[:-3:-1], "float64")


def det(a):
    return unknown("float")


matrix_rank = cond = det


def solve(a, b):
    return _same(b)


@of_known_shapes
def qr(a, mode="reduced"):
    a = asarray(a)
    rows, columns = a._shape
    least = min(rows, columns)
    return symbolic((rows, least), "float64"), symbolic((least, columns), "float64")


@of_known_shapes
def svd(a, full_matrices=True, compute_uv=True):
    a = asarray(a)
    rows, columns = a._shape
    least = min(rows, columns)
    if not compute_uv:
        return symbolic((least,), "float64")
    return (symbolic((rows, rows if full_matrices else least), "float64"), symbolic((least,), "float64"),
            symbolic((columns if full_matrices else least, columns), "float64"))


def eig(a):
    a = asarray(a)
    return symbolic(a._shape[:-1], "float64"), _same(a)


eigh = eig


def eigvals(a):
    return symbolic(asarray(a)._shape[:-1], "float64")


def lstsq(a, b, rcond="warn"):
    return _same(b), unknown("any"), unknown("int"), unknown("any")
