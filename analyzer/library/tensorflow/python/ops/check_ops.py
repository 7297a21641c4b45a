"""Assertions: static where shapes and values are known, else operations."""

from tensorflow.python.framework import dtypes, errors_impl, ops, sparse_tensor, tensor_shape, tensor_util
from tensorflow.python.framework.op_library import apply
from tensorflow.python.ops import array_ops, control_flow_ops, math_ops


def _constant_pair(x, y):
    one, other = tensor_util.constant_value(x), tensor_util.constant_value(y)
    return None if one is None or other is None else (one, other)


def _all_true(compare, one, other):
    if isinstance(one, list) or isinstance(other, list):
        if not isinstance(one, list):
            one = [one] * len(other)
        if not isinstance(other, list):
            other = [other] * len(one)
        return all([_all_true(compare, a, b) for a, b in zip(one, other)])
    return compare(one, other)


def _compared(sign, op_name, compare, x, y, data, message, name, label):
    with ops.name_scope(name, label, [x, y, data]):
        x = ops.convert_to_tensor(x, name="x")
        y = ops.convert_to_tensor(y, name="y")
        if data is None:
            data = [
                "Condition x %s y did not hold element-wise:" % sign,
                "x (%s) = " % x.name, x,
                "y (%s) = " % y.name, y
            ]
        if message is not None:
            data = [message] + list(data)
        condition = math_ops.reduce_all(getattr(math_ops, op_name)(x, y))
        pair = _constant_pair(x, y)
        if pair is not None and not _all_true(compare, pair[0], pair[1]):
            raise errors_impl.InvalidArgumentError(None, None, "\n".join([str(item) for item in data]))
        return control_flow_ops.Assert(condition, data)


def assert_equal(x, y, data=None, summarize=None, message=None, name=None):
    with ops.name_scope(name, "assert_equal", [x, y, data]):
        if x is y:
            return control_flow_ops.no_op()
    return _compared("==", "equal", lambda a, b: a == b, x, y, data, message, name, "assert_equal")


def assert_none_equal(x, y, data=None, summarize=None, message=None, name=None):
    return _compared("!=", "not_equal", lambda a, b: a != b, x, y, data, message, name, "assert_none_equal")


def assert_less(x, y, data=None, summarize=None, message=None, name=None):
    return _compared("<", "less", lambda a, b: a < b, x, y, data, message, name, "assert_less")


def assert_less_equal(x, y, data=None, summarize=None, message=None, name=None):
    return _compared("<=", "less_equal", lambda a, b: a <= b, x, y, data, message, name, "assert_less_equal")


def assert_greater(x, y, data=None, summarize=None, message=None, name=None):
    return _compared(">", "greater", lambda a, b: a > b, x, y, data, message, name, "assert_greater")


def assert_greater_equal(x, y, data=None, summarize=None, message=None, name=None):
    return _compared(">=", "greater_equal", lambda a, b: a >= b, x, y, data, message, name, "assert_greater_equal")


def _against_zero(function, x, data, message, name, label, flipped):
    with ops.name_scope(name, label, [x, data]):
        x = ops.convert_to_tensor(x, name="x")
        if data is None:
            data = ["Condition %s did not hold element-wise:" % label, "x (%s) = " % x.name, x]
            if label != "assert_non_positive":
                data = [message or ""] + data
        zero = ops.convert_to_tensor(0, dtype=x.dtype)
        return function(zero, x, data=data) if flipped else function(x, zero, data=data)


def assert_positive(x, data=None, summarize=None, message=None, name=None):
    return _against_zero(assert_less, x, data, message, name, "assert_positive", True)


def assert_negative(x, data=None, summarize=None, message=None, name=None):
    return _against_zero(assert_less, x, data, message, name, "assert_negative", False)


def assert_non_negative(x, data=None, summarize=None, message=None, name=None):
    return _against_zero(assert_less_equal, x, data, message, name, "assert_non_negative", True)


def assert_non_positive(x, data=None, summarize=None, message=None, name=None):
    return _against_zero(assert_less_equal, x, data, message, name, "assert_non_positive", False)


def assert_near(x, y, rtol=None, atol=None, data=None, summarize=None, message=None, name=None):
    with ops.name_scope(name, "assert_near", [x, y, rtol, atol, data]):
        x = ops.convert_to_tensor(x, name="x")
        y = ops.convert_to_tensor(y, name="y", dtype=x.dtype)
        default = {"float16": 1e-2, "bfloat16": 1e-1}.get(x.dtype.name, 1e-5)
        rtol = ops.convert_to_tensor(default if rtol is None else rtol, name="rtol", dtype=x.dtype)
        atol = ops.convert_to_tensor(default if atol is None else atol, name="atol", dtype=x.dtype)
        if data is None:
            data = [message or "", "x and y not equal to tolerance rtol = %s, atol = %s" % (rtol, atol),
                    "x (%s) = " % x.name, x, "y (%s) = " % y.name, y]
        tolerance = atol + rtol * math_ops.abs(y)
        return control_flow_ops.Assert(math_ops.reduce_all(math_ops.abs(x - y) < tolerance), data)


def assert_proper_iterable(values):
    if isinstance(values, (ops.Tensor, sparse_tensor.SparseTensor, str, bytes)) or not hasattr(values, "__iter__"):
        raise TypeError("Expected argument \"values\" to be a \"proper\" iterable.  Found: %s" % type(values))


def ensure_shape(x, shape, name=None):
    shape = tensor_shape.TensorShape(shape)
    return apply("EnsureShape", name, [x], shape=shape._plain)


