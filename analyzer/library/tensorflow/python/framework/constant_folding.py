"""Values of operations on small constants, as TensorFlow's shape inference evaluates them: `tf.shape(x)` and
arithmetic on it. A value is a Python number, string or boolean, or nested lists of them; None stands for an unknown
element of a shape."""

from _tfscope import have_values, is_unknown
from tensorflow.python.framework.nested_values import MOST_ELEMENTS, cast, count, flat, has_unknown, is_partial, nested


def has_rule(op_type):
    return op_type in _RULES


def fold(op_type, inputs, attributes, outputs):
    """The value of the operation's output, None if it is not constant."""
    rule = _RULES.get(op_type)
    if rule is None or not have_values(inputs) and op_type not in _OF_UNKNOWN_VALUES:
        return None
    partial, function = rule
    values = []
    for tensor in inputs:
        value = tensor._value
        if value is None and op_type == "ConcatV2":
            value = _unknown_elements(tensor)
        if op_type not in _OF_SHAPES and op_type != "Pack" and (value is None or not partial and is_partial(value)):
            return None
        if has_unknown(value) and op_type not in _OF_SYMBOLS:
            return None
        values.append(value)
    if op_type == "Pack" and not attributes.get("axis") and _may_be_scalars(inputs, values):
        return values  # read as a shape, each is one dimension
    size = count(outputs[0][0]._plain)
    if size is None or size > MOST_ELEMENTS:
        return None
    try:
        return function(values, inputs, attributes, outputs[0])
    except (ArithmeticError, IndexError, TypeError):
        return None


def _may_be_scalars(inputs, values):
    return len(inputs) <= MOST_ELEMENTS and all([
        tensor._shape.ndims in (0, None) and not isinstance(value, list) for tensor, value in zip(inputs, values)])


def _unknown_elements(tensor):
    """A part of a shape of which only the length is known."""
    dims = tensor._shape._plain
    if dims is None or len(dims) != 1 or dims[0] is None or is_unknown(dims[0]) or dims[0] > MOST_ELEMENTS:
        return None
    return [None] * dims[0]


def _shape_of(values, inputs, attributes, output):
    return None if inputs[0]._shape._plain is None else list(inputs[0]._shape._plain)


def _rank(values, inputs, attributes, output):
    return inputs[0]._shape.ndims


def _size(values, inputs, attributes, output):
    return inputs[0]._shape.num_elements()


def _identity(values, inputs, attributes, output):
    return values[0]


def _cast(values, inputs, attributes, output):
    return cast(values[0], output[1])


def _pack(values, inputs, attributes, output):
    return None if attributes.get("axis") or None in values else values


def _concat(values, inputs, attributes, output):
    parts, axis = (values[1:], values[0]) if attributes.get("_axis_first") else (values[:-1], values[-1])
    if len(output[0]._plain) != 1:
        return None
    result = []
    for part in parts:
        result = result + part
    return result


def _strided_slice(values, inputs, attributes, output):
    value, begin, end, strides = values
    if is_partial(value) and output[0].ndims != 1:
        return None  # TensorFlow gives up on one element of a partly known shape
    for mask in ("ellipsis_mask", "new_axis_mask"):
        if attributes.get(mask):
            return None
    if is_partial(begin) or is_partial(end) or is_partial(strides):
        return None
    return _take(value, begin, end, strides, attributes, 0)


def _take(value, begin, end, strides, attributes, axis):
    if axis == len(begin):
        return value
    bit = 1 << axis
    if attributes.get("shrink_axis_mask", 0) & bit:
        return _take(value[begin[axis]], begin, end, strides, attributes, axis + 1)
    first = None if attributes.get("begin_mask", 0) & bit else begin[axis]
    last = None if attributes.get("end_mask", 0) & bit else end[axis]
    return [_take(item, begin, end, strides, attributes, axis + 1) for item in value[first:last:strides[axis]]]


def _slice(values, inputs, attributes, output):
    value, begin, size = values
    if len(begin) != 1:
        return None
    return value[begin[0]:] if size[0] == -1 else value[begin[0]:begin[0] + size[0]]


def _range(values, inputs, attributes, output):
    start, limit, delta = values
    return list(range(start, limit, delta)) if isinstance(start, int) and isinstance(delta, int) else None


def _fill(values, inputs, attributes, output):
    dims = output[0]._plain
    return nested([values[1]] * count(dims), dims)


def _reshaped(values, inputs, attributes, output):
    dims = output[0]._plain
    return nested(flat(values[0]), dims)


def _reversed(values, inputs, attributes, output):
    return values[0][::-1] if output[0].ndims == 1 else None


def _gather(values, inputs, attributes, output):
    if values[2] != 0:
        return None
    return _picked(values[0], values[1])


def _picked(value, indices):
    return [_picked(value, index) for index in indices] if isinstance(indices, list) else value[indices]


