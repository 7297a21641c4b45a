"""Arithmetic: operators of tensors, casts, reductions and matrix products."""

from tensorflow.python.framework import constant_op, dtypes, ops, tensor_shape
from tensorflow.python.framework.op_library import apply
from tensorflow.python.ops import array_ops
from tensorflow.python.ops.elementwise_ops import (
    acos, acosh, add, asin, asinh, atan, atan2, atanh, bessel_i0e, bessel_i1e, betainc, ceil, cos, cosh, digamma,
    erf, erfc, exp, expm1, floor, floor_div, floormod, greater, greater_equal, igamma, igammac, is_finite, is_inf,
    is_nan, less, less_equal, lgamma, log, log1p, logical_and, logical_not, logical_or, maximum, minimum, multiply,
    negative, next_after, polygamma, real_div, reciprocal, rint, rsqrt, sign, sin, sinh, sqrt, square,
    squared_difference, subtract, tan, tanh, truncatediv, truncatemod, xdivy, xlogy, zeta)
from tensorflow.python.util import nest

mod = floormod
neg = negative
_range = range
_abs = abs
_pow = pow


# ---- operators
_OPERATORS = {"add": "AddV2", "sub": "Sub", "mul": "Mul", "mod": "FloorMod", "and": "LogicalAnd", "or": "LogicalOr"}


def binary_operator(name, x, y):
    """`x` and `y` joined by an operator of Python's, one of them a Tensor."""
    if type(x) is not ops.Tensor and not hasattr(x, "_binary_left"):
        with ops.name_scope(None, name, [x, y]) as scope:
            x = ops.convert_to_tensor(x, dtype=y.dtype.base_dtype, name="x")
            return _combine(name, x, y, scope)
    with ops.name_scope(None, name, [x, y]) as scope:
        if type(x) is not ops.Tensor:
            x = ops.convert_to_tensor(x, name="x")
        if type(y) is not ops.Tensor and not hasattr(y, "_is_composite"):
            try:
                y = ops.convert_to_tensor(y, name="y", preferred_dtype=x.dtype.base_dtype)
            except TypeError:
                # TensorFlow asks whether the other operand overloads the operator; if so Python shall try that.
                if hasattr(type(y), "__r%s__" % name) and not isinstance(
                        y, (int, float, str, list, tuple)) and not hasattr(y, "_element_values"):
                    return NotImplemented
                raise
        return _combine(name, x, y, scope)


def _combine(name, x, y, scope):
    if name == "truediv":
        return _true_quotient(x, y, scope)
    if name == "floordiv":
        return floordiv(x, y, scope)
    if name == "pow":
        return pow(x, y, scope)
    if name == "matmul":
        return matmul(x, y, name=scope)
    if name == "xor":
        return logical_xor(x, y, scope)
    if name == "div":
        return _classic_quotient(x, y, scope)
    if name == "add" and x.dtype.base_dtype is dtypes.string:
        return apply("Add", scope, [x, y])
    return apply(_OPERATORS[name], scope, [x, y])


def comparison_operator(name, x, y):
    return {"less": less, "less_equal": less_equal, "greater": greater, "greater_equal": greater_equal}[name](x, y)


# What `/` casts to.
_QUOTIENT_TYPES = {"uint8": "float32", "int8": "float32", "uint16": "float32", "int16": "float32", "int32": "float64",
                   "int64": "float64"}


def _true_quotient(x, y, name):
    with ops.name_scope(name, "truediv", [x, y]) as name:
        x = ops.convert_to_tensor(x, name="x")
        y = ops.convert_to_tensor(y, name="y")
        x_dtype, y_dtype = x.dtype.base_dtype, y.dtype.base_dtype
        if x_dtype != y_dtype:
            raise TypeError("x and y must have the same dtype, got %r != %r" % (x_dtype, y_dtype))
        wider = _QUOTIENT_TYPES.get(x_dtype.name)
        if wider is not None:
            x = cast(x, wider)
            y = cast(y, wider)
        return apply("RealDiv", name, [x, y])


def _classic_quotient(x, y, name):
    with ops.name_scope(name, "div", [x, y]) as name:
        x = ops.convert_to_tensor(x, name="x")
        y = ops.convert_to_tensor(y, name="y", dtype=x.dtype.base_dtype)
        floating = x.dtype.is_floating or x.dtype.is_complex
        return apply("RealDiv" if floating else "FloorDiv", name, [x, y])


def truediv(x, y, name=None):
    return _true_quotient(x, y, name)


def div(x, y, name=None):
    return _classic_quotient(x, y, name)


def divide(x, y, name=None):
    if name is not None:
        return _true_quotient(x, y, name)
    return x / y


def floordiv(x, y, name=None):
    with ops.name_scope(name, "floordiv", [x, y]) as name:
        return apply("FloorDiv", name, [x, y])