def _rank_checked(x, rank, data, message, name, label, holds, text):
    with ops.name_scope(name, label, (x, rank) + tuple(data or [])):
        x = ops.convert_to_tensor(x, name="x")
        rank = ops.convert_to_tensor(rank, name="rank")
        message = message or ""
        shape = _shape_and_type(x, [rank])
        wanted, known = tensor_util.constant_value(rank), x.get_shape().ndims
        if wanted is not None and known is not None:
            if not holds(known, wanted):
                raise ValueError("%s.  Tensor %s %s" % (message, x.name, text % (wanted, known, x.get_shape())))
            return control_flow_ops.no_op(name="static_checks_determined_all_ok")
        actual = array_ops.rank(x)
        condition = math_ops.equal(actual, rank) if label == "assert_rank" else math_ops.greater_equal(actual, rank)
        data = data or [message, "Tensor %s must have rank" % x.name, rank, "Received shape: ", shape]
        return control_flow_ops.Assert(condition, data)


def _shape_and_type(x, ranks):
    """What a check of ranks looks at is made, though it may not be needed."""
    shape = array_ops.shape(x)
    for rank in ranks:
        assert_type(rank, dtypes.int32)
    return shape


def assert_rank(x, rank, data=None, summarize=None, message=None, name=None):
    return _rank_checked(x, rank, data, message, name, "assert_rank", lambda known, wanted: known == wanted,
                         "must have rank %d.  Received rank %d, shape %s")


def assert_rank_at_least(x, rank, data=None, summarize=None, message=None, name=None):
    return _rank_checked(x, rank, data, message, name, "assert_rank_at_least", lambda known, wanted: known >= wanted,
                         "must have rank at least %d.  Received rank %d, shape %s")


def assert_rank_in(x, ranks, data=None, summarize=None, message=None, name=None):
    with ops.name_scope(name, "assert_rank_in", (x,)):
        x = ops.convert_to_tensor(x, name="x")
        ranks = [ops.convert_to_tensor(rank, name="rank") for rank in ranks]
        _shape_and_type(x, ranks)
        known, allowed = x.get_shape().ndims, [tensor_util.constant_value(rank) for rank in ranks]
        if known is not None and None not in allowed and known not in allowed:
            raise ValueError("%s.  Tensor %s must have rank in (%s).  Received rank %d, shape %s" % (
                message or "", x.name, ", ".join(["array(%d, dtype=int32)" % rank for rank in allowed]), known,
                x.get_shape()))
        return control_flow_ops.no_op(name="static_checks_determined_all_ok")


def assert_type(tensor, tf_type, message=None, name=None):
    with ops.name_scope(name, "assert_type", [tensor]):
        tensor = ops.convert_to_tensor(tensor, name="tensor")
        if tensor.dtype != tf_type:
            raise TypeError("%s  %s must be of type %s" % (message or "", tensor.name, tf_type))
        return control_flow_ops.no_op("statically_determined_correct_type")


def assert_integer(x, message=None, name=None):
    with ops.name_scope(name, "assert_integer", [x]):
        x = ops.convert_to_tensor(x, name="x")
        if not x.dtype.is_integer:
            raise TypeError("%s  Expected \"x\" to be integer type.  Found: %s of dtype %s" % (
                message or "", x.name, x.dtype))
        return control_flow_ops.no_op("statically_determined_was_integer")


def assert_scalar(tensor, name=None, message=None):
    with ops.name_scope(name, "assert_scalar", [tensor]) as scope:
        tensor = ops.convert_to_tensor(tensor, name=scope)
        if tensor.get_shape().ndims != 0:
            raise ValueError("Expected scalar shape for %s, saw shape: %s." % (tensor.name, tensor.get_shape()))
        return tensor


def assert_same_float_dtype(tensors=None, dtype=None):
    for tensor in tensors or []:
        if dtype is None:
            dtype = tensor.dtype.base_dtype
        elif tensor.dtype.base_dtype != dtype:
            raise ValueError("%s, type=%s, must be of the same type (%s)%s." % (
                tensor.name, tensor.dtype, dtype, " as %s" % tensors[0].name if tensor is not tensors[0] else ""))
    dtype = dtypes.float32 if dtype is None else dtype
    if not dtype.is_floating:
        raise ValueError("Expected floating point type, got %s." % dtype)
    return dtype


def _ordered(x, compare, default, name):
    """All differences of neighbours compare to zero; there are none where the size is less than two."""
    with ops.name_scope(name, default, [x]):
        return math_ops.reduce_all(compare(_differences(x), ops.convert_to_tensor(0, dtype=x.dtype.base_dtype)))


def _differences(x):
    x = array_ops.reshape(x, [-1])
    is_shorter = math_ops.less(array_ops.size(x), 2)
    size = array_ops.shape(x) - 1
    return control_flow_ops.cond(
        is_shorter, lambda: ops.convert_to_tensor([], dtype=x.dtype),
        lambda: array_ops.strided_slice(x, [1], [1] + size) - array_ops.strided_slice(x, [0], size))


def is_non_decreasing(x, name=None):
    return _ordered(x, lambda diff, zero: math_ops.less_equal(zero, diff), "is_non_decreasing", name)


def is_numeric_tensor(tensor):
    return isinstance(tensor, ops.Tensor) and (tensor.dtype.is_floating or tensor.dtype.is_integer or
                                               tensor.dtype.is_complex)


def is_strictly_increasing(x, name=None):
    return _ordered(x, lambda diff, zero: math_ops.less(zero, diff), "is_strictly_increasing", name)
