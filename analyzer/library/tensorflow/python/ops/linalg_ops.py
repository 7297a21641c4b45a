"""Linear algebra."""

import collections

from _tfscope import is_unknown

from tensorflow.python.framework import dtypes, ops
from tensorflow.python.framework.op_library import apply
from tensorflow.python.ops import array_ops, math_ops
from tensorflow.python.ops.linalg_ops_impl import eye
from tensorflow.python.ops.math_ops import _one_of


_Qr = collections.namedtuple("Qr", ["q", "r"])


def cholesky(input, name=None):
    return apply("Cholesky", name, [input])


def matrix_inverse(input, adjoint=False, name=None):
    return apply("MatrixInverse", name, [input])


def matrix_square_root(input, name=None):
    return apply("MatrixSquareRoot", name, [input])


def matrix_exponential(input, name=None):
    return apply("MatrixExponential", name, [input])


def matrix_determinant(input, name=None):
    return apply("MatrixDeterminant", name, [input])


def matrix_solve(matrix, rhs, adjoint=False, name=None):
    return apply("MatrixSolve", name, [matrix, rhs])


def matrix_triangular_solve(matrix, rhs, lower=True, adjoint=False, name=None):
    return apply("MatrixTriangularSolve", name, [matrix, rhs])


def cholesky_solve(chol, rhs, name=None):
    with ops.name_scope(name, "cholesky_solve", [chol, rhs]):
        middle = matrix_triangular_solve(chol, rhs, adjoint=False, lower=True)
        return matrix_triangular_solve(chol, middle, adjoint=True, lower=True)


def qr(input, full_matrices=False, name=None):
    return _Qr(*apply("Qr", name, [input], full_matrices=full_matrices))


def svd(tensor, full_matrices=False, compute_uv=True, name=None):
    s, u, v = apply("Svd", name, [tensor], full_matrices=full_matrices, compute_uv=compute_uv)
    return (s, u, v) if compute_uv else s


def self_adjoint_eig(tensor, name=None):
    values, vectors = apply("SelfAdjointEigV2", name, [tensor], compute_v=True)
    return values, vectors


def self_adjoint_eigvals(tensor, name=None):
    return apply("SelfAdjointEigV2", name, [tensor], compute_v=False)[0]


def norm(tensor, ord="euclidean", axis=None, keepdims=None, name=None, keep_dims=None):
    keep = _one_of("keepdims", keepdims, "keep_dims", keep_dims) or False
    if axis is not None and not is_unknown(axis):
        axis = tuple(axis) if isinstance(axis, (list, tuple)) else (axis,)
    known = ("fro", "euclidean", 1, 2, float("inf"))
    if (ord not in known and not isinstance(ord, (int, float))) or isinstance(ord, (int, float)) and ord <= 0:
        raise ValueError("'ord' must be a supported vector norm, got %s" % ord)
    with ops.name_scope(name, "norm", [tensor]):
        tensor = ops.convert_to_tensor(tensor)
        if ord in ("fro", "euclidean", 2):
            total = math_ops.reduce_sum(tensor * math_ops.conj(tensor), axis, keepdims=True)
            result = math_ops.sqrt(total)
        else:
            result = math_ops.abs(tensor)
            if ord == 1:
                result = math_ops.reduce_sum(result, axis, keepdims=True)
            elif ord == float("inf"):
                result = math_ops.reduce_max(result, axis, keepdims=True)
            else:
                result = math_ops.pow(math_ops.reduce_sum(math_ops.pow(result, ord), axis, keepdims=True), 1.0 / ord)
        return result if keep else array_ops.squeeze(result, axis)


norm_v2 = norm