def div_no_nan(x, y, name=None):
    with ops.name_scope(name, "div_no_nan", [x, y]) as name:
        x = ops.convert_to_tensor(x, name="x")
        y = ops.convert_to_tensor(y, name="y", dtype=x.dtype.base_dtype)
        return apply("DivNoNan", name, [x, y])


def multiply_no_nan(x, y, name=None):
    with ops.name_scope(name, "multiply_no_nan", [x, y]) as name:
        x = ops.convert_to_tensor(x, name="x")
        y = ops.convert_to_tensor(y, name="y", dtype=x.dtype.base_dtype)
        return apply("MulNoNan", name, [x, y])


def pow(x, y, name=None):
    with ops.name_scope(name, "Pow", [x]) as name:
        return apply("Pow", name, [x, y])


def abs(x, name=None):
    with ops.name_scope(name, "Abs", [x]) as name:
        x = ops.convert_to_tensor(x, name="x")
        if x.dtype.is_complex:
            return apply("ComplexAbs", name, [x], Tout=x.dtype.real_dtype)
        return apply("Abs", name, [x])


def logical_xor(x, y, name="LogicalXor"):
    return logical_and(logical_or(x, y), logical_not(logical_and(x, y)), name=name)


def equal(x, y, name=None):
    return apply("Equal", name, [x, y])


def not_equal(x, y, name=None):
    return apply("NotEqual", name, [x, y])


def approximate_equal(x, y, tolerance=1e-05, name=None):
    return apply("ApproximateEqual", name, [x, y], tolerance=tolerance)


def scalar_mul(scalar, x, name=None):
    scalar = ops.convert_to_tensor(scalar, dtype=x.dtype.base_dtype, name="scalar")
    if scalar.get_shape().ndims != 0:
        raise ValueError("Only scalar multiply works, got shape %s" % scalar.get_shape())
    if isinstance(x, ops.IndexedSlices):
        return ops.IndexedSlices(multiply(scalar, x.values, name), x.indices, x.dense_shape)
    return multiply(scalar, x, name)


def round(x, name=None):
    x = ops.convert_to_tensor(x, name="x")
    return x if x.dtype.is_integer else apply("Round", name, [x])


def sigmoid(x, name=None):
    with ops.name_scope(name, "Sigmoid", [x]) as name:
        x = ops.convert_to_tensor(x, name="x")
        return apply("Sigmoid", name, [x])


def log_sigmoid(x, name=None):
    with ops.name_scope(name, "LogSigmoid", [x]) as name:
        x = ops.convert_to_tensor(x, name="x")
        return negative(apply("Softplus", None, [negative(x)]), name=name)


# ---- casts
def cast(x, dtype, name=None):
    base = dtypes.as_dtype(dtype).base_dtype
    if (isinstance(x, ops.Tensor) or hasattr(x, "_should_act_as_resource_variable")) and x.dtype == base:
        return x
    with ops.name_scope(name, "Cast", [x]) as name:
        if hasattr(x, "dense_shape") and hasattr(x, "indices"):
            return type(x)(x.indices, cast(x.values, base, name), x.dense_shape)
        x = ops.convert_to_tensor(x, name="x")
        if x.dtype.base_dtype is not base:
            x = apply("Cast", name, [x], DstT=base)
        return x


def saturate_cast(value, dtype, name=None):
    with ops.name_scope(name, "saturate_cast", [value]) as name:
        value = ops.convert_to_tensor(value, name="value")
        dtype = dtypes.as_dtype(dtype).base_dtype
        if value.dtype.min < dtype.min:
            value = maximum(value, ops.convert_to_tensor(dtype.min, dtype=value.dtype, name="min"))
        if value.dtype.max > dtype.max:
            value = minimum(value, ops.convert_to_tensor(dtype.max, dtype=value.dtype, name="max"))
        return cast(value, dtype, name=name)


def to_float(x, name="ToFloat"):
    return cast(x, dtypes.float32, name=name)


def to_double(x, name="ToDouble"):
    return cast(x, dtypes.float64, name=name)


def to_int32(x, name="ToInt32"):
    return cast(x, dtypes.int32, name=name)


def to_int64(x, name="ToInt64"):
    return cast(x, dtypes.int64, name=name)


def to_bfloat16(x, name="ToBFloat16"):
    return cast(x, dtypes.bfloat16, name=name)


def to_complex64(x, name="ToComplex64"):
    return cast(x, dtypes.complex64, name=name)


def to_complex128(x, name="ToComplex128"):
    return cast(x, dtypes.complex128, name=name)


def angle(input, name=None):
    with ops.name_scope(name, "Angle", [input]) as name:
        input = ops.convert_to_tensor(input, name="input")
        if input.dtype.is_complex:
            return apply("Angle", name, [input], Tout=input.dtype.real_dtype)
        return array_ops.zeros_like(input)


