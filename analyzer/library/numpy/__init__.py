"""NumPy: arrays of known shape and element type. Small ones that the source fixes keep their values, others are
symbolic data that cost nothing."""

from numpy.arrays import array, asanyarray, asarray, ascontiguousarray, copy, ndarray
from numpy.creation import (
    arange, diag, empty, empty_like, eye, frombuffer, fromfile, fromfunction, fromiter, fromstring, full, full_like,
    genfromtxt, geomspace, identity, indices, linspace, load, loadtxt, logspace, meshgrid, mgrid, ones, ones_like,
    save, savetxt, savez, savez_compressed, tri, tril, triu, zeros, zeros_like)
from numpy.scalars import (
    bool8, bool_, byte, bytes_, cdouble, character, complex128, complex64, complex_, complexfloating, double, dtype,
    flexible, float16, float32, float64, float_, floating, generic, half, inexact, int16, int32, int64, int8, int_,
    intc, integer, intp, long, longlong, number, object_, short, signedinteger, single, str_, string_, ubyte, uint,
    uint16, uint32, uint64, uint8, uintc, uintp, unicode_, unsignedinteger, ushort, void)
from numpy.elementwise import (
    abs, absolute, add, angle, arccos, arcsin, arctan, arctan2, arctanh, around, bitwise_and, bitwise_or, cbrt, ceil,
    clip, cos, cosh, deg2rad, divide, equal, exp, exp2, expm1, fabs, fix, floor, floor_divide, fmax, fmin, greater,
    greater_equal, hypot, imag, invert, isclose, isfinite, isinf, isnan, less, less_equal, log, log10, log1p, log2,
    logical_and, logical_not, logical_or, logical_xor, maximum, minimum, mod, multiply, nan_to_num, negative,
    not_equal, power, rad2deg, real, remainder, rint, round_, sign, sin, sinc, sinh, sqrt, square, subtract, tan,
    tanh, true_divide, trunc, where)
from numpy.elementwise import round_ as round
from numpy.reductions import (
    all, allclose, alltrue, amax, amin, any, argmax, argmin, array_equal, average, bincount, corrcoef, count_nonzero,
    cov, cumprod, cumsum, diff, histogram, max, mean, median, min, nanmax, nanmean, nanmin, nansum, nanstd,
    percentile, prod, product, ptp, quantile, std, sum, trace, var)
from numpy.selection import (
    argsort, argwhere, delete, digitize, flatnonzero, flip, fliplr, flipud, in1d, insert, interp, intersect1d, isin,
    lexsort, nonzero, partition, put, ravel_multi_index, resize, roll, rot90, searchsorted, setdiff1d, sort, take,
    union1d, unique, unravel_index)
from numpy.shaping import (
    AxisError, append, array_split, atleast_1d, atleast_2d, atleast_3d, broadcast_to, column_stack, concatenate, dot,
    dsplit, dstack, einsum, expand_dims, hsplit, hstack, inner, isscalar, kron, matmul, moveaxis, ndim, outer, pad,
    ravel, repeat, reshape, rollaxis, shape, size, split, squeeze, stack, swapaxes, tensordot, tile, transpose, vdot,
    vstack)
from numpy.shaping import vstack as row_stack
from numpy.type_info import finfo, iinfo, issubdtype, promote_types, result_type

pi = 3.141592653589793
e = 2.718281828459045
euler_gamma = 0.5772156649015329
inf = Inf = infty = Infinity = PINF = float("inf")
NINF = float("-inf")
nan = NaN = NAN = float("nan")
newaxis = None
bool = bool
int = int
float = float
complex = complex
str = str
object = object
unicode = str
__version__ = "1.18.5"
ScalarType = (int, float, complex, bool, bytes, str)
sctypes = {}


def set_printoptions(*args, **kwargs):
    pass


def get_printoptions():
    return {}


def seterr(*args, **kwargs):
    return {}


class errstate(object):

    def __init__(self, **kwargs):
        pass

    def __enter__(self):
        pass

    def __exit__(self, *exc_info):
        return None


def vectorize(pyfunc, otypes=None, **kwargs):
    from numpy.arrays import make, symbolic

    def vectorized(*args):
        first = asarray(args[0])
        kind = dtype(otypes[0]) if otypes else None
        if len(args) > 1 or first._flat is None:
            return symbolic(first.shape, kind or first.dtype)
        values = [pyfunc(value) for value in first._flat]
        return make(first.shape, kind or array(values).dtype, values)
    return vectorized


def apply_along_axis(func1d, axis, arr, *args, **kwargs):
    from numpy.arrays import symbolic
    return symbolic(None, asarray(arr).dtype)


def may_share_memory(a, b):
    return False


def array_repr(arr):
    return repr(arr)


def array2string(a, *args, **kwargs):
    return str(a)


def iterable(y):
    return hasattr(y, "__iter__")


def ndenumerate(arr):
    return iter([((i,), value) for i, value in enumerate(asarray(arr).ravel())])


def ndindex(*shape):
    import itertools
    if len(shape) == 1 and isinstance(shape[0], tuple):
        shape = shape[0]
    return itertools.product(*[range(dim) for dim in shape])


def _reducing(function):
    """`reduce` of the function of two arguments: along the first axis, unless told otherwise."""
    return lambda array, axis=0, dtype=None, out=None, keepdims=False: function(array, axis=axis, keepdims=keepdims)


add.reduce, multiply.reduce = _reducing(sum), _reducing(prod)
maximum.reduce, minimum.reduce = _reducing(max), _reducing(min)
logical_and.reduce, logical_or.reduce = _reducing(all), _reducing(any)
add.accumulate, multiply.accumulate = cumsum, cumprod
multiply.outer = outer
