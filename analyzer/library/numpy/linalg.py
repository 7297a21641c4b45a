"""numpy.linalg."""

from _tfscope import unknown
from numpy.arrays import asarray, symbolic
from numpy.reductions import reduced


class LinAlgError(Exception):
    pass


def norm(x, ord=None, axis=None, keepdims=False):
    return reduced(x, axis, keepdims, lambda values: sum([value * value for value in values]) ** 0.5, "float64")


def _same(a, *args, **kwargs):
    return symbolic(asarray(a)._shape, "float64")


def inv(a):
    return _same(a)


pinv = cholesky = matrix_power = inv


def det(a):
    return unknown("float")


matrix_rank = cond = det


def solve(a, b):
    return _same(b)


def qr(a, mode="reduced"):
    a = asarray(a)
    rows, columns = a._shape
    least = min(rows, columns)
    return symbolic((rows, least), "float64"), symbolic((least, columns), "float64")


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