def polyval(coeffs, x, name=None):
    with ops.name_scope(name, "polyval", nest.flatten(coeffs) + [x]):
        x = ops.convert_to_tensor(x, name="x")
        if not coeffs:
            return array_ops.zeros_like(x, name=name)
        coeffs = [ops.convert_to_tensor(value, name="coeff_%d" % i) for i, value in enumerate(coeffs)]
        result = coeffs[0]
        for value in coeffs[1:]:
            result = value + result * x
        return result


def cumulative_logsumexp(x, axis=0, exclusive=False, reverse=False, name=None):
    with ops.name_scope(name, "CumulativeLogsumexp", [x]) as name:
        return apply("CumulativeLogsumexp", name, [ops.convert_to_tensor(x, name="x"), axis])


def complex(real, imag, name=None):
    real = ops.convert_to_tensor(real, name="real")
    imag = ops.convert_to_tensor(imag, name="imag")
    with ops.name_scope(name, "Complex", [real, imag]) as name:
        if (real.dtype, imag.dtype) not in ((dtypes.float64,) * 2, (dtypes.float32,) * 2):
            raise TypeError("real and imag have incorrect types: {} {}".format(real.dtype.name, imag.dtype.name))
        wide = dtypes.complex128 if real.dtype is dtypes.float64 else dtypes.complex64
        return apply("Complex", name, [real, imag], Tout=wide)


def real(input, name=None):
    with ops.name_scope(name, "Real", [input]) as name:
        if not input.dtype.is_complex:
            return input
        return apply("Real", name, [input], Tout=input.dtype.real_dtype)


def imag(input, name=None):
    with ops.name_scope(name, "Imag", [input]) as name:
        if not input.dtype.is_complex:
            return array_ops.zeros_like(input)
        return apply("Imag", name, [input], Tout=input.dtype.real_dtype)


def conj(x, name=None):
    if isinstance(x, ops.Tensor) and (x.dtype.is_floating or x.dtype.is_integer):
        return x
    with ops.name_scope(name, "Conj", [x]) as name:
        x = ops.convert_to_tensor(x, name="x")
        return apply("Conj", name, [x]) if x.dtype.is_complex else x


# ---- ranges
def range(start, limit=None, delta=1, dtype=None, name="range"):
    if limit is None:
        start, limit = 0, start
    with ops.name_scope(name, "Range", [start, limit, delta]) as name:
        start = ops.convert_to_tensor(start, dtype=dtype, name="start")
        limit = ops.convert_to_tensor(limit, dtype=dtype, name="limit")
        delta = ops.convert_to_tensor(delta, dtype=dtype, name="delta")
        if dtype is None:
            order = [dtypes.int32, dtypes.int64, dtypes.float32, dtypes.float64]
            widest = order[max([order.index(tensor.dtype.base_dtype) for tensor in (start, limit, delta)])]
            start, limit, delta = cast(start, widest), cast(limit, widest), cast(delta, widest)
        return apply("Range", name, [start, limit, delta])


def lin_space(start, stop, num, name=None):
    return apply("LinSpace", name, [start, stop, num])


linspace = lin_space


# ---- matrix products
def matmul(a, b, transpose_a=False, transpose_b=False, adjoint_a=False, adjoint_b=False, a_is_sparse=False,
           b_is_sparse=False, name=None):
    with ops.name_scope(name, "MatMul", [a, b]) as name:
        if transpose_a and adjoint_a:
            raise ValueError("Only one of transpose_a and adjoint_a can be True.")
        if transpose_b and adjoint_b:
            raise ValueError("Only one of transpose_b and adjoint_b can be True.")
        a = ops.convert_to_tensor(a, name="a")
        b = ops.convert_to_tensor(b, name="b")
        a_rank, b_rank = a._rank(), b._rank()
        batched = a_rank is None or a_rank > 2 or b_rank is None or b_rank > 2
        if batched and not a_is_sparse and not b_is_sparse:
            if transpose_a:
                a, adjoint_a = conj(a), True
            if transpose_b:
                b, adjoint_b = conj(b), True
            return apply("BatchMatMulV2", name, [a, b], adj_x=adjoint_a, adj_y=adjoint_b)
        if adjoint_a:
            a, transpose_a = conj(a), True
        if adjoint_b:
            b, transpose_b = conj(b), True
        sparse = (a_is_sparse or b_is_sparse) and a.dtype.base_dtype in (dtypes.bfloat16, dtypes.float32)
        op_type = "SparseMatMul" if sparse and b.dtype.base_dtype in (dtypes.bfloat16, dtypes.float32) else "MatMul"
        return apply(op_type, name, [a, b], transpose_a=transpose_a, transpose_b=transpose_b)