def _elementwise(function):
    def folded(values, inputs, attributes, output):
        dims = output[0]._plain
        left = _spread(values[0], inputs[0]._shape._plain, dims)
        right = _spread(values[1], inputs[1]._shape._plain, dims)
        return nested([_kept(function(left[i], right[i]), output[1]) for i in range(len(left))], dims)
    return folded


def _kept(value, dtype):
    return int(value) if dtype.is_integer else value


def _spread(value, dims, wanted):
    values = flat(value)
    if dims == wanted:
        return values
    size = count(wanted)
    if len(values) == 1:
        return values * size
    if dims != wanted[len(wanted) - len(dims):]:
        raise TypeError("not a plain repetition")
    return values * (size // len(values)) if values else []


def _unary(function):
    def folded(values, inputs, attributes, output):
        return nested([_kept(function(value), output[1]) for value in flat(values[0])], output[0]._plain)
    return folded


def _reduction(function):
    def folded(values, inputs, attributes, output):
        if len(inputs[0]._shape._plain) != 1 or output[0]._plain not in ([], [1]):
            return None
        result = function(values[0])
        return [result] if output[0]._plain else result
    return folded


def _product(values):
    result = 1
    for value in values:
        result = result * value
    return result


def _truncated(left, right):
    quotient = abs(left) // abs(right)
    return quotient if (left < 0) == (right < 0) else -quotient


# Whether elements may be unknown, and the function.
_RULES = {
    "Shape": (True, _shape_of), "Rank": (True, _rank), "Size": (True, _size),
    "Identity": (False, _identity), "StopGradient": (False, _identity), "Cast": (True, _cast),
    "Pack": (True, _pack), "ConcatV2": (True, _concat), "StridedSlice": (True, _strided_slice),
    "Slice": (False, _slice),
    "Range": (False, _range), "Fill": (False, _fill), "Reshape": (False, _reshaped), "ExpandDims": (False, _reshaped),
    "Squeeze": (False, _reshaped), "GatherV2": (False, _gather),
    "Add": (False, _elementwise(lambda a, b: a + b)), "AddV2": (False, _elementwise(lambda a, b: a + b)),
    "Sub": (False, _elementwise(lambda a, b: a - b)), "Mul": (False, _elementwise(lambda a, b: a * b)),
    "FloorDiv": (False, _elementwise(lambda a, b: a // b)), "RealDiv": (False, _elementwise(lambda a, b: a / b)),
    "Div": (False, _elementwise(lambda a, b: _truncated(a, b) if isinstance(a, int) else a / b)),
    "FloorMod": (False, _elementwise(lambda a, b: a % b)), "Pow": (False, _elementwise(lambda a, b: a ** b)),
    "Maximum": (False, _elementwise(max)), "Minimum": (False, _elementwise(min)),
    "Equal": (False, _elementwise(lambda a, b: a == b)), "NotEqual": (False, _elementwise(lambda a, b: a != b)),
    "Less": (False, _elementwise(lambda a, b: a < b)), "LessEqual": (False, _elementwise(lambda a, b: a <= b)),
    "Greater": (False, _elementwise(lambda a, b: a > b)), "GreaterEqual": (False, _elementwise(lambda a, b: a >= b)),
    "LogicalAnd": (False, _elementwise(lambda a, b: a and b)), "LogicalOr": (False, _elementwise(lambda a, b: a or b)),
    "Neg": (False, _unary(lambda a: -a)), "Abs": (False, _unary(abs)), "LogicalNot": (False, _unary(lambda a: not a)),
    "Square": (False, _unary(lambda a: a * a)), "Sqrt": (False, _unary(lambda a: a ** 0.5)),
    "Ceil": (False, _unary(lambda a: float(-(-a // 1)))), "Floor": (False, _unary(lambda a: float(a // 1))),
    "ReverseV2": (False, _reversed),
    "Prod": (False, _reduction(_product)), "Sum": (False, _reduction(sum)), "Max": (False, _reduction(max)),
    "Min": (False, _reduction(min)),
}
_OF_SHAPES = ("Shape", "Rank", "Size")
_OF_UNKNOWN_VALUES = ("Shape", "Rank", "Size", "Pack", "ConcatV2")
# What can be said of symbols without a decision.
_OF_SYMBOLS = (
    "Pack",
    "ConcatV2",
    "StridedSlice",
    "Identity",
    "Reshape",
    "ExpandDims",
    "Squeeze",
    "Add",
    "AddV2",
    "Sub",
    "Mul",
     "FloorDiv")


def summary(tensor):
    """A constant as TensorFlow's C++ side shows it in messages."""
    values = flat(tensor._value)
    if tensor._shape.ndims == 0:
        return _item(values[0])
    if tensor._shape.ndims == 1:
        return " ".join([_item(value) for value in values])
    return "".join(["[%s]" % " ".join([_item(item) for item in flat(row)]) for row in tensor._value])


def _item(value):
    if isinstance(value, bool):
        return "1" if value else "0"
    return "%g" % value if isinstance(value, float) else str(value)