def matvec(a, b, transpose_a=False, adjoint_a=False, a_is_sparse=False, b_is_sparse=False, name=None):
    with ops.name_scope(name, "MatVec", [a, b]) as name:
        product = matmul(a, array_ops.expand_dims(b, axis=-1), transpose_a=transpose_a, adjoint_a=adjoint_a,
                         a_is_sparse=a_is_sparse, b_is_sparse=b_is_sparse)
        return array_ops.squeeze(product, axis=-1)


def batch_matmul(x, y, adj_x=False, adj_y=False, name=None):
    return apply("BatchMatMul", name, [x, y], adj_x=adj_x, adj_y=adj_y)


def sparse_matmul(a, b, transpose_a=False, transpose_b=False, a_is_sparse=False, b_is_sparse=False, name=None):
    return apply("SparseMatMul", name, [a, b], transpose_a=transpose_a, transpose_b=transpose_b)


def trace(x, name=None):
    with ops.name_scope(name, "Trace", [x]) as name:
        x = ops.convert_to_tensor(x, name="x")
        return reduce_sum(array_ops.matrix_diag_part(x), [-1], name=name)


def add_n(inputs, name=None):
    if not inputs or not isinstance(inputs, (list, tuple)):
        raise ValueError("inputs must be a list of at least one Tensor/IndexedSlices with the same dtype and shape")
    tensors = []
    for value in inputs:
        tensors.append(value if isinstance(value, ops.IndexedSlices) else ops.convert_to_tensor(value))
    if len(tensors) == 1:
        value = tensors[0]
        if isinstance(value, ops.IndexedSlices):
            value = ops.convert_to_tensor(value)
        return array_ops.identity(value, name=name) if name else value
    return apply("AddN", name, [tensors])


def accumulate_n(inputs, shape=None, tensor_dtype=None, name=None):
    if not inputs or not isinstance(inputs, (list, tuple)):
        raise ValueError("inputs must be a list of at least one Tensor with the same dtype and shape")
    tensors = [ops.convert_to_tensor(value) for value in inputs]
    if any([tensor.dtype != tensors[0].dtype for tensor in tensors]):
        raise ValueError("inputs must be a list of at least one Tensor with the same dtype and shape")
    shape = tensor_shape.as_shape(shape)
    for tensor in tensors:
        shape = shape.merge_with(tensor.get_shape())
    if len(tensors) == 1:
        return tensors[0] if name is None else array_ops.identity(tensors[0], name=name)
    return apply("AccumulateNV2", name, [tensors], shape=shape._plain)


def cumsum(x, axis=0, exclusive=False, reverse=False, name=None):
    with ops.name_scope(name, "Cumsum", [x]) as name:
        x = ops.convert_to_tensor(x, name="x")
        return apply("Cumsum", name, [x, axis])


def cumprod(x, axis=0, exclusive=False, reverse=False, name=None):
    with ops.name_scope(name, "Cumprod", [x]) as name:
        x = ops.convert_to_tensor(x, name="x")
        return apply("Cumprod", name, [x, axis])


def argmax(input, axis=None, name=None, dimension=None, output_type=dtypes.int64):
    axis = _one_of("axis", axis, "dimension", dimension)
    return apply("ArgMax", name, [input, 0 if axis is None else axis], output_type=output_type)


def argmin(input, axis=None, name=None, dimension=None, output_type=dtypes.int64):
    axis = _one_of("axis", axis, "dimension", dimension)
    return apply("ArgMin", name, [input, 0 if axis is None else axis], output_type=output_type)


def arg_max(input, dimension, output_type=dtypes.int64, name=None):
    return apply("ArgMax", name, [input, dimension], output_type=output_type)


def arg_min(input, dimension, output_type=dtypes.int64, name=None):
    return apply("ArgMin", name, [input, dimension], output_type=output_type)


def _one_of(name, value, old_name, old_value):
    """An argument that may be given under its old name."""
    if old_value is not None:
        if value is not None:
            raise ValueError("Cannot specify both '%s' and '%s'" % (old_name, name))
        return old_value
    return value


from tensorflow.python.ops.reduction_ops import (
    count_nonzero, reduce_all, reduce_any, reduce_euclidean_norm, reduce_logsumexp, reduce_max, reduce_mean, reduce_min,
    reduce_prod, reduce_std, reduce_sum, reduce_variance)
from tensorflow.python.ops.segment_ops import (
    bincount, cross, segment_max, segment_mean, segment_min, segment_prod, segment_sum, sparse_segment_mean,
    sparse_segment_sqrt_n, sparse_segment_sum, tensordot, unsorted_segment_max, unsorted_segment_mean,
    unsorted_segment_min, unsorted_segment_prod, unsorted_segment_sqrt_n, unsorted_segment_sum)
